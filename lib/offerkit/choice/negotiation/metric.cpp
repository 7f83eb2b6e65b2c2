#include <offerkit/choice/negotiation/metric.hpp>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/value/annualized_offer.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice::negotiation {

namespace {

std::vector<timeline::Window> windows_of(const Comparison& comparison) {
    std::vector<timeline::Window> windows;
    windows.reserve(comparison.offers.size());
    for (const auto& offer : comparison.offers) {
        windows.push_back(offer.window);
    }
    return windows;
}

}  // namespace

model::Definition definition_of(Metric metric) noexcept {
    switch (metric) {
        case Metric::annualized: return model::Definition::annualized;
        case Metric::present_value: return model::Definition::present_value;
        case Metric::first_year: return model::Definition::first_year;
        case Metric::average:
        case Metric::decide: break;
    }
    return model::Definition::average;
}

bool is_as_published(Metric metric) noexcept { return metric == Metric::annualized; }

Appraiser::Appraiser(std::span<const model::Offer> offers, std::size_t own, const Comparison& comparison, Metric metric,
                     std::optional<model::UsualRoom> room, MetricTaxes taxes)
    : comparison_{&comparison},
      own_{own},
      metric_{metric},
      room_{std::move(room)},
      taxes_{taxes},
      sources_{rate_sources(offers, own, comparison.valuation)},
      discounting_{discounting_of(windows_of(comparison), comparison.valuation)} {}

Money Appraiser::figure_of(std::size_t offer) const noexcept {
    return get(comparison_->offers[offer].definitions, definition_of(metric_));
}

bool Appraiser::is_as_published() const noexcept { return negotiation::is_as_published(metric_) && !taxes_.counted(); }

bool Appraiser::is_of_whole_offers() const noexcept {
    return definition_of(metric_) == model::Definition::annualized || taxes_.counted();
}

std::optional<Raw> Appraiser::raw_of(const value::ValuedOffer& valued) {
    if (taxes_.counted()) {
        diagnostic::Diagnostics unheard;  // what is wrong with the offer itself has been told
        const auto kept = after_tax_figure(valued, *taxes_.laws[own_],
                                           {comparison_->valuation, discounting_, taxes_.household, sources_},
                                           definition_of(metric_), unheard);
        return kept ? std::optional{Raw::of(quantity::int128{kept->minor()})} : std::nullopt;
    }
    switch (definition_of(metric_)) {
        case model::Definition::present_value:
            return discounting_
                .sums_of(valued.flows, valued.window.start(), {comparison_->valuation.count_refreshers},
                         value::Dividends{valued.stock()})
                .present_value;
        case model::Definition::annualized: return Raw::of(quantity::int128{valued.definitions.annualized.minor()});
        case model::Definition::first_year: return Raw::of(quantity::int128{valued.years.front().total.minor()});
        default: return Raw::of(quantity::int128{valued.total.minor()});
    }
}

std::optional<Raw> Appraiser::raw_of(const model::Offer& edited) {
    diagnostic::Diagnostics unheard;  // what is wrong with the offer itself has been told
    const value::ValuingContext context{comparison_->valuation, discounting_, comparison_->currency, sources_};
    const auto edition = definition_of(metric_) == model::Definition::annualized
                             ? value::annualized_offer(edited, valued().window, context, unheard)
                             : value::value_offer(edited, valued().window, context, unheard);
    return edition ? raw_of(*edition) : std::nullopt;
}

std::optional<Raw> Appraiser::raw() { return raw_of(valued()); }

Money Appraiser::rounded(Raw raw) const noexcept {
    const Money amount{quantity::round_half_up(raw), comparison_->currency};
    const bool of_all_years = definition_of(metric_) == model::Definition::average && !taxes_.counted();
    return of_all_years ? value::average_of(amount, valued().window.horizon()) : amount;
}

std::optional<Money> Appraiser::figure_of(const model::Offer& edited) {
    const auto raw = raw_of(edited);
    return raw && quantity::fits(*raw) ? std::optional{rounded(*raw)} : std::nullopt;
}

Money Appraiser::once(Money amount) const noexcept {
    const auto definition = definition_of(metric_);
    return definition == model::Definition::average || definition == model::Definition::annualized
               ? value::average_of(amount, valued().window.horizon())
               : amount;
}

std::optional<Money> Appraiser::in_results(Money amount) const noexcept {
    return in_currency(amount, comparison_->currency);
}

std::optional<Money> Appraiser::in_currency(Money amount, quantity::Currency currency) const noexcept {
    if (amount.currency() == currency) {
        return amount;
    }
    diagnostic::Diagnostics unheard;
    const auto conversion = value::find_conversion(amount.currency(), currency, sources_, {}, unheard);
    return conversion ? conversion->apply(amount) : std::nullopt;
}

}  // namespace offerkit::choice::negotiation
