#include <offerkit/choice/negotiation/lever.hpp>

#include <algorithm>

#include <offerkit/timeline/grant.hpp>

namespace offerkit::choice::negotiation {

namespace {

using model::Base;
using quantity::int128;
using quantity::Rate;
using quantity::Shares;

constexpr std::int64_t rate_steps = 10'000;  // of 0.01%

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

// Whether a number of shares can change without its schedule falling apart.
bool can_grow(const model::Grant& grant) {
    return !grant.performance && std::none_of(grant.vesting.dates.begin(), grant.vesting.dates.end(),
                                              [](const auto& dated) { return dated.quantity.has_value(); });
}

std::optional<std::size_t> grant_of(const model::Offer& offer) {
    const auto& grants = offer.grants;
    auto found = std::find_if(grants.begin(), grants.end(),
                              [](const auto& grant) { return grant.id == "new-hire" && can_grow(grant); });
    if (found == grants.end()) {
        found = std::find_if(grants.begin(), grants.end(), can_grow);
    }
    return found == grants.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - grants.begin())};
}

// What is granted where the offer has no grant: even quarters over four years, the commonest schedule.
constexpr int new_grant_months = 48;
constexpr int new_grant_step = 3;

model::Grant new_grant(const model::Offer& offer) {
    return {.id = "new-hire",
            .amount = model::ValueGrant{.value = Money::zero(offer.stock->currency)},
            .grant_date = offer.start.value,
            .vesting_start = offer.start,
            .vesting = {.segments = {{.over = calendar::Period::months(new_grant_months),
                                      .every = calendar::Period::months(new_grant_step)}}}};
}

// shares x price in minor units, rounded up: what is just enough to buy them.
int128 cost_of(std::int64_t shares, const quantity::Price& price) {
    const int128 steps_per_minor = quantity::Price::steps_per_major / price.currency().minor_per_major();
    return quantity::ceiling_divide(static_cast<int128>(shares) * price.steps(), steps_per_minor);
}

std::int64_t shares_of(const model::Offer& offer, const model::Grant& grant) {
    diagnostic::Diagnostics unheard;
    const auto count = timeline::count_of(offer, grant, unheard);
    return count ? count->quantity : 0;
}

// The price at which the grant's money becomes shares, or shares money.
std::optional<quantity::Price> price_of(const model::Offer& offer, const model::Grant& grant) {
    const auto conversion = timeline::conversion_price(offer, grant);
    return conversion ? timeline::rounded(conversion->price) : std::nullopt;
}

std::string quoted(std::string_view text) { return "\"" + std::string{text} + "\""; }

// A rate as `--set` reads it: a percentage where that is exact, else a fraction.
std::string rate_text(const Rate& rate) {
    const std::string decimal = quantity::to_decimal(rate, 12);
    const auto percent = Rate::of(static_cast<int128>(rate.numerator()) * 100, rate.denominator());
    if (quantity::parse_decimal(decimal) == rate && percent) {
        return quantity::to_decimal(*percent, 10) + "%";
    }
    return quantity::to_ratio(rate);
}

// A share of an amount in its own unit, rounded down.
std::int64_t share_of(std::int64_t amount, const Rate& share) {
    return static_cast<std::int64_t>(static_cast<int128>(amount) * share.numerator() / share.denominator());
}

}  // namespace

int stiffness_of(model::Flexibility flexibility) noexcept {
    switch (flexibility) {
        case model::Flexibility::high: return 0;
        case model::Flexibility::low: return 1;
        case model::Flexibility::rare: return 2;
        case model::Flexibility::none: return 3;
    }
    return 3;
}

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

Amount Lever::at(std::int64_t steps) const {
    if (const auto* money = std::get_if<Money>(&start_)) {
        return Money{money->minor() + steps, money->currency()};
    }
    if (const auto* shares = std::get_if<Shares>(&start_)) {
        return Shares{shares->whole() + steps};
    }
    return std::get<Rate>(start_).plus(*Rate::of(steps, rate_steps)).value_or(std::get<Rate>(start_));
}

Amount Lever::change(std::int64_t steps) const {
    if (const auto* money = std::get_if<Money>(&start_)) {
        return Money{steps, money->currency()};
    }
    if (std::holds_alternative<Shares>(start_)) {
        return Shares{steps};
    }
    return *Rate::of(steps, rate_steps);
}

