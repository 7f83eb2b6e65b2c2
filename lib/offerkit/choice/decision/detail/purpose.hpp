#pragma once

#include <cstdint>

#include <offerkit/numeric/philox.hpp>

namespace offerkit::choice::decision::detail {

/// What random numbers are drawn for: each purpose has numbers of its own, so that more of one changes no other.
enum class Purpose : std::uint64_t { weights = 1, orders, ratings, verdict, pay };

[[nodiscard]] constexpr numeric::PhiloxKey key_of(std::uint64_t seed, Purpose purpose) noexcept {
    return {seed, static_cast<std::uint64_t>(purpose)};
}

}  // namespace offerkit::choice::decision::detail
