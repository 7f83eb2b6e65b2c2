#include <offerkit/file/document/json_help.hpp>

#include <array>
#include <cctype>
#include <cstddef>
#include <optional>
#include <utility>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {
namespace {

using diagnostic::is_digit;

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? "\\" : "";
        out += c;
    }
    return out + '"';
}

/// TOML parts the digits of a number by `_`, JSON does not.
std::string without_parting(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool parts =
            text[i] == '_' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        out += parts ? std::string_view{} : text.substr(i, 1);
    }
    return out;
}

std::string members_of(const Node& table);

std::string json_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::number: return without_parting(node.text);
        case NodeKind::boolean: return node.text;
        case NodeKind::text:
        case NodeKind::date:
        case NodeKind::date_time:
        case NodeKind::time: return quoted(node.text);
        case NodeKind::list: {
            std::string items;
            for (const auto& item : node.items) {
                items += (items.empty() ? "" : ", ") + json_of(item);
            }
            return "[" + items + "]";
        }
        case NodeKind::table: return "{" + members_of(node) + "}";
    }
    return {};
}

std::string members_of(const Node& table) {
    std::string members;
    for (const auto& [key, span, value] : table.entries) {
        members += (members.empty() ? "" : ", ") + quoted(key) + ": " + json_of(value);
    }
    return members;
}

std::optional<Node> parsed(std::string_view toml) {
    diagnostic::Sources sources;
    const auto id = sources.add("", std::string(toml));
    auto root = parse_toml(toml, sources[id], id);
    return root && !root->entries.empty() ? std::optional(std::move(*root)) : std::nullopt;
}

/// `amount = ...`: a key whose value the reader knows best.
std::optional<std::string> open_ended(std::string_view code) {
    const auto at = code.find(" = ...");
    if (at == std::string_view::npos || at + 6 != code.size() || code.find_first_of(" [\"") < at) {
        return std::nullopt;
    }
    return quoted(code.substr(0, at)) + ": ...";
}

std::string code_in_json(std::string_view code) {
    if (auto open = open_ended(code)) {
        return *std::move(open);
    }
    if (const auto root = parsed(code)) {
        return members_of(*root);
    }
    return without_parting(code);
}

bool is_name(std::string_view name) {
    for (const char c : name) {
        if (std::islower(static_cast<unsigned char>(c)) == 0 && !is_digit(c) && c != '_' && c != '.') {
            return false;
        }
    }
    return !name.empty();
}

/// Between pieces of code: `[table]` and `[[list]]` by their keys, `{ key = value }` as an object.
std::string words_in_json(std::string_view words) {
    std::string out;
    while (!words.empty()) {
        const auto at = words.find_first_of("[{");
        out += without_parting(words.substr(0, at));
        if (at == std::string_view::npos) {
            break;
        }
        words.remove_prefix(at);
        const bool list = words.starts_with("[[");
        const std::string_view ends = words.front() == '{' ? "}" : list ? "]]" : "]";
        const auto end = words.find(ends);
        const auto whole = end == std::string_view::npos ? words : words.substr(0, end + ends.size());
        const auto name = whole.ends_with(ends) && whole.size() > 2 * ends.size()
                              ? whole.substr(ends.size(), whole.size() - 2 * ends.size())
                              : std::string_view{};
        if (whole.front() == '[' && is_name(name)) {
            out += list ? "the list `" : "`";
            out += name;
            out += '`';
        } else if (const auto value = whole.front() == '{' ? parsed("v = " + std::string(whole)) : std::nullopt) {
            out += json_of(value->entries.front().value);
        } else {
            out += without_parting(whole);
        }
        words.remove_prefix(whole.size());
    }
    return out;
}

/// How a TOML file is laid out is nothing that a line of JSON can follow.
std::string without_layout(std::string text) {
    constexpr std::array<std::string_view, 3> phrases{", without quotation marks", " on a line of its own",
                                                      " with double brackets, once for each"};
    for (const auto phrase : phrases) {
        if (const auto at = text.find(phrase); at != std::string::npos) {
            text.erase(at, phrase.size());
        }
    }
    return text;
}

}  // namespace

std::string help_in_json(std::string_view help) {
    std::string out;
    for (;;) {
        const auto open = help.find('`');
        const auto close = open == std::string_view::npos ? open : help.find('`', open + 1);
        if (close == std::string_view::npos) {
            return without_layout(out + words_in_json(help));
        }
        out += words_in_json(help.substr(0, open));
        out += '`' + code_in_json(help.substr(open + 1, close - open - 1)) + '`';
        help.remove_prefix(close + 1);
    }
}

}  // namespace offerkit::file
