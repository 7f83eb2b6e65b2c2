#include <algorithm>
#include <variant>

#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/report/negotiate/negotiate.hpp>

namespace offerkit::report {
namespace {

using choice::LevelPay;
using choice::PayBasis;
using quantity::Money;

// Medians give stock a year; a grant is quoted over its vesting, four years nearly everywhere.
constexpr std::int64_t grant_years = 4;

std::optional<Money> middle_of(const model::PayRange& range) {
    return choice::negotiation::place_in(range, Money::zero(range.min   ? range.min->currency()
                                                            : range.max ? range.max->currency()
                                                                        : *quantity::Currency::of("USD")))
        .range.mid;
}

choice::negotiation::NextLevel next_of(const std::string& name, const LevelPay& pay) {
    choice::negotiation::NextLevel next{.name = name, .source = pay.source->name, .as_of = pay.source->as_of};
    next.base = pay.is_range() ? middle_of(pay.base_range) : pay.base;
    next.bonus = pay.bonus_rate;
    if (pay.stock) {
        next.equity = quantity::multiply(*pay.stock, quantity::Rate{grant_years});
    }
    return next;
}

bool moves_something(const LevelPay& pay) {
    return pay.base || pay.stock || pay.bonus_rate || pay.base_range.max || pay.base_range.mid;
}

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
    const auto up = choice::level_up(*offer.level, ladders, bands, markets);
    const auto* next = std::get_if<choice::LevelUp>(&up);
    if (next == nullptr) {
        return;
    }
    const auto known =
        std::find_if(next->pay.begin(), next->pay.end(), [](const auto& pay) { return moves_something(pay.next); });
    if (known != next->pay.end()) {
        terms.next = next_of(next->next.name, known->next);
    }
}

}  // namespace offerkit::report
