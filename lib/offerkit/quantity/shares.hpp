#pragma once

#include <compare>
#include <concepts>
#include <cstdint>

#include <offerkit/contract.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::quantity {

/// A number of shares: whole, but for grants allocated `fractional`. Never negative in a schedule.
class Shares {
public:
    constexpr Shares() noexcept = default;
    constexpr explicit Shares(std::int64_t whole) noexcept : count_{whole} {}
    constexpr explicit Shares(Fraction exact) noexcept : count_{exact} {}
    template <std::floating_point Binary>
    explicit Shares(Binary) = delete;

    [[nodiscard]] constexpr const Fraction& exact() const noexcept { return count_; }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return count_.is_zero(); }
    [[nodiscard]] constexpr bool is_whole() const noexcept { return count_.is_whole(); }
    /// The count, of a number of shares that is whole.
    [[nodiscard]] constexpr std::int64_t whole() const noexcept {
        expects(count_.is_whole());
        return count_.numerator();
    }

    /// Sums of the parts of one grant always fit, because the grant itself does.
    friend Shares operator+(Shares a, Shares b) noexcept {
        if (a.is_whole() && b.is_whole()) {
            std::int64_t sum = 0;
            expects(!__builtin_add_overflow(a.whole(), b.whole(), &sum));
            return Shares{sum};
        }
        const auto sum = a.count_.plus(b.count_);
        expects(sum.has_value());
        return Shares{*sum};
    }
    friend Shares operator-(Shares a, Shares b) noexcept {
        if (a.is_whole() && b.is_whole()) {
            std::int64_t rest = 0;
            expects(!__builtin_sub_overflow(a.whole(), b.whole(), &rest));
            return Shares{rest};
        }
        const auto rest = a.count_.minus(b.count_);
        expects(rest.has_value());
        return Shares{*rest};
    }
    Shares& operator+=(Shares other) noexcept { return *this = *this + other; }
    Shares& operator-=(Shares other) noexcept { return *this = *this - other; }

    friend constexpr bool operator==(const Shares&, const Shares&) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(const Shares& a, const Shares& b) noexcept {
        return a.count_ <=> b.count_;
    }

private:
    Fraction count_;
};

}  // namespace offerkit::quantity
