// What vests when, and what it is worth on its day.
#include <iostream>
#include <offerkit/choice/timelines/timelines.hpp>

using namespace offerkit;

void vest(std::span<const model::Offer> offers, calendar::Date today, diagnostic::Diagnostics& problems) {
    for (const auto& timeline : choice::timelines(offers, {.as_of = today}, {}, problems)) {
        for (const auto& grant : timeline.grants) {
            for (const auto& each : grant.tranches) {
                // A tranche that waits for an event has no date; one without a known price has no value.
                std::cout << timeline.offer->company << "  "
                          << (each.tranche.date ? to_string(*each.tranche.date) : "no date") << "  " << word(each.state)
                          << "  " << (each.value ? to_grouped(*each.value) : "not known") << '\n';
            }
        }
    }
}
