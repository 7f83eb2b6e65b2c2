#pragma once

#include <cstddef>
#include <vector>

namespace offerkit::numeric {

/// A place between -1 and 1 and what it counts for.
struct Node {
    double at = 0;
    double weight = 2;
};

/// The n nodes of Gauss and Legendre, n >= 1: the weighted sum of a polynomial of degree up to 2n - 1 over them is its
/// integral from -1 to 1. Found by halving between the roots of the polynomial before (roots interlace), without any
/// function that differs between machines.
[[nodiscard]] std::vector<Node> gauss_legendre(std::size_t n);

}  // namespace offerkit::numeric
