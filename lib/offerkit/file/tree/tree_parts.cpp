#include <offerkit/file/tree/tree_parts.hpp>

#include <utility>

namespace offerkit::file {

using calendar::Date;
using diagnostic::Span;

Node text_node(std::string text, Span span) {
    Node node;
    node.kind = NodeKind::text;
    node.text = std::move(text);
    node.span = span;
    return node;
}

Node number_node(std::string digits, Span span) {
    Node node = text_node(std::move(digits), span);
    node.kind = NodeKind::number;
    return node;
}

Node date_node(Date date, Span span) {
    Node node = text_node(to_string(date), span);
    node.kind = NodeKind::date;
    return node;
}

Node boolean_node(bool value, Span span) {
    Node node = text_node(value ? "true" : "false", span);
    node.kind = NodeKind::boolean;
    return node;
}

Node list_node(std::vector<Node> items, Span span) {
    Node node;
    node.kind = NodeKind::list;
    node.items = std::move(items);
    node.span = span;
    return node;
}

Node table_node(std::vector<Entry> entries, Span span) {
    Node node;
    node.kind = NodeKind::table;
    node.entries = std::move(entries);
    node.span = span;
    return node;
}

Entry entry(std::string key, Node value) {
    const Span span = value.span;
    return {std::move(key), span, std::move(value)};
}

}  // namespace offerkit::file
