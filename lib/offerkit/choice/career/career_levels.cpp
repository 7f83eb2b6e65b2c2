#include <offerkit/choice/career/career_levels.hpp>

#include <algorithm>

namespace offerkit::choice {
namespace {

using model::Ladder;
using model::LadderLevel;

std::vector<LevelNeighbour> by_interval(const LadderLevel& own, const Ladder& other) {
    std::vector<LevelNeighbour> found;
    for (const auto& level : other.levels) {
        if (!has_interval(level)) {
            continue;
        }
        const std::int64_t from = std::max(*own.from, *level.from);
        const std::int64_t to = std::min(*own.to, *level.to);
        const auto share = quantity::Rate::of(to - from, *own.to - *own.from);
        if (to > from && share) {
            found.push_back({other.header.id, level.name, level.title, share, from, to});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return *a.share > *b.share; });
    return found;
}

std::vector<LevelNeighbour> by_rung(const LadderLevel& own, const Ladder& other) {
    std::vector<LevelNeighbour> found;
    for (const auto& level : other.levels) {
        if (!own.rung.empty() && level.rung == own.rung) {
            found.push_back({other.header.id, level.name, level.title});
        }
    }
    return found;
}

LevelPay medians(const model::MarketProfile& market, const model::MarketMedian& median, PayBasis basis) {
    return {.source = &market.header,
            .basis = basis,
            .title = median.title,
            .total = median.total,
            .base = median.base,
            .stock = median.stock,
            .bonus = median.bonus};
}

/// Whether two figures come from one place and mean the same, so that their difference says something.
bool comparable(const LevelPay& a, const LevelPay& b) { return a.source == b.source && a.basis == b.basis; }

}  // namespace

std::optional<quantity::Rate> LevelPlace::uncovered_by(std::string_view other) const {
    std::optional<quantity::Rate> left;
    for (const auto& neighbour : neighbours) {
        if (neighbour.ladder == other && neighbour.share) {
            left = left.value_or(quantity::Rate{1}).minus(*neighbour.share);
        }
    }
    return left;
}

const Ladder* find_ladder(std::span<const Ladder> ladders, std::string_view id) noexcept {
    const auto found =
        std::find_if(ladders.begin(), ladders.end(), [&](const Ladder& each) { return each.header.id == id; });
    return found == ladders.end() ? nullptr : &*found;
}

const LadderLevel* find_level(const Ladder& ladder, std::string_view name) noexcept {
    const auto found = std::find_if(ladder.levels.begin(), ladder.levels.end(),
                                    [&](const LadderLevel& each) { return each.name == name; });
    return found == ladder.levels.end() ? nullptr : &*found;
}

bool has_interval(const LadderLevel& level) noexcept { return level.from && level.to && *level.to > *level.from; }

std::optional<LevelPlace> place_level(const model::Level& level, std::span<const Ladder> ladders) {
    const Ladder* ladder = find_ladder(ladders, level.ladder);
    const LadderLevel* own = ladder == nullptr ? nullptr : find_level(*ladder, level.name);
    if (own == nullptr) {
        return std::nullopt;
    }
    LevelPlace place{ladder->header.id, own->name, own->title, own->rung, !has_interval(*own), {}};
    for (const auto& other : ladders) {
        if (&other == ladder) {
            continue;
        }
        // Intervals can be set against each other only on one scale.
        const bool one_scale = has_interval(*own) && other.scale_max == ladder->scale_max && other.scale_max > 0;
        auto found = one_scale ? by_interval(*own, other) : by_rung(*own, other);
        std::move(found.begin(), found.end(), std::back_inserter(place.neighbours));
    }
    return place;
}

std::vector<LevelPay> pay_at(std::string_view ladder, const LadderLevel& level,
                             std::span<const model::BandProfile> bands, std::span<const model::MarketProfile> markets) {
    // A figure without a level is of no level, not of one without a name.
    const auto is_of = [&](const auto& figure) {
        return !figure.level.empty() && figure.ladder == ladder && figure.level == level.name;
    };
    std::vector<LevelPay> pay;
    for (const PayBasis basis : {PayBasis::level, PayBasis::rung}) {
        for (const auto& market : markets) {
            for (const auto& median : market.medians) {
                const bool this_level = is_of(median);
                const bool this_rung = !level.rung.empty() && median.rung == level.rung;
                if (basis == PayBasis::level ? this_level : this_rung) {
                    pay.push_back(medians(market, median, basis));
                }
            }
        }
    }
    for (const auto& profile : bands) {
        for (const auto& band : profile.bands) {
            if (is_of(band)) {
                pay.push_back({.source = &profile.header,
                               .basis = PayBasis::posting,
                               .title = band.title,
                               .base_range = band.base,
                               .total_range = band.total,
                               .bonus_rate = band.bonus});
            }
        }
    }
    return pay;
}

PayGap gap_to(const LevelPay& pay, const value::ValuedOffer& offer) noexcept {
    const auto less = [&](const std::optional<quantity::Money>& median, quantity::Money own) {
        return median && median->currency() == own.currency() ? std::optional{*median - own} : std::nullopt;
    };
    return {.total = less(pay.total, offer.definitions.annualized),
            .base = less(pay.base, offer.annualized.base),
            .stock = less(pay.stock, offer.annualized.equity),
            .bonus = less(pay.bonus, offer.annualized.bonus)};
}

std::optional<quantity::Rate> stock_share(const LevelPay& pay) noexcept {
    if (!pay.base || !pay.stock || !pay.bonus) {
        return std::nullopt;
    }
    const auto whole = *pay.base + *pay.stock + *pay.bonus;
    return whole.is_zero() ? std::nullopt : quantity::Rate::of(pay.stock->minor(), whole.minor());
}

std::optional<quantity::Money> LevelUpPay::worth() const noexcept {
    if (!own || !own->total || !next.total) {
        return std::nullopt;
    }
    return *next.total - *own->total;
}

std::variant<LevelUp, NoLevelUp> level_up(const model::Level& level, std::span<const Ladder> ladders,
                                          std::span<const model::BandProfile> bands,
                                          std::span<const model::MarketProfile> markets) {
    const Ladder* ladder = find_ladder(ladders, level.ladder);
    if (ladder == nullptr) {
        return NoLevelUp::unknown_ladder;
    }
    const LadderLevel* own = find_level(*ladder, level.name);
    if (own == nullptr) {
        return NoLevelUp::unknown_level;
    }
    if (own == &ladder->levels.back()) {
        return NoLevelUp::top_of_ladder;
    }
    LevelUp up{.own = *own, .next = *(own + 1)};
    up.same_rung = !up.own.rung.empty() && up.own.rung == up.next.rung;
    const auto higher = std::find_if(ladder->levels.begin() + (own - ladder->levels.data()), ladder->levels.end(),
                                     [&](const LadderLevel& each) { return each.rung != own->rung; });
    if (up.same_rung && higher != ladder->levels.end()) {
        up.next_rung = *higher;
    }
    const auto at_own = pay_at(level.ladder, up.own, bands, markets);
    for (auto& next : pay_at(level.ladder, up.next, bands, markets)) {
        if (next.basis == PayBasis::rung && up.same_rung) {
            continue;
        }
        const auto same =
            std::find_if(at_own.begin(), at_own.end(), [&](const auto& each) { return comparable(each, next); });
        up.pay.push_back({std::move(next), same == at_own.end() ? std::nullopt : std::optional{*same}});
    }
    return up;
}

}  // namespace offerkit::choice