void Lever::apply(model::Offer& offer, std::int64_t steps) const {
    const Amount amount = at(steps);
    switch (kind_) {
        case LeverKind::base:
            if (!offer.base) {
                offer.base = Base{.rate = {std::get<Money>(amount)}};
            }
            offer.base->rate.value = std::get<Money>(amount);
            return;
        case LeverKind::bonus:
            if (offer.bonuses.size() <= index_) {
                offer.bonuses.push_back({.name = {}, .target = Rate{}});
            }
            if (by_amount_) {
                offer.bonuses[index_].target = std::get<Money>(amount);
            } else {
                offer.bonuses[index_].target = std::get<Rate>(amount);
            }
            return;
        case LeverKind::sign_on:
            if (offer.sign_ons.size() <= index_) {
                offer.sign_ons.push_back({.name = {}, .amount = {std::get<Money>(amount)}});
            }
            offer.sign_ons[index_].amount.value = std::get<Money>(amount);
            return;
        case LeverKind::equity:
        case LeverKind::equity_shares: break;
        case LeverKind::level: return;
    }
    if (offer.grants.size() <= index_) {
        offer.grants.push_back(new_grant(offer));
    }
    auto& written = offer.grants[index_].amount;
    if (kind_ == LeverKind::equity_shares) {
        written = model::QuantityGrant{std::get<Shares>(amount).whole()};
    } else if (auto* value = std::get_if<model::ValueGrant>(&written)) {
        value->value = std::get<Money>(amount);
    } else {
        written = model::ValueGrant{.value = std::get<Money>(amount)};
    }
}

std::string Lever::setting(std::int64_t steps) const {
    const Amount amount = at(steps);
    const auto place = [&](std::string_view list) { return std::string{list} + "[" + std::to_string(index_) + "]"; };
    switch (kind_) {
        case LeverKind::base: return "base." + key_ + "=" + to_plain(std::get<Money>(amount));
        case LeverKind::bonus: {
            const std::string path = alone_ ? std::string{"bonus"} : place("bonus");
            return by_amount_ ? path + ".amount=" + to_plain(std::get<Money>(amount))
                              : path + ".target=" + rate_text(std::get<Rate>(amount));
        }
        case LeverKind::sign_on: return place("sign_on") + ".amount=" + to_plain(std::get<Money>(amount));
        case LeverKind::equity:
        case LeverKind::equity_shares: break;
        case LeverKind::level: return {};
    }
    const std::string how_much = kind_ == LeverKind::equity_shares
                                     ? "quantity = " + std::to_string(std::get<Shares>(amount).whole())
                                     : "value = " + to_plain(std::get<Money>(amount));
    if (is_new_) {
        return place("grant") + "={ id = " + quoted("new-hire") + ", " + how_much +
               ", vesting = { over = " + quoted(to_string(calendar::Period::months(new_grant_months))) +
               ", every = " + quoted(to_string(calendar::Period::months(new_grant_step))) + " } }";
    }
    const std::string path = id_.empty() ? place("grant") : "grant." + id_;
    const std::size_t equals = how_much.find(" = ");
    return path + "." + how_much.substr(0, equals) + "=" + how_much.substr(equals + 3);
}

model::Offer Lever::moved_part(const model::Offer& offer) const {
    model::Offer part{.file = offer.file, .company = offer.company, .currency = offer.currency, .start = offer.start};
    part.kind = offer.kind;
    part.employment = offer.employment;
    part.end = offer.end;
    part.events = offer.events;
    part.leaves_of_absence = offer.leaves_of_absence;
    part.span = offer.span;
    switch (kind_) {
        case LeverKind::base: part.benefits = offer.benefits; [[fallthrough]];
        case LeverKind::bonus:
            part.base = offer.base;
            part.bonuses = offer.bonuses;
            return part;
        case LeverKind::sign_on: part.sign_ons = offer.sign_ons; return part;
        case LeverKind::equity:
        case LeverKind::equity_shares: break;
        case LeverKind::level: return part;
    }
    part.stock = offer.stock;
    part.grants = offer.grants;
    return part;
}

std::int64_t Lever::steps_for(Money amount) const noexcept {
    // A year's total is a year of base; a share or a rate is worth far more than a step of money.
    const std::int64_t minor = std::max<std::int64_t>(1, amount.minor());
    if (std::holds_alternative<Money>(start_)) {
        return minor;
    }
    const std::int64_t major = std::max<std::int64_t>(1, minor / amount.currency().minor_per_major());
    return std::holds_alternative<Rate>(start_) ? std::clamp<std::int64_t>(major / 20, 1, rate_steps) : major / 100 + 1;
}

std::int64_t Lever::most_steps() const noexcept {
    if (const auto* money = std::get_if<Money>(&start_)) {
        return 100'000'000'000 * money->currency().minor_per_major();  // a tenth of what a file may say
    }
    return std::holds_alternative<Rate>(start_) ? 1'000 * rate_steps : 1'000'000'000'000'000;
}

std::optional<std::int64_t> Lever::steps_for_shares(std::int64_t shares, const model::Offer& offer) const {
    if (kind_ != LeverKind::equity || by_amount_) {
        return std::nullopt;
    }
    model::Offer edited = moved_part(offer);
    const auto counted = [&](std::int64_t steps) {
        apply(edited, steps);
        return shares_of(edited, edited.grants[index_]);
    };
    const std::int64_t wanted = counted(0) + shares;
    if (shares <= 0) {
        return 0;
    }
    std::int64_t low = 0;
    std::int64_t high = 1;
    while (counted(high) < wanted) {
        if (high > most_steps()) {
            return std::nullopt;
        }
        low = high;
        high *= 4;
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (counted(middle) < wanted ? low : high) = middle;
    }
    return high;
}

}  // namespace offerkit::choice::negotiation
