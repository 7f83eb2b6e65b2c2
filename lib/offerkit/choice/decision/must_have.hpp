#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>

namespace offerkit::choice::decision {

/// One must-have and how one offer does on it. Nobody is removed for it.
struct MustHaveResult {
    std::size_t offer = 0;
    std::size_t factor = 0;
    double at_least = 0;               ///< as stated; on a scale of costs, at most
    double rating = 0;                 ///< expected
    double chance = 1;                 ///< of reaching it
    std::optional<double> required{};  ///< chance asked for; absent: it has to be certain
    double shortfall = 0;  ///< in points of the scale from the expected rating to the bar; 0 when it reaches it
    bool met = true;       ///< the chance is at least the one asked for; true for what is not known
    bool known = true;     ///< false: the rating is not known, and may turn out either way
};

/// Every offer on every must-have, by factor, then by offer.
[[nodiscard]] std::vector<MustHaveResult> must_haves(const Judgement& judgement);

}  // namespace offerkit::choice::decision
