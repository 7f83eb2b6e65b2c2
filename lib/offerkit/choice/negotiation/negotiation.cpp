#include <offerkit/choice/negotiation/negotiation.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <offerkit/choice/after_tax/ranking.hpp>
#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/choice/negotiation/company_ties.hpp>
#include <offerkit/choice/negotiation/lever.hpp>
#include <offerkit/choice/negotiation/metric.hpp>
#include <offerkit/choice/negotiation/one_piece.hpp>
#include <offerkit/choice/negotiation/package.hpp>
#include <offerkit/choice/negotiation/position.hpp>
#include <offerkit/choice/negotiation/preference.hpp>
#include <offerkit/choice/negotiation/red_flags.hpp>
#include <offerkit/choice/negotiation/timing.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

using diagnostic::formatted;
using negotiation::Alternative;
using negotiation::Appraiser;
using negotiation::Goal;
using negotiation::Grade;
using negotiation::Metric;
using negotiation::PackageKind;
using negotiation::Preference;

constexpr std::size_t own = 0;

// Which other factors count: with priorities, where amounts are of a year over the whole time, as a decision's are.
Preference preference_of(const Negotiation& found, Metric metric) {
    const bool of_pay = metric == Metric::annualized || metric == Metric::average || metric == Metric::decide;
    if (found.decision && of_pay && !found.decision->money_equivalents.empty()) {
        std::vector<double> lost;
        for (std::size_t i = 0; i < found.decision->pay.size(); ++i) {
            lost.push_back(quantity::major_of(found.decision->mean_pay[i]) -
                           quantity::major_of(found.decision->pay[i]));
        }
        return {found.comparison.currency, found.decision->judgement, std::move(lost)};
    }
    return Preference{found.comparison.currency};
}

// The metric of each other offer as pay at this one: what makes the two as good.
std::optional<Money> equivalent_of(const Alternative& way, const Preference& preference) {
    return preference.pay_for(own, preference.value(way.offer, way.standing));
}

// An offer that somebody has made: what one can name to the other side.
const Alternative* best_competing(const Negotiation& negotiation, const Preference& preference) {
    const Alternative* best = nullptr;
    double highest = 0;
    for (const auto& way : negotiation.alternatives.all) {
        const double value = preference.value(way.offer, way.standing);
        if ((way.grade == Grade::written || way.grade == Grade::verbal) && (best == nullptr || value > highest)) {
            best = &way;
            highest = value;
        }
    }
    return best;
}

std::optional<Money> market_figure(const model::Offer& offer, std::optional<Money> model::Percentiles::* point,
                                   const Appraiser& appraiser) {
    if (!offer.market || !appraiser.is_as_published() || !(offer.market->total.*point)) {
        return std::nullopt;
    }
    return appraiser.in_results(*(offer.market->total.*point));
}

// What can be named as a reason for more: each with the number that its own source carries, above what is offered.
std::vector<Justification> justifications_of(const Negotiation& found, const Preference& preference,
                                             Appraiser& appraiser) {
    using Kind = Justification::Kind;
    const model::Offer& offer = *found.offer;
    std::vector<Justification> all;
    for (const auto& way : found.alternatives.all) {
        const auto amount = way.grade == Grade::written ? equivalent_of(way, preference) : std::nullopt;
        if (amount) {
            all.push_back(
                {Kind::competing_offer, way.figure, found.comparison.offers[way.offer].offer->company, std::nullopt});
        }
    }
    if (const auto top = negotiation::with_all_at(found.ceilings, true, offer, appraiser)) {
        all.push_back({Kind::band, *top, offer.band->source, offer.band->as_of});
    }
    if (offer.market && appraiser.is_as_published()) {
        const auto points = negotiation::points_of(offer.market->total);
        const auto top = points.empty() ? std::nullopt : appraiser.in_results(points.back().amount);
        if (top) {
            all.push_back({Kind::market, *top, offer.market->source, offer.market->as_of});
        }
    }
    std::erase_if(all, [&](const Justification& why) { return why.amount <= found.current; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Justification& a, const Justification& b) { return a.amount > b.amount; });
    return all;
}

negotiation::Stage stage_of(const model::Offer& offer) {
    using negotiation::Stage;
    if (offer.kind == model::OfferKind::current) {
        return Stage::counter_offer;
    }
    return offer.evidence == model::Evidence::process || !offer.base ? Stage::before_offer : Stage::offer;
}

