// Days and periods as letters write them.

#include <offerkit/file/keys/likely.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/calendar/period.hpp>
#include <offerkit/file/keys/likely_text.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file::likely {

namespace {

using calendar::Date;
using quantity::Fraction;

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};

/// The words and numbers of a day, without commas, "th" and weekdays.
std::vector<std::string> parts_of_a_day(std::string_view text) {
    constexpr std::array<std::string_view, 6> passed_over{"th", "st", "nd", "rd", "of", "the"};
    std::vector<std::string> parts;
    const std::string plain = lowered(trimmed(text));
    for (std::size_t i = 0; i < plain.size();) {
        const bool digit = is_digit(plain[i]);
        if (!digit && !is_letter(plain[i])) {
            ++i;
            continue;
        }
        std::string part;
        while (i < plain.size() && (digit ? is_digit(plain[i]) : is_letter(plain[i]))) {
            part += plain[i++];
        }
        const bool weekday =
            !digit && part.size() >= 3 && (part.ends_with("day") || part.size() == 3) && month_named(part) == 0;
        if (!weekday && std::find(passed_over.begin(), passed_over.end(), part) == passed_over.end()) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

int number_in(const std::string& part) {
    int value = 0;
    for (const char c : part.substr(0, 5)) {
        value = is_digit(c) ? value * 10 + (c - '0') : -100'000;
    }
    return value;
}

struct Unit {
    std::string_view written;
    std::string_view name;
    int times;
};
constexpr std::array<Unit, 20> units{
    {{"year", "year", 1},   {"yr", "year", 1},   {"y", "year", 1},        {"annum", "year", 1},
     {"month", "month", 1}, {"mth", "month", 1}, {"mnth", "month", 1},    {"mon", "month", 1},
     {"mo", "month", 1},    {"m", "month", 1},   {"quarter", "month", 3}, {"qtr", "month", 3},
     {"q", "month", 3},     {"week", "week", 1}, {"wk", "week", 1},       {"w", "week", 1},
     {"day", "day", 1},     {"dy", "day", 1},    {"d", "day", 1},         {"fortnight", "week", 2}}};

/// The number of a period, in digits: "4", "a", "four".
std::string number_word(std::string_view word) {
    if (word == "a" || word == "an" || word == "every" || word == "each" || word == "per") {
        return "1";
    }
    return number_named(word);
}

}  // namespace

int month_named(std::string_view word) noexcept {
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        const bool shortened = word.size() >= 3 && word.size() <= 4 && month_names[i].starts_with(word);
        if (shortened || word == month_names[i]) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

std::string_view frequency(std::string_view word) noexcept {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 17> words{{{"monthly", "1 month"},
                                                                                   {"quarterly", "3 months"},
                                                                                   {"yearly", "1 year"},
                                                                                   {"annually", "1 year"},
                                                                                   {"annual", "1 year"},
                                                                                   {"weekly", "1 week"},
                                                                                   {"daily", "1 day"},
                                                                                   {"biweekly", "2 weeks"},
                                                                                   {"bi-weekly", "2 weeks"},
                                                                                   {"fortnightly", "2 weeks"},
                                                                                   {"half-yearly", "6 months"},
                                                                                   {"semi-annually", "6 months"},
                                                                                   {"semiannually", "6 months"},
                                                                                   {"biannually", "6 months"},
                                                                                   {"half a year", "6 months"},
                                                                                   {"half year", "6 months"},
                                                                                   {"immediately", "0 days"}}};
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& pair) { return pair.first == word; });
    return found == words.end() ? std::string_view{} : found->second;
}

