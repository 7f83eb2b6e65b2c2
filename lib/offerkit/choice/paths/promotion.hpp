#pragma once

#include <vector>

/// When a rung is reached: docs/numbers.md, "Careers".
namespace offerkit::choice::paths {

/// The share of those ever promoted who have been after so many months on a rung: lognormal, with its middle at
/// `median` and nine in ten by `slow`; a step where the two are equal. `median` is at least 1.
[[nodiscard]] double promoted_by(int months, int median, int slow) noexcept;

/// The promotion to one rung.
struct Promotion {
    std::vector<double> by{};  ///< chance of having been promoted after 0, 1, ... months; empty: there is no promotion
    double ever = 0;
    int pay_over = 0;   ///< months over which the raise comes
    int out_after = 0;  ///< months after which the job ends without it; 0: never

    [[nodiscard]] static Promotion of(double ever, int median, int slow, int horizon);
    [[nodiscard]] bool exists() const noexcept { return !by.empty(); }
    /// The months after which a draw is promoted, at least 1; more than any horizon for never.
    [[nodiscard]] int months(double uniform) const noexcept;
};

}  // namespace offerkit::choice::paths
