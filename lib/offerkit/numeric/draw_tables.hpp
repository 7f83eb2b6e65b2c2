#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <offerkit/numeric/normal.hpp>
#include <offerkit/numeric/philox.hpp>

/// What turns 32 random bits into a draw by looking it up: for simulations of a hundred thousand draws, where computing
/// each of them anew would be most of the work.
namespace offerkit::numeric {

/// Normal draws: straight between 1,023 places a 1,024th of all chance apart, computed beyond the outermost. What is
/// between two places is off by 0.04 next to the outermost and by less than 0.001 from the 50th on.
class NormalTable {
public:
    NormalTable() noexcept;

    [[nodiscard]] double at(std::uint32_t bits) const noexcept {
        const std::size_t part = bits >> bits_within;
        if (part - 1 >= parts - 2) {
            return rough_inverse_normal(unit_interval(bits));
        }
        const auto within = static_cast<std::int32_t>(bits & ((1U << bits_within) - 1));
        return parts_[part].from + static_cast<double>(within) * parts_[part].rise;
    }

private:
    static constexpr unsigned bits_within = 22;
    static constexpr std::size_t parts = std::size_t{1} << (32U - bits_within);
    struct Part {
        double from = 0;
        double rise = 0;  ///< for one more of the bits within it
    };
    std::array<Part, parts> parts_{};
};

/// A function of a normal draw: straight between points a 32nd apart from -8 to 8, and level beyond them.
class ScoreCurve {
public:
    static constexpr double first = -8;
    static constexpr std::size_t each = 32;  ///< points for a change of 1
    static constexpr std::size_t parts = 16 * each;

    /// The points are taken of `function`, once each; amounts of more than 1e100 count as that.
    template <class Function>
    explicit ScoreCurve(const Function& function) noexcept {
        constexpr double most = 1e100;
        double from = std::clamp(function(first), -most, most);
        for (std::size_t i = 0; i < parts; ++i) {
            const auto place = static_cast<double>(i);
            const double to = std::clamp(function(first + (place + 1) / each), -most, most);
            parts_[i] = {from - place * (to - from), to - from};
            from = to;
        }
    }

    [[nodiscard]] double at(double score) const noexcept {
        constexpr double last = parts - 1e-9;
        const double place = std::min(std::max((score - first) * each, 0.0), last);
        const Part& part = parts_.data()[static_cast<std::int32_t>(place)];  // not checked: below `last`
        return part.at_zero + place * part.rise;
    }

private:
    struct Part {
        double at_zero = 0;  ///< where the line through this part is at place 0
        double rise = 0;     ///< from one point to the next
    };
    std::array<Part, parts> parts_{};
};

/// Draws of a few values with their chances, however many, at one price each (Walker, "An efficient method for
/// generating discrete random variables with general distributions", 1977).
class AliasTable {
public:
    struct Choice {
        double value = 0;
        double chance = 1;
    };

    /// One choice at least; their chances are above or equal to 0 and add up to 1 but for rounding.
    explicit AliasTable(std::span<const Choice> choices);

    [[nodiscard]] double at(std::uint32_t bits) const noexcept {
        // The upper half of the product is even among the slots, and the lower one even within a slot.
        const std::uint64_t product = std::uint64_t{bits} * slots_.size();
        const Slot& slot = slots_.data()[product >> 32U];  // not checked: below their number
        return slot.values[static_cast<std::uint32_t>(product) >= slot.own ? 1 : 0];
    }

private:
    struct Slot {
        std::array<double, 2> values{};  ///< its own, and the one that fills it up
        std::uint64_t own = 0;           ///< the part of 2^32 that is its own
    };
    std::vector<Slot> slots_{};
};

}  // namespace offerkit::numeric
