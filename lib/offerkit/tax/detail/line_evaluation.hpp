#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <offerkit/tax/plan.hpp>

namespace offerkit::tax::detail {

/// What everybody reads: of the first earner, of the second, and of the household, for each input and then each line.
using Values = std::vector<std::array<Exact, 3>>;
inline constexpr std::size_t household = 2;

/// One line made from what stands before it. The order inside a line: the gate; the base, its share, its rounding; what
/// the kind makes of it; rounding; times the shares; the lower limit, the upper limit.
class LineEvaluation {
public:
    LineEvaluation(const Plan::Ready& line, const Values& values) noexcept : ready_{line}, values_{values} {}

    /// For an earner (0 or 1) or the household.
    [[nodiscard]] Exact run(std::size_t who);
    [[nodiscard]] bool overflowed() const noexcept { return overflowed_; }

private:
    [[nodiscard]] const Exact& read(std::uint32_t place) const noexcept { return values_[place][who_]; }
    [[nodiscard]] Exact kept(Exact value) noexcept;
    [[nodiscard]] bool is_open() const noexcept;
    [[nodiscard]] Exact base();
    [[nodiscard]] Exact by_kind();
    [[nodiscard]] Exact amount();
    [[nodiscard]] Exact bands();
    [[nodiscard]] Exact steps();
    [[nodiscard]] Exact curve();
    [[nodiscard]] Exact sum();
    [[nodiscard]] Exact product();
    [[nodiscard]] Exact extreme(bool largest) const noexcept;

    const Plan::Ready& ready_;
    const Values& values_;
    std::size_t who_ = household;
    bool overflowed_ = false;
};

}  // namespace offerkit::tax::detail
