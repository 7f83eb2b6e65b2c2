#include <offerkit/choice/timelines/timelines.hpp>

#include <utility>

#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::choice {

std::vector<value::OfferTimeline> timelines(std::span<const model::Offer> offers, const model::Valuation& valuation,
                                            const TimelineTerms& terms, diagnostic::Diagnostics& diagnostics) {
    const auto windows = windows_of(offers, valuation);
    std::vector<value::OfferTimeline> result;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        value::TimelineQuery query{.as_of = valuation.as_of, .sound_grants_alone = terms.sound_grants_alone};
        if (terms.within_horizon) {
            query.until = windows[i].end();
        }
        if (terms.refreshers) {
            query.refreshers = &windows[i];
        }
        if (auto timeline = value::vest_timeline(offers[i], query, diagnostics)) {
            result.push_back(std::move(*timeline));
        }
    }
    return result;
}

}  // namespace offerkit::choice
