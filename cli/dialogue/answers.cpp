#include <cli/dialogue/answers.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <cli/line/option_values.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/keys/likely.hpp>

namespace offerkit::cli::answers {
namespace {

using quantity::Money;
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

/// The signs that stand for a currency before an amount. Several currencies share a sign: it is then of the one that
/// the question is about.
struct Sign {
    std::string_view sign;
    std::string_view codes;  ///< of the currencies that use it, with blanks between
};
constexpr std::array<Sign, 6> signs{{{"$", "USD CAD AUD NZD SGD HKD TWD MXN BRL"},
                                     {"\u20ac", "EUR"},
                                     {"\u00a3", "GBP"},
                                     {"\u00a5", "JPY CNY"},
                                     {"\u20b9", "INR"},
                                     {"\u20aa", "ILS"}}};

/// "185" of "$185", "USD 185" or "185 usd"; nothing where another currency is named.
std::optional<std::string> without_currency(std::string text, quantity::Currency currency) {
    for (const Sign& sign : signs) {
        if (text.starts_with(sign.sign)) {
            if (sign.codes.find(currency.code()) == std::string_view::npos) {
                return std::nullopt;
            }
            text.erase(0, sign.sign.size());
        }
    }
    const auto is_code = [&](std::string_view part) {
        return part.size() == 3 && std::equal(part.begin(), part.end(), currency.code().begin(), [](char a, char b) {
                   return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
               });
    };
    if (text.size() > 3 && is_code(std::string_view{text}.substr(0, 3))) {
        text.erase(0, 3);
    } else if (text.size() > 3 && is_code(std::string_view{text}.substr(text.size() - 3))) {
        text.erase(text.size() - 3);
    }
    const std::size_t begin = text.find_first_not_of(' ');
    const std::size_t end = text.find_last_not_of(' ');
    return begin == std::string::npos ? std::string{} : text.substr(begin, end - begin + 1);
}

/// "5-8" or "5..8" as its two numbers; nothing for anything else.
std::optional<std::pair<std::string, std::string>> range_in(const std::string& word) {
    constexpr std::array<std::string_view, 3> marks{"..", "\u2013", "-"};
    for (const std::string_view mark : marks) {
        // A minus sign before the first number is not a mark.
        if (const std::size_t at = word.find(mark, 1); at != std::string::npos && at + mark.size() < word.size()) {
            return std::pair{word.substr(0, at), word.substr(at + mark.size())};
        }
    }
    return std::nullopt;
}

std::pair<Number, Number> ends_of(const model::Scale& scale) { return std::minmax(scale.worst, scale.best); }

/// The range with its middle as the likeliest. `answer` is what complaints name.
Understood<model::RangeRating> with_middle(const std::pair<std::string, std::string>& range, const std::string& answer,
                                           const model::Scale& scale) {
    const auto [least, most] = ends_of(scale);
    const auto low = number_between(range.first, least, most);
    const auto high = number_between(range.second, least, most);
    if (!low || !high) {
        return failure(low ? high.error() : low.error());
    }
    if (*low > *high) {
        return misunderstood(ticked(answer) + " goes down", "the smaller number comes first");
    }
    const auto sum = low->plus(*high);
    const auto middle = sum ? sum->times(*Number::of(1, 2)) : std::nullopt;
    if (!middle || quantity::parse_decimal(plain(*middle)) != middle) {
        return misunderstood(ticked(answer) + " has too many digits", "round both numbers");
    }
    return model::RangeRating{*low, *middle, *high};
}

struct Written {
    std::string operator()(const Number& number) const { return plain(number); }
    std::string operator()(const model::RangeRating& range) const {
        return diagnostic::formatted("{} {} {}", plain(range.low), plain(range.likely), plain(range.high));
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
        return misunderstood(
            diagnostic::formatted("{} is not between {} and {}", ticked(answer), plain(least), plain(most)),
            diagnostic::formatted("answer with a number from {} to {}", plain(least), plain(most)));
    }
    return read;
}

Understood<quantity::Money> amount(const std::string& answer, quantity::Currency currency) {
    // As a price is read: of "1.234" nobody can say whether it is 1,234, and money has no three decimals.
    const auto bare = without_currency(answer, currency);
    const std::string meant = bare ? file::likely::number(*bare, true) : std::string{};
    const std::size_t point = std::min(meant.find('.'), meant.size());
    // "15,0000" is a slip of 150,000 rather than 15.
    const bool fine = meant.size() > point + 1 + static_cast<std::size_t>(currency.decimals());
    const auto read = quantity::parse_money(meant, currency);
    if (!read || fine) {
        return misunderstood(diagnostic::formatted("{} is not an amount in {}", ticked(answer), currency.code()),
                             "answer such as 150,000, 150_000 or 150k");
    }
    return *read;
}

Understood<quantity::Rate> chance(const std::string& answer) {
    constexpr std::int64_t hundred = 100;
    const auto digits =
        answer.ends_with('%') ? quantity::parse_decimal(answer.substr(0, answer.size() - 1)) : std::optional<Number>{};
    const auto share = digits ? digits->times(*Number::of(1, hundred)) : std::nullopt;
    if (!share || *share < Number{0} || *share > Number{1}) {
        return misunderstood(ticked(answer) + " is not a chance", "answer with a percentage from 0% to 100%");
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
    if (words.size() == 1 && words[0] == "unknown") {
        return result;
    }
    if (const auto range = words.size() == 1 ? range_in(words[0]) : std::nullopt) {
        const auto likely = with_middle(*range, answer, factor.scale);
        if (!likely) {
            return failure(likely.error());
        }
        result.rating = *likely;
        return result;
    }
    const bool chanced = !words.empty() && words[0].ends_with('%');
    if (words.size() != 3 && words.size() != 1) {
        return misunderstood(ticked(answer) + " is not a rating",
                             "answer with a number, a range such as `5-8`, a chance such as `70%`, or `unknown`");
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
