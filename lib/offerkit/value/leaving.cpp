#include <offerkit/value/leaving.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/exercise.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/resolved_offer.hpp>
#include <offerkit/timeline/severance.hpp>
#include <offerkit/value/annualized_offer.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/leaving_options.hpp>
#include <offerkit/value/tally.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using timeline::Departure;
using timeline::Release;
using timeline::ResolvedGrant;

bool is_cash(const ResolvedGrant& grant) noexcept { return grant.instrument == model::Instrument::cash; }

}  // namespace

bool Leaving::costs_nothing() const noexcept {
    return cost.is_zero() && all.forfeited.quantity == all.never && bonus_lost.is_zero() && unpaid_sign_on.is_zero() &&
           benefits_lost.is_zero() && to_exercise.options.is_zero();
}

LeavingBook::LeavingBook(const model::Offer& offer, const timeline::Window& window, Exchange exchange,
                         Currency currency, timeline::BonusLedger bonuses, timeline::BenefitLedger benefits)
    : offer_{&offer},
      window_{window},
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
    LeavingBook book{offer, window, std::move(exchange), currency, std::move(*bonuses), std::move(*benefits)};
    for (const auto& grant : grants) {
        book.held_.push_back({&grant, timeline::settle(grant, std::nullopt)});
    }
    return book;
}

std::optional<LeavingBook> LeavingBook::open(const model::Offer& offer, const timeline::Window& window,
                                             const LeavingContext& context, Date last_day, Diagnostics& diagnostics) {
    const Date as_of = context.valuation.as_of;
    auto resolved = timeline::resolve(offer, as_of, diagnostics);
    warn_of_not_known(resolved.grants, diagnostics);
    if (context.valuation.count_refreshers && !resolved.add_refreshers(window, last_day, as_of, diagnostics)) {
        return std::nullopt;
    }
    bool sound = resolved.complete;
    auto grants = resolved.take_all();
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
            .gated = {{}, zero_},
            .delay = {zero_, zero_, zero_}};
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
    const auto settled = timeline::settle(grant, departure);
    for (const auto& tranche : settled.tranches) {
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
    return sound && split_by_delay(held, settled, departure.on, result);
}

bool LeavingBook::split_by_delay(const Held& held, const timeline::Schedule& settled, Date on, Split& result) {
    const auto taken = [](const timeline::Tranche& tranche) {
        return tranche.forfeiture == timeline::Forfeiture::vested_too;
    };
    // Where the departure only cuts the schedule off, what is lost is what staying would bring, an acceleration to come
    // included. Where it keeps or takes more than that, only its own rows know what is lost.
    const bool cut_off = result.accelerated.quantity.is_zero() && result.waiting.quantity.is_zero() &&
                         std::none_of(settled.tranches.begin(), settled.tranches.end(), taken);
    const auto lost = [&](const timeline::Tranche& tranche) {
        return tranche.date && (cut_off ? tranche.release == Release::dated && *tranche.date > on
                                        : tranche.release == Release::forfeited);
    };
    const Date last = offer_->end ? offer_->end->value : calendar::Date::clamped(calendar::last_year, 12, 31);
    const Date in_three_months = on.plus_months(3);
    const Date in_twelve_months = std::min(on.plus_months(12), last);
    Shares soon;
    Shares in_a_year;
    for (const auto& tranche : (cut_off ? held.staying : settled).tranches) {
        if (lost(tranche) && *tranche.date <= in_twelve_months) {
            in_a_year += tranche.quantity;
            soon += *tranche.date <= in_three_months ? tranche.quantity : Shares{};
        }
    }
    const auto value_soon = worth(*held.grant, soon, on);
    const auto value_in_a_year = worth(*held.grant, in_a_year, on);
    if (!value_soon || !value_in_a_year) {
        return false;
    }
    result.delay = {*value_soon, *value_in_a_year - *value_soon, result.forfeited.value - *value_in_a_year};
    return true;
}

