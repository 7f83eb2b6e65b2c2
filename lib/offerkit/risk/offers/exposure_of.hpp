#pragma once

#include <optional>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/risk/prices/exposure.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/valued_offer.hpp>

/// From a valued offer to what its uncertain shares may come to (docs/numbers.md, "If share prices move").
namespace offerkit::risk {

/// How the price of an offer's shares moves: as the offer states it, else as the defaults do.
struct PriceMoves {
    double volatility = 0;
    double market_correlation = 0;
    bool volatility_assumed = false;
    bool correlation_assumed = false;
};

/// Nothing for an offer without public stock, and where the volatility is 0: then its price is certain.
[[nodiscard]] std::optional<PriceMoves> price_moves(const model::Offer& offer, const model::StocksProfile& defaults);

/// The figures of one offer as certain pay and uncertain vests, in major units of the currency of the results.
///
/// Uncertain are the dated tranches of public shares inside the window that vest after the day the price is of; they
/// are taken as sold on the day they vest. Each enters a figure with the weight that the figure gives its day, and the
/// certain part is the printed figure less all of them: so the mean of vests alone is the printed figure to the cent.
/// Options enter as options, and their mean lies above what the printed figure counts them as.
class OfferExposure {
public:
    /// The offer must outlive this. `present` is the day that present value is on.
    OfferExposure(const value::ValuedOffer& offer, const model::Valuation& valuation, calendar::Date present,
                  const model::StocksProfile& defaults);

    /// Whether any share of it is uncertain.
    [[nodiscard]] bool is_uncertain() const noexcept { return moves_ && !flows_.empty(); }
    [[nodiscard]] const std::optional<PriceMoves>& moves() const noexcept { return moves_; }

    /// One of total and average (of the window), first_year, present_value and survival_weighted; the other definitions
    /// are conventions that no price moves, and give the average.
    [[nodiscard]] Exposure figure(model::Definition definition) const;
    [[nodiscard]] Exposure total() const;
    /// One year of the window, from 1.
    [[nodiscard]] Exposure year(int year) const;

private:
    /// A tranche: what its shares are worth at the mean price of its day, what they cost, and what it counts for.
    struct Flow {
        int year;
        double years_of_price;
        double worth;
        double cost;  ///< of options, above 0
        double present_value;
        double survival_weighted;
    };

    void add(const timeline::ResolvedGrant& grant, timeline::PriceCurve& prices, const value::Conversion* conversion,
             value::Discounting& discounting, value::Dividends& dividends);
    template <class Weight>
    [[nodiscard]] Exposure with_weights(quantity::Money printed, const Weight& weight) const;

    const value::ValuedOffer& offer_;
    std::optional<PriceMoves> moves_;
    std::vector<Flow> flows_{};
};

/// The definition that a band is of where figures are compared by this one: the average in place of a convention.
[[nodiscard]] model::Definition banded(model::Definition definition) noexcept;

}  // namespace offerkit::risk
