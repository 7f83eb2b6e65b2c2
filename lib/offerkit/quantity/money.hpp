#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/contract.hpp>
#include <offerkit/quantity/currency.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/int128.hpp>
#include <offerkit/result.hpp>

namespace offerkit::quantity {

/// An exact amount of one currency, held in its minor units (cents). Amounts of two currencies are never added or
/// ordered, and a sum fits 64 bits: else a contract is broken, because a program, not a person, wrote the sum.
class Money {
public:
    constexpr Money(std::int64_t minor, Currency currency) noexcept : minor_{minor}, currency_{currency} {}
    /// Money never comes from a binary fraction.
    template <std::floating_point Binary>
    Money(Binary, Currency) = delete;
    [[nodiscard]] static Money zero(Currency currency) noexcept { return {0, currency}; }

    [[nodiscard]] constexpr std::int64_t minor() const noexcept { return minor_; }
    [[nodiscard]] constexpr Currency currency() const noexcept { return currency_; }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return minor_ == 0; }

    friend Money operator+(Money a, Money b) noexcept;
    friend Money operator-(Money a, Money b) noexcept;
    friend Money operator-(Money a) noexcept { return zero(a.currency_) - a; }
    Money& operator+=(Money other) noexcept { return *this = *this + other; }
    Money& operator-=(Money other) noexcept { return *this = *this - other; }

    friend bool operator==(const Money&, const Money&) = default;
    /// Orders two amounts of one currency.
    friend std::strong_ordering operator<=>(const Money& a, const Money& b) noexcept {
        expects(a.currency_ == b.currency_);
        return a.minor_ <=> b.minor_;
    }

private:
    std::int64_t minor_;
    Currency currency_;
};

/// amount x share, rounded half up to the minor unit; nothing when that leaves 64 bits.
[[nodiscard]] std::optional<Money> multiply(Money amount, const Fraction& share) noexcept;

/// The i-th of n equal parts of an amount, to the minor unit: round(amount i/n) - round(amount (i-1)/n), so that the
/// parts sum to the whole in any order of asking. 1 <= i <= n.
[[nodiscard]] Money equal_part(Money amount, int i, int n) noexcept;

/// Plain exact decimal in major units without grouping, all decimals of the currency only when there are any:
/// "182000", "170.25", "-0.05". The form of JSON and CSV.
[[nodiscard]] std::string to_plain(Money amount);
/// For reading: grouped digits, rounded half up to whole major units when `whole`, else all decimals: "182,000",
/// "170.25".
[[nodiscard]] std::string to_grouped(Money amount, bool whole = false);

/// Reads an amount in major units from its text ("182_000", "170.25"), exactly. The error says what is wrong and what
/// to write instead. At most 10^12 major units, not negative, no more decimals than the currency has.
[[nodiscard]] Result<Money> parse_money(std::string_view text, Currency currency);

}  // namespace offerkit::quantity
