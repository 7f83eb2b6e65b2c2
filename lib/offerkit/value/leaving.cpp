#include <offerkit/value/leaving.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using quantity::int128;
using timeline::Departure;
using timeline::Release;
using timeline::ResolvedGrant;

bool is_cash(const ResolvedGrant& grant) noexcept { return grant.instrument == model::Instrument::cash; }

const model::Grant* paper_of(const model::Offer& offer, const ResolvedGrant& grant) {
    const auto found = std::find_if(offer.grants.begin(), offer.grants.end(),
                                    [&](const model::Grant& each) { return each.id == grant.id; });
    return grant.refresher || found == offer.grants.end() ? nullptr : &*found;
}

/// Adds up what is never below zero, and notices when all of it together is more than can be counted.
class Tally {
public:
    [[nodiscard]] bool take(Money& sum, Money amount) noexcept {
        minor_ += amount.minor();
        if (quantity::fits_int64(minor_)) {
            sum += amount;
            return true;
        }
        return false;
    }
    [[nodiscard]] static bool take(Shares& sum, Shares more) noexcept {
        const auto total = sum.exact().plus(more.exact());
        sum = total ? Shares{*total} : sum;
        return total.has_value();
    }
    /// Adds a grant to the whole; of money grants the value alone.
    [[nodiscard]] bool take(Holding& sum, const Holding& own, bool shares) noexcept {
        return take(sum.value, own.value) && (!shares || take(sum.quantity, own.quantity));
    }

private:
    int128 minor_ = 0;
};

}  // namespace

LeavingBook::LeavingBook(const model::Offer& offer, Exchange exchange, Currency currency, timeline::BonusLedger bonuses,
                         timeline::BenefitLedger benefits)
    : offer_{&offer},
      exchange_{std::move(exchange)},
      zero_{Money::zero(currency)},
      bonuses_{std::move(bonuses)},
      benefits_{std::move(benefits)} {
    if (offer.stock) {
        prices_.emplace(*offer.stock);
    }
    for (const auto& sign_on : offer.sign_ons) {
        sign_ons_.emplace_back(sign_on, offer.start.value);
    }
}

std::optional<LeavingBook> LeavingBook::open(const model::Offer& offer, const timeline::Window& window,
                                             std::span<const ResolvedGrant> grants, Exchange exchange,
                                             Currency currency, Date last_day, Diagnostics& diagnostics) {
    auto bonuses = timeline::BonusLedger::of(offer, window, last_day, diagnostics);
    auto benefits = timeline::BenefitLedger::of(offer, window, last_day, diagnostics);
    if (!bonuses || !benefits) {
        return std::nullopt;
    }
    LeavingBook book{offer, std::move(exchange), currency, std::move(*bonuses), std::move(*benefits)};
    for (const auto& grant : grants) {
        book.held_.push_back({&grant, paper_of(offer, grant), timeline::settle(grant, std::nullopt)});
    }
    return book;
}

std::optional<LeavingBook> LeavingBook::open(const model::Offer& offer, const timeline::Window& window,
                                             const LeavingContext& context, Date last_day, Diagnostics& diagnostics) {
    const Date as_of = context.valuation.as_of;
    std::vector<ResolvedGrant> grants;
    bool sound = true;
    for (const auto& grant : offer.grants) {
        auto resolved = timeline::resolve(offer, grant, as_of, diagnostics);
        sound = sound && resolved.has_value();
        if (!resolved) {
            continue;
        }
        warn_of_not_known(*resolved, diagnostics);
        grants.push_back(std::move(*resolved));
    }
    if (context.valuation.count_refreshers && offer.refresher) {
        if (!offer.stock || !offer.stock->price_is_known) {
            diagnostics.error(codes::no_price, offer.refresher->span,
                              "refreshers are turned into shares at the price of their day, and there is no price",
                              "add a [stock] table with `kind` and `price`");
            return std::nullopt;
        }
        auto refreshers =
            timeline::resolve_refreshers(offer, window.start(), !window.held_now(), last_day, as_of, diagnostics);
        std::move(refreshers.begin(), refreshers.end(), std::back_inserter(grants));
    }
    Exchange exchange{context.currency, context.rates};
    sound = exchange.find(offer.currency, offer.span, diagnostics) && sound;
    for (const auto& grant : grants) {
        sound = exchange.find(grant.currency, offer.stock ? offer.stock->span : grant.span, diagnostics) && sound;
    }
    auto book = open(offer, window, grants, std::move(exchange), context.currency, last_day, diagnostics);
    if (!book || !sound) {
        return std::nullopt;
    }
    // A moved vector keeps its elements where they are, so what points at them still does.
    book->own_ = std::move(grants);
    return book;
}

