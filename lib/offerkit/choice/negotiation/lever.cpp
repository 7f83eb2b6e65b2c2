#include <offerkit/choice/negotiation/lever.hpp>

#include <algorithm>

#include <offerkit/choice/negotiation/asked_grant.hpp>

namespace offerkit::choice::negotiation {

namespace {

using model::Base;
using quantity::int128;
using quantity::Rate;
using quantity::Shares;

constexpr std::int64_t rate_steps = 10'000;  // of 0.01%

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
               ", vesting = { over = " + quoted(to_string(new_grant_over)) +
               ", every = " + quoted(to_string(new_grant_every)) + " } }";
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
