#include <offerkit/choice/negotiation/timing.hpp>

#include <algorithm>

#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/choice/search/expected_best.hpp>
#include <offerkit/choice/search/waiting.hpp>

namespace offerkit::choice::negotiation {

Deadline deadline_of(const model::Offer& offer, calendar::Date as_of) noexcept {
    Deadline deadline;
    if (offer.decide_by) {
        deadline.decide_by = offer.decide_by->value;
        deadline.days_left = offer.decide_by->value.days_since(as_of);
        if (offer.received) {
            deadline.days_given = offer.decide_by->value.days_since(offer.received->value);
        }
    }
    return deadline;
}

std::optional<Waiting> waiting_of(const Comparison& comparison, std::size_t own, Money pay,
                                  const Alternatives& alternatives, const Preference& preference,
                                  const model::NegotiationProfile& practice) {
    const auto& deadline = comparison.offers[own].offer->decide_by;
    const calendar::Date today = comparison.valuation.as_of;
    // An offer without a day, or whose day has passed, has to be answered before anything else is known.
    const calendar::Date until = deadline ? std::max(deadline->value, today) : today;
    search::Search waited{.today = today};
    Waiting waiting{.accept_now = pay, .wait = pay, .with_extension = pay, .extension = Money::zero(pay.currency())};
    std::vector<search::Chance> others;
    calendar::Date last = until;
    for (const auto& way : alternatives.all) {
        if (way.grade != Grade::process) {
            others.push_back({way.chance.approximate(), preference.value(way.offer, way.standing)});
            continue;
        }
        const auto& paper = *comparison.offers[way.offer].offer;
        InProcess process{.offer = way.offer, .chance = way.chance, .expected = paper.expected};
        process.in_time = deadline && paper.expected && *paper.expected <= deadline->value;
        for (const auto& known : practice.odds.companies) {
            if (known.company == paper.company) {
                process.published = known.onsite_to_offer;
            }
        }
        if (!process.in_time && paper.expected && (!waiting.until || *paper.expected > *waiting.until)) {
            waiting.until = paper.expected;
        }
        waited.processes.push_back({.name = paper.file,
                                    .value = preference.value(way.offer, way.standing),
                                    .chance = way.chance.approximate(),
                                    .expected = std::max(paper.expected.value_or(today), today.plus_days(1)),
                                    .open_days = paper.open_days ? paper.open_days->value : 7});
        last = std::max(last, waited.processes.back().expected);
        waiting.offers.push_back(process);
    }
    if (waiting.offers.empty()) {
        return std::nullopt;
    }
    // What has no day is known after all the rest.
    for (std::size_t i = 0; i < waiting.offers.size(); ++i) {
        if (!waiting.offers[i].expected) {
            waited.processes[i].expected = last.plus_days(1);
        }
    }
    waited.floor = search::expected_best(std::move(others), preference.nothing());
    const auto as_pay = [&](double value) { return preference.pay_for(own, value).value_or(pay); };
    waiting.wait = as_pay(search::value_of(waited));
    waited.offers.push_back({"", preference.value(own, pay), until});
    const Money now = as_pay(search::value_of(waited));
    waited.offers.back().until.reset();
    waiting.with_extension = as_pay(search::value_of(waited));
    waiting.extension = waiting.with_extension - now;
    return waiting;
}

}  // namespace offerkit::choice::negotiation
