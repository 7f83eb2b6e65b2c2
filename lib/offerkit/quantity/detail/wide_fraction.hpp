#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include <boost/multiprecision/cpp_int.hpp>

#include <offerkit/quantity/fraction.hpp>

namespace offerkit::quantity::detail {

/// An exact rational number for what leaves the 64 bits of a Fraction on its way to whole shares: portions of ten
/// decimals times portions of ten decimals. Not for storing. Bounded all the same, so that no file can make it slow:
/// arithmetic whose parts would leave 4,096 bits gives nothing.
class WideFraction {
public:
    using Integer = boost::multiprecision::cpp_int;

    WideFraction() = default;
    explicit WideFraction(std::int64_t whole) : numerator_{whole} {}
    explicit WideFraction(const Fraction& exact) : numerator_{exact.numerator()}, denominator_{exact.denominator()} {}

    [[nodiscard]] const Integer& numerator() const noexcept { return numerator_; }
    [[nodiscard]] const Integer& denominator() const noexcept { return denominator_; }
    [[nodiscard]] bool is_zero() const { return numerator_.is_zero(); }

    [[nodiscard]] std::optional<WideFraction> plus(const WideFraction& other) const;
    [[nodiscard]] std::optional<WideFraction> minus(const WideFraction& other) const;
    [[nodiscard]] std::optional<WideFraction> times(const WideFraction& other) const;
    /// Divided by what is not zero.
    [[nodiscard]] std::optional<WideFraction> over(const WideFraction& other) const;

    /// The same in 64 bits; nothing when it does not fit.
    [[nodiscard]] std::optional<Fraction> exact() const;
    /// To so many decimals, at most 16, half away from zero, for words; nothing when that leaves 64 bits.
    [[nodiscard]] std::optional<Fraction> rounded(int decimals) const;

    friend bool operator==(const WideFraction&, const WideFraction&) = default;

private:
    // The denominator is positive.
    [[nodiscard]] static std::optional<WideFraction> of(Integer numerator, Integer denominator);

    Integer numerator_ = 0;
    Integer denominator_ = 1;
};

/// numerator / denominator rounded down; both are positive, or the numerator is 0. Nothing when it leaves 64 bits.
[[nodiscard]] std::optional<std::int64_t> whole_part(const WideFraction::Integer& numerator,
                                                     const WideFraction::Integer& denominator);

/// True when a number takes no more than the bits that are kept exactly.
[[nodiscard]] bool is_kept(const WideFraction::Integer& number);

}  // namespace offerkit::quantity::detail
