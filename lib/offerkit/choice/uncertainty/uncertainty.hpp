#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/priorities.hpp>
#include <offerkit/risk/prices/findings.hpp>

namespace offerkit::choice {

/// Amounts that a figure stays below in 10, 25, 50, 75 and 90 of 100 futures.
using BandQuantiles = std::array<Money, risk::shown_chances.size()>;

struct YearBand {
    int year = 1;
    BandQuantiles quantiles;
};

/// What the figures of one offer may come to if the prices of its shares move.
struct OfferBand {
    Money mean;
    BandQuantiles quantiles;
    risk::Method method = risk::Method::exact;
    std::optional<Money> half_width{};          ///< of the quantiles, where they are simulated
    std::optional<double> pays_most{};          ///< chance, ties shared; nothing for a single offer
    std::optional<double> options_worthless{};  ///< chance that no option pays anything; nothing without options
    bool merged_by_month = false;
    // The rest only where the whole block is wanted.
    Money shortfall;  ///< mean of the worst tenth
    BandQuantiles average;
    std::vector<YearBand> years{};
    std::size_t lowest_year = 0;                  ///< index into `years`: the smallest of their first quantiles
    std::optional<double> chance_below_safest{};  ///< of less than the most that any other reaches without its shares
};

/// The chance that offer a comes to more than offer b.
struct PairChance {
    std::size_t a = 0;
    std::size_t b = 0;
    risk::Chance a_beats_b{};
};

/// The chance that an offer with scenarios of an exit pays more than another one.
struct ExitWin {
    std::size_t offer = 0;
    std::size_t over = 0;
    double chance = 0;
};

/// What the uncertain present value of an offer is worth for certain to somebody with wealth apart from the job and a
/// constant relative risk aversion (docs/numbers.md, "Worth to you").
struct WorthToYou {
    Money mean;    ///< over share prices, or over the scenarios of an exit in place of the fair value of shares
    Money amount;  ///< u^-1(E u(wealth + present value)) - wealth; at most the mean
};

/// How much of it is computed: one line an offer, or everything.
enum class BandDepth { line, block };

/// At most so many offers have bands.
inline constexpr std::size_t most_banded = risk::most_compared;

/// What uncertain share prices make of a comparison (docs/numbers.md, "If share prices move").
struct Uncertainty {
    model::Definition figure = model::Definition::present_value;  ///< that the bands are of
    BandDepth depth = BandDepth::line;
    std::vector<std::optional<OfferBand>> offers{};  ///< as the comparison has them; nothing without uncertain shares
    std::vector<double> pays_most{};                 ///< chance of each offer, ties shared; empty for a single one
    std::vector<PairChance> chances{};               ///< each pair once; of the whole block
    std::vector<ExitWin> exit_wins{};                ///< of offers with scenarios over each other one
    bool chances_simulated = false;                  ///< those of paying most
    double chance_half_width = 0;                    ///< the widest of them
    bool volatility_assumed = false;                 ///< of some offer with a band
    bool correlation_assumed = false;                ///< of some, where it counts
    quantity::Rate assumed_volatility{};
    quantity::Rate assumed_correlation{};  ///< with the market; of two stocks its square
    /// By offer, where priorities ask for it with `wealth` and `risk_aversion`; else empty.
    std::vector<std::optional<WorthToYou>> worth_to_you{};
    std::optional<Money> wealth{};
    quantity::Number risk_aversion{};

    [[nodiscard]] bool any() const noexcept;
};

/// The bands of up to `most_banded` offers; empty ones for more. The offers of the comparison must live as long as it
/// is used. `defaults` are for public stock whose file does not say how its price moves.
[[nodiscard]] Uncertainty uncertainty_of(const Comparison& comparison, const model::StocksProfile& defaults,
                                         BandDepth depth);

/// One an offer, in the order of the comparison; nothing for an offer of which nothing is uncertain, and for all of
/// them where the priorities state no `wealth` and `risk_aversion`, or there are more offers than have bands. Reported,
/// as nothing for all: wealth in another currency, and wealth that with what is certain of an offer is not above 0.
[[nodiscard]] std::vector<std::optional<WorthToYou>> worths_to_you(const Comparison& comparison,
                                                                   const model::StocksProfile& defaults,
                                                                   const model::Priorities& priorities,
                                                                   Diagnostics& diagnostics);

}  // namespace offerkit::choice
