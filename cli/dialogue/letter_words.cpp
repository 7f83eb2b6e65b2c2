#include <cli/dialogue/letter_words.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <cli/dialogue/answers.hpp>
#include <cli/dialogue/plain_words.hpp>
#include <cli/line/option_values.hpp>
#include <offerkit/authoring/toml.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>

namespace offerkit::cli::letter_words {
namespace {

using calendar::Date;
using quantity::Number;
namespace likely = file::likely;
namespace toml = authoring::toml;

bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The number of "9", "9th" or "2026"; 0 for anything else.
int number_of(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) {
            word.remove_suffix(2);
            break;
        }
    }
    constexpr std::size_t most_digits = 4;
    int number = 0;
    for (const char c : is_number(word) && word.size() <= most_digits ? word : std::string_view{}) {
        number = 10 * number + (c - '0');
    }
    return number;
}

/// The nearest such day on one side of today; the 29th of February is up to eight years away.
std::optional<Date> nearest_day(int month, int day, Date today, Nearest nearest) {
    constexpr int farthest = 8;
    for (int away = 0; away <= farthest; ++away) {
        const auto date = Date::of(today.year() + (nearest == Nearest::next ? away : -away), month, day);
        if (date && (nearest == Nearest::next ? *date >= today : *date <= today)) {
            return date;
        }
    }
    return std::nullopt;
}

/// "8,500" of "8,500 a month", and the key that the unit stands for; `salary` without one.
struct PayUnit {
    std::string amount;
    std::string key;
};

PayUnit pay_unit(const std::string& answer) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> units{
        {{"year", "salary"}, {"month", "monthly"}, {"hour", "hourly"}, {"day", "daily"}}};
    for (const auto& [unit, key] : units) {
        for (const std::string_view before : {"/", " / ", " a ", " an ", " per ", " each "}) {
            const std::string ending = std::string{before} + std::string{unit};
            if (answer.ends_with(ending)) {
                return {answer.substr(0, answer.size() - ending.size()), std::string{key}};
            }
        }
    }
    return {answer, "salary"};
}

std::string whole_shares(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        if (c != ',' && c != '_') {
            digits += c;
        }
    }
    constexpr std::size_t most_digits = 12;
    return is_number(digits) && digits.size() <= most_digits && digits.find_first_not_of('0') != std::string::npos
               ? digits
               : std::string{};
}

}  // namespace

Understood<Date> day(const std::string& answer, Date today, Nearest nearest) {
    constexpr const char* help = "write such as `Dec 9`, `December 9, 2026` or 2026-12-09";
    if (const auto date = calendar::parse_date(answer)) {
        return *date;
    }
    const auto words = words_of(answer, ",.");
    if (words.size() == 1 && words.front() == "today") {
        return today;
    }
    int month = 0;
    int day = 0;
    int year = 0;
    for (const std::string& word : words) {
        constexpr int most_days = 31;
        const int number = number_of(word);
        int* const place = likely::month_named(word) != 0      ? &month
                           : number > 0 && number <= most_days ? &day
                           : number >= calendar::first_year    ? &year
                                                               : nullptr;
        if (place == nullptr || *place != 0) {
            const bool digits = answer.find_first_not_of("0123456789./- ") == std::string::npos;
            return misunderstood(ticked(answer) + (digits ? " could be more than one day" : " is not a day"), help);
        }
        *place = place == &month ? likely::month_named(word) : number;
    }
    if (month == 0 || day == 0) {
        return misunderstood(ticked(answer) + " is not a day", help);
    }
    const auto date = year != 0 ? Date::of(year, month, day) : nearest_day(month, day, today, nearest);
    if (!date || date->year() > calendar::last_year) {
        return misunderstood("there is no such day as " + ticked(answer), help);
    }
    return *date;
}

