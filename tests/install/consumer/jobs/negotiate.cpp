// What to ask for in the first offer. The others are the alternatives.
#include <iostream>
#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/file/read.hpp>

using namespace offerkit;

void negotiate(std::span<const model::Offer> offers, calendar::Date today, const file::Reading& reading) {
    const auto practice = reading.profiles.negotiation("practice", {reading.sources, reading.diagnostics});
    if (!practice) {
        return;
    }
    const auto found = choice::negotiate(offers, {.as_of = today}, {}, *practice, reading.diagnostics);
    if (!found) {
        return;
    }
    if (found->reservation) {  // absent without an alternative
        std::cout << "walk away below " << to_grouped(*found->reservation) << '\n';
    }
    std::cout << "aim for " << to_grouped(found->target.amount) << '\n';
    if (found->ask.counter) {  // absent if the offer already reaches the target
        std::cout << "counter with " << to_grouped(*found->ask.counter) << '\n';
    }
}
