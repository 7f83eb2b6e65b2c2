#include <offerkit/choice/negotiation/alternatives.hpp>

#include <algorithm>
#include <tuple>

#include <offerkit/choice/search/expected_best.hpp>
#include <offerkit/choice/search/rates.hpp>

namespace offerkit::choice::negotiation {

namespace {

// p a + (1 - p) b, rounded once.
Money mixed(const quantity::Rate& p, Money a, Money b) {
    const auto weighted =
        quantity::int128{a.minor()} * p.numerator() + quantity::int128{b.minor()} * (p.denominator() - p.numerator());
    return {static_cast<std::int64_t>(quantity::round_half_up(weighted, p.denominator())), a.currency()};
}

}  // namespace

Grade grade_of(const model::Offer& offer) noexcept {
    switch (offer.kind) {
        case model::OfferKind::current: return Grade::current;
        case model::OfferKind::search: return Grade::search;
        case model::OfferKind::offer: break;
    }
    switch (offer.evidence) {
        case model::Evidence::verbal: return Grade::verbal;
        case model::Evidence::process: return Grade::process;
        case model::Evidence::written: break;
    }
    return Grade::written;
}

bool is_hoped_for(Grade grade) noexcept { return grade == Grade::process || grade == Grade::search; }

const Alternative& Alternatives::of(std::size_t offer) const noexcept {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Alternative& each) { return each.offer == offer; });
    expects(found != all.end());
    return *found;
}

const Alternative* Alternatives::surest() const noexcept {
    const auto found =
        std::find_if(all.begin(), all.end(), [](const Alternative& each) { return !is_hoped_for(each.grade); });
    return found == all.end() ? nullptr : &*found;
}

Alternatives weigh(const Comparison& comparison, std::size_t own, const Appraiser& appraiser,
                   const Preference& preference) {
    Alternatives result;
    const Money nothing = Money::zero(comparison.currency);
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        if (i == own) {
            continue;
        }
        const auto& paper = *comparison.offers[i].offer;
        if (own < comparison.offers.size() && paper.kind == model::OfferKind::offer &&
            paper.company == comparison.offers[own].offer->company) {
            continue;
        }
        Alternative way{.offer = i,
                        .grade = grade_of(paper),
                        .figure = appraiser.figure_of(i),
                        .clawback = nothing,
                        .standing = nothing,
                        .worth = nothing};
        if (way.grade == Grade::current) {
            if (const auto& leaving = comparison.offers[i].make_whole) {
                way.clawback = leaving->clawback;
                way.make_whole = leaving->total;
            }
        }
        way.standing = way.figure + appraiser.once(way.clawback);
        if (is_hoped_for(way.grade)) {
            const auto usual = paper.stage ? search::usual_chance(*paper.stage) : quantity::Rate{1};
            way.chance = paper.chance.value_or(usual);
        }
        way.value = preference.value(i, way.standing);
        result.all.push_back(way);
    }
    std::stable_sort(result.all.begin(), result.all.end(), [](const Alternative& a, const Alternative& b) {
        return std::tuple{-a.value, a.grade} < std::tuple{-b.value, b.grade};
    });
    Money below = nothing;
    double value_below = preference.nothing();
    for (auto way = result.all.rbegin(); way != result.all.rend(); ++way) {
        way->worth = mixed(way->chance, way->standing, below);
        way->value = search::expected_best({{way->chance.approximate(), way->value}}, value_below);
        below = way->worth;
        value_below = way->value;
    }
    std::stable_sort(result.all.begin(), result.all.end(), [](const Alternative& a, const Alternative& b) {
        return std::tuple{-a.value, a.grade} < std::tuple{-b.value, b.grade};
    });
    return result;
}

}  // namespace offerkit::choice::negotiation
