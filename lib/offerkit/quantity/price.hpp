#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/int128.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/result.hpp>

namespace offerkit::quantity {

struct Factor;

/// The price of one share, exact to ten decimals of the major unit. Finer than Money: strikes such as 0.8734 are usual.
class Price {
public:
    /// Steps of 10^-10 of the major unit.
    static constexpr std::int64_t steps_per_major = 10'000'000'000;

    constexpr Price(int128 steps, Currency currency) noexcept : steps_{steps}, currency_{currency} {}
    template <std::floating_point Binary>
    Price(Binary, Currency) = delete;
    [[nodiscard]] static Price zero(Currency currency) noexcept { return {0, currency}; }

    [[nodiscard]] constexpr int128 steps() const noexcept { return steps_; }
    [[nodiscard]] constexpr Currency currency() const noexcept { return currency_; }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return steps_ == 0; }
    [[nodiscard]] double approximate() const noexcept;

    friend bool operator==(const Price&, const Price&) = default;
    friend std::strong_ordering operator<=>(const Price& a, const Price& b) noexcept {  // of one currency
        expects(a.currency_ == b.currency_);
        return a.steps_ < b.steps_   ? std::strong_ordering::less
               : a.steps_ > b.steps_ ? std::strong_ordering::greater
                                     : std::strong_ordering::equal;
    }

private:
    int128 steps_;
    Currency currency_;
};

/// Reads a price from its text, exactly: digits, at most ten decimals, not negative, at most 10^12.
[[nodiscard]] Result<Price> parse_price(std::string_view text, Currency currency);
/// Plain exact decimal without grouping, no more decimals than it takes: "170", "170.5", "0.8734".
[[nodiscard]] std::string to_plain(const Price& price);
/// For reading, grouped, with at least the currency's decimals: "1,170.00", "0.8734".
[[nodiscard]] std::string to_grouped(const Price& price);

/// shares x max(0, price x factor - strike), rounded half up to the minor unit: what a vest is worth. Exact when the
/// factor is one. Nothing when it leaves 64 bits. Price and strike are of one currency.
[[nodiscard]] std::optional<Money> value_of(Shares shares, const Price& price, Factor factor,
                                            const Price& strike) noexcept;

}  // namespace offerkit::quantity
