#include <offerkit/choice/comparison/hanging.hpp>

#include <algorithm>

#include <offerkit/value/figures.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::choice {
namespace {

using value::ValuedOffer;

std::optional<HangingLead> between(const std::vector<double>& none, const std::vector<double>& with,
                                   const LeaderOf& leader) {
    const auto turn = turn_of([&](double chance) {
        // A figure grows evenly with the chance of what waits.
        std::vector<double> figures(none.size());
        for (std::size_t i = 0; i < none.size(); ++i) {
            figures[i] = none[i] + chance * (with[i] - none[i]);
        }
        return leader(figures);
    });
    return turn ? std::optional{HangingLead{.without = turn->before, .with = turn->after, .tie = turn->chance}}
                : std::nullopt;
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

std::optional<Turn> turn_of(const std::function<std::size_t(double)>& leader_at) {
    Turn found{.before = leader_at(0), .after = leader_at(1)};
    if (found.before == found.after) {
        return std::nullopt;
    }
    constexpr int halvings = 60;
    double low = 0;
    double high = 1;
    for (int step = 0; step < halvings; ++step) {
        const double middle = (low + high) / 2;
        (leader_at(middle) == found.before ? low : high) = middle;
    }
    found.chance = high;
    return found;
}

std::optional<HangingLead> hanging_lead(const Comparison& comparison, const FigureOf& figure, const LeaderOf& leader) {
    std::vector<double> none;
    for (const ValuedOffer& offer : comparison.offers) {
        none.push_back(figure(offer.waiting ? offer.waiting->none : offer.definitions));
    }
    std::vector<double> all = none;
    std::vector<std::string> events;
    for (std::size_t i = 0; i < none.size(); ++i) {
        const auto& waiting = comparison.offers[i].waiting;
        if (!waiting) {
            continue;
        }
        all[i] = figure(waiting->all);
        events.insert(events.end(), waiting->events.begin(), waiting->events.end());
        // One event brings at most what all of them bring.
        std::vector<double> with_all = none;
        with_all[i] = std::max(none[i], all[i]);
        if (waiting->events.size() > most_events_alone || !between(none, with_all, leader)) {
            continue;
        }
        for (const std::string& event : waiting->events) {
            std::vector<double> with = none;
            with[i] = figure(definitions_with(comparison, i, event));
            if (auto found = between(none, with, leader)) {
                found->events = comparison.after_tax ? waiting->events : std::vector{event};
                found->stated =
                    found->events.size() == 1 ? stated_chance(*comparison.offers[i].offer, event) : std::nullopt;
                return found;
            }
        }
    }
    auto found = between(none, all, leader);
    if (found) {
        std::sort(events.begin(), events.end());
        events.erase(std::unique(events.begin(), events.end()), events.end());
        found->events = std::move(events);
    }
    return found;
}

std::optional<HangingLead> hanging_lead(const Comparison& comparison) {
    const auto figure = [by = comparison.valuation.by](const value::Definitions& definitions) {
        return static_cast<double>(get(definitions, by).minor());
    };
    // The first of the best.
    const auto leader = [](std::span<const double> figures) {
        return static_cast<std::size_t>(std::max_element(figures.begin(), figures.end()) - figures.begin());
    };
    return hanging_lead(comparison, figure, leader);
}

}  // namespace offerkit::choice
