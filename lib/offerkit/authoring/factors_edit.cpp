#include <offerkit/authoring/factors_edit.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <offerkit/authoring/toml.hpp>

namespace offerkit::authoring {

namespace {

using model::FactorRating;

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// The lines of a text, each with its end.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        lines.emplace_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

/// A header's name: "factors" of "[factors]  # mine"; empty for a line that is no header.
std::string_view header_of(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (!text.starts_with('[')) {
        return {};
    }
    const std::size_t begin = text.find_first_not_of("[ \t");
    const std::size_t end = text.find(']');
    return begin == std::string_view::npos || end == std::string_view::npos || end < begin
               ? std::string_view{"?"}
               : trimmed(text.substr(begin, end - begin));
}

/// Where a value begins and ends within its line.
struct Pair {
    std::string key;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Whether brackets close and strings end: the value stands on this line alone.
std::optional<std::size_t> end_of_value(std::string_view line, std::size_t begin) {
    int depth = 0;
    char quote = 0;
    std::size_t end = begin;
    for (std::size_t i = begin; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != 0) {
            if (c == '\\' && quote == '"') {
                ++i;
            } else if (c == quote) {
                quote = 0;
            }
        } else if (c == '#' || c == '\n' || c == '\r') {
            break;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
        if (blanks.find(c) == std::string_view::npos) {
            end = std::min(i, line.size() - 1) + 1;
        }
    }
    return depth == 0 && quote == 0 && end > begin ? std::optional{end} : std::nullopt;
}

/// `growth = 8  # as Ann told me`; `nullopt` for a line that is no such pair.
std::optional<Pair> pair_in(std::string_view line) {
    std::size_t at = line.find_first_not_of(blanks);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    Pair pair;
    if (line[at] == '"' || line[at] == '\'') {
        const std::size_t close = line.find(line[at], at + 1);
        if (close == std::string_view::npos) {
            return std::nullopt;
        }
        pair.key = line.substr(at + 1, close - at - 1);
        at = close + 1;
    } else {
        const std::size_t end = line.find_first_of(" \t=.", at);
        pair.key = line.substr(at, end == std::string_view::npos ? end : end - at);
        at = end;
    }
    at = at == std::string_view::npos ? at : line.find_first_not_of(blanks, at);
    if (at == std::string_view::npos || line[at] != '=') {
        return std::nullopt;
    }
    const std::size_t begin = line.find_first_not_of(blanks, at + 1);
    const auto end = begin == std::string_view::npos ? std::nullopt : end_of_value(line, begin);
    if (!end) {
        return std::nullopt;
    }
    pair.begin = begin;
    pair.end = *end;
    return pair;
}

bool is_blank(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.empty() || text == "\n" || text.starts_with('#') || text == "\r\n";
}

/// Where `[factors]` begins and ends among the lines; nothing where the file has none.
struct Table {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// `nullopt` if the ratings are written in another form.
std::optional<std::optional<Table>> table_in(const std::vector<std::string>& lines) {
    std::optional<Table> table;
    bool at_top = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view text = trimmed(lines[i]);
        const std::string_view header = header_of(lines[i]);
        if (header.starts_with("factors") || header.starts_with("\"factors") || header.starts_with("'factors")) {
            if (header != "factors" || table || text.starts_with("[[")) {
                return std::nullopt;
            }
            table = Table{i, lines.size()};
            continue;
        }
        const bool other_form =
            at_top && (text.starts_with("factors") || text.starts_with("\"factors\"")) && !table && header.empty();
        if (other_form) {
            return std::nullopt;
        }
        at_top = at_top && header.empty();
        if (table && !header.empty() && table->end == lines.size()) {
            table->end = i;
        }
    }
    return std::optional<std::optional<Table>>{table};
}

std::string line_of(const FactorRating& rating, std::string_view end) {
    return toml::key(rating.factor) + " = " + toml::rating(rating) + std::string{end};
}

}  // namespace

std::optional<std::string> with_factors(std::string_view text, std::span<const FactorRating> ratings) {
    if (trimmed(text).starts_with('{')) {
        return std::nullopt;
    }
    auto lines = lines_of(text);
    const std::string_view end = !lines.empty() && lines.front().ends_with("\r\n") ? "\r\n" : "\n";
    const auto found = table_in(lines);
    if (!found) {
        return std::nullopt;
    }
    if (!lines.empty() && !lines.back().ends_with('\n')) {
        lines.back() += end;
    }
    const bool is_new = !found->has_value();
    if (is_new) {
        lines.emplace_back(end);
        lines.push_back("[factors]" + std::string{end});
    }
    const Table table = is_new ? Table{lines.size() - 1, lines.size()} : **found;
    std::vector<FactorRating> added{ratings.begin(), ratings.end()};
    std::size_t last = table.begin;
    for (std::size_t i = table.begin + 1; i < table.end; ++i) {
        if (is_blank(lines[i])) {
            continue;
        }
        const auto pair = pair_in(lines[i]);
        if (!pair) {
            return std::nullopt;
        }
        last = i;
        const auto rating =
            std::find_if(added.begin(), added.end(), [&](const FactorRating& one) { return one.factor == pair->key; });
        if (rating != added.end()) {
            lines[i].replace(pair->begin, pair->end - pair->begin, toml::rating(*rating));
            added.erase(rating);
        }
    }
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i];
        if (i == last) {
            for (const FactorRating& rating : added) {
                out += line_of(rating, end);
            }
        }
    }
    return out;
}

}  // namespace offerkit::authoring
