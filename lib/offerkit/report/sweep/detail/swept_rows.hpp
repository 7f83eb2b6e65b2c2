#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/comparison/sweep.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/product/document.hpp>

/// What the sweeps of offers and of career plans say alike.
namespace offerkit::report {

/// Adds a column for each key that is moved: the value that a row gives it.
void add_swept_keys(Columns<choice::SweepRow>& columns, const choice::Sweep& sweep);
/// A value as programs read it: a number where it is one.
[[nodiscard]] Document swept_value_document(const choice::SweepValue& value);
[[nodiscard]] Document swept_values_document(const std::vector<choice::SweepValue>& values);
/// "`base.salary` between 185000 and 190000 (`stock.price` at 150)": where the lead changes hands.
[[nodiscard]] std::string crossing_place(const choice::Sweep& sweep, const choice::Crossing& crossing);

}  // namespace offerkit::report
