#include <offerkit/file/document/value_syntax.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/vest_day.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/file/keys/likely_text.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using likely::is_digit;
using likely::trimmed;

constexpr std::array<std::string_view, 4> curly_quotes{"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99"};

bool has_curly_quotes(std::string_view text) noexcept {
    return std::any_of(curly_quotes.begin(), curly_quotes.end(),
                       [&](std::string_view quote) { return text.find(quote) != std::string_view::npos; });
}

std::string straightened(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const auto quote = std::find(curly_quotes.begin(), curly_quotes.end(), text.substr(i, 3));
        if (quote != curly_quotes.end()) {
            result += '"';
            i += 3;
        } else {
            result += text[i++];
        }
    }
    return result;
}

/// A date such as 2026-2-3 or 2026-02-30, with what to write instead; nothing for another text.
std::optional<std::string> date_trouble(std::string_view value, std::string& help) {
    std::array<int, 3> parts{0, 0, 0};
    std::array<int, 3> lengths{0, 0, 0};
    std::size_t part = 0;
    for (const char c : value) {
        if (is_digit(c) && lengths[part] < 4) {
            parts[part] = parts[part] * 10 + (c - '0');
            ++lengths[part];
        } else if (c == '-' && part < 2 && lengths[part] > 0) {
            ++part;
        } else {
            return std::nullopt;
        }
    }
    if (part != 2 || lengths[0] != 4 || lengths[2] == 0 || lengths[1] > 2 || lengths[2] > 2) {
        return std::nullopt;
    }
    if (const auto date = calendar::Date::of(parts[0], parts[1], parts[2])) {
        help = "write " + calendar::to_string(*date);
        return "a date has two digits for the month and for the day";
    }
    if (parts[1] < 1 || parts[1] > 12) {
        help = "a date is written year-month-day, such as 2026-03-02";
        return formatted("`{}` has no such month", value);
    }
    help = formatted("that month ends on {}", calendar::to_string(calendar::Date::clamped(parts[0], parts[1], 31)));
    return formatted("`{}` is not a day of the calendar", value);
}

bool looks_like_percentage(std::string_view value) noexcept {
    return value.size() > 1 && value.back() == '%' && std::all_of(value.begin(), value.end() - 1, [](char c) {
               return is_digit(c) || c == '.' || c == '-' || c == ' ';
           });
}

bool looks_like_fraction(std::string_view value) noexcept {
    return std::count(value.begin(), value.end(), '/') == 1 && is_digit(value.front()) && is_digit(value.back()) &&
           std::all_of(value.begin(), value.end(), [](char c) { return is_digit(c) || c == '/'; });
}

bool looks_like_amount(std::string_view value) noexcept {
    if (value.find_first_of("0123456789") == std::string_view::npos || value.size() > 32) {
        return false;
    }
    return value.front() == '$' || value.starts_with("\xE2\x82\xAC") || value.starts_with("\xC2\xA3") ||
           (is_digit(value.front()) && !likely::amount(value).empty() && value.find(' ') != std::string_view::npos) ||
           (is_digit(value.front()) && (value.find(',') != std::string_view::npos || value.back() == 'k' ||
                                        value.back() == 'K' || value.back() == '$' || value.ends_with("\xE2\x82\xAC")));
}

/// A day with the name of its month, or of three numbers.
bool looks_like_date(std::string_view value) {
    const auto marks = std::count(value.begin(), value.end(), '/') + std::count(value.begin(), value.end(), '.');
    return (value.size() <= 10 && marks == 2 && is_digit(value.front())) ||
           (value.front() != '"' && value.front() != '\'' && !likely::dates(value).empty());
}

/// A day that comes every year: 02-15, 03-3wed.
bool looks_like_day_of_year(std::string_view value) {
    return is_digit(value.front()) && value.find('-') != std::string_view::npos &&
           (calendar::parse_vest_day(value).has_value() || !likely::day_of_year(value).empty());
}

