#include <offerkit/authoring/toml.hpp>

#include <algorithm>
#include <variant>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::authoring::toml {

namespace {

/// More decimals than any literal has.
constexpr int all_decimals = 18;

struct RatingText {
    bool askable = true;

    /// Only a rating that is a table can say it.
    [[nodiscard]] std::string ask() const { return askable ? "" : ", askable = false"; }

    std::string operator()(const quantity::Number& rated) const { return number(rated); }
    std::string operator()(const model::RangeRating& range) const {
        return "{ low = " + number(range.low) + ", likely = " + number(range.likely) +
               ", high = " + number(range.high) + ask() + " }";
    }
    std::string operator()(const model::ConditionRating& condition) const {
        std::string levels;
        if (condition.met && condition.unmet) {
            levels = ", met = " + number(*condition.met) + ", unmet = " + number(*condition.unmet);
        }
        return "{ chance = " + rate(condition.chance) + levels + ask() + " }";
    }
    std::string operator()(const model::UnknownRating&) const { return text("unknown"); }
};

}  // namespace

std::string text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out + "\"";
}

std::string key(std::string_view key) {
    const bool plain = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    return plain ? std::string{key} : text(key);
}

std::string number(const quantity::Number& number) {
    const std::string digits = to_decimal(number, all_decimals);
    expects(quantity::parse_decimal(digits) == number);
    return diagnostic::grouped(digits, '_');
}

std::string amount(quantity::Money amount) { return diagnostic::grouped(to_plain(amount), '_'); }

std::string rate(const quantity::Rate& rate) {
    const std::string percent = to_percent(rate, all_decimals - 2);
    const auto read = quantity::parse_decimal(std::string_view{percent}.substr(0, percent.size() - 1));
    constexpr std::int64_t hundred = 100;
    return text(read && read == rate.times(quantity::Number{hundred}) ? percent : to_ratio(rate));
}

std::string rating(const model::FactorRating& rating) { return std::visit(RatingText{rating.askable}, rating.rating); }

}  // namespace offerkit::authoring::toml
