#include <algorithm>

#include <offerkit/choice/negotiation/asked_grant.hpp>
#include <offerkit/choice/negotiation/lever.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/grant_count.hpp>

// Where a lever begins, and how far it may go.
namespace offerkit::choice::negotiation {

namespace {

using model::Base;
using quantity::int128;
using quantity::Rate;
using quantity::Shares;

bool has_name(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::string_view key_of(Base::Basis basis) {
    switch (basis) {
        case Base::Basis::monthly: return "monthly";
        case Base::Basis::hourly: return "hourly";
        case Base::Basis::daily: return "daily";
        case Base::Basis::salary: break;
    }
    return "salary";
}

// The bonus that is negotiated: the first that is not paid to everybody employed, as a 13th salary is.
std::size_t bonus_of(const model::Offer& offer) {
    const auto found = std::find_if(offer.bonuses.begin(), offer.bonuses.end(),
                                    [](const model::Bonus& bonus) { return bonus.guaranteed_years < 10; });
    return found == offer.bonuses.end() ? 0 : static_cast<std::size_t>(found - offer.bonuses.begin());
}

// shares x price in minor units, rounded up: what is just enough to buy them.
int128 cost_of(std::int64_t shares, const quantity::Price& price) {
    const int128 steps_per_minor = quantity::Price::steps_per_major / price.currency().minor_per_major();
    return quantity::ceiling_divide(static_cast<int128>(shares) * price.steps(), steps_per_minor);
}

// The price at which the grant's money becomes shares, or shares money.
std::optional<quantity::Price> price_of(const model::Offer& offer, const model::Grant& grant) {
    const auto conversion = timeline::conversion_price(offer, grant);
    return conversion ? timeline::rounded(conversion->price) : std::nullopt;
}

// A share of an amount in its own unit, rounded down.
std::int64_t share_of(std::int64_t amount, const Rate& share) {
    return static_cast<std::int64_t>(static_cast<int128>(amount) * share.numerator() / share.denominator());
}

}  // namespace

std::optional<Lever> Lever::of(LeverKind kind, const model::Offer& offer, const Appraiser& appraiser) {
    switch (kind) {
        case LeverKind::base:
        case LeverKind::bonus:
        case LeverKind::sign_on: return of_pay(kind, offer, appraiser);
        case LeverKind::equity:
        case LeverKind::equity_shares: return of_equity(kind, offer, appraiser);
        case LeverKind::level: break;
    }
    return std::nullopt;
}

void Lever::cap_at(std::int64_t start, std::int64_t highest) {
    const Amount amount = kind_ == LeverKind::equity_shares
                              ? Amount{Shares{highest}}
                              : Amount{Money{highest, std::get<Money>(start_).currency()}};
    cap_ = Cap{amount, std::max<std::int64_t>(0, highest - start)};
}

std::optional<Lever> Lever::of_pay(LeverKind kind, const model::Offer& offer, const Appraiser& appraiser) {
    const Money nothing = Money::zero(offer.currency);
    const model::OfferBand band = offer.band.value_or(model::OfferBand{});
    const auto& room = appraiser.room();
    if (kind == LeverKind::base) {
        Lever lever{kind, 0, offer.base ? offer.base->rate.value : nothing};
        lever.is_new_ = !offer.base;
        lever.key_ = key_of(offer.base ? offer.base->basis : Base::Basis::salary);
        const auto& offered = appraiser.valued().offer->base;
        if (!band.base.max && room && room->base && offered) {
            lever.cap_at(std::get<Money>(lever.start_).minor(), share_of(offered->rate.value.minor(), *room->base));
        }
        if (band.base.max) {
            // A band is of a year; an hourly rate reaches it when its hours do.
            const Rate units = offer.base ? offer.base->units_per_year : Rate{1};
            const int128 highest =
                units.is_zero() ? 0
                                : static_cast<int128>(band.base.max->minor()) * units.denominator() / units.numerator();
            lever.cap_at(std::get<Money>(lever.start_).minor(), static_cast<std::int64_t>(highest));
        }
        return lever;
    }
    if (kind == LeverKind::bonus) {
        if (offer.bonuses.empty()) {
            Lever lever{kind, 0, Rate{0}};
            lever.is_new_ = true;
            return lever;
        }
        const std::size_t index = bonus_of(offer);
        const auto& target = offer.bonuses[index].target;
        const auto* rate = std::get_if<Rate>(&target);
        Lever lever{kind, index, rate != nullptr ? Amount{*rate} : Amount{std::get<Money>(target)}};
        lever.by_amount_ = rate == nullptr;
        lever.alone_ = offer.bonuses.size() == 1;
        return lever;
    }
    // A payment of the past cannot be raised: another one is begun behind it.
    const std::size_t index = appraiser.valued().window.held_now() ? offer.sign_ons.size() : 0;
    const bool exists = index < offer.sign_ons.size();
    Lever lever{kind, index, exists ? offer.sign_ons[index].amount.value : nothing};
    lever.is_new_ = !exists;
    if (band.sign_on.max) {
        lever.cap_at(std::get<Money>(lever.start_).minor(), band.sign_on.max->minor());
    } else if (const auto& offered = appraiser.valued().offer->base; room && room->sign_on && offered) {
        const auto yearly = quantity::multiply(offered->rate.value, offered->units_per_year);
        if (yearly) {
            lever.cap_at(std::get<Money>(lever.start_).minor(), share_of(yearly->minor(), *room->sign_on));
        }
    }
    return lever;
}

// The room is of the grant that is offered, whatever an edited offer makes of it.
void Lever::cap_by_room(Lever& lever, const Rate& share, const Appraiser& appraiser) {
    const model::Offer& offered = *appraiser.valued().offer;
    if (lever.index_ >= offered.grants.size()) {
        return;
    }
    const model::Grant& grant = offered.grants[lever.index_];
    const auto price = price_of(offered, grant);
    const auto* value = std::get_if<model::ValueGrant>(&grant.amount);
    if (const auto* now = std::get_if<Shares>(&lever.start_)) {
        lever.cap_at(now->whole(), share_of(shares_of(offered, grant), share));
    } else if (value != nullptr || price) {
        const std::int64_t worth = value != nullptr
                                       ? value->value.minor()
                                       : static_cast<std::int64_t>(cost_of(shares_of(offered, grant), *price));
        lever.cap_at(std::get<Money>(lever.start_).minor(), share_of(worth, share));
    }
}

std::optional<Lever> Lever::of_equity(LeverKind kind, const model::Offer& offer, const Appraiser& appraiser) {
    const auto index = grant_of(offer);
    const bool is_new = !index;
    if (is_new && (!offer.stock || offer.stock->price.value.is_zero())) {
        return std::nullopt;
    }
    const model::Grant grant = is_new ? new_grant(offer) : offer.grants[*index];
    const bool cash = grant.instrument == model::Instrument::cash;
    const auto price = price_of(offer, grant);
    if (kind == LeverKind::equity_shares
            ? cash
            : !cash && (model::has_strike(grant.instrument) || !price || price->is_zero())) {
        return std::nullopt;
    }
    const auto* value = std::get_if<model::ValueGrant>(&grant.amount);
    const std::int64_t shares = cash ? 0 : shares_of(offer, grant);
    if (price && !quantity::fits_int64(cost_of(shares, *price))) {
        return std::nullopt;
    }
    Amount start = Shares{shares};
    if (kind == LeverKind::equity) {
        start = value != nullptr ? value->value
                                 : Money{static_cast<std::int64_t>(cost_of(shares, *price)), price->currency()};
    }
    Lever lever{kind, is_new ? offer.grants.size() : *index, start};
    lever.is_new_ = is_new;
    lever.by_amount_ = cash;
    lever.id_ = !is_new && has_name(grant.id) ? grant.id : std::string{};
    const bool in_band = offer.band && offer.band->equity.max && !model::has_strike(grant.instrument);
    if (const auto& room = appraiser.room(); !in_band && !is_new && room && room->equity) {
        cap_by_room(lever, *room->equity, appraiser);
    }
    if (in_band) {
        if (kind == LeverKind::equity) {
            const Money now = std::get<Money>(start);
            if (const auto most = appraiser.in_currency(*offer.band->equity.max, now.currency())) {
                lever.cap_at(now.minor(), most->minor());
            }
        } else if (price && !price->is_zero()) {
            if (const auto most = appraiser.in_currency(*offer.band->equity.max, price->currency())) {
                const int128 steps_per_minor = quantity::Price::steps_per_major / price->currency().minor_per_major();
                lever.cap_at(shares, static_cast<std::int64_t>(static_cast<int128>(most->minor()) * steps_per_minor /
                                                               price->steps()));
            }
        }
    }
    return lever;
}

}  // namespace offerkit::choice::negotiation
