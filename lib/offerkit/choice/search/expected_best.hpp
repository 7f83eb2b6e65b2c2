#pragma once

#include <vector>

/// The best of several chances.
namespace offerkit::choice::search {

struct Chance {
    double probability = 1;
    double value = 0;
};

/// The value of the best of several independent chances, the rest falling to the next: E[max]. `nothing` is what stays
/// when none comes true; what is worth no more changes nothing.
[[nodiscard]] double expected_best(std::vector<Chance> chances, double nothing);

}  // namespace offerkit::choice::search