// The target that was asked for: an amount, or a percentile of what others are paid.
std::optional<Money> stated_target(const Negotiation& found, const Appraiser& appraiser, Diagnostics& diagnostics) {
    if (!found.terms.target_percentile) {
        return found.terms.target;
    }
    const int wanted = *found.terms.target_percentile;
    const std::string name = "p" + std::to_string(wanted);
    if (!appraiser.is_as_published()) {
        diagnostics.error(diagnostic::codes::conflict, {},
                          formatted("`{}` is a percentile of annualized pay{}", name,
                                    found.after_tax() ? " before tax, and `--after-tax` counts after it"
                                                      : ", and the metric is another"),
                          formatted("leave `{}` out, or give an amount, such as --target 350000",
                                    found.after_tax() ? "--after-tax" : "--metric"));
        return std::nullopt;
    }
    if (found.offer->market) {
        for (const auto& point : negotiation::points_of(found.offer->market->total)) {
            if (point.percentile == wanted) {
                return appraiser.in_results(point.amount);
            }
        }
    }
    diagnostics.error(diagnostic::codes::missing_key,
                      found.offer->market ? found.offer->market->span : found.offer->span,
                      formatted("the target is `{}`, and the file does not say what it is", name),
                      formatted("add [market] with total = {{ {} = 330_000 }} and its source", name));
    return std::nullopt;
}

// Puts the twins after tax in the place of the figures, each offer by the law of its place.
bool count_taxes(Comparison& comparison, std::span<const model::Offer> offers, const negotiation::MetricTaxes& taxes,
                 Diagnostics& diagnostics) {
    expects(taxes.laws.size() == offers.size());
    value::Discounting discounting{comparison.present, comparison.valuation.discount_rate,
                                   comparison.valuation.exit_per_year};
    std::vector<std::optional<AfterTax>> all;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto rates = rate_sources(offers, i, comparison.valuation);
        all.push_back(after_tax(comparison.offers[i], *taxes.laws[i],
                                {comparison.valuation, discounting, taxes.household, rates}, diagnostics));
        if (!all.back()) {
            return false;
        }
    }
    rank_after_tax(comparison, all);
    return true;
}

std::vector<Missing> missing_of(const Negotiation& found, const Appraiser& appraiser) {
    using negotiation::Lever;
    using negotiation::LeverKind;
    const model::Offer& offer = *found.offer;
    std::vector<Missing> missing;
    if (found.alternatives.empty()) {
        missing.push_back(Missing::alternatives);
    }
    if (!offer.band) {
        missing.push_back(Missing::band);
    }
    if (!offer.market) {
        missing.push_back(Missing::market);
    }
    if (!offer.level && offer.employer != model::Employer::startup) {
        missing.push_back(Missing::level);
    }
    if (!Lever::of(LeverKind::equity, offer, appraiser) && !Lever::of(LeverKind::equity_shares, offer, appraiser)) {
        missing.push_back(Missing::grant_price);
    }
    return missing;
}

}  // namespace

std::string_view to_string(Justification::Kind kind) noexcept {
    switch (kind) {
        case Justification::Kind::competing_offer: return "competing_offer";
        case Justification::Kind::band: return "band";
        case Justification::Kind::market: return "market";
    }
    return "market";
}

const Justification* Negotiation::strongest() const noexcept {
    return justifications.empty() ? nullptr : &justifications.front();
}

