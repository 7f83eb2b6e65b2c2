#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/result.hpp>

namespace offerkit::file {

struct Entry;

/// What a value is, before any key says what it should be.
enum class NodeKind { text, number, boolean, date, date_time, time, list, table };

/// One value of a file as it was written, with its place. Numbers keep their digits, so that no amount ever passes
/// through a binary double.
struct Node {
    NodeKind kind = NodeKind::table;
    std::string text{};          ///< of a text: what it says; of a number, date or boolean: as written
    diagnostic::Span span{};     ///< of the value; of a table with a header: of the header
    std::vector<Node> items{};   ///< of a list
    std::vector<Entry> entries;  ///< of a table, in the order of the file
};

struct Entry {
    std::string key;
    diagnostic::Span key_span{};
    Node value;
};

/// The value of a key of a table; null when it is not there.
[[nodiscard]] const Node* find_entry(const Node& table, std::string_view key) noexcept;
[[nodiscard]] Node* find_entry(Node& table, std::string_view key) noexcept;

/// "text", "a number", "a date", "a table": what a value is, to people.
[[nodiscard]] std::string_view described(NodeKind kind) noexcept;

/// Where TOML stops making sense, as the parser says it.
struct SyntaxFault {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string description{};
};

/// How deep tables and lists may lie in each other.
inline constexpr int most_nesting = 64;

/// Parses `text`, which is the source's own text or one with the same lines and columns where it still counts. Places
/// and literals are those of the source. Never throws. Nesting has been checked before.
[[nodiscard]] Result<Node, SyntaxFault> parse_toml(std::string_view text, const diagnostic::Source& source,
                                                   diagnostic::SourceId id);

/// Parses one value, such as that of `--set`; every place in it is `at`.
[[nodiscard]] Result<Node, SyntaxFault> parse_toml_value(std::string_view text, diagnostic::Span at);

}  // namespace offerkit::file
