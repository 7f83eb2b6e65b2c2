// What vests when, and what it is worth on its day.
#include <iostream>
#include <offerkit/value/vest_timeline.hpp>

using namespace offerkit;

void vest(const model::Offer& offer, calendar::Date today, diagnostic::Diagnostics& problems) {
    const auto timeline = value::vest_timeline(offer, {.as_of = today}, problems);
    if (!timeline) {
        return;
    }
    for (const auto& grant : timeline->grants) {
        for (const auto& each : grant.tranches) {
            // A tranche that waits for an event has no date; one without a known price has no value.
            std::cout << (each.tranche.date ? to_string(*each.tranche.date) : "no date") << "  "
                      << to_string(each.state) << "  " << (each.value ? to_grouped(*each.value) : "not known") << '\n';
        }
    }
}
