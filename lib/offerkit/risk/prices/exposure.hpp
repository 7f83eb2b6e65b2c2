#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// Sums of vests of one share whose price moves at random (docs/numbers.md, "If share prices move").
///
/// Times are in years, amounts in any unit of money. The price of a day is its mean x E, E = exp(s B(t) - s^2 t / 2)
/// with s the volatility and t the years since the day the price is of, so that the mean of E is 1.
namespace offerkit::risk {

/// What comes at a time, at the mean price of that time.
struct Vest {
    double years = 0;   ///< since the day the price is of
    double amount = 0;  ///< at least 0

    friend bool operator==(const Vest&, const Vest&) = default;
};

/// What an option or an appreciation right pays at a time: max(0, amount x E - strike).
struct Strike {
    double years = 0;
    double amount = 0;  ///< the shares at the mean price, at least 0
    double strike = 0;  ///< what the same shares cost to buy, above 0
};

/// One figure of one offer: certain + the sum of amount x E over its vests.
struct Exposure {
    std::string stock{};            ///< whose price: equal names follow one path
    double volatility = 0;          ///< a year
    double market_correlation = 0;  ///< between -1 and 1
    double as_of = 0;               ///< the day the price is of, in years from any day that all exposures share
    double certain = 0;
    std::vector<Vest> vests{};  ///< in the order of time
    std::vector<Strike> strikes{};

    /// Whether anything of it moves.
    [[nodiscard]] bool is_uncertain() const noexcept { return !vests.empty() || !strikes.empty(); }
};

/// The most dates that a law is computed for.
inline constexpr std::size_t most_dates = 400;

/// The vests that move at all, in the order of time, those of one moment added up: time above 0 and amount not 0.
[[nodiscard]] std::vector<Vest> in_order(std::vector<Vest> vests);

/// Two laws are of prices that move alike: one stock, one volatility, one day that the price is of.
[[nodiscard]] bool same_path(const Exposure& a, const Exposure& b) noexcept;

/// How closely the prices of two exposures move together: 1 for one stock, else the product of what each has in common
/// with the market.
[[nodiscard]] double correlation_of_prices(const Exposure& a, const Exposure& b) noexcept;

/// The correlation of the linear parts of two sums: r sum a b T / sqrt(sum a a T x sum b b T), T the years that two
/// vests have in common. Cut to 0.999999 either way; 0 where one of them does not move.
[[nodiscard]] double correlation_of_sums(const Exposure& a, const Exposure& b);

}  // namespace offerkit::risk
