#pragma once

/// What an option is worth: to a market, and to somebody who cannot sell it (docs/numbers.md, "What options are
/// worth"). Rates are continuous: ln(1 + a yearly rate). Times are in years.
namespace offerkit::risk {

/// A call on one share.
struct Call {
    double price = 0;           ///< of the share today, above 0
    double strike = 0;          ///< above 0
    double rate = 0;            ///< of money
    double dividend_yield = 0;  ///< of the share
    double volatility = 0;      ///< above 0
    double years = 0;           ///< until it lapses, above 0
};

/// Black, Scholes and Merton (1973): of a call that can be sold and is held to its end.
[[nodiscard]] double black_scholes_merton(const Call& call) noexcept;

/// How employees exercise.
struct Habit {
    double vest_years = 0;         ///< before that nothing can be exercised, and leaving forfeits it
    double leaving_rate = 0;       ///< continuous
    double exercise_multiple = 0;  ///< exercised when the price reaches this many strikes, above 1
};

/// Hull and White, "How to value employee stock options" (2004): exercised when the price first reaches a multiple of
/// the strike, on leaving where that pays, else at the end. Instead of their lattice an integral of the formulas of a
/// call that ends at a barrier; right to about 1e-6. `vest_years` is below `years`.
[[nodiscard]] double hull_white(const Call& call, const Habit& habit);

/// The part of its value that a share loses by having no market for some years (Finnerty, "An average-strike put option
/// model of the marketability discount", 2012), at most 32.3%. Volatility and years are above 0.
[[nodiscard]] double no_market_discount(double volatility, double years, double dividend_yield) noexcept;

}  // namespace offerkit::risk