/// The values of a list that holds no other, each as this file would have it; nothing where that changes none.
std::optional<std::string> list_meant(std::string_view list) {
    std::string_view rest = list.substr(1, list.size() - 2);
    if (rest.find_first_of("[{'") != std::string_view::npos) {
        return std::nullopt;
    }
    std::string meant;
    bool changed = false;
    while (!trimmed(rest).empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view one = trimmed(rest.substr(0, comma));
        const std::string value = likely::value(one);
        // Two numbers without a comma are no text.
        const bool unclear = !value.empty() && is_digit(one.front()) && one.find(' ') != std::string_view::npos &&
                             value == likely::quoted(one) && likely::period(one).empty();
        if (value.empty() || unclear || (one.front() == '"' && (one.size() == 1 || one.back() != '"'))) {
            return std::nullopt;
        }
        changed = changed || value != one;
        meant += (meant.empty() ? "" : ", ") + value;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return changed ? std::optional{"[" + meant + "]"} : std::nullopt;
}

bool begins_with_letter(std::string_view value) noexcept {
    const char first = value.front();
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
}

/// What is wrong with the value of a key: the first rule that knows it says so.
class ValueTrouble {
public:
    ValueTrouble(SyntaxProblem& problem, std::string_view key, std::string_view value, std::string_view why)
        : problem_{problem}, key_{key}, value_{value}, why_{why} {}

    void explain() {
        if (of_the_pair() || of_a_date() || of_another_kind() || of_a_number_or_truth() || of_a_text() ||
            of_a_table_or_list()) {
            return;
        }
        if (begins_with_letter(value_)) {
            tell("a text stands in quotation marks", write(likely::value(value_)));
        } else {
            tell(formatted("`{}` is not a value", value_),
                 "a number is digits, a text stands in quotation marks, a date is such as 2026-03-02");
        }
    }

private:
    bool tell(std::string message, std::string help) {
        problem_.message = std::move(message);
        problem_.help = std::move(help);
        return true;
    }
    bool tell(const diagnostic::Code& code, std::string message, std::string help) {
        problem_.code = code;
        return tell(std::move(message), std::move(help));
    }
    [[nodiscard]] std::string pair(std::string_view instead) const { return formatted("`{} = {}`", key_, instead); }
    [[nodiscard]] std::string write(std::string_view instead) const { return "write " + pair(instead); }
    [[nodiscard]] std::string write_quoted(std::string_view text) const {
        return write("\"" + std::string{text} + "\"");
    }
    [[nodiscard]] bool parser_says(std::string_view part) const { return why_.find(part) != std::string_view::npos; }

    bool of_the_pair() {
        if (parser_says("cannot redefine")) {
            return tell(codes::duplicate_key, formatted("`{}` is written twice in this table", key_),
                        "keep one of them");
        }
        if (value_.empty()) {
            return tell(formatted("`{}` has no value", key_), "give it one, or take the line out");
        }
        return has_curly_quotes(value_) && tell("quotation marks are straight in TOML", write(straightened(value_)));
    }

    bool of_a_date() {
        std::string help;
        if (auto trouble = date_trouble(value_, help)) {
            return tell(codes::bad_date, std::move(*trouble), std::move(help));
        }
        return false;
    }

    /// Of a value that a file of ours has, and that is written in another way.
    bool of_another_kind() {
        if (looks_like_percentage(value_)) {
            return tell("a percentage stands in quotation marks", write_quoted(value_));
        }
        if (looks_like_fraction(value_)) {
            return tell("a fraction stands in quotation marks", write_quoted(value_));
        }
        if (looks_like_day_of_year(value_)) {
            return tell("a day of the year stands in quotation marks", write(likely::value(value_)));
        }
        if (looks_like_date(value_)) {
            const auto days = likely::dates(value_);
            return tell(codes::bad_date, "a date is written year-month-day",
                        days.empty() ? "such as 2026-03-02, without quotation marks"
                        : days.size() == 1
                            ? write(to_string(days.front()))
                            : formatted("{} or {}", write(to_string(days.front())), pair(to_string(days[1]))));
        }
        if (is_digit(value_.front()) && !likely::period(value_).empty()) {
            return tell("a period stands in quotation marks", write_quoted(likely::period(value_)));
        }
        if (looks_like_amount(value_)) {
            const std::string instead = likely::amount(value_);
            return tell("an amount is digits alone, without a currency sign, commas or letters",
                        instead.empty() ? "such as 182_000 or 170.25" : write(instead));
        }
        return false;
    }

    bool of_a_number_or_truth() {
        if (parser_says("not representable")) {
            return tell("this number is too large", "an amount is at most 1_000_000_000_000");
        }
        if (parser_says("leading zeroes")) {
            return tell("a number does not begin with 0",
                        "leave out the leading zeros, or put a code in quotation marks");
        }
        if (value_ == "True" || value_ == "TRUE" || value_ == "yes" || value_ == "Yes") {
            return tell("yes is written `true`", write("true"));
        }
        if (value_ == "False" || value_ == "FALSE" || value_ == "no" || value_ == "No") {
            return tell("no is written `false`", write("false"));
        }
        return false;
    }

    bool of_a_text() {
        const char first = value_.front();
        if (parser_says("control characters") && std::count(value_.begin(), value_.end(), first) > 1) {
            return tell("a text holds no control characters", "take the invisible character out");
        }
        if ((parser_says("escape") && !parser_says("unescaped")) || parser_says("unicode scalar")) {
            return tell("a backslash in \"...\" begins an escape", "write two backslashes, or put the text in '...'");
        }
        if (first != '"' && first != '\'') {
            return false;
        }
        if (value_.size() > 1 && value_.find(first, 1) != std::string_view::npos) {
            return tell("something follows the text on its line", "one key and its value stand on one line");
        }
        return tell("the text is not closed", formatted("end it with {} on the same line", std::string(1, first)));
    }

    bool of_a_table_or_list() {
        if (value_.front() == '{') {
            return of_a_table(value_.back() == '}');
        }
        return value_.front() == '[' && of_a_list(value_.back() == ']');
    }

    bool of_a_table(bool closed) {
        problem_.line_alone = closed;
        if (parser_says("dangling comma")) {
            return tell("no comma stands before `}`", "take it out");
        }
        return closed ? tell("this table between `{` and `}` is not valid", "write { key = value, key = value }")
                      : tell("a table between `{` and `}` ends on the line it begins on",
                             "close it on this line, or write it as a [table] of its own");
    }

    bool of_a_list(bool closed) {
        problem_.line_alone = closed;
        if (!closed) {
            return tell("the list is not closed", "end it with ]");
        }
        const auto meant = list_meant(value_);
        return tell("this list is not valid", meant ? write(*meant) : "write [value, value]");
    }

    SyntaxProblem& problem_;
    std::string_view key_;
    std::string_view value_;
    std::string_view why_;
};

}  // namespace

void explain_value(SyntaxProblem& problem, std::string_view key, std::string_view value, std::string_view why) {
    ValueTrouble{problem, key, value, why}.explain();
}

}  // namespace offerkit::file
