#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Random numbers by world and purpose: who asks, and in which order, changes none of them.
namespace offerkit::numeric {

/// 128 random bits for a counter and a key: Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
/// easy as 1, 2, 3", 2011).
[[nodiscard]] constexpr std::array<std::uint32_t, 4> philox32(const std::array<std::uint32_t, 4>& counter,
                                                              const std::array<std::uint32_t, 2>& key) noexcept {
    auto [a, b, c, d] = counter;
    auto [first_key, second_key] = key;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t first = std::uint64_t{0xD2511F53} * a;
        const std::uint64_t second = std::uint64_t{0xCD9E8D57} * c;
        a = static_cast<std::uint32_t>(second >> 32) ^ b ^ first_key;
        b = static_cast<std::uint32_t>(second);
        c = static_cast<std::uint32_t>(first >> 32) ^ d ^ second_key;
        d = static_cast<std::uint32_t>(first);
        first_key += 0x9E3779B9;
        second_key += 0xBB67AE85;
    }
    return {a, b, c, d};
}

/// A number strictly between 0 and 1 that belongs to one world, one purpose and one index: one of 2^52, evenly spaced.
[[nodiscard]] constexpr double keyed_uniform(std::uint64_t seed, std::uint32_t world, std::uint32_t purpose,
                                             std::uint32_t index) noexcept {
    const auto bits = philox32({world, purpose, index, 0},
                               {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
    const std::uint64_t high = (std::uint64_t{bits[0]} << 20) + (bits[1] >> 12);
    return (static_cast<double>(high) + 0.5) * 0x1p-52;
}

/// The 32-bit FNV-1a hash of a name's bytes, with A to Z taken as a to z: what a company's draws are kept under.
[[nodiscard]] constexpr std::uint32_t name_hash(std::string_view name) noexcept {
    std::uint32_t hash = 2166136261U;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter);
        hash = (hash ^ byte) * 16777619U;
    }
    return hash;
}

}  // namespace offerkit::numeric
