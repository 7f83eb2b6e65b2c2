#include <offerkit/model/fields/key_tables.hpp>

#include <algorithm>
#include <iterator>

#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/other_names.hpp>

namespace offerkit::model {

namespace {

bool holds(const std::vector<KeyTable>& tables, const Schema* schema) {
    return std::any_of(tables.begin(), tables.end(), [&](const KeyTable& one) { return one.schema == schema; });
}

bool is_taken(const std::vector<KeyTable>& tables, std::string_view name) {
    return std::any_of(tables.begin(), tables.end(), [&](const KeyTable& one) { return one.name == name; });
}

/// "grant.segment" of [[grant.segment]]; an inline table is called as it is where that is no other table's name, else
/// by its key in the table around it.
std::string name_of(const Field& field, const KeyTable& outer, const std::vector<KeyTable>& tables,
                    std::string_view prefix) {
    std::string name;
    std::copy_if(field.table->name.begin(), field.table->name.end(), std::back_inserter(name),
                 [](char c) { return c != '[' && c != ']'; });
    name = std::string{prefix} + name;
    const bool inline_range = field.table->name == "range" || field.table->name == "a range";
    return is_taken(tables, name) || inline_range ? outer.name + "." + std::string{field.key} : name;
}

void add_below(const KeyTable& outer, std::vector<KeyTable>& tables, std::string_view prefix) {
    std::vector<const Field*> fields;
    for (const Field& field : outer.schema->fields) {
        fields.push_back(&field);
    }
    if (outer.schema->any_key != nullptr) {
        fields.push_back(outer.schema->any_key);
    }
    for (const Field* field : fields) {
        if (field->table != nullptr && !holds(tables, field->table)) {
            tables.push_back({name_of(*field, outer, tables, prefix), field->table});
            add_below(KeyTable{tables.back()}, tables, prefix);
        }
    }
}

std::vector<KeyTable> all_tables() {
    std::vector<KeyTable> tables;
    const auto add = [&](std::string name, const Schema& root, const std::string& prefix) {
        tables.push_back({std::move(name), &root});
        add_below(KeyTable{tables.back()}, tables, prefix);
    };
    add("offer", offer_schema(), "");
    add("priorities", priorities_schema(), "");
    add("pipeline", pipeline_schema(), "");
    add("plan", career_schema(), "");
    for (const std::string_view kind : profile_kinds()) {
        const std::string name = "profiles." + std::string{kind};
        add(name, *profile_schema(kind), name + ".");
    }
    return tables;
}

}  // namespace

const std::vector<KeyTable>& key_tables() {
    static const std::vector<KeyTable> tables = all_tables();
    return tables;
}

std::string_view table_name(const Schema& schema) {
    for (const KeyTable& one : key_tables()) {
        if (one.schema == &schema) {
            return one.name;
        }
    }
    return {};
}

const Schema* named_table(std::string_view name) {
    for (const KeyTable& one : key_tables()) {
        if (one.name == name) {
            return one.schema;
        }
    }
    return nullptr;
}

std::vector<KeyTable> tables_called(std::string_view written) {
    std::string name = plain_key(written);
    std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
    std::vector<KeyTable> found;
    for (const KeyTable& one : key_tables()) {
        const std::string own = plain_key(one.name);
        if (own == name) {
            return {one};
        }
        if (!name.empty() && own.ends_with("." + name)) {
            found.push_back(one);
        }
    }
    return found;
}

}  // namespace offerkit::model
