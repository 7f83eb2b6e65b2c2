#include <offerkit/choice/negotiation/one_piece.hpp>

#include <algorithm>
#include <array>

#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/choice/negotiation/lever.hpp>
#include <offerkit/choice/negotiation/package.hpp>

namespace offerkit::choice::negotiation {

namespace {

using quantity::int128;

// The step in which people say an amount of a lever, in the lever's own steps.
std::int64_t unit_of(const Lever& lever, std::int64_t value, const model::Offer& offer) {
    if (lever.kind() == LeverKind::equity_shares) {
        return value < 1'000 ? 1 : value < 10'000 ? 10 : value < 100'000 ? 100 : 1'000;
    }
    const std::int64_t major = std::get<Money>(lever.at(0)).currency().minor_per_major();
    if (lever.kind() == LeverKind::base && offer.base) {
        switch (offer.base->basis) {
            case model::Base::Basis::hourly: return major;
            case model::Base::Basis::daily: return 10 * major;
            case model::Base::Basis::monthly: return 100 * major;
            case model::Base::Basis::salary: break;
        }
    }
    return (value < 200'000 * major ? 1'000 : 5'000) * major;
}

std::int64_t value_of(const Amount& amount) {
    const auto* money = std::get_if<Money>(&amount);
    return money != nullptr ? money->minor() : std::get<quantity::Shares>(amount).whole();
}

std::int64_t rounded_up(std::int64_t value, std::int64_t unit) {
    return static_cast<std::int64_t>(quantity::ceiling_divide(value, unit) * unit);
}

std::int64_t rounded_down(std::int64_t value, std::int64_t unit) { return value / unit * unit; }

// The most steps that lead to a number people say, inside the lever's ceiling.
std::int64_t most_steps_said(const Lever& lever, const model::Offer& offer) {
    const std::int64_t cap = value_of(lever.cap()->amount);
    const std::int64_t said = rounded_down(cap, unit_of(lever, cap, offer));
    return std::clamp<std::int64_t>(said - value_of(lever.at(0)), 0, lever.cap()->steps);
}

bool can_be_said(LeverKind kind) { return kind != LeverKind::bonus && kind != LeverKind::level; }

}  // namespace

OnePiece in_one_piece(Money amount, const model::Offer& offer, Appraiser& appraiser,
                      const model::NegotiationProfile& practice) {
    OnePiece result{.together = appraiser.figure()};
    model::Offer edited = offer;
    for (const LeverKind kind : by_ease(offer, appraiser, practice)) {
        const auto lever = can_be_said(kind) ? Lever::of(kind, edited, appraiser) : std::nullopt;
        if (result.together >= amount || !lever || !lever->cap()) {
            continue;
        }
        const std::int64_t most = most_steps_said(*lever, offer);
        const auto needed = reach(*lever, edited, amount, appraiser);
        std::int64_t steps = most;
        if (needed && needed->steps <= most) {
            const std::int64_t to = value_of(lever->at(needed->steps));
            steps = std::min(most, rounded_up(to, unit_of(*lever, to, offer)) - value_of(lever->at(0)));
        }
        if (steps <= 0) {
            continue;
        }
        model::Offer raised = edited;
        lever->apply(raised, steps);
        auto figure = appraiser.figure_of(raised);
        if (figure && *figure > amount) {
            // What is rounded up may pass the amount, and no ask may: it is rounded down.
            const std::int64_t to = value_of(lever->at(needed ? std::min(needed->steps, steps) : steps));
            steps = rounded_down(to, unit_of(*lever, to, offer)) - value_of(lever->at(0));
            if (steps <= 0) {
                continue;
            }
            raised = edited;
            lever->apply(raised, steps);
            figure = appraiser.figure_of(raised);
        }
        if (!figure || *figure <= result.together) {
            continue;
        }
        const std::int64_t from = value_of(lever->at(0));
        result.parts.push_back({.lever = kind,
                                .from = lever->at(0),
                                .to = lever->at(steps),
                                .change = lever->change(steps),
                                .rise = from > 0 ? quantity::Rate::of(steps, from) : std::nullopt,
                                .setting = lever->setting(steps)});
        if (!result.first_alone) {
            result.first_alone = *figure;
        }
        result.together = *figure;
        edited = std::move(raised);
    }
    return result;
}

std::optional<Money> most_that_can_be_said(const model::Offer& offer, Appraiser& appraiser,
                                           const model::NegotiationProfile& practice) {
    model::Offer highest = offer;
    bool any = false;
    for (const LeverKind kind : by_ease(offer, appraiser, practice)) {
        const auto lever = can_be_said(kind) ? Lever::of(kind, highest, appraiser) : std::nullopt;
        if (lever && lever->cap()) {
            lever->apply(highest, most_steps_said(*lever, offer));
            any = true;
        }
    }
    return any ? appraiser.figure_of(highest) : std::nullopt;
}

std::optional<Money> sign_on_for(Money more, const model::Offer& offer, Appraiser& appraiser) {
    const auto lever = Lever::of(LeverKind::sign_on, offer, appraiser);
    if (!lever || !lever->cap() || more <= Money::zero(more.currency())) {
        return std::nullopt;
    }
    const auto found = reach(*lever, offer, appraiser.figure() + more, appraiser);
    if (!found) {
        return std::nullopt;
    }
    const std::int64_t unit = 1'000 * offer.currency.minor_per_major();
    const std::int64_t steps = std::min(rounded_up(found->steps, unit), rounded_down(lever->cap()->steps, unit));
    return steps > 0 ? std::optional{Money{steps, offer.currency}} : std::nullopt;
}

}  // namespace offerkit::choice::negotiation
