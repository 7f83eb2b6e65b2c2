#include <offerkit/choice/negotiation/package.hpp>

#include <algorithm>
#include <array>

#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/choice/negotiation/lever.hpp>

namespace offerkit::choice::negotiation {

namespace {

using quantity::int128;

constexpr std::array stepping{LeverKind::equity, LeverKind::equity_shares, LeverKind::sign_on, LeverKind::base,
                              LeverKind::bonus};

model::Flexibility flexibility_of(LeverKind kind, const model::NegotiationProfile& practice) {
    switch (kind) {
        case LeverKind::base: return practice.base;
        case LeverKind::bonus: return practice.bonus;
        case LeverKind::sign_on: return practice.sign_on;
        case LeverKind::equity:
        case LeverKind::equity_shares: return practice.equity;
        case LeverKind::level: return practice.level;
    }
    return model::Flexibility::none;
}

// Steps to the next number that people say: money alone has such numbers, and none passes the ceiling.
std::int64_t steps_said(const Lever& lever, std::int64_t steps) {
    const Amount amount = lever.at(steps);
    const auto* money = std::get_if<Money>(&amount);
    if (money == nullptr) {
        return steps;
    }
    // Less than this is a rate of an hour, a day or a month, which people say in whole units.
    constexpr std::int64_t thousands = 10'000;
    const std::int64_t unit = money->currency().minor_per_major();
    const std::int64_t more =
        money->minor() >= thousands * unit
            ? (spoken_at_least(*money) - *money).minor()
            : static_cast<std::int64_t>(quantity::ceiling_divide(money->minor(), unit) * unit) - money->minor();
    return lever.cap() && steps + more > lever.cap()->steps ? steps : steps + more;
}

LeverAnswer answer_of(const Lever& lever, Goal goal, Money amount, const model::Offer& offer, Appraiser& appraiser) {
    LeverAnswer answer{.goal = goal, .lever = lever.kind(), .is_new = lever.is_new()};
    if (lever.cap()) {
        answer.cap = lever.cap()->amount;
    }
    const auto found = reach(lever, offer, amount, appraiser);
    if (!found) {
        answer.obstacle = Obstacle::no_effect;
        return answer;
    }
    answer.needed = lever.change(found->steps);
    answer.level = lever.at(found->steps);
    answer.resulting = found->resulting;
    answer.reachable = found->steps == 0 || !lever.cap() || found->steps <= lever.cap()->steps;
    answer.obstacle = answer.reachable ? Obstacle::nothing : Obstacle::over_cap;
    if (found->steps > 0) {
        answer.settings.push_back(lever.setting(found->steps));
        answer.said = lever.setting(steps_said(lever, found->steps));
    }
    return answer;
}

// Puts a package together on a copy of the offer.
class Packer {
public:
    Packer(const model::Offer& offer, Appraiser& appraiser, Package& package)
        : offer_{offer}, edited_{offer}, appraiser_{appraiser}, package_{package} {}

    // Raises a lever until the whole reaches an amount, or up to its cap. True when it does reach it.
    bool raise(LeverKind kind, Money amount) {
        const auto lever = Lever::of(kind, edited_, appraiser_);
        if (!lever || package_.resulting >= amount) {
            return package_.resulting >= amount;
        }
        const auto found = reach(*lever, edited_, amount, appraiser_);
        std::int64_t steps = found ? found->steps : 0;
        const bool capped = lever->cap() && (!found || found->steps > lever->cap()->steps);
        if (capped) {
            steps = lever->cap()->steps;
        }
        if (steps == 0) {
            return false;
        }
        lever->apply(edited_, steps);
        package_.resulting = capped ? appraiser_.figure_of(edited_).value_or(package_.resulting) : found->resulting;
        keep(kind, *lever, steps, capped);
        return package_.resulting >= amount;
    }