Split LeavingBook::nothing() const {
    return {.vested = {{}, zero_},
            .accelerated = {{}, zero_},
            .forfeited = {{}, zero_},
            .waiting = {{}, zero_},
            .gated = {{}, zero_}};
}

std::optional<Money> LeavingBook::worth(const ResolvedGrant& grant, Shares quantity, Date day) {
    if (quantity.is_zero()) {
        return zero_;
    }
    const auto worth = worth_on(grant, quantity, prices_ ? &*prices_ : nullptr, day);
    return worth ? exchange_.apply(*worth) : std::nullopt;
}

bool LeavingBook::split(const Held& held, const Departure& departure, Split& result) {
    const ResolvedGrant& grant = *held.grant;
    Shares kept_pending;
    for (const auto& tranche : timeline::settle(grant, departure).tranches) {
        if (tranche.release != Release::dated && tranche.release != Release::pending) {
            continue;
        }
        (tranche.brought_by_leaving ? result.accelerated : result.vested).quantity += tranche.quantity;
        if (tranche.release == Release::pending) {
            kept_pending += tranche.quantity;
        }
        if (tranche.release == Release::pending || *tranche.date > departure.on) {
            result.waiting.quantity += tranche.quantity;
        }
    }
    Shares never_released = held.staying.lost;
    Shares pending;
    std::optional<Date> next;
    Shares next_quantity;
    for (const auto& tranche : held.staying.tranches) {
        switch (tranche.release) {
            case Release::impossible: never_released += tranche.quantity; break;
            case Release::pending: pending += tranche.quantity; break;
            case Release::forfeited: break;
            case Release::dated:
                if (*tranche.date > departure.on && (!next || *tranche.date == *next)) {
                    next = tranche.date;
                    next_quantity += tranche.quantity;
                }
                break;
        }
    }
    result.forfeited.quantity = grant.quantity - result.vested.quantity - result.accelerated.quantity;
    result.never = never_released;
    result.gated.quantity = pending - kept_pending;
    const auto price = [&](Holding& holding, Shares valued) {
        const auto value = worth(grant, valued, departure.on);
        holding.value = value.value_or(zero_);
        return value.has_value();
    };
    bool sound = price(result.vested, result.vested.quantity) &&
                 price(result.accelerated, result.accelerated.quantity) &&
                 price(result.forfeited, result.forfeited.quantity - never_released) &&
                 price(result.waiting, result.waiting.quantity) && price(result.gated, result.gated.quantity);
    if (next && !(offer_->end && *next > offer_->end->value)) {
        const auto value = worth(grant, next_quantity, *next);
        sound = sound && value.has_value();
        result.next = NextVest{*next, next_quantity, value.value_or(zero_)};
    }
    return sound;
}

bool LeavingBook::add_options(const Held& held, const Split& split, const Departure& departure, Leaving& leaving) {
    const ResolvedGrant& grant = *held.grant;
    if (!model::has_strike(grant.instrument) || !grant.strike || held.paper == nullptr) {
        return true;
    }
    OptionLeaving option{.grant = &grant,
                         .paper = held.paper,
                         .cost = zero_,
                         .value = zero_,
                         .window = timeline::exercise_window(*held.paper, departure)};
    option.expired = option.window.expiry && *option.window.expiry < departure.on;
    if (!option.expired) {
        option.exercisable = split.vested.quantity + split.accelerated.quantity - split.waiting.quantity;
    }
    if (model::is_option(grant.instrument)) {
        const auto cost =
            quantity::value_of(option.exercisable, *grant.strike, {}, quantity::Price::zero(grant.strike->currency()));
        const auto in_results = cost ? exchange_.apply(*cost) : std::nullopt;
        if (!in_results) {
            return false;
        }
        option.cost = *in_results;
    }
    const auto value = worth(grant, option.exercisable, departure.on);
    if (!value) {
        return false;
    }
    option.value = *value;
    if (prices_ && !grant.not_known.any()) {
        const auto price = prices_->on(departure.on);
        option.under_water =
            price.factor.is_one() ? price.stated < *grant.strike : price.approximate() < grant.strike->approximate();
    }
    leaving.options.push_back(option);
    return true;
}

