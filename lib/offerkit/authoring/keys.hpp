#pragma once

#include <span>
#include <string>

#include <offerkit/model/fields/key_tables.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::authoring {

/// The words after a key in the reference, in help and in the manual: what it means, its words, its limits, its
/// default. No final full stop.
[[nodiscard]] std::string meaning_of(const model::Field& field);

/// What stands in a fence or a manual for a key: `salary = 182_000`; the header of a table that has one.
[[nodiscard]] std::string example_of(const model::Field& field);

/// The tables there are, by the names that `offerkit help keys` takes.
[[nodiscard]] report::Page key_tables_page();
/// Every key of some tables.
[[nodiscard]] report::Page keys_page(std::span<const model::KeyTable> tables);

}  // namespace offerkit::authoring
