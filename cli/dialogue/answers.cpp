#include <cli/dialogue/answers.hpp>

#include <algorithm>
#include <sstream>
#include <utility>
#include <variant>
#include <vector>

#include <cli/line/option_values.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli::answers {
namespace {

using quantity::Number;

/// As in files.
constexpr std::int64_t largest_number = 1'000'000'000'000;
constexpr int all_decimals = 18;

std::string plain(const Number& number) { return to_decimal(number, all_decimals); }

std::vector<std::string> words_of(const std::string& answer) {
    std::istringstream in{answer};
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(std::move(word));
    }
    return words;
}

/// "150,000" without its commas, which stand before each three digits; anything else as it is.
std::string without_commas(const std::string& answer) {
    const std::size_t first = answer.find(',');
    const std::size_t point = std::min(answer.find('.'), answer.size());
    bool grouped = first != std::string::npos && first > 0 && first <= 3;
    std::string out;
    for (std::size_t i = 0; i < answer.size(); ++i) {
        const bool due = i >= first && i < point && (i - first) % 4 == 0;
        grouped = grouped && (answer[i] == ',') == due && answer[i] != '_';
        if (!due) {
            out += answer[i];
        }
    }
    return grouped && (point - first) % 4 == 0 ? out : answer;
}

std::pair<Number, Number> ends_of(const model::Scale& scale) { return std::minmax(scale.worst, scale.best); }

struct Written {
    std::string operator()(const Number& number) const { return plain(number); }
    std::string operator()(const model::RangeRating& range) const {
        return plain(range.low) + " " + plain(range.likely) + " " + plain(range.high);
    }
    std::string operator()(const model::ConditionRating& condition) const {
        // A chance is answered in percent, to the last digit that a percentage can have.
        std::string text = to_percent(condition.chance, all_decimals - 2);
        if (condition.met && condition.unmet) {
            text += " " + plain(*condition.met) + " " + plain(*condition.unmet);
        }
        return text;
    }
    std::string operator()(const model::UnknownRating&) const { return "unknown"; }
};

}  // namespace

Understood<Number> number(const std::string& answer) {
    const auto read = quantity::parse_decimal(answer);
    if (!read || *read > Number{largest_number} || *read < Number{-largest_number}) {
        return misunderstood(ticked(answer) + " is not a number", "answer with digits, such as 8 or 7.5");
    }
    return *read;
}

Understood<Number> number_between(const std::string& answer, const Number& least, const Number& most) {
    auto read = number(answer);
    if (read && (*read < least || *read > most)) {
        return misunderstood(ticked(answer) + " is not between " + plain(least) + " and " + plain(most),
                             "answer with a number from " + plain(least) + " to " + plain(most));
    }
    return read;
}

Understood<quantity::Money> amount(const std::string& answer, quantity::Currency currency) {
    auto read = quantity::parse_money(without_commas(answer), currency);
    if (!read) {
        return misunderstood(ticked(answer) + " is no amount in " + std::string{currency.code()},
                             "answer with digits, such as 150_000 or 150,000");
    }
    return *read;
}

Understood<quantity::Rate> chance(const std::string& answer) {
    constexpr std::int64_t hundred = 100;
    const auto digits =
        answer.ends_with('%') ? quantity::parse_decimal(answer.substr(0, answer.size() - 1)) : std::optional<Number>{};
    const auto share = digits ? digits->times(*Number::of(1, hundred)) : std::nullopt;
    if (!share || *share < Number{0} || *share > Number{1}) {
        return misunderstood(ticked(answer) + " is no chance", "answer with a percentage from 0% to 100%");
    }
    return *share;
}

Understood<quantity::Currency> currency(const std::string& answer) {
    std::string code = answer;
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (const auto known = quantity::Currency::of(code)) {
        return *known;
    }
    const std::string near = diagnostic::did_you_mean(code, quantity::currency_codes());
    return misunderstood("there is no currency " + ticked(answer),
                         near.empty() ? "currencies are written as in ISO 4217, such as USD, EUR or JPY" : near);
}

Understood<model::FactorRating> rating(const std::string& answer, const model::Factor& factor) {
    const auto words = words_of(answer);
    const auto [least, most] = ends_of(factor.scale);
    model::FactorRating result{factor.id, model::UnknownRating{}, {}};
    if (words.size() == 1 && (words[0] == "unknown" || words[0] == "?")) {
        return result;
    }
    const bool chanced = !words.empty() && words[0].ends_with('%');
    if (words.size() != 3 && words.size() != 1) {
        return misunderstood(ticked(answer) + " is no rating",
                             "answer with a number, `low likely high`, a chance such as `70%`, or `unknown`");
    }
    std::vector<Number> numbers;
    for (const auto& word : words) {
        if (chanced && &word == &words.front()) {
            continue;
        }
        const auto one = number_between(word, least, most);
        if (!one) {
            return failure(one.error());
        }
        numbers.push_back(*one);
    }
    if (chanced) {
        const auto likely = chance(words[0]);
        if (!likely) {
            return failure(likely.error());
        }
        model::ConditionRating condition{.chance = *likely};
        if (numbers.size() == 2) {
            condition.met = numbers[0];
            condition.unmet = numbers[1];
        }
        result.rating = condition;
    } else if (numbers.size() == 1) {
        result.rating = numbers[0];
    } else if (numbers[0] > numbers[1] || numbers[1] > numbers[2]) {
        return misunderstood("the three numbers are low, likely and high, in this order",
                             "the smallest comes first, also where less is better");
    } else {
        result.rating = model::RangeRating{numbers[0], numbers[1], numbers[2]};
    }
    return result;
}

std::string answer_of(const model::FactorRating& rating) { return std::visit(Written{}, rating.rating); }

}  // namespace offerkit::cli::answers
