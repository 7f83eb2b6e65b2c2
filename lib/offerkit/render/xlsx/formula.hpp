#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <offerkit/report/product/page.hpp>

namespace offerkit::render::xlsx {

/// A number of a cell, and the format that shows it.
struct Number {
    double value = 0;
    std::string format{};
};

/// The number that `value` holds; nullopt for words, days and nothing.
[[nodiscard]] std::optional<Number> number_of(const report::Datum& value);

/// The number of a cell, from its text where its value is not kept: "1,234.50", "12%".
[[nodiscard]] std::optional<Number> number_of(const report::Cell& cell);

/// The number in a place of a table; nullopt where it holds none.
[[nodiscard]] std::optional<double> value_at(const report::Table& table, std::size_t r, std::size_t c);

/// How the number at `r`, `c` follows from others of its table, as a formula of a sheet whose first row holds titles:
/// the sum of the rows above a total, the sum of the columns beside it in a column called Total, a difference to the
/// best. Empty where none gives the number to the cent.
[[nodiscard]] std::string formula_of(const report::Table& table, std::size_t r, std::size_t c);

}  // namespace offerkit::render::xlsx
