#pragma once

#include <cstddef>
#include <cstdint>

#include <offerkit/numeric/philox.hpp>

namespace offerkit::numeric {

/// Random words by the hundred thousand, at a tenth of what a block of Philox costs: word number n is a mix of where
/// the stream begins and n (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014: SplitMix64).
/// There is no state: word number n is the same whoever computes it, on any machine and in any order.
class WordStream {
public:
    constexpr explicit WordStream(std::uint64_t begin) noexcept : begin_{begin} {}
    /// Stream number `number` of a key begins where Philox says: streams are far apart.
    constexpr WordStream(const PhiloxKey& key, std::uint64_t number) noexcept
        : begin_{philox({number, 0, 0, 0}, key)[0]} {}

    /// 64 random bits.
    [[nodiscard]] constexpr std::uint64_t at(std::uint64_t n) const noexcept { return mixed(begin_ + (n + 1) * step); }

    /// Calls `take(i, bits)` with 32 random bits for i from 0 to `count` - 1, those of draw `first` + i: two draws
    /// share a word. Both numbers are even.
    template <class Take>
    constexpr void each(std::uint64_t first, std::size_t count, const Take& take) const noexcept {
        std::uint64_t place = begin_ + (first / 2 + 1) * step;
        for (std::size_t i = 0; i < count; i += 2, place += step) {
            const std::uint64_t word = mixed(place);
            take(i, static_cast<std::uint32_t>(word));
            take(i + 1, static_cast<std::uint32_t>(word >> 32U));
        }
    }

private:
    static constexpr std::uint64_t step = 0x9E3779B97F4A7C15;

    [[nodiscard]] static constexpr std::uint64_t mixed(std::uint64_t word) noexcept {
        word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27U)) * 0x94D049BB133111EB;
        return word ^ (word >> 31U);
    }

    std::uint64_t begin_;
};

}  // namespace offerkit::numeric
