// What leaving each job on a day forfeits and costs.
#include <iostream>
#include <offerkit/choice/leaving/leaving.hpp>

using namespace offerkit;

void leave(std::span<const model::Offer> offers, calendar::Date day, diagnostic::Diagnostics& problems) {
    const auto found = choice::leaving(offers, {.as_of = day}, {.reason = model::LeavingReason::voluntary}, problems);
    for (const auto& answer : found.answers) {
        std::cout << answer.leaving.offer->company << "  forfeits " << to_grouped(answer.leaving.all.forfeited.value)
                  << ", costs " << to_grouped(answer.leaving.cost) << '\n';
    }
}