std::optional<Negotiation> negotiate(std::span<const model::Offer> offers, const model::Valuation& valuation,
                                     NegotiationTerms terms, const model::NegotiationProfile& practice,
                                     Diagnostics& diagnostics) {
    model::Valuation by_metric = valuation;
    by_metric.by = negotiation::definition_of(terms.metric);
    auto comparison = compare(offers, by_metric, diagnostics);
    if (!comparison) {
        return std::nullopt;
    }
    if (terms.target && terms.target->currency() != comparison->currency) {
        const std::string currency{comparison->currency.code()};
        diagnostics.error(
            diagnostic::codes::conflict, {},
            formatted("the target is in {} and the results are in {}", terms.target->currency().code(), currency),
            formatted("give the target in {}", currency));
        return std::nullopt;
    }
    const Money nothing = Money::zero(comparison->currency);
    Negotiation found{.offer = &offers[own],
                      .comparison = *std::move(comparison),
                      .terms = std::move(terms),
                      .practice = practice,
                      .current = nothing,
                      .position = {.salary = nothing, .annualized = nothing},
                      .target = {.amount = nothing, .markup = nothing},
                      .in_one_piece = {.together = nothing}};
    found.counts_taxes = found.terms.taxes.counted();
    const model::Offer& offer = *found.offer;
    // Bands and percentiles are of pay before tax, and so is where the offer stands in them.
    found.position =
        negotiation::position_of(found.comparison, own, {offers, own, found.comparison, found.terms.metric});
    if (found.after_tax() && !count_taxes(found.comparison, offers, found.terms.taxes, diagnostics)) {
        return std::nullopt;
    }
    Appraiser appraiser{offers, own, found.comparison, found.terms.metric, practice.room, found.terms.taxes};
    if (const auto* priorities = found.terms.priorities; priorities != nullptr && !priorities->factors.empty()) {
        // Nothing is said of all possible weights.
        DecisionOptions options{
            .draws = found.terms.draws, .acceptability = false, .price_moves = found.terms.price_moves};
        options.samples = std::min(options.samples, options.draws);
        found.decision = decide(found.comparison, *priorities, options, diagnostics);
        if (!found.decision) {
            return std::nullopt;
        }
    }
    // What ranks the alternatives is the metric; what makes two offers as good may be more than that.
    const Preference preference = preference_of(found, found.terms.metric);
    const Preference by_metric_alone =
        found.terms.metric == Metric::decide ? preference : Preference{found.comparison.currency};
    found.counts_other_factors = preference.counts_more_than_money();
    found.current = appraiser.figure();
    found.position.rank = negotiation::position_of(found.comparison, own, appraiser).rank;
    found.alternatives = negotiation::weigh(found.comparison, own, appraiser, by_metric_alone);
    const auto by_value = negotiation::weigh(found.comparison, own, appraiser, preference);
    if (!found.alternatives.empty()) {
        found.reservation = preference.pay_for(own, by_value.of(found.alternatives.batna().offer).value);
    }
    found.company_ties = negotiation::company_ties(found.comparison, own, found.alternatives);
    found.stage = stage_of(offer);
    const Alternative* competing = best_competing(found, by_metric_alone);
    const auto stated = stated_target(found, appraiser, diagnostics);
    if (found.terms.target_percentile && !stated) {
        return std::nullopt;
    }
    found.target = negotiation::choose_target(
        found.current, stated, competing != nullptr ? equivalent_of(*competing, by_metric_alone) : std::nullopt,
        market_figure(offer, &model::Percentiles::p75, appraiser), found.reservation);
    found.ceilings = negotiation::ceilings_of(offer, appraiser, practice);
    found.justifications = justifications_of(found, by_metric_alone, appraiser);
    negotiation::Limits limits{.cap = negotiation::with_all_at(found.ceilings, false, offer, appraiser),
                               .sayable = negotiation::most_that_can_be_said(offer, appraiser, practice)};
    if (const auto* reason = found.strongest()) {
        limits.reason = reason->amount;
    }
    found.ask = negotiation::ask_for(found.current, found.target.amount,
                                     found.stage == negotiation::Stage::before_offer, limits, practice);
    found.in_one_piece.together = found.current;
    if (found.ask.counter) {
        found.settles_at = negotiation::settlement_of(found.current, *found.ask.counter, practice.settlement);
        found.in_one_piece = negotiation::in_one_piece(*found.ask.counter, offer, appraiser, practice);
        // Nobody promises to sign for what does not reach the target.
        if (found.ask.reachable) {
            found.closing_sign_on = negotiation::sign_on_for(found.target.amount - *found.settles_at, offer, appraiser);
        }
    }
    if (const auto& step = found.terms.level_step; step && appraiser.is_as_published()) {
        const auto more = step->ratio.minus(quantity::Rate{1});
        found.level_worth = more ? quantity::multiply(found.current, *more) : std::nullopt;
    }
    const auto low_of_others = market_figure(offer, &model::Percentiles::p25, appraiser);
    found.keep_looking = found.reservation && low_of_others && *low_of_others > *found.reservation;
    const auto solve = [&](Goal goal, Money amount) {
        for (auto& answer : negotiation::answers(goal, amount, offer, appraiser, practice)) {
            found.levers.push_back(std::move(answer));
        }
        if (amount > found.current) {
            for (const auto kind : {PackageKind::easiest_first, PackageKind::spread}) {
                found.packages.push_back(negotiation::pack(kind, goal, amount, offer, appraiser, practice));
            }
        }
    };
    if (found.reservation) {
        solve(Goal::batna, *found.reservation);
    }
    solve(Goal::target, found.target.amount);
    found.exchange = negotiation::exchange_of(offer, appraiser);
    if (found.reservation) {
        found.break_even_loss =
            negotiation::break_even_loss(found.current, *found.reservation, found.target.amount, practice);
    }
    found.deadline = negotiation::deadline_of(offer, valuation.as_of);
    found.waiting = negotiation::waiting_of(found.comparison, own, found.current, by_value, preference, practice);
    found.red_flags = negotiation::red_flags(offer);
    found.missing = missing_of(found, appraiser);
    // What only solving needs may go before the result does.
    found.terms.taxes = {};
    found.terms.price_moves = nullptr;
    return found;
}

}  // namespace offerkit::choice
