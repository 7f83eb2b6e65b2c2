#include <offerkit/choice/negotiation/negotiation.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>

namespace offerkit::choice {

namespace {

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
    const bool of_pay = metric == Metric::average || metric == Metric::decide;
    if (found.decision && of_pay && !found.decision->money_equivalents.empty()) {
        return {found.comparison.currency, found.decision->judgement};
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
    if (!offer.market || !negotiation::is_yearly(appraiser.metric()) || !(offer.market->total.*point)) {
        return std::nullopt;
    }
    return appraiser.in_results(*(offer.market->total.*point));
}

std::vector<Justification> justifications_of(const Negotiation& found, const Alternative* competing,
                                             const Appraiser& appraiser) {
    using Kind = Justification::Kind;
    const model::Offer& offer = *found.offer;
    std::vector<Justification> all;
    if (competing != nullptr) {
        all.push_back({Kind::competing_offer, competing->figure,
                       found.comparison.offers[competing->offer].offer->company, std::nullopt});
    }
    if (found.ceiling.amount) {
        all.push_back({Kind::band, *found.ceiling.amount, offer.band->source, offer.band->as_of});
    }
    if (offer.market && negotiation::is_yearly(appraiser.metric())) {
        const auto points = negotiation::points_of(offer.market->total);
        const auto top = points.empty() ? std::nullopt : appraiser.in_results(points.back().amount);
        if (top) {
            all.push_back({Kind::market, *top, offer.market->source, offer.market->as_of});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Justification& a, const Justification& b) { return a.amount > b.amount; });
    return all;
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
    } else if (!found.ceiling.amount) {
        missing.push_back(Missing::caps);
    }
    if (!offer.market) {
        missing.push_back(Missing::market);
    }
    if (!offer.level) {
        missing.push_back(Missing::level);
    } else if (!found.terms.next) {
        missing.push_back(Missing::level_figures);
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

bool Negotiation::worth_saying(Money amount) const noexcept {
    return amount > current && (!reservation || amount >= *reservation);
}

bool Negotiation::beyond_justified() const noexcept {
    const Money most = std::max(ask.high, ask.counter.value_or(ask.high));
    return strongest() != nullptr && most > strongest()->amount;
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
            "the target is in " + std::string{terms.target->currency().code()} + " and the results are in " + currency,
            "give the target in " + currency);
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
                      .ask = {.low = nothing, .high = nothing},
                      .worth = {nothing, nothing, nothing, nothing}};
    const model::Offer& offer = *found.offer;
    Appraiser appraiser{offers, own, found.comparison, found.terms.metric};
    if (const auto* priorities = found.terms.priorities; priorities != nullptr && !priorities->factors.empty()) {
        found.decision = decide(found.comparison, *priorities, {}, diagnostics);
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
    found.position = negotiation::position_of(found.comparison, own, appraiser);
    found.alternatives = negotiation::weigh(found.comparison, own, appraiser, by_metric_alone);
    const auto by_value = negotiation::weigh(found.comparison, own, appraiser, preference);
    if (!found.alternatives.empty()) {
        found.reservation = preference.pay_for(own, by_value.of(found.alternatives.batna().offer).value);
    }
    const Alternative* competing = best_competing(found, by_metric_alone);
    found.target =
        negotiation::choose_target(found.current, found.terms.target,
                                   competing != nullptr ? equivalent_of(*competing, by_metric_alone) : std::nullopt,
                                   market_figure(offer, &model::Percentiles::p75, appraiser));
    found.ceiling = negotiation::ceiling_of(offer, appraiser);
    found.ask = negotiation::ask_for(found.current, found.target.amount, found.ceiling.amount, practice);
    if (found.ask.counter) {
        found.settles_at = negotiation::settlement_of(found.current, *found.ask.counter, practice.settlement);
    }
    found.justifications = justifications_of(found, competing, appraiser);
    const auto solve = [&](Goal goal, Money amount) {
        for (auto& answer : negotiation::answers(goal, amount, offer, found.terms.next, appraiser, practice)) {
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
    found.concessions = negotiation::concessions(found.ask, found.target.amount, found.reservation, practice);
    found.worth =
        negotiation::worth_asking(found.current, found.reservation.value_or(nothing), found.target.amount, practice);
    found.deadline = negotiation::deadline_of(offer, valuation.as_of);
    found.waiting = negotiation::waiting_of(found.comparison, own, found.current, by_value, preference, practice);
    found.red_flags = negotiation::red_flags(offer);
    found.missing = missing_of(found, appraiser);
    return found;
}

}  // namespace offerkit::choice