Understood<KeyValue> base_pay(const std::string& answer, quantity::Currency currency) {
    const PayUnit unit = pay_unit(answer);
    const auto amount = answers::amount(unit.amount, currency);
    if (!amount) {
        auto why = amount.error();
        why.help += "; `95 an hour`, `8,500 a month` and `650 a day` are read too";
        return failure(std::move(why));
    }
    return KeyValue{unit.key, toml::amount(*amount)};
}

Understood<KeyValue> bonus(const std::string& answer, quantity::Currency currency) {
    if (answer.ends_with('%')) {
        const auto target = answers::chance(answer);
        return target ? Understood<KeyValue>{KeyValue{"target", toml::rate(*target)}}
                      : misunderstood(ticked(answer) + " is not a target from 0% to 100%",
                                      "answer with a share of base such as 15%, or an amount such as $20k");
    }
    const auto amount = answers::amount(answer, currency);
    return amount ? Understood<KeyValue>{KeyValue{"amount", toml::amount(*amount)}} : failure(amount.error());
}

Understood<Equity> equity(const std::string& answer, quantity::Currency currency) {
    constexpr const char* help = "write such as `$240k`, `1,400 RSUs`, `20,000 options at $1.35` or `0.5%`";
    Equity found;
    std::string rest = answer;
    if (const std::size_t at = rest.find(" at "); at != std::string::npos) {
        const auto strike = price(rest.substr(at + 4), currency);
        if (!strike) {
            return failure(strike.error());
        }
        found.keys.push_back({"strike", *strike});
        rest.erase(at);
    }
    const auto words = words_of(rest, "");
    if (words.size() == 1 && rest.ends_with('%') && found.keys.empty()) {
        const auto share = answers::chance(rest);
        if (share && *share > quantity::Rate{0}) {
            found.keys.push_back({"ownership", toml::rate(*share)});
            return found;
        }
    }
    if (words.size() == 2) {
        const auto is = [&](std::initializer_list<std::string_view> all) {
            return std::find(all.begin(), all.end(), words[1]) != all.end();
        };
        found.options = is({"options", "option", "isos", "nsos"});
        const std::string digits = whole_shares(words[0]);
        if (!digits.empty() && (found.options || (found.keys.empty() && is({"shares", "rsus", "units", "stock"})))) {
            found.keys.insert(found.keys.begin(), {"quantity", toml::number(*quantity::parse_decimal(digits))});
            return found;
        }
    }
    const auto amount =
        found.keys.empty() ? answers::amount(rest, currency) : Understood<quantity::Money>{misunderstood("", "")};
    if (amount && !amount->is_zero()) {
        found.keys.push_back({"value", toml::amount(*amount)});
        return found;
    }
    return misunderstood(ticked(answer) + " is not understood", help);
}

Understood<std::string> price(const std::string& answer, quantity::Currency currency) {
    // A price may have more decimals than an amount has.
    std::string digits;
    for (const char c : answer) {
        if (c != '$' && c != ',') {
            digits += c;
        }
    }
    const auto amount = answers::amount(answer, currency);
    const auto number = quantity::parse_decimal(digits);
    constexpr std::int64_t most = 1'000'000'000;
    if (amount && !amount->is_zero()) {
        return toml::amount(*amount);
    }
    const bool other_currency = answer.starts_with('$') && !answers::amount("$1", currency);
    if (!number || other_currency || *number <= Number{0} || *number > Number{most} ||
        answer.find(',') != std::string::npos) {
        return misunderstood(ticked(answer) + " is not a price", "answer with the price of one share, such as $1.35");
    }
    return toml::number(*number);
}

Understood<std::string> period(const std::string& answer) {
    const auto words = words_of(answer, "-");
    const auto length = words.size() == 2 ? length_of(words[0], words[1]) : std::nullopt;
    if (!length || length->is_zero()) {
        return misunderstood(ticked(answer) + " is not a time", "answer such as `1 year`, `18 months` or `90 days`");
    }
    return toml::text(to_string(*length));
}

}  // namespace offerkit::cli::letter_words
