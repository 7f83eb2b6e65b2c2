#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/negotiation/level_step.hpp>
#include <offerkit/report/negotiate/negotiate.hpp>

namespace offerkit::report {
namespace {

using choice::LevelPay;
using choice::PayBasis;

std::string what_of(const LevelPay& pay, const model::LadderLevel& level) {
    switch (pay.basis) {
        case PayBasis::level: return "median at " + level.name;
        case PayBasis::rung: return "median of the rung " + level.rung;
        case PayBasis::posting: return "posting" + (pay.title.empty() ? "" : ": " + pay.title);
    }
    return {};
}

}  // namespace

void add_level_facts(const model::Offer& offer, std::span<const model::Ladder> ladders,
                     std::span<const model::BandProfile> bands, std::span<const model::MarketProfile> markets,
                     choice::NegotiationTerms& terms) {
    const auto* ladder = offer.level ? choice::find_ladder(ladders, offer.level->ladder) : nullptr;
    const auto* own = ladder != nullptr ? choice::find_level(*ladder, offer.level->name) : nullptr;
    if (own == nullptr) {
        return;
    }
    for (const auto& pay : choice::pay_at(offer.level->ladder, *own, bands, markets)) {
        terms.published.push_back({.what = what_of(pay, *own),
                                   .source = pay.source->name,
                                   .as_of = pay.source->as_of,
                                   .total = pay.total,
                                   .base = pay.base,
                                   .base_range = pay.base_range});
    }
    terms.level_step = choice::negotiation::level_step(*offer.level, ladders, bands, markets);
}

}  // namespace offerkit::report
