#include <offerkit/choice/comparison/hanging.hpp>

#include <algorithm>

#include <offerkit/value/valued_offer.hpp>

namespace offerkit::choice {

namespace {

using quantity::Money;
using value::ValuedOffer;

/// The figures of each offer with nothing that waits.
std::vector<Money> without_waiting(const Comparison& comparison) {
    std::vector<Money> figures;
    for (const ValuedOffer& offer : comparison.offers) {
        figures.push_back(get(offer.waiting ? offer.waiting->none : offer.definitions, comparison.valuation.by));
    }
    return figures;
}

/// Who leads when so much of what waits counts: the first of the best.
std::size_t leader_at(const std::vector<Money>& none, const std::vector<Money>& with, double chance) {
    const auto figure = [&](std::size_t i) {
        return static_cast<double>(none[i].minor()) +
               chance * (static_cast<double>(with[i].minor()) - static_cast<double>(none[i].minor()));
    };
    std::size_t leader = 0;
    for (std::size_t i = 1; i < none.size(); ++i) {
        leader = figure(i) > figure(leader) ? i : leader;
    }
    return leader;
}

std::optional<HangingLead> between(const std::vector<Money>& none, const std::vector<Money>& with) {
    HangingLead found{.without = leader_at(none, with, 0), .with = leader_at(none, with, 1)};
    if (found.without == found.with) {
        return std::nullopt;
    }
    // A figure grows evenly with the chance: halving finds where the leader changes first.
    constexpr int halvings = 60;
    double low = 0;
    double high = 1;
    for (int step = 0; step < halvings; ++step) {
        const double middle = (low + high) / 2;
        (leader_at(none, with, middle) == found.without ? low : high) = middle;
    }
    found.tie = high;
    return found;
}

std::optional<double> stated_chance(const model::Offer& offer, const std::string& id) {
    const auto* event = model::find_event(offer, id);
    return event != nullptr && event->chance ? std::optional{event->chance->approximate()} : std::nullopt;
}

}  // namespace

value::Definitions definitions_with(const Comparison& comparison, std::size_t offer, const std::string& event) {
    const ValuedOffer& valued = comparison.offers[offer];
    if (valued.waiting->events.size() == 1 || comparison.after_tax) {
        return valued.waiting->all;
    }
    // Valued again with this event as certain and every other as impossible.
    std::vector<model::Offer> offers;
    std::vector<timeline::Window> windows;
    for (const ValuedOffer& each : comparison.offers) {
        offers.push_back(*each.offer);
        windows.push_back(each.window);
    }
    model::Offer supposed = offers[offer];
    for (auto& each : supposed.events) {
        each.chance = each.id == event ? std::optional{quantity::Rate{1}} : std::nullopt;
    }
    model::Valuation valuation = comparison.valuation;
    valuation.pending = model::Pending::chance;
    diagnostic::Diagnostics unheard;
    const auto sources = rate_sources(offers, offer, valuation);
    auto discounting = discounting_of(windows, valuation);
    const auto found =
        value::value_offer(supposed, valued.window, {valuation, discounting, comparison.currency, sources}, unheard);
    return found ? found->definitions : valued.waiting->none;
}

std::optional<HangingLead> hanging_lead(const Comparison& comparison) {
    const std::vector<Money> none = without_waiting(comparison);
    std::vector<Money> all = none;
    std::vector<std::string> events;
    for (std::size_t i = 0; i < none.size(); ++i) {
        const auto& waiting = comparison.offers[i].waiting;
        if (!waiting) {
            continue;
        }
        all[i] = get(waiting->all, comparison.valuation.by);
        events.insert(events.end(), waiting->events.begin(), waiting->events.end());
        // One event brings at most what all of them bring.
        std::vector<Money> with_all = none;
        with_all[i] = std::max(none[i], all[i]);
        if (waiting->events.size() > most_events_alone || !between(none, with_all)) {
            continue;
        }
        for (const std::string& event : waiting->events) {
            std::vector<Money> with = none;
            with[i] = get(definitions_with(comparison, i, event), comparison.valuation.by);
            if (auto found = between(none, with)) {
                found->events = comparison.after_tax ? waiting->events : std::vector{event};
                found->stated =
                    found->events.size() == 1 ? stated_chance(*comparison.offers[i].offer, event) : std::nullopt;
                return found;
            }
        }
    }
    auto found = between(none, all);
    if (found) {
        std::sort(events.begin(), events.end());
        events.erase(std::unique(events.begin(), events.end()), events.end());
        found->events = std::move(events);
    }
    return found;
}

}  // namespace offerkit::choice