std::vector<Date> dates(std::string_view text) {
    const auto parts = parts_of_a_day(text);
    if (text.size() > longest || parts.size() != 3) {
        return {};
    }
    std::vector<Date> found;
    const auto add = [&](int year, int month, int day) {
        const auto date = year >= calendar::first_year ? Date::of(year, month, day) : std::nullopt;
        if (date && std::find(found.begin(), found.end(), *date) == found.end()) {
            found.push_back(*date);
        }
    };
    std::array<int, 3> numbers{};
    std::array<int, 3> months{};
    for (std::size_t i = 0; i < 3; ++i) {
        numbers[i] = number_in(parts[i]);
        months[i] = month_named(parts[i]);
    }
    if (months[0] != 0) {
        add(numbers[2], months[0], numbers[1]);
    } else if (months[1] != 0) {
        add(numbers[2], months[1], numbers[0]);
        add(numbers[0], months[1], numbers[2]);
    } else if (parts[0].size() == 4) {
        add(numbers[0], numbers[1], numbers[2]);
    } else if (parts[2].size() == 4) {
        add(numbers[2], numbers[0], numbers[1]);
        add(numbers[2], numbers[1], numbers[0]);
    }
    return found;
}

std::string day_of_year(std::string_view text) {
    const auto parts = parts_of_a_day(text);
    if (text.size() > longest || parts.size() != 2) {
        return {};
    }
    const int first = month_named(parts[0]);
    const int second = month_named(parts[1]);
    const int month = first != 0 ? first : second != 0 ? second : number_in(parts[0]);
    const int day = second != 0 ? number_in(parts[0]) : number_in(parts[1]);
    // Any leap year tells which days there are; the 31st of a shorter month means its end.
    constexpr int leap_year = 2000;
    constexpr int longest_month = 31;
    const bool is_end = month >= 1 && month <= 12 && day == longest_month;
    const auto date = is_end ? Date::clamped(leap_year, month, day) : Date::of(leap_year, month, day);
    return date ? to_string(*date).substr(5) : std::string{};
}

std::string period(std::string_view text) {
    std::string plain = lowered(trimmed(text));
    if (text.size() > longest) {
        return {};
    }
    if (const auto word = frequency(plain); !word.empty()) {
        return std::string{word};
    }
    if (plain.size() > 2 && plain.front() == 'p' && is_digit(plain[1])) {
        plain.erase(0, 1);
    }
    const auto split =
        std::find_if(plain.begin(), plain.end(), [](char c) { return c == ' ' || c == '-' || c == '_'; });
    auto unit_begin = std::find_if(plain.begin(), plain.end(), is_letter);
    std::string number{plain.begin(), unit_begin};
    if (unit_begin == plain.begin()) {
        const std::string word{plain.begin(), split};
        number = number_word(word);
        if (number.empty() && split == plain.end()) {
            // A unit alone, as in every = "month".
            number = "1";
        } else {
            unit_begin = std::find_if(split, plain.end(), is_letter);
        }
    }
    while (!number.empty() && (number.back() == ' ' || number.back() == '-' || number.back() == '_')) {
        number.pop_back();
    }
    const auto unit_end = std::find_if_not(unit_begin, plain.end(), is_letter);
    const std::string unit{unit_begin, unit_end};
    // "every 3 months" and "4 years 6 months" say more than one number and one unit hold.
    if (std::any_of(std::min(split, unit_begin), unit_begin, is_digit) ||
        std::any_of(unit_end, plain.end(), is_digit)) {
        return {};
    }
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& one) {
        return unit == one.written || (unit.size() > 2 && unit == std::string{one.written} + "s");
    });
    const auto count = quantity::parse_decimal(number);
    if (found == units.end() || !count || *count < Fraction{0} || *count > Fraction{1200}) {
        return {};
    }
    std::string_view name = found->name;
    auto whole = count->times(Fraction{found->times});
    if (whole && !whole->is_whole() && name == "year") {
        whole = whole->times(Fraction{12});
        name = "month";
    }
    if (!whole || !whole->is_whole()) {
        return {};
    }
    const std::string result = counted(whole->numerator(), name);
    return calendar::parse_period(result) ? result : std::string{};
}

}  // namespace offerkit::file::likely
