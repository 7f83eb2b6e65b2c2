#include <offerkit/choice/negotiation/timing.hpp>

#include <algorithm>

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
    Waiting waiting{.accept_now = pay, .wait = pay, .with_extension = pay, .extension = Money::zero(pay.currency())};
    std::vector<Chance> chances;
    for (const auto& way : alternatives.all) {
        chances.push_back({way.chance.approximate(), preference.value(way.offer, way.standing)});
        if (way.grade != Grade::process) {
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
        waiting.offers.push_back(process);
    }
    if (waiting.offers.empty()) {
        return std::nullopt;
    }
    const double now = preference.value(own, pay);
    const double wait = expected_best(chances, preference.nothing());
    const double open = expected_best(chances, std::max(now, preference.nothing()));
    const auto as_pay = [&](double value) { return preference.pay_for(own, value).value_or(pay); };
    waiting.wait = as_pay(wait);
    waiting.with_extension = as_pay(open);
    waiting.extension = waiting.with_extension - std::max(waiting.accept_now, waiting.wait);
    return waiting;
}

}  // namespace offerkit::choice::negotiation
