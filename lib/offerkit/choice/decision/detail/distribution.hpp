#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision::detail {

/// One of the values that a discrete sum may take.
struct Atom {
    double at = 0;
    double chance = 1;
};

/// Values closer than this are one value reached by two sums.
inline constexpr double same_point = 1e-12;

/// Sorted atoms of a sum and a discrete rating times its weight on top.
[[nodiscard]] std::vector<Atom> convolved(const std::vector<Atom>& atoms, const Rating& rating, double weight);

/// How an offer's value at fixed weights is distributed: a discrete part (certain ratings, ranges, conditions), and for
/// each unknown a uniform amount between 0 and its weight on top.
class Distribution {
public:
    Distribution(std::span<const Rating> ratings, std::span<const double> weights);

    /// How many combinations of outcomes the ratings have, each unknown counting as two; at most one more than `most`.
    [[nodiscard]] static std::size_t combinations(std::span<const Rating> ratings, std::span<const double> weights,
                                                  std::size_t most) noexcept;

    [[nodiscard]] bool continuous() const noexcept { return unknowns_ != 0; }
    [[nodiscard]] std::size_t unknowns() const noexcept { return unknowns_; }
    /// Sorted, without repetitions; of the discrete part alone.
    [[nodiscard]] const std::vector<Atom>& atoms() const noexcept { return atoms_; }
    /// Where the distribution function changes its polynomial or jumps, unsorted.
    void add_corners(std::vector<double>& corners) const;

    /// Of a continuous distribution: the chance of a value up to x, and its density there.
    [[nodiscard]] double chance_up_to(double x) const noexcept;
    [[nodiscard]] double density_at(double x) const noexcept;

private:
    // A corner of the box of unknowns: the sum of some of the weights, counted off when it has an odd number of them.
    struct BoxCorner {
        double sum = 0;
        double sign = 1;
    };

    [[nodiscard]] double truncated_powers(double x, std::size_t power) const noexcept;

    std::size_t unknowns_ = 0;
    std::vector<Atom> atoms_{};
    std::vector<double> up_to_{};  // the chance of the atoms before each, and of all at the end
    std::vector<BoxCorner> box_{};
    double reach_ = 0;   // all unknowns at their best
    double volume_ = 1;  // product of their weights
};

}  // namespace offerkit::choice::decision::detail
