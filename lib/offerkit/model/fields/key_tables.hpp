#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::model {

/// One table of keys by the name that people ask for it by: "offer", "grant", "grant.segment", "vesting", "priorities",
/// "factor", "profiles.ladders", "profiles.ladders.level".
struct KeyTable {
    std::string name;
    const Schema* schema;
};

/// Every table of every kind of file, each once: those of an offer, of a priorities file, of each kind of profile.
[[nodiscard]] const std::vector<KeyTable>& key_tables();

/// The name of a table; empty for one that is in none of these files.
[[nodiscard]] std::string_view table_name(const Schema& schema);
/// The table of that name; null when there is none.
[[nodiscard]] const Schema* named_table(std::string_view name);

/// The tables that somebody may mean: the one of that name, else all whose last words it is. Brackets and letters' case
/// count for nothing: "[[Grant]]" is "grant", and "level" each table of levels.
[[nodiscard]] std::vector<KeyTable> tables_called(std::string_view written);

}  // namespace offerkit::model
