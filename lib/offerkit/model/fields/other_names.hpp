#pragma once

#include <span>
#include <string>
#include <string_view>

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::model {

/// A word of letters, guides and other programs that people try as a key, and the key that says it here.
struct OtherName {
    std::string_view word;       ///< as `plain_key` gives it
    std::string_view key;        ///< what it is called here
    std::string_view table{};    ///< in which table, as `table_name` gives it; empty: wherever a table has that key
    std::string_view beside{};   ///< what stands in that table besides, as TOML
    std::string_view only_in{};  ///< holds only where it is written in this table; empty: anywhere
};

/// A word that people try as the value of a key, and the one that says it here.
struct OtherWord {
    std::string_view key;
    std::string_view word;  ///< as `plain_key` gives it
    std::string_view meant;
};

/// All names. Of several for a word the first that holds counts.
[[nodiscard]] std::span<const OtherName> other_names() noexcept;

/// A key in small letters, its words joined by `_`: "Signing-Bonus" is signing_bonus.
[[nodiscard]] std::string plain_key(std::string_view written);

/// The other name for a key as it was written in a table; null when there is none. `with_table`: whether one that names
/// its table is looked for, or one that holds wherever a table has the key.
[[nodiscard]] const OtherName* find_other_name(std::string_view written, const Schema& table, bool with_table);

/// The word that a key takes for one that was written; empty when nothing is known of it.
[[nodiscard]] std::string_view find_other_word(const Field& field, std::string_view written);

}  // namespace offerkit::model
