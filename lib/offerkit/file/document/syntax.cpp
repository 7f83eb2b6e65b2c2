#include <offerkit/file/document/syntax.hpp>

#include <algorithm>
#include <optional>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/file/document/value_syntax.hpp>
#include <offerkit/file/keys/guess.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/file/keys/likely_text.hpp>
#include <offerkit/model/fields/key_tables.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
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

/// Whether quotation marks hold a text from its first character to its last.
bool is_quoted(std::string_view text) noexcept {
    return text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
           text.find(text.front(), 1) == text.size() - 1;
}

bool is_key(std::string_view key) noexcept {
    if (is_quoted(key)) {
        return true;
    }
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return is_digit(c) || is_letter(c) || c == '_' || c == '-' || c == '.' || c == '"' || c == '\'' || c == '/';
    });
}

/// A key with its value as this file would have them.
std::string write_pair(std::string_view key, std::string_view value) {
    const std::string meant = likely::value(value);
    return formatted("write `{} = {}`", key, meant.empty() ? "..." : meant);
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
    return is_key(joined) && !value.empty() ? formatted("a key is one word: {}", write_pair(joined, value))
                                            : "a key is one word of letters, digits, _ and -";
}

void explain_line(SyntaxProblem& problem, std::string_view content, std::string_view why) {
    const auto says = [&](std::string_view part) { return why.find(part) != std::string_view::npos; };
    if (content.empty()) {
        problem.message = "the file ends too early";
        problem.help = "a list ends with ], a table with }, a long text with three quotation marks";
    } else if (content.front() == '[') {
        if (says("cannot redefine")) {
            problem.code = codes::duplicate_key;
            problem.message = formatted("`{}` is written twice, or also in another form", content);
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
        problem.message = formatted("`=` is missing after `{}`", content.substr(0, space));
        problem.help = write_pair(content.substr(0, space), content.substr(space));
        problem.line_alone = true;
    } else if (is_key(content)) {
        problem.message = formatted("`{}` stands alone", content);
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
        problem.message = formatted("`{}` is not a key", key_line->key);
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
