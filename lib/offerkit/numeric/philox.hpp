#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace offerkit::numeric {

using PhiloxBlock = std::array<std::uint64_t, 4>;
using PhiloxKey = std::array<std::uint64_t, 2>;

/// 256 random bits for a counter and a key: Philox4x64-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
/// easy as 1, 2, 3", 2011). There is no state: draw number n is the same whoever computes it, on any machine and in any
/// order.
[[nodiscard]] constexpr PhiloxBlock philox(const PhiloxBlock& counter, const PhiloxKey& key) noexcept {
    __extension__ using uint128 = unsigned __int128;
    // Plain variables stay in registers, which arrays would not.
    auto [a, b, c, d] = counter;
    auto [first_key, second_key] = key;
    for (int round = 0; round < 10; ++round) {
        const uint128 first = uint128{0xD2E7470EE14C6C93} * a;
        const uint128 second = uint128{0xCA5A826395121157} * c;
        a = static_cast<std::uint64_t>(second >> 64) ^ b ^ first_key;
        b = static_cast<std::uint64_t>(second);
        c = static_cast<std::uint64_t>(first >> 64) ^ d ^ second_key;
        d = static_cast<std::uint64_t>(first);
        first_key += 0x9E3779B97F4A7C15;
        second_key += 0xBB67AE8584CAA73B;
    }
    return {a, b, c, d};
}

/// A number strictly between 0 and 1 from 32 random bits: one of 2^32, evenly spaced, which is finer than any share
/// that a simulation can tell apart.
[[nodiscard]] constexpr double unit_interval(std::uint32_t bits) noexcept {
    return (static_cast<double>(bits) + 0.5) * 0x1p-32;
}

/// The random numbers of one draw of a simulation, one after the other. Two draws share none, whatever their length.
class Draw {
public:
    constexpr Draw(const PhiloxKey& key, std::uint64_t number) noexcept : key_{key}, number_{number} {}

    [[nodiscard]] constexpr std::uint32_t bits() noexcept {
        if (next_ == 2 * block_.size()) {
            block_ = philox({number_, blocks_++, 0, 0}, key_);
            next_ = 0;
        }
        const std::size_t half = next_++;
        return static_cast<std::uint32_t>(block_[half / 2] >> (half % 2 * 32));
    }
    /// Uniform between 0 and 1, neither of them included.
    [[nodiscard]] constexpr double uniform() noexcept { return unit_interval(bits()); }

private:
    PhiloxKey key_;
    std::uint64_t number_;
    std::uint64_t blocks_ = 0;
    PhiloxBlock block_{};
    std::size_t next_ = 8;
};

}  // namespace offerkit::numeric
