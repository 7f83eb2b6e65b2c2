#include <offerkit/file/keys/likely.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <offerkit/calendar/period.hpp>
#include <offerkit/calendar/vest_day.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/keys/literal.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file::likely {

namespace {

using calendar::Date;
using model::Accepts;
using model::Field;
using quantity::Fraction;

/// Nobody writes a longer amount, day or period.
constexpr std::size_t longest = 48;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return c >= 'a' && c <= 'z'; }

std::string lowered(std::string_view text) {
    std::string result;
    for (const char c : text.substr(0, longest)) {
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Takes a word off the end, or the beginning, of a text; whether it was there.
bool cut_end(std::string& text, std::string_view word) {
    if (!text.ends_with(word)) {
        return false;
    }
    text.resize(text.size() - word.size());
    text = trimmed(text);
    return true;
}
bool cut_front(std::string& text, std::string_view word) {
    if (!text.starts_with(word)) {
        return false;
    }
    text.erase(0, word.size());
    text = trimmed(text);
    return true;
}

/// Currencies and "a year" around an amount say nothing that the file does not say elsewhere.
void cut_surroundings(std::string& text) {
    constexpr std::array<std::string_view, 7> years{"per year", "per annum", "a year", "/year", "/yr", "p.a.", "pa"};
    constexpr std::array<std::string_view, 12> currencies{"us$", "$",   "\xE2\x82\xAC", "\xC2\xA3", "usd", "eur",
                                                          "gbp", "chf", "cad",          "aud",      "sgd", "dollars"};
    for (const auto word : years) {
        cut_end(text, word);
    }
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

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};

/// 12 for "dec", "sept" or "december"; 0 for what is no month.
int month_named(std::string_view word) noexcept {
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        const bool shortened = word.size() >= 3 && word.size() <= 4 && month_names[i].starts_with(word);
        if (shortened || word == month_names[i]) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

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

/// "monthly": how often something comes, in a word.
std::string_view often(std::string_view word) noexcept {
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

/// The number of a period, in digits: "4", "a", "four".
std::string number_word(std::string_view word) {
    constexpr std::array<std::string_view, 13> numbers{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                       "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (word == "a" || word == "an" || word == "every" || word == "each" || word == "per") {
        return "1";
    }
    const auto found = std::find(numbers.begin(), numbers.end(), word);
    return found == numbers.end() ? std::string{} : std::to_string(found - numbers.begin());
}

std::string counted(std::int64_t count, std::string_view unit) {
    return std::to_string(count) + " " + std::string{unit} + (count == 1 ? "" : "s");
}

bool takes(const Field& field, Accepts one) noexcept { return model::accepts(field.accepts, one); }

bool takes_amount(const Field& field) noexcept {
    return takes(field, Accepts::money) || takes(field, Accepts::stock_money) || takes(field, Accepts::price) ||
           takes(field, Accepts::number) || takes(field, Accepts::count);
}

std::string truth(std::string_view text) {
    const std::string word = lowered(text);
    return word == "yes" || word == "true" || word == "y" ? "true" : word == "no" || word == "false" ? "false" : "";
}

/// A day of the year as `day_of_year` reads it, or a weekday of a month but for its capital letters. Empty for any
/// other weekday, because the number beside it is not the day of the month.
std::string vest_day(std::string_view text) {
    constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const std::string plain = lowered(trimmed(text));
    if (text.size() > longest) {
        return {};
    }
    if (calendar::parse_vest_day(plain)) {
        return plain;
    }
    const bool names_weekday = std::any_of(weekdays.begin(), weekdays.end(), [&](std::string_view weekday) {
        return plain.find(weekday) != std::string::npos;
    });
    return names_weekday ? std::string{} : day_of_year(plain);
}

std::vector<std::string> for_text(std::string_view text, const Field& field) {
    std::vector<std::string> found;
    const auto add = [&](std::string one) {
        if (!one.empty()) {
            found.push_back(std::move(one));
        }
    };
    if (takes_amount(field)) {
        add(amount(text, takes(field, Accepts::price) || takes(field, Accepts::number)));
    }
    if (takes(field, Accepts::date)) {
        for (const Date date : dates(text)) {
            add(to_string(date));
        }
    }
    if (takes(field, Accepts::boolean)) {
        add(truth(text));
    }
    if (takes(field, Accepts::rate) || takes(field, Accepts::growth_rate) || takes(field, Accepts::share)) {
        const std::string meant = rate(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    if (takes(field, Accepts::period)) {
        const std::string meant = period(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    if (takes(field, Accepts::day_of_year)) {
        const std::string meant = day_of_year(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    if (takes(field, Accepts::vest_day)) {
        const std::string meant = vest_day(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    return found;
}

std::vector<std::string> for_number(const std::string& digits, const Field& field) {
    std::vector<std::string> found;
    if (takes_amount(field) && digits.find_first_of("eE") != std::string::npos) {
        found.push_back(amount(digits, true));
    }
    const auto value = quantity::parse_decimal(digits);
    const bool whole = value && value->is_whole() && *value >= Fraction{0};
    if (takes(field, Accepts::period) && whole) {
        // Of the two units the field's own example comes first.
        const bool months = field.sample.find("month") != std::string_view::npos || *value > Fraction{10};
        for (const auto unit : {months ? "month" : "year", months ? "year" : "month"}) {
            const std::string one = counted(value->numerator(), unit);
            if (calendar::parse_period(one)) {
                found.push_back(quoted(one));
            }
        }
    }
    if (takes(field, Accepts::date) && digits.size() == 8) {
        for (const Date date : dates(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6))) {
            found.push_back(to_string(date));
        }
    }
    if ((takes(field, Accepts::text) || takes(field, Accepts::profile)) && !takes(field, Accepts::period)) {
        found.push_back(quoted(digits));
    }
    std::erase(found, "");
    return found;
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' || c == '\\' ? "\\" + std::string{c} : std::string{c};
    }
    return result + "\"";
}

std::string amount(std::string_view text, bool fine) {
    std::string plain = lowered(trimmed(text));
    if (text.size() > longest) {
        return {};
    }
    cut_surroundings(plain);
    int zeros = cut_exponent(plain);
    // "185.000k" is nothing that anybody means; "1.5m" is.
    const int scale = zeros == 0 ? cut_scale(plain) : 0;
    zeros += scale;
    cut_surroundings(plain);
    const auto digits = plain_digits(plain, fine || zeros != 0);
    const auto value = digits ? quantity::parse_decimal(*digits) : std::nullopt;
    const auto result = value ? scaled(*value, zeros) : std::nullopt;
    if (!result || *result > Fraction{1'000'000'000'000}) {
        return {};
    }
    return diagnostic::grouped(zeros == 0 ? *digits : quantity::to_decimal(*result), '_');
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
    // Any leap year tells which days there are.
    const auto date = Date::of(2000, month, day);
    return date ? to_string(*date).substr(5) : std::string{};
}

std::string period(std::string_view text) {
    std::string plain = lowered(trimmed(text));
    if (text.size() > longest) {
        return {};
    }
    if (const auto word = often(plain); !word.empty()) {
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

std::string value(std::string_view text) {
    const std::string_view plain = trimmed(text);
    if (plain.empty()) {
        return {};
    }
    const bool is_value = plain.front() == '"' || plain.front() == '\'' || plain.front() == '[' ||
                          plain.front() == '{' || plain == "true" || plain == "false" ||
                          calendar::parse_date(plain).has_value() || quantity::parse_decimal(plain).has_value();
    if (is_value) {
        return std::string{plain};
    }
    if (const auto day = dates(plain); day.size() == 1) {
        return to_string(day.front());
    }
    const bool numbers_alone =
        plain.size() <= longest && plain.find_first_not_of("0123456789-") == std::string_view::npos;
    if (const std::string day = numbers_alone ? day_of_year(plain) : ""; !day.empty()) {
        return quoted(day);
    }
    if (const std::string yes_or_no = truth(plain); !yes_or_no.empty()) {
        return yes_or_no;
    }
    if (const std::string meant = amount(plain); !meant.empty()) {
        return meant;
    }
    if (const std::string meant = rate(plain); !meant.empty()) {
        return quoted(meant);
    }
    if (const std::string meant = is_digit(plain.front()) ? period(plain) : ""; !meant.empty()) {
        return quoted(meant);
    }
    return quoted(plain);
}

std::vector<std::string> values(const Node& written, const Field& field) {
    switch (written.kind) {
        case NodeKind::text: return for_text(written.text, field);
        case NodeKind::number: return for_number(written.text, field);
        case NodeKind::date_time:
            return takes(field, Accepts::date) ? std::vector{written.text.substr(0, 10)} : std::vector<std::string>{};
        case NodeKind::date:
            if (takes(field, Accepts::day_of_year) || takes(field, Accepts::vest_day)) {
                return {quoted(written.text.substr(5))};
            }
            return takes(field, Accepts::text) ? std::vector{quoted(written.text)} : std::vector<std::string>{};
        case NodeKind::boolean:
            return takes(field, Accepts::text) ? std::vector{quoted(written.text)} : std::vector<std::string>{};
        case NodeKind::time:
        case NodeKind::list:
        case NodeKind::table: break;
    }
    return {};
}

}  // namespace offerkit::file::likely
