#include <offerkit/file/document/syntax.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/vest_day.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/file/keys/guess.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/file/keys/likely_text.hpp>
#include <offerkit/model/fields/key_tables.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::ticked;
using likely::is_digit;
using likely::trimmed;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A line cut at its first `=`, without its comment.
struct KeyLine {
    std::string_view key;
    std::string_view value;
};

std::optional<KeyLine> cut(std::string_view line) noexcept {
    char open = '\0';
    std::size_t equals = std::string_view::npos;
    std::size_t end = line.size();
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (open != '\0') {
            open = c == open ? '\0' : open;
        } else if (c == '"' || c == '\'') {
            open = c;
        } else if (c == '#') {
            end = i;
            break;
        } else if (c == '=' && equals == std::string_view::npos) {
            equals = i;
        }
    }
    if (equals == std::string_view::npos) {
        return std::nullopt;
    }
    return KeyLine{trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1, end - equals - 1))};
}

bool is_key(std::string_view key) noexcept {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return is_digit(c) || is_letter(c) || c == '_' || c == '-' || c == '.' || c == '"' || c == '\'' || c == '/';
    });
}

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
        return ticked(value) + " has no such month";
    }
    help = "that month ends on " + calendar::to_string(calendar::Date::clamped(parts[0], parts[1], 31));
    return ticked(value) + " is not a day of the calendar";
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

/// A key with its value as this file would have them.
std::string write_pair(std::string_view key, std::string_view value) {
    const std::string meant = likely::value(value);
    return "write `" + std::string{key} + " = " + (meant.empty() ? "..." : meant) + "`";
}

/// A key of several words: what letters call so has its key here, and any other can be joined.
std::string help_for_words(std::string_view key, std::string_view value) {
    const std::string joined = model::plain_key(key);
    if (const auto* other = model::find_other_name(joined, model::offer_schema(), true)) {
        const model::Schema& table = *model::named_table(other->table);
        const model::Field* field = find_field(table, other->key);
        const bool fits_there = field != nullptr && field->table == nullptr;
        return help_for(*other, fits_there ? likely::value(value) : std::string{});
    }
    return is_key(joined) && !value.empty() ? "a key is one word: " + write_pair(joined, value)
                                            : "a key is one word of letters, digits, _ and -";
}

void explain_value(SyntaxProblem& problem, std::string_view key, std::string_view value, std::string_view why) {
    const auto write = [&](std::string_view instead) {
        return "write `" + std::string{key} + " = " + std::string{instead} + "`";
    };
    const auto says = [&](std::string_view part) { return why.find(part) != std::string_view::npos; };
    std::string date_help;
    if (says("cannot redefine")) {
        problem.code = codes::duplicate_key;
        problem.message = ticked(key) + " is written twice in this table";
        problem.help = "keep one of them";
    } else if (value.empty()) {
        problem.message = ticked(key) + " has no value";
        problem.help = "give it one, or take the line out";
    } else if (has_curly_quotes(value)) {
        problem.message = "quotation marks are straight in TOML";
        problem.help = write(straightened(value));
    } else if (const auto trouble = date_trouble(value, date_help)) {
        problem.code = codes::bad_date;
        problem.message = *trouble;
        problem.help = date_help;
    } else if (looks_like_percentage(value)) {
        problem.message = "a percentage stands in quotation marks";
        problem.help = write("\"" + std::string{value} + "\"");
    } else if (looks_like_fraction(value)) {
        problem.message = "a fraction stands in quotation marks";
        problem.help = write("\"" + std::string{value} + "\"");
    } else if (looks_like_day_of_year(value)) {
        problem.message = "a day of the year stands in quotation marks";
        problem.help = write(likely::value(value));
    } else if (looks_like_date(value)) {
        problem.code = codes::bad_date;
        problem.message = "a date is written year-month-day";
        const auto days = likely::dates(value);
        problem.help = days.empty() ? "such as 2026-03-02, without quotation marks" : write(to_string(days.front()));
        problem.help += days.size() > 1 ? " or `" + std::string{key} + " = " + to_string(days[1]) + "`" : "";
    } else if (is_digit(value.front()) && !likely::period(value).empty()) {
        problem.message = "a period stands in quotation marks";
        problem.help = write("\"" + likely::period(value) + "\"");
    } else if (looks_like_amount(value)) {
        const std::string instead = likely::amount(value);
        problem.message = "an amount is digits alone, without a currency sign, commas or letters";
        problem.help = instead.empty() ? "such as 182_000 or 170.25" : write(instead);
    } else if (says("not representable")) {
        problem.message = "this number is too large";
        problem.help = "an amount is at most 1_000_000_000_000";
    } else if (says("leading zeroes")) {
        problem.message = "a number does not begin with 0";
        problem.help = "leave out the leading zeros, or put a code in quotation marks";
    } else if (value == "True" || value == "TRUE" || value == "yes" || value == "Yes") {
        problem.message = "yes is written `true`";
        problem.help = write("true");
    } else if (value == "False" || value == "FALSE" || value == "no" || value == "No") {
        problem.message = "no is written `false`";
        problem.help = write("false");
    } else if (says("control characters") && std::count(value.begin(), value.end(), value.front()) > 1) {
        problem.message = "a text holds no control characters";
        problem.help = "take the invisible character out";
    } else if ((says("escape") && !says("unescaped")) || says("unicode scalar")) {
        problem.message = "a backslash in \"...\" begins an escape";
        problem.help = "write two backslashes, or put the text in '...'";
    } else if (value.front() == '"' || value.front() == '\'') {
        const bool closed = value.size() > 1 && value.find(value.front(), 1) != std::string_view::npos;
        problem.message = closed ? "something follows the text on its line" : "the text is not closed";
        problem.help = closed ? "one key and its value stand on one line"
                              : "end it with " + std::string(1, value.front()) + " on the same line";
    } else if (value.front() == '{') {
        problem.line_alone = value.back() == '}';
        if (says("dangling comma")) {
            problem.message = "no comma stands before `}`";
            problem.help = "take it out";
        } else {
            problem.message = value.back() == '}' ? "this table between `{` and `}` is not valid"
                                                  : "a table between `{` and `}` ends on the line it begins on";
            problem.help = value.back() == '}' ? "write { key = value, key = value }"
                                               : "close it on this line, or write it as a [table] of its own";
        }
    } else if (value.front() == '[') {
        problem.line_alone = value.back() == ']';
        problem.message = value.back() == ']' ? "this list is not valid" : "the list is not closed";
        const auto meant = value.back() == ']' ? list_meant(value) : std::nullopt;
        problem.help = meant ? write(*meant) : value.back() == ']' ? "write [value, value]" : "end it with ]";
    } else if (is_letter(value.front())) {
        problem.message = "a text stands in quotation marks";
        problem.help = write(likely::value(value));
    } else {
        problem.message = ticked(value) + " is not a value";
        problem.help = "a number is digits, a text stands in quotation marks, a date is such as 2026-03-02";
    }
}