bool LeavingBook::settle_grants(const Departure& departure, Leaving& leaving) {
    Tally tally;
    Split& all = leaving.all;
    leaving.grants.reserve(held_.size());
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
            !tally.take(all.gated, own.gated, shares) || !tally.take(all.delay, own.delay) ||
            (shares && !Tally::take(all.never, own.never))) {
            return false;
        }
        if (own.next && (!all.next || own.next->date < all.next->date)) {
            all.next = NextVest{own.next->date, {}, zero_};
        }
        leaving.grants.push_back({held.grant, own});
    }
    if (!add_up_options(leaving.options, leaving.to_exercise, tally)) {
        return false;
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

bool LeavingBook::settle_sign_ons(const Departure& departure, Leaving& leaving) const {
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
    return true;
}

bool LeavingBook::settle_money(const Departure& departure, Leaving& leaving) const {
    const auto lost = bonuses_.lost_on(departure.on);
    const auto finished = exchange_.apply(lost.finished);
    const auto running = exchange_.apply(lost.running);
    const auto received = timeline::severance_on(*offer_, window_, departure);
    const auto severance = received ? exchange_.apply(received->severance) : std::nullopt;
    const auto holidays = received ? exchange_.apply(received->holidays) : std::nullopt;
    const auto benefits = exchange_.apply(benefits_.lost_on(departure.on));
    if (!finished || !running || !severance || !holidays || !benefits) {
        return false;
    }
    leaving.bonus = {*finished, *running};
    leaving.severance = {*severance, *holidays};
    leaving.benefits_lost = *benefits;
    Tally tally;
    Money in = zero_;
    // Everything of the stake together fits, so that no sum of parts of it can leave 64 bits.
    for (const Money part : {leaving.all.forfeited.value, leaving.clawback, *finished, *running, leaving.unpaid_sign_on,
                             *benefits, *severance, *holidays}) {
        if (!tally.take(in, part)) {
            return false;
        }
    }
    leaving.bonus_lost = *finished + *running;
    leaving.cost = leaving.all.forfeited.value + leaving.clawback + *finished;
    leaving.stake = leaving.cost + *running + leaving.unpaid_sign_on + *benefits - leaving.received();
    const Money within_a_year = leaving.all.delay.months_3 + leaving.all.delay.months_12;
    leaving.make_whole = {.on = departure.on,
                          .forfeited = within_a_year,
                          .clawback = leaving.clawback,
                          .bonus = *finished,
                          .total = within_a_year + leaving.clawback + *finished,
                          .whole = leaving.cost};
    return true;
}

std::optional<Leaving> LeavingBook::on(const Departure& departure, Diagnostics& diagnostics) {
    if (departure.reason == model::LeavingReason::any) {
        diagnostics.error(codes::unknown_word, {}, "one leaves for one reason, and `any` is none",
                          "write, for example, `voluntary`");
        return std::nullopt;
    }
    Leaving leaving{.offer = offer_,
                    .departure = departure,
                    .last_day = departure.on,
                    .all = nothing(),
                    .clawback = zero_,
                    .unpaid_sign_on = zero_,
                    .to_exercise = {.cash = zero_},
                    .bonus = {zero_, zero_},
                    .bonus_lost = zero_,
                    .benefits_lost = zero_,
                    .severance = {zero_, zero_},
                    .cost = zero_,
                    .make_whole = {departure.on, zero_, zero_, zero_, zero_, zero_},
                    .stake = zero_};
    if (departure.on < offer_->start.value) {
        leaving.time = LeavingTime::before_start;
    } else if (offer_->end && departure.on > offer_->end->value) {
        leaving.time = LeavingTime::after_end;
        leaving.last_day = offer_->end->value;
    }
    const Departure effective{leaving.last_day, departure.reason};
    if (!settle_grants(effective, leaving) || !settle_sign_ons(effective, leaving) ||
        !settle_money(effective, leaving)) {
        report_too_large(*offer_, diagnostics);
        return std::nullopt;
    }
    return leaving;
}

}  // namespace offerkit::value
