#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <offerkit/numeric/philox.hpp>

namespace offerkit::numeric {

/// -ln of (word + 1/2) / 2^32 for 32-bit words, in place: takes each word as the low half of a 64-bit pattern whose
/// high half is 0x43300000 (the double 2^52 + word), and leaves the logarithm there. Relative error below 4e-16; only
/// +, -, x and /, so every machine gives the same bits. The number of patterns is even.
void negative_logarithms(std::span<double> patterns) noexcept;

/// A pattern of that form.
[[nodiscard]] constexpr std::uint64_t pattern_of(std::uint32_t word) noexcept { return 0x4330000000000000U | word; }

/// Exponential random numbers for `draws` consecutive draws from `first` on, `each` for a draw: number j of draw
/// first + s goes to into[j * draws + s]. Divided by their sum, those of one draw are uniform on the simplex. Each
/// comes from 32 random bits, so that draw n is the same however draws are cut into blocks. `draws` is even, and `into`
/// holds draws x each numbers.
void exponential_draws(const PhiloxKey& key, std::uint64_t first, std::size_t draws, std::size_t each,
                       std::span<double> into) noexcept;

}  // namespace offerkit::numeric
