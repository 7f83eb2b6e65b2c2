#include <offerkit/report/profiles/tax_form_text.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <offerkit/authoring/toml.hpp>

namespace offerkit::report {

namespace {

using file::Entry;
using file::Node;
using file::NodeKind;

std::string value_of(const Node& node) {
    std::string out;
    switch (node.kind) {
        case NodeKind::text: return authoring::toml::text(node.text);
        case NodeKind::list:
            for (const Node& item : node.items) {
                out += (out.empty() ? "[" : ", ") + value_of(item);
            }
            return out.empty() ? "[]" : out + "]";
        case NodeKind::table:
            for (const Entry& entry : node.entries) {
                out += (out.empty() ? "{ " : ", ") + authoring::toml::key(entry.key) + " = " + value_of(entry.value);
            }
            return out.empty() ? "{}" : out + " }";
        case NodeKind::number:
        case NodeKind::boolean:
        case NodeKind::date:
        case NodeKind::date_time:
        case NodeKind::time: break;
    }
    return node.text;
}

bool holds_lists(const Node& node) {
    return node.kind == NodeKind::table && std::any_of(node.entries.begin(), node.entries.end(), [](const auto& entry) {
               return entry.value.kind == NodeKind::list;
           });
}

/// One key; a table for each status takes a line for each.
void add(std::string& out, const Entry& entry) {
    if (!holds_lists(entry.value)) {
        out += authoring::toml::key(entry.key) + " = " + value_of(entry.value) + "\n";
        return;
    }
    for (const Entry& status : entry.value.entries) {
        out += authoring::toml::key(entry.key) + "." + authoring::toml::key(status.key) + " = " +
               value_of(status.value) + "\n";
    }
}

std::string top(const file::WrittenForm& form) {
    std::string out;
    const Node* limits = nullptr;
    const Node* warnings = nullptr;
    for (const Entry& entry : form.root.entries) {
        if (entry.key == "limits") {
            limits = &entry.value;
        } else if (entry.key == "warning") {
            warnings = &entry.value;
        } else {
            add(out, entry);
        }
    }
    if (limits != nullptr) {
        for (const Entry& limit : limits->entries) {
            out += "\n[limits." + authoring::toml::key(limit.key) + "]\n";
            for (const Entry& entry : limit.value.entries) {
                add(out, entry);
            }
        }
    }
    if (warnings != nullptr) {
        for (const Node& warning : warnings->items) {
            out += "\n[[warning]]\n";
            for (const Entry& entry : warning.entries) {
                add(out, entry);
            }
        }
    }
    return out;
}

}  // namespace

std::string tax_form_text(const file::WrittenForm& form) {
    std::string out = top(form);
    for (const file::WrittenLine& line : form.lines) {
        out += "\n# " + line.given_in + ".toml, table of " + std::to_string(line.table_year) + ", " +
               std::string{word(line.standing)} + "\n[[line]]\n";
        for (const Entry& entry : line.table.entries) {
            add(out, entry);
        }
        if (find_entry(line.table, "source") == nullptr) {
            out += "source = " + authoring::toml::text(form.header.source) + "\n";
        }
    }
    return out;
}

}  // namespace offerkit::report
