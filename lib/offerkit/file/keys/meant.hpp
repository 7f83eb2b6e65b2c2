#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <offerkit/file/tree/tree.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/quantity/fraction.hpp>

/// What to write instead of a literal that its key does not take, made from what was typed.
namespace offerkit::file::literal {

/// The largest number that any key takes.
inline constexpr std::int64_t most_number = 1'000'000'000'000;

/// The key in ticks.
[[nodiscard]] std::string named(const model::Field& field);

[[nodiscard]] bool takes(const model::Field& field, model::Accepts one) noexcept;

/// What a field takes, to people: "an amount of money", "a period or a table".
[[nodiscard]] std::string taken(const model::Field& field);

/// The field's example as a help line; empty where it has none.
[[nodiscard]] std::string write_sample(const model::Field& field);

/// A key of a table with its value, behind the examples of all that the table cannot be without.
[[nodiscard]] std::string pairs_of(const model::Schema& table, std::string_view key, std::string_view value,
                                   std::string_view joiner);

/// What to write instead, made from what was typed; the field's example where that is not clear.
[[nodiscard]] std::string write_meant(const Node& node, const model::Field& field);

/// What to write for a list that is empty: one with something in it, or nothing where the key may be left out.
[[nodiscard]] std::string write_filled(const model::Field& field);

/// A literal without its minus sign, as it would be written.
[[nodiscard]] std::string unsigned_literal(const Node& node);

/// What to write for an amount or a price that cannot be taken: without its sign, or rounded to its decimals.
[[nodiscard]] std::string write_amount(const Node& node, const model::Field& field, int decimals);

/// "15%" and 0.15 for somebody who wrote 15; 1.5 may be "1.5%" or "150%" where more than the whole is possible.
[[nodiscard]] std::string percent_hint(const quantity::Fraction& value, const model::Field& field);

}  // namespace offerkit::file::literal