bool LeavingBook::settle_grants(const Departure& departure, Leaving& leaving) {
    Tally tally;
    Split& all = leaving.all;
    for (const Held& held : held_) {
        if (held.grant->refresher && held.grant->grant_date > departure.on) {
            continue;
        }
        Split own = nothing();
        if (!split(held, departure, own) || !add_options(held, own, departure, leaving)) {
            return false;
        }
        if (!leaving.options.empty() && leaving.options.back().grant == held.grant && leaving.options.back().expired) {
            // What has run out is worth nothing, whoever holds it.
            own.vested.value = own.accelerated.value = own.waiting.value = zero_;
        }
        const bool shares = !is_cash(*held.grant);
        if (!tally.take(all.vested, own.vested, shares) || !tally.take(all.accelerated, own.accelerated, shares) ||
            !tally.take(all.forfeited, own.forfeited, shares) || !tally.take(all.waiting, own.waiting, shares) ||
            !tally.take(all.gated, own.gated, shares) || (shares && !Tally::take(all.never, own.never))) {
            return false;
        }
        if (own.next && (!all.next || own.next->date < all.next->date)) {
            all.next = NextVest{own.next->date, {}, zero_};
        }
        leaving.grants.push_back({held.grant, held.paper, own});
    }
    for (const auto& option : leaving.options) {
        if (!tally.take(leaving.exercise_cost, option.cost)) {
            return false;
        }
    }
    for (const auto& each : leaving.grants) {
        const auto& next = each.split.next;
        if (next && next->date == all.next->date &&
            (!tally.take(all.next->value, next->value) ||
             (!is_cash(*each.grant) && !Tally::take(all.next->quantity, next->quantity)))) {
            return false;
        }
    }
    return true;
}

bool LeavingBook::settle_money(const Departure& departure, Leaving& leaving) const {
    Tally tally;
    for (const auto& terms : sign_ons_) {
        auto settled = terms.settle(departure);
        for (Money* amount : {&settled.paid, &settled.unpaid, &settled.owed}) {
            const auto in_results = exchange_.apply(*amount);
            if (!in_results) {
                return false;
            }
            *amount = *in_results;
        }
        if (!tally.take(leaving.clawback, settled.owed) || !tally.take(leaving.unpaid_sign_on, settled.unpaid)) {
            return false;
        }
        leaving.sign_ons.push_back(std::move(settled));
    }
    const auto lost = bonuses_.lost_on(departure.on);
    const auto finished = exchange_.apply(lost.finished);
    const auto running = exchange_.apply(lost.running);
    if (!finished || !running || !tally.take(leaving.bonus_lost, *finished) ||
        !tally.take(leaving.bonus_lost, *running)) {
        return false;
    }
    leaving.bonus = {*finished, *running};
    const auto benefits = exchange_.apply(benefits_.lost_on(departure.on));
    if (!benefits || !tally.take(leaving.benefits_lost, *benefits)) {
        return false;
    }
    Tally cost;
    return cost.take(leaving.cost, leaving.all.forfeited.value) && cost.take(leaving.cost, leaving.clawback);
}

std::optional<Leaving> LeavingBook::on(const Departure& departure, Diagnostics& diagnostics) {
    expects(departure.reason != model::LeavingReason::any);
    Leaving leaving{.offer = offer_,
                    .departure = departure,
                    .last_day = departure.on,
                    .all = nothing(),
                    .clawback = zero_,
                    .unpaid_sign_on = zero_,
                    .exercise_cost = zero_,
                    .bonus = {zero_, zero_},
                    .bonus_lost = zero_,
                    .benefits_lost = zero_,
                    .cost = zero_};
    if (departure.on < offer_->start.value) {
        leaving.time = LeavingTime::before_start;
    } else if (offer_->end && departure.on > offer_->end->value) {
        leaving.time = LeavingTime::after_end;
        leaving.last_day = offer_->end->value;
    }
    const Departure effective{leaving.last_day, departure.reason};
    if (!settle_grants(effective, leaving) || !settle_money(effective, leaving)) {
        diagnostics.error(codes::overflow, offer_->span,
                          "the amounts of this offer are too large to be added up exactly",
                          "check the quantities, prices and rates");
        return std::nullopt;
    }
    return leaving;
}

}  // namespace offerkit::value