void explain_line(SyntaxProblem& problem, std::string_view content, std::string_view why) {
    const auto says = [&](std::string_view part) { return why.find(part) != std::string_view::npos; };
    if (content.empty()) {
        problem.message = "the file ends too early";
        problem.help = "a list ends with ], a table with }, a long text with three quotation marks";
    } else if (content.front() == '[') {
        if (says("cannot redefine")) {
            problem.code = codes::duplicate_key;
            problem.message = ticked(content) + " is written twice, or also in another form";
            problem.help = "merge the two; several of a kind each begin with [[double brackets]]";
        } else {
            problem.message = "a table header is a name in brackets";
            problem.help = "write [name], or [[name]] where there may be several";
        }
    } else if (const std::size_t colon = content.find(':');
               colon != std::string_view::npos && is_key(trimmed(content.substr(0, colon)))) {
        problem.message = "a key and its value are joined by `=`";
        problem.help = write_pair(trimmed(content.substr(0, colon)), content.substr(colon + 1));
        problem.line_alone = true;
    } else if (const std::size_t space = content.find_first_of(" \t");
               space != std::string_view::npos && is_key(content.substr(0, space))) {
        problem.message = "`=` is missing after " + ticked(content.substr(0, space));
        problem.help = write_pair(content.substr(0, space), content.substr(space));
        problem.line_alone = true;
    } else if (is_key(content)) {
        problem.message = ticked(content) + " stands alone";
        problem.help = "write a key, `=` and its value; a comment begins with #";
        problem.line_alone = true;
    } else {
        problem.message = "this is neither a key with its value nor a table header";
        problem.help = "a comment begins with #";
    }
}

}  // namespace

SyntaxProblem explain(const SyntaxFault& fault, const diagnostic::Source& source, diagnostic::SourceId id) {
    SyntaxProblem problem{.code = codes::syntax};
    std::uint32_t number = std::clamp<std::uint32_t>(fault.line, 1, std::max<std::uint32_t>(source.line_count(), 1));
    // At the end of the file the parser stands behind the line that is broken.
    while (number > 1 && trimmed(source.line(number)).empty()) {
        --number;
    }
    const std::string_view line = source.line(number);
    const auto key_line = cut(line);
    const bool at_key = key_line && is_key(key_line->key);
    std::string_view marked = trimmed(line);
    const bool in_list = fault.description.find("parsing array") != std::string::npos;
    if (in_list && (!at_key || key_line->value.empty() || key_line->value.front() != '[')) {
        problem.message = "the list that began above is not closed";
        problem.help = "end it with ]; its values are joined by commas";
    } else if (at_key) {
        problem.line_alone = true;
        explain_value(problem, key_line->key, key_line->value, fault.description);
        marked =
            key_line->value.empty() || problem.code.id == codes::duplicate_key.id ? key_line->key : key_line->value;
    } else if (key_line && !key_line->key.empty() && key_line->key.front() != '[' && key_line->key.front() != '{') {
        marked = key_line->key;
        problem.message = ticked(key_line->key) + " is not a key";
        problem.help = help_for_words(key_line->key, key_line->value);
        problem.line_alone = true;
    } else {
        explain_line(problem, trimmed(line.substr(0, line.find('#'))), fault.description);
    }
    const std::size_t before = marked.empty() ? 0 : static_cast<std::size_t>(marked.data() - line.data());
    problem.span = {id, number, diagnostic::utf8::length(line.substr(0, before)) + 1,
                    std::max<std::uint32_t>(diagnostic::utf8::length(marked), 1)};
    return problem;
}

}  // namespace offerkit::file
