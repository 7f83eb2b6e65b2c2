// Amounts and rates as letters write them.

#include <offerkit/file/keys/likely.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/keys/likely_text.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file::likely {

namespace {

using quantity::Fraction;

/// "a year" behind an amount says nothing that its key does not say.
void cut_years(std::string& text) {
    constexpr std::array<std::string_view, 7> years{"per year", "per annum", "a year", "/year", "/yr", "p.a.", "pa"};
    for (const auto word : years) {
        cut_end(text, word);
    }
}

/// Nor does a currency, where the file says elsewhere which one it is.
void cut_currency(std::string& text) {
    constexpr std::array<std::string_view, 12> currencies{"us$", "$",   "\xE2\x82\xAC", "\xC2\xA3", "usd", "eur",
                                                          "gbp", "chf", "cad",          "aud",      "sgd", "dollars"};
    for (const auto word : currencies) {
        if (cut_front(text, word) || cut_end(text, word)) {
            break;
        }
    }
}

/// The digits of a number whose thousands and decimals are parted as people part them; nothing where that is not clear.
std::optional<std::string> plain_digits(std::string_view text, bool fine) {
    std::vector<std::string> groups(1);
    std::string marks;
    for (const char c : text) {
        if (is_digit(c)) {
            groups.back() += c;
        } else if (c == '.' || c == ',' || c == '\'' || c == ' ' || c == '_') {
            marks += c == ' ' || c == '_' ? '\'' : c;
            groups.emplace_back();
        } else {
            return std::nullopt;
        }
    }
    if (std::any_of(groups.begin(), groups.end(), [](const std::string& group) { return group.empty(); })) {
        return std::nullopt;
    }
    const char last = marks.empty() ? '\0' : marks.back();
    const bool once = std::count(marks.begin(), marks.end(), last) == 1;
    const bool decimals =
        once && ((last == '.' && (fine || groups.back().size() != 3)) || (last == ',' && groups.back().size() != 3));
    std::string digits = groups.front();
    for (std::size_t i = 1; i < groups.size(); ++i) {
        const bool is_last = i + 1 == groups.size();
        if (decimals && is_last) {
            return digits + "." + groups[i];
        }
        if (groups[i].size() != 3 || groups.front().size() > 3 || marks[i - 1] != marks.front()) {
            return std::nullopt;
        }
        digits += groups[i];
    }
    return digits;
}

/// How many zeros a word such as "k" stands for, which is taken off the end.
int cut_scale(std::string& text) {
    constexpr std::array<std::pair<std::string_view, int>, 9> scales{{{"thousand", 3},
                                                                      {"million", 6},
                                                                      {"billion", 9},
                                                                      {"mio", 6},
                                                                      {"mn", 6},
                                                                      {"bn", 9},
                                                                      {"tsd", 3},
                                                                      {"k", 3},
                                                                      {"m", 6}}};
    for (const auto& [word, zeros] : scales) {
        if (cut_end(text, word)) {
            return zeros;
        }
    }
    return 0;
}

/// The exponent of "1.5e5", which is taken off the end.
int cut_exponent(std::string& text) {
    const std::size_t at = text.find('e');
    if (at == std::string::npos || at == 0 || !is_digit(text[at - 1])) {
        return 0;
    }
    std::string_view exponent = std::string_view{text}.substr(at + 1);
    if (exponent.starts_with('+')) {
        exponent.remove_prefix(1);
    }
    if (exponent.empty() || exponent.size() > 2 || !std::all_of(exponent.begin(), exponent.end(), is_digit)) {
        return 0;
    }
    int zeros = 0;
    for (const char c : exponent) {
        zeros = zeros * 10 + (c - '0');
    }
    text.resize(at);
    return zeros;
}

std::optional<Fraction> scaled(const Fraction& value, int zeros) {
    std::optional<Fraction> result{value};
    for (int i = 0; i < zeros && result; ++i) {
        result = result->times(Fraction{10});
    }
    return result;
}

}  // namespace

std::string number(std::string_view text, bool fine) {
    std::string plain = lowered(trimmed(text));
    if (text.size() > longest) {
        return {};
    }
    cut_years(plain);
    if (std::string named = number_named(plain); !named.empty()) {
        return named;
    }
    int zeros = cut_exponent(plain);
    // "185.000k" is nothing that anybody means; "1.5m" is.
    const int scale = zeros == 0 ? cut_scale(plain) : 0;
    zeros += scale;
    const auto digits = plain_digits(plain, fine || zeros != 0);
    const auto value = digits ? quantity::parse_decimal(*digits) : std::nullopt;
    const auto result = value ? scaled(*value, zeros) : std::nullopt;
    if (!result || *result > Fraction{1'000'000'000'000}) {
        return {};
    }
    return diagnostic::grouped(zeros == 0 ? *digits : quantity::to_decimal(*result), '_');
}

std::string amount(std::string_view text, bool fine) {
    if (text.size() > longest) {
        return {};
    }
    std::string plain = lowered(trimmed(text));
    // Some name the currency twice: "$185,000 USD".
    for (int i = 0; i < 2; ++i) {
        cut_years(plain);
        cut_currency(plain);
    }
    return number(plain, fine);
}

std::string rate(std::string_view text) {
    std::string plain = lowered(trimmed(text));
    bool percent = false;
    for (const auto word : {"%", "percent", "per cent", "pct"}) {
        percent = percent || cut_end(plain, word);
    }
    std::replace(plain.begin(), plain.end(), ',', '.');
    const auto value = text.size() <= longest ? quantity::parse_decimal(plain) : std::nullopt;
    if (!value || (!percent && *value > Fraction{1})) {
        return {};
    }
    return percent ? plain + "%" : plain;
}

}  // namespace offerkit::file::likely
