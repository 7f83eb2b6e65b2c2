#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <offerkit/model/offer.hpp>

namespace offerkit::choice {

/// An order in which offers can be judged without their names: the positions of the offers, shuffled. It depends on
/// what the offers say about themselves and on the seed, not on the order in which they are given, so that a second
/// sitting finds the same letters and no letter tells which file it is.
[[nodiscard]] std::vector<std::size_t> blind_order(std::span<const model::Offer> offers, std::uint64_t seed);

}  // namespace offerkit::choice
