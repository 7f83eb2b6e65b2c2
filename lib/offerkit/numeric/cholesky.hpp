#pragma once

#include <cstddef>
#include <vector>

namespace offerkit::numeric {

/// A square matrix, row by row.
using Matrix = std::vector<std::vector<double>>;

/// The lower triangular L with L L' = a, for a symmetric matrix that no vector makes negative. Where it is singular, or
/// rounding has left it a little below, the column is 0: what the earlier rows determine needs no number of its own.
[[nodiscard]] Matrix cholesky(const Matrix& a);

}  // namespace offerkit::numeric
