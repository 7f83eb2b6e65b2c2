#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

const Node* find_entry(const Node& table, std::string_view key) noexcept {
    for (const Entry& entry : table.entries) {
        if (entry.key == key) {
            return &entry.value;
        }
    }
    return nullptr;
}

Node* find_entry(Node& table, std::string_view key) noexcept {
    for (Entry& entry : table.entries) {
        if (entry.key == key) {
            return &entry.value;
        }
    }
    return nullptr;
}

std::string_view described(NodeKind kind) noexcept {
    switch (kind) {
        case NodeKind::text: return "text";
        case NodeKind::number: return "a number";
        case NodeKind::boolean: return "true or false";
        case NodeKind::date: return "a date";
        case NodeKind::date_time: return "a date with a time";
        case NodeKind::time: return "a time of day";
        case NodeKind::list: return "a list";
        case NodeKind::table: return "a table";
    }
    return "a value";
}

}  // namespace offerkit::file
