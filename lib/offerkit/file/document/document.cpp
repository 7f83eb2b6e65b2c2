#include <offerkit/file/document/document.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/file/document/syntax.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Span;

/// After so many broken lines a file is something else than TOML.
constexpr int most_syntax_errors = 20;

/// A place in a text, moving forward, in lines and columns.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

Place place_of(std::string_view text, std::size_t offset) noexcept {
    Place place;
    for (std::size_t i = 0; i < offset; ++i) {
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if (diagnostic::utf8::begins_character(text[i])) {
            ++place.column;
        }
    }
    return place;
}

/// Overwrites a line with spaces: the others keep their numbers.
void blank_line(std::string& text, std::uint32_t line) {
    std::size_t begin = 0;
    for (std::uint32_t passed = 1; passed < line; ++passed) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string::npos) {
            return;
        }
        begin = end + 1;
    }
    const auto first = text.begin() + static_cast<std::ptrdiff_t>(begin);
    std::replace_if(first, std::find(first, text.end(), '\n'), [](char c) { return c != '\r'; }, ' ');
}

}  // namespace

// Strings and comments are passed over. A parser that recurses must never see a text that goes deeper.
std::size_t find_too_deep(std::string_view text) noexcept {
    int brackets = 0;
    int dots = 0;
    std::size_t i = 0;
    const auto skip_string = [&](char quote) {
        const bool triple = text.substr(i, 3) == std::string_view{quote == '"' ? "\"\"\"" : "'''"};
        i += triple ? 3 : 1;
        while (i < text.size()) {
            if (quote == '"' && text[i] == '\\') {
                i += 2;
            } else if (triple && text[i] == quote && i + 2 < text.size() && text[i + 1] == quote &&
                       text[i + 2] == quote) {
                i += 3;
                // Up to two quotes may stand right before the closing three.
                for (int extra = 0; extra < 2 && i < text.size() && text[i] == quote; ++extra) {
                    ++i;
                }
                return;
            } else if (!triple && (text[i] == quote || text[i] == '\n')) {
                ++i;
                return;
            } else {
                ++i;
            }
        }
    };
    while (i < text.size()) {
        const char c = text[i];
        switch (c) {
            case '"':
            case '\'': skip_string(c); continue;
            case '#':
                while (i < text.size() && text[i] != '\n') {
                    ++i;
                }
                continue;
            case '[':
            case '{':
                ++brackets;
                dots = 0;
                break;
            case ']':
            case '}':
                brackets = std::max(0, brackets - 1);
                dots = 0;
                break;
            case '.': ++dots; break;
            case '=':
            case ',':
            case '\n': dots = 0; break;
            default: break;
        }
        if (brackets > most_nesting || dots > most_nesting) {
            return i;
        }
        ++i;
    }
    return std::string_view::npos;
}

std::optional<Document> read_document(std::string name, std::string text, diagnostic::Sources& sources,
                                      diagnostic::Diagnostics& diagnostics) {
    if (text.size() > most_bytes) {
        const auto id = sources.add(std::move(name), {});
        diagnostics.error(codes::file_too_large, {id, 0, 0, 0}, "the file is larger than 8 MiB",
                          "an offer file holds a few kilobytes: is this the right file?");
        return std::nullopt;
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    const auto id = sources.add(std::move(name), std::move(text));
    const diagnostic::Source& source = sources[id];
    if (const std::size_t at = diagnostic::utf8::first_invalid(source.text()); at != std::string::npos) {
        const Place place = place_of(source.text(), at);
        const bool wide = source.text().starts_with("\xFF\xFE") || source.text().starts_with("\xFE\xFF");
        diagnostics.error(codes::invalid_utf8, {id, place.line, place.column, 1},
                          wide ? "the file is UTF-16, not UTF-8" : "a byte here is not UTF-8",
                          "save the file as UTF-8 in your editor");
        return std::nullopt;
    }
    if (const std::size_t at = find_too_deep(source.text()); at != std::string::npos) {
        const Place place = place_of(source.text(), at);
        diagnostics.error(codes::too_deep, {id, place.line, place.column, 1}, "this is nested over 64 deep",
                          "an offer file needs no more than five levels");
        return std::nullopt;
    }

    Document document;
    document.source = id;
    std::string repaired;
    std::uint32_t last_line = 0;
    for (int broken = 0; broken < most_syntax_errors; ++broken) {
        auto root =
            parse_toml(document.complete ? std::string_view{source.text()} : std::string_view{repaired}, source, id);
        if (root) {
            document.root = std::move(*root);
            return document;
        }
        const SyntaxProblem problem = explain(root.error(), source, id);
        diagnostics.error(problem.code, problem.span, problem.message, problem.help);
        if (!problem.line_alone || problem.span.line == last_line) {
            return std::nullopt;
        }
        if (document.complete) {
            repaired = source.text();
            document.complete = false;
        }
        last_line = problem.span.line;
        blank_line(repaired, last_line);
    }
    return std::nullopt;
}

}  // namespace offerkit::file
