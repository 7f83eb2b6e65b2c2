#pragma once

#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/tree/tree.hpp>

/// Parts of a tree as if a person had written them at a place: what another format says, for the reader of ours.
namespace offerkit::file {

[[nodiscard]] Node text_node(std::string text, diagnostic::Span span);
[[nodiscard]] Node number_node(std::string digits, diagnostic::Span span);
[[nodiscard]] Node date_node(calendar::Date date, diagnostic::Span span);
[[nodiscard]] Node boolean_node(bool value, diagnostic::Span span);
[[nodiscard]] Node list_node(std::vector<Node> items, diagnostic::Span span);
[[nodiscard]] Node table_node(std::vector<Entry> entries, diagnostic::Span span);
[[nodiscard]] Entry entry(std::string key, Node value);

}  // namespace offerkit::file
