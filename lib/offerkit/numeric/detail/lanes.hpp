#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

/// Two doubles side by side, as every 64-bit processor adds and multiplies them at once. Written with the vectors of
/// g++ and clang, which any machine can compile; the results are those of the two operations apart.
namespace offerkit::numeric::detail {

using Lanes = double __attribute__((vector_size(16)));
using WordLanes = std::uint64_t __attribute__((vector_size(16)));
using MaskLanes = std::int64_t __attribute__((vector_size(16)));
inline constexpr std::size_t lanes = 2;

inline Lanes load(const double* from) noexcept {
    Lanes value;
    std::memcpy(&value, from, sizeof value);
    return value;
}
inline void store(double* to, Lanes value) noexcept { std::memcpy(to, &value, sizeof value); }

}  // namespace offerkit::numeric::detail
