#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/exit.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

enum class StockKind { public_market, private_company };
[[nodiscard]] constexpr auto words(StockKind) noexcept {
    using enum StockKind;
    return std::to_array<Word<StockKind>>({{public_market, "public"}, {private_company, "private"}});
}

struct PriceStep {
    calendar::Date on;
    quantity::Price price;
    Span span{};
};

/// What one share is, and what it is worth on a date.
struct Stock {
    StockKind kind = StockKind::public_market;
    std::string symbol{};
    quantity::Currency currency;
    Stated<quantity::Price> price;  ///< public: market price; private: fair value of common (409A)
    bool price_is_known = true;     ///< else it is not written, and stands at 0
    Stated<calendar::Date> as_of;
    Stated<quantity::Rate> growth{};  ///< a year, for projections
    bool growth_stated = false;       ///< somebody wrote it: a stated "0%" is a flat price, none is today's price
    bool growth_of_market = false;    ///< `growth = "market"`: the discount rate less dividends, set when it is valued
    std::optional<quantity::Rate> volatility{};          ///< a year; absent: not stated
    std::optional<quantity::Rate> market_correlation{};  ///< of the price with the market; absent: not stated
    std::optional<quantity::Rate> dividend_yield{};
    std::optional<quantity::Price> preferred_price{};  ///< of the last round; shown, never used to value
    std::optional<std::int64_t> fully_diluted{};
    quantity::Rate dilution{};  ///< per round expected: of the part that a share is, never of its price
    std::int64_t rounds = 0;
    quantity::Rate discount{};              ///< for lack of marketability, beyond what the price already holds
    std::vector<PriceStep> path{};          ///< by date; with any step growth is not applied
    std::vector<ShareSeries> series{};      ///< private: preferred shares; none: everybody shares alike
    std::vector<OtherOptions> options{};    ///< private: options of other people
    std::vector<Exit> exits{};              ///< private: what may become of the company; their chances add up to 1
    std::optional<ExitPrior> exit_prior{};  ///< whose scenarios `exits` are, where nobody wrote their own
    Span span{};

    /// Whether the file says how the price moves. Without that a share counts at today's price, and what waiting for it
    /// costs is what its price is expected to gain (docs/numbers.md, "Present value").
    [[nodiscard]] bool is_projected() const noexcept { return growth_stated || !path.empty(); }
};

}  // namespace offerkit::model
