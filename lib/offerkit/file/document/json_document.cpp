#include <offerkit/file/document/json_document.hpp>

#include <offerkit/calendar/date.hpp>

namespace offerkit::file {
namespace {

Node node_of(const Json& value);

Node table_of(const Json& object) {
    Node node{.kind = NodeKind::table, .span = object.span, .entries = {}};
    for (const auto& member : object.members) {
        if (member.value.kind != Json::Kind::null) {
            node.entries.push_back({member.key, member.key_span, node_of(member.value)});
        }
    }
    return node;
}

Node node_of(const Json& value) {
    Node node{.kind = NodeKind::text, .text = value.text, .span = value.span, .entries = {}};
    switch (value.kind) {
        case Json::Kind::object: return table_of(value);
        case Json::Kind::list:
            node.kind = NodeKind::list;
            for (const auto& item : value.items) {
                node.items.push_back(node_of(item));
            }
            break;
        case Json::Kind::number: node.kind = NodeKind::number; break;
        case Json::Kind::boolean: node.kind = NodeKind::boolean; break;
        case Json::Kind::text:
        case Json::Kind::null:  // of a list: an empty text, which no key takes
            node.kind = calendar::parse_date(value.text) ? NodeKind::date : NodeKind::text;
            break;
    }
    return node;
}

}  // namespace

Document document_of(const Json& object) { return {.root = table_of(object), .source = object.span.source}; }

}  // namespace offerkit::file