    // Takes back what a lever asks for beyond an amount that is reached: equity moves by whole shares, and those may
    // leave another lever with less to do.
    void trim(LeverKind kind, Money amount) {
        const auto part = std::find_if(package_.parts.begin(), package_.parts.end(),
                                       [&](const PackagePart& each) { return each.lever == kind; });
        const auto lever = Lever::of(kind, offer_, appraiser_);
        if (part == package_.parts.end() || !lever || package_.resulting <= amount) {
            return;
        }
        model::Offer without = edited_;
        lever->apply(without, 0);
        const auto found = reach(*lever, without, amount, appraiser_);
        if (!found || lever->at(found->steps) == part->level) {
            return;
        }
        lever->apply(edited_, found->steps);
        package_.resulting = found->resulting;
        if (found->steps == 0) {
            package_.parts.erase(part);
        } else {
            *part = {kind, lever->change(found->steps), lever->at(found->steps), false, lever->setting(found->steps)};
        }
    }

private:
    // A lever that is raised again replaces what was asked of it before.
    void keep(LeverKind kind, const Lever& lever, std::int64_t steps, bool capped) {
        std::erase_if(package_.parts, [&](const PackagePart& part) { return part.lever == kind; });
        const auto before = Lever::of(kind, offer_, appraiser_);
        const Amount now = lever.at(steps);
        package_.parts.push_back({kind, difference(now, before->at(0)), now, capped, lever.setting(steps)});
    }

    static Amount difference(const Amount& now, const Amount& before) {
        if (const auto* money = std::get_if<Money>(&now)) {
            return *money - std::get<Money>(before);
        }
        if (const auto* shares = std::get_if<quantity::Shares>(&now)) {
            return *shares - std::get<quantity::Shares>(before);
        }
        return std::get<quantity::Rate>(now).minus(std::get<quantity::Rate>(before)).value_or(quantity::Rate{});
    }

