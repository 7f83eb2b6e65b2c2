#include <offerkit/choice/uncertainty/uncertainty.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include <offerkit/choice/uncertainty/exit_wins.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/risk/offers/exposure_of.hpp>
#include <offerkit/risk/prices/chances.hpp>

namespace offerkit::choice {

namespace {

using risk::OfferExposure;
using risk::Prospect;

BandQuantiles quantiles_of(const Prospect& prospect, quantity::Currency currency) {
    const risk::Quantiles found = prospect.quantiles();
    BandQuantiles all{Money::zero(currency), Money::zero(currency), Money::zero(currency), Money::zero(currency),
                      Money::zero(currency)};
    std::transform(found.begin(), found.end(), all.begin(), [&](double x) { return quantity::money_of(x, currency); });
    return all;
}

/// The same of a figure of which nothing else is shown.
BandQuantiles quantiles_of(risk::Exposure figure, quantity::Currency currency) {
    return quantiles_of(Prospect{std::move(figure), risk::ScoreTable::for_quantiles}, currency);
}

/// Bands of one comparison, figure by figure.
class Bands {
public:
    Bands(const Comparison& comparison, const model::StocksProfile& defaults, BandDepth depth)
        : comparison_{comparison}, defaults_{defaults} {
        result_.figure = risk::banded(comparison.valuation.by);
        result_.depth = depth;
        result_.offers.resize(comparison.offers.size());
        result_.assumed_volatility = defaults.volatility;
        result_.assumed_correlation = defaults.market_correlation;
    }

    [[nodiscard]] Uncertainty run() {
        if (comparison_.offers.size() > most_banded) {
            return std::move(result_);
        }
        for (const auto& offer : comparison_.offers) {
            exposures_.emplace_back(offer, comparison_.valuation, comparison_.present, defaults_);
        }
        const bool any = std::any_of(exposures_.begin(), exposures_.end(),
                                     [](const OfferExposure& exposure) { return exposure.is_uncertain(); });
        const bool exits = std::any_of(comparison_.offers.begin(), comparison_.offers.end(),
                                       [](const auto& offer) { return offer.exits.has_value(); });
        if (!any && !exits) {
            return std::move(result_);
        }
        for (const OfferExposure& exposure : exposures_) {
            prospects_.emplace_back(exposure.figure(result_.figure));
        }
        result_.exit_wins = exit_wins(comparison_, prospects_);
        if (!any) {
            return std::move(result_);
        }
        for (std::size_t i = 0; i < prospects_.size(); ++i) {
            if (prospects_[i].is_uncertain()) {
                result_.offers[i] = band_of(i);
            }
        }
        if (prospects_.size() > 1) {
            add_chances();
        }
        note_assumptions();
        return std::move(result_);
    }

private:
    [[nodiscard]] OfferBand band_of(std::size_t i) const {
        const Prospect& prospect = prospects_[i];
        const quantity::Currency currency = comparison_.currency;
        OfferBand band{.mean = prospect.method() == risk::Method::exact ? figure_of(i)
                                                                        : quantity::money_of(prospect.mean(), currency),
                       .quantiles = quantiles_of(prospect, currency),
                       .method = prospect.method(),
                       .options_worthless = prospect.chance_all_worthless(),
                       .merged_by_month = prospect.merged(),
                       .shortfall = Money::zero(currency),
                       .average = quantiles_of(Prospect{{}}, currency)};
        if (prospect.method() == risk::Method::simulated) {
            band.half_width = quantity::money_of(prospect.half_width(), currency);
        }
        if (result_.depth == BandDepth::block) {
            add_block(band, i);
        }
        return band;
    }

    [[nodiscard]] Money figure_of(std::size_t i) const noexcept {
        return get(comparison_.offers[i].definitions, result_.figure);
    }

    void add_block(OfferBand& band, std::size_t i) const {
        const quantity::Currency currency = comparison_.currency;
        band.shortfall = quantity::money_of(prospects_[i].shortfall(), currency);
        band.average = result_.figure == model::Definition::average
                           ? band.quantiles
                           : quantiles_of(exposures_[i].figure(model::Definition::average), currency);
        for (const auto& year : comparison_.offers[i].years) {
            band.years.push_back({year.year, quantiles_of(exposures_[i].year(year.year), currency)});
        }
        const auto lowest = std::min_element(
            band.years.begin(), band.years.end(),
            [](const YearBand& a, const YearBand& b) { return a.quantiles.front() < b.quantiles.front(); });
        band.lowest_year = static_cast<std::size_t>(lowest - band.years.begin());
        if (prospects_.size() > 1) {
            double safest = -std::numeric_limits<double>::infinity();
            for (std::size_t k = 0; k < prospects_.size(); ++k) {
                if (k != i) {
                    safest = std::max(safest, prospects_[k].exposure().certain);
                }
            }
            band.chance_below_safest = prospects_[i].below(safest);
        }
    }

    void add_chances() {
        std::vector<const Prospect*> all;
        for (const Prospect& prospect : prospects_) {
            all.push_back(&prospect);
        }
        const std::vector<risk::Chance> best = risk::chances_best(all);
        for (std::size_t i = 0; i < best.size(); ++i) {
            result_.pays_most.push_back(best[i].value);
            if (result_.offers[i]) {
                result_.offers[i]->pays_most = best[i].value;
            }
            if (best[i].method == risk::Method::simulated) {
                result_.chances_simulated = true;
                result_.chance_half_width = std::max(result_.chance_half_width, best[i].half_width);
            }
        }
        if (result_.depth == BandDepth::line) {
            return;
        }
        for (std::size_t a = 0; a < prospects_.size(); ++a) {
            for (std::size_t b = a + 1; b < prospects_.size(); ++b) {
                result_.chances.push_back({a, b, risk::chance_beats(prospects_[a], prospects_[b])});
            }
        }
    }

    void note_assumptions() {
        const auto banded = std::count_if(result_.offers.begin(), result_.offers.end(),
                                          [](const auto& band) { return band.has_value(); });
        for (std::size_t i = 0; i < exposures_.size(); ++i) {
            const auto& moves = exposures_[i].moves();
            if (moves && result_.offers[i]) {
                result_.volatility_assumed = result_.volatility_assumed || moves->volatility_assumed;
                result_.correlation_assumed = result_.correlation_assumed || (banded > 1 && moves->correlation_assumed);
            }
        }
    }

    const Comparison& comparison_;
    const model::StocksProfile& defaults_;
    std::vector<OfferExposure> exposures_{};
    std::vector<Prospect> prospects_{};
    Uncertainty result_{};
};

}  // namespace

bool Uncertainty::any() const noexcept {
    return std::any_of(offers.begin(), offers.end(), [](const auto& band) { return band.has_value(); });
}

Uncertainty uncertainty_of(const Comparison& comparison, const model::StocksProfile& defaults, BandDepth depth) {
    return Bands{comparison, defaults, depth}.run();
}

}  // namespace offerkit::choice
