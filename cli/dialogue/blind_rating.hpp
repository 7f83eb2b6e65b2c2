#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <cli/dialogue/dialogue.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>

namespace offerkit::cli {

/// What a person said of one offer without knowing its name.
struct BlindRating {
    std::size_t offer = 0;  ///< its position among those given
    std::string letter;     ///< "Offer A"
    std::vector<model::FactorRating> ratings{};
};

/// Asks how each offer does on each factor, factor by factor, the offers called A, B, C in random order. What
/// an offer file says already is the default, else `unknown`. Ratings on factors that the priorities do not name are
/// kept. In the order of the letters; nothing when the dialogue has stopped.
[[nodiscard]] std::optional<std::vector<BlindRating>> rate_blind(Dialogue& dialogue,
                                                                 const model::Priorities& priorities,
                                                                 std::span<const model::Offer> offers,
                                                                 std::uint64_t seed);

}  // namespace offerkit::cli