    const model::Offer& offer_;
    model::Offer edited_;
    Appraiser& appraiser_;
    Package& package_;
};

}  // namespace

namespace {

// Whether the letter quotes the grant that is negotiated in shares, not in money.
bool grant_in_shares(const model::Offer& offer) {
    const auto found = std::find_if(offer.grants.begin(), offer.grants.end(),
                                    [](const auto& grant) { return grant.id == "new-hire"; });
    const auto grant = found == offer.grants.end() ? offer.grants.begin() : found;
    return grant != offer.grants.end() && grant->instrument != model::Instrument::cash &&
           !std::holds_alternative<model::ValueGrant>(grant->amount);
}

}  // namespace

std::vector<LeverKind> by_ease(const model::Offer& offer, const Appraiser& appraiser,
                               const model::NegotiationProfile& practice) {
    std::vector<LeverKind> kinds;
    for (const LeverKind kind : stepping) {
        const bool in_shares = grant_in_shares(offer);
        const bool twice = (kind == LeverKind::equity_shares && !in_shares &&
                            std::find(kinds.begin(), kinds.end(), LeverKind::equity) != kinds.end()) ||
                           (kind == LeverKind::equity && in_shares);
        const bool fixed = flexibility_of(kind, practice) == model::Flexibility::none;
        if (!twice && !fixed && Lever::of(kind, offer, appraiser)) {
            kinds.push_back(kind);
        }
    }
    std::stable_sort(kinds.begin(), kinds.end(), [&](LeverKind a, LeverKind b) {
        return stiffness_of(flexibility_of(a, practice)) < stiffness_of(flexibility_of(b, practice));
    });
    return kinds;
}

std::string_view to_string(Goal goal) noexcept { return goal == Goal::batna ? "batna" : "target"; }

std::string_view to_string(PackageKind kind) noexcept {
    return kind == PackageKind::easiest_first ? "easiest_first" : "spread";
}

std::vector<LeverAnswer> answers(Goal goal, Money amount, const model::Offer& offer, Appraiser& appraiser,
                                 const model::NegotiationProfile& practice) {
    std::vector<LeverAnswer> all;
    for (const LeverKind kind : stepping) {
        if (const auto lever = Lever::of(kind, offer, appraiser)) {
            all.push_back(answer_of(*lever, goal, amount, offer, appraiser));
        }
    }
    for (auto& answer : all) {
        answer.flexibility = flexibility_of(answer.lever, practice);
    }
    std::stable_sort(all.begin(), all.end(), [](const LeverAnswer& a, const LeverAnswer& b) {
        return stiffness_of(a.flexibility) < stiffness_of(b.flexibility);
    });
    return all;
}

Package pack(PackageKind kind, Goal goal, Money amount, const model::Offer& offer, Appraiser& appraiser,
             const model::NegotiationProfile& practice) {
    Package package{.goal = goal, .kind = kind, .resulting = appraiser.figure()};
    Packer packer{offer, appraiser, package};
    const auto kinds = by_ease(offer, appraiser, practice);
    if (kind == PackageKind::spread && amount > package.resulting) {
        // The hardest first, so that the easiest takes up what the others leave.
        const Money start = package.resulting;
        const auto parts = static_cast<std::int64_t>(kinds.size());
        for (std::int64_t i = 1; i <= parts; ++i) {
            const auto share = quantity::multiply(amount - start, *quantity::Rate::of(i, parts));
            packer.raise(kinds[static_cast<std::size_t>(parts - i)], start + share.value_or(amount - start));
        }
    }
    bool reached = package.resulting >= amount;
    for (auto lever = kinds.begin(); lever != kinds.end() && !reached; ++lever) {
        reached = packer.raise(*lever, amount);
    }
    package.reachable = reached;
    for (auto lever = kinds.rbegin(); lever != kinds.rend() && reached; ++lever) {
        packer.trim(*lever, amount);
    }
    // As one would ask: the easiest first.
    std::stable_sort(package.parts.begin(), package.parts.end(), [&](const PackagePart& a, const PackagePart& b) {
        return std::find(kinds.begin(), kinds.end(), a.lever) < std::find(kinds.begin(), kinds.end(), b.lever);
    });
    return package;
}

std::optional<Exchange> exchange_of(const model::Offer& offer, Appraiser& appraiser) {
    const auto base = Lever::of(LeverKind::base, offer, appraiser);
    if (!base || base->is_new() || offer.base->units_per_year.is_zero()) {
        return std::nullopt;
    }
    constexpr std::int64_t round_amount = 10'000;
    const std::int64_t minor = round_amount * offer.currency.minor_per_major();
    const auto& units = offer.base->units_per_year;
    model::Offer raised = offer;
    base->apply(raised, static_cast<std::int64_t>(quantity::round_half_up(
                            static_cast<int128>(minor) * units.denominator(), units.numerator())));
    const auto goal = appraiser.figure_of(raised);
    if (!goal || *goal <= appraiser.figure()) {
        return std::nullopt;
    }
    Exchange exchange{.base = Money{minor, offer.currency}, .worth = *goal - appraiser.figure()};
    for (const LeverKind kind : {LeverKind::sign_on, LeverKind::equity, LeverKind::equity_shares, LeverKind::bonus}) {
        const auto lever = Lever::of(kind, offer, appraiser);
        const auto found = lever ? reach(*lever, offer, *goal, appraiser) : std::nullopt;
        if (found) {
            exchange.equals.push_back({kind, lever->change(found->steps)});
        }
    }
    return exchange;
}

std::vector<Ceiling> ceilings_of(const model::Offer& offer, const Appraiser& appraiser,
                                 const model::NegotiationProfile& practice) {
    std::vector<Ceiling> ceilings;
    for (const LeverKind kind : by_ease(offer, appraiser, practice)) {
        const auto lever = Lever::of(kind, offer, appraiser);
        if (!lever->cap()) {
            continue;
        }
        const auto& band = offer.band;
        const bool stated = band && (kind == LeverKind::base      ? band->base.max.has_value()
                                     : kind == LeverKind::sign_on ? band->sign_on.max.has_value()
                                                                  : band->equity.max.has_value());
        ceilings.push_back({.lever = kind, .cap = lever->cap()->amount, .from_band = stated});
        ceilings.back().source = stated ? band->source : appraiser.room()->source;
        ceilings.back().as_of = stated ? band->as_of : std::optional{appraiser.room()->as_of};
    }
    return ceilings;
}

std::optional<Money> with_all_at(const std::vector<Ceiling>& ceilings, bool band_alone, const model::Offer& offer,
                                 Appraiser& appraiser) {
    model::Offer highest = offer;
    bool any = false;
    for (const auto& ceiling : ceilings) {
        if (band_alone && !ceiling.from_band) {
            continue;
        }
        const auto lever = Lever::of(ceiling.lever, highest, appraiser);
        if (lever && lever->cap()) {
            lever->apply(highest, lever->cap()->steps);
            any = true;
        }
    }
    return any ? appraiser.figure_of(highest) : std::nullopt;
}

}  // namespace offerkit::choice::negotiation
