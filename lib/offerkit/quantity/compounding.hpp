#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <offerkit/quantity/factor.hpp>

namespace offerkit::quantity {

/// The same as `compound` for one rate and many numbers of days: (1 + rate)^(days / 365.25) as a product of the powers
/// for 1, 2, 4 ... days and 4, 8, 16 ... years, each computed once and only when it is needed. Four years are 1461 days
/// exactly, so whole multiples of them are as exact as `compound` makes them.
class Compounding {
public:
    /// The rate is above -100%.
    explicit Compounding(const Fraction& rate) noexcept : rate_{rate} {}

    /// The factor for 0 <= days < 2^20 days.
    [[nodiscard]] Factor over(std::int64_t days) noexcept;

private:
    static constexpr std::int64_t days_in_four_years = 1461;
    using Powers = std::array<std::optional<Factor>, 11>;

    [[nodiscard]] Factor product_of(Powers& powers, std::int64_t count, std::int64_t days_each,
                                    Factor product) noexcept;

    Fraction rate_;
    Powers days_{};        ///< for 2^i days
    Powers four_years_{};  ///< for 2^i times four years
};

}  // namespace offerkit::quantity
