#include <offerkit/timeline/bonus.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/model/vesting_check.hpp>
#include <offerkit/timeline/base_days.hpp>
#include <offerkit/timeline/bonus_year.hpp>
#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

namespace codes = diagnostic::codes;
using quantity::Fraction;
using quantity::Money;

namespace {

/// days / all, where there are any.
Fraction part_of_days(std::int64_t days, std::int64_t all) noexcept {
    return all <= 0 ? Fraction{} : *Fraction::of(std::clamp<std::int64_t>(days, 0, all), all);
}

/// target x payout on a year's base, or amount x payout, of which `worked` counts; rounded once.
std::optional<Money> bonus_amount(const model::Bonus& bonus, Money base, const Fraction& worked,
                                  const Fraction& payout) noexcept {
    if (const auto* rate = std::get_if<quantity::Rate>(&bonus.target)) {
        const auto share = rate->times(payout);
        return share ? quantity::multiply(base, *share) : std::nullopt;
    }
    const auto share = worked.times(payout);
    return share ? quantity::multiply(std::get<Money>(bonus.target), *share) : std::nullopt;
}

}  // namespace

Money EarnedBonus::earned_of(Money part, Date day) const noexcept {
    if (day >= last) {
        return part;
    }
    if (by_months.empty()) {
        return *quantity::multiply(part, part_of_days(day.days_since(first) + 1, last.days_since(first) + 1));
    }
    // A month that is cut counts by its days, as base does.
    const Date until = day.plus_days(1);
    Date from = first;
    Money before = Money::zero(amount.currency());
    for (const auto& [date, sum] : by_months) {
        if (date > until) {
            before += *quantity::multiply(sum - before, part_of_days(until.days_since(from), date.days_since(from)));
            break;
        }
        from = date;
        before = sum;
    }
    return share_of(part, before);
}

Money EarnedBonus::earned_on_leaving(Money part, Date day) const noexcept {
    if (day >= finished) {
        return part;
    }
    if (by_months.empty()) {
        return earned_of(part, day);
    }
    Money so_far = Money::zero(amount.currency());
    for (const auto& [date, sum] : by_months) {
        so_far = date <= day ? sum : so_far;
    }
    return share_of(part, so_far);
}

/// Of a part of the amount the same share as what has been earned is of the whole.
Money EarnedBonus::share_of(Money part, Money earned) const noexcept {
    return part == amount ? earned
                          : quantity::multiply(part, *Fraction::of(earned.minor(), amount.minor())).value_or(part);
}

/// Lays out the bonuses of one employment.
class BonusWriter {
public:
    /// Of what begins on or before `last_day`; nothing is earned after `end`.
    BonusWriter(const model::Offer& offer, const Window& window, Date last_day, std::optional<Date> end,
                Diagnostics& diagnostics)
        : offer_{offer},
          events_{offer.events},
          window_{window},
          last_day_{last_day},
          end_{end},
          diagnostics_{diagnostics},
          ledger_{offer.currency} {}

    std::optional<BonusLedger> write() {
        for (const auto& bonus : offer_.bonuses) {
            for (BonusCalendar calendar{bonus, offer_.start.value}; begins(calendar); calendar.advance()) {
                const auto stretch = calendar.current();
                if (!(earned_by_months(bonus) ? add_year_of_employment(bonus, stretch) : add_stretch(bonus, stretch))) {
                    return std::nullopt;
                }
            }
        }
        if (offer_.base && offer_.base->extra) {
            const auto& extra = *offer_.base->extra;
            for (BonusCalendar calendar{extra, offer_.start.value}; begins(calendar); calendar.advance()) {
                if (!add_extra(extra, calendar.current())) {
                    return std::nullopt;
                }
            }
        }
        return std::move(ledger_);
    }

private:
    [[nodiscard]] bool begins(const BonusCalendar& calendar) const noexcept {
        const Date from = std::max(calendar.current().from, offer_.start.value);
        return from <= last_day_ && !(end_ && from > *end_);
    }

    bool too_large(model::Span span) {
        diagnostics_.error(codes::overflow, span, "this amount grows too large to be computed exactly",
                           "check the amount and the rate it grows by");
        return false;
    }

    /// The days of a stretch that somebody works.
    [[nodiscard]] EarnedBonus begun(const BonusStretch& stretch) const {
        const Date last = end_ ? std::min(stretch.last, *end_) : stretch.last;
        return {.name = {},
                .first = std::max(stretch.from, offer_.start.value),
                .last = last,
                .finished = last,
                .amount = ledger_.zero_,
                .fixed = ledger_.zero_};
    }

    bool finish(const model::Bonus& bonus, const BonusStretch& stretch, EarnedBonus earned) {
        if (earned.amount.is_zero()) {
            return true;
        }
        earned.name = bonus.name;
        earned.span = bonus.span;
        earned.fixed = is_guaranteed(bonus, stretch) ? earned.amount : ledger_.zero_;
        earned.kept_on_leaving = bonus.on_leaving == model::BonusOnLeaving::pro_rata;
        const bool paid_on_leaving = earned.kept_on_leaving && earned.last < stretch.last;
        const Date payment = paid_on_leaving ? earned.last : bonus_payment_day(bonus, stretch);
        if (!add_payments(bonus, payment, earned)) {
            return false;
        }
        payments_ += static_cast<std::int64_t>(earned.payments.size());
        if (payments_ > model::most_tranches_of_offer) {
            diagnostics_.error(codes::schedule_too_long, bonus.span,
                               "with this bonus the offer has more than 100,000 payments",
                               "check `every` and what is deferred of each bonus, or choose a shorter horizon");
            return false;
        }
        ledger_.earned_.push_back(std::move(earned));
        return true;
    }

    static bool is_guaranteed(const model::Bonus& bonus, const BonusStretch& stretch) noexcept {
        return stretch.year < bonus.guaranteed_years;
    }
    static Fraction payout_of(const model::Bonus& bonus, const BonusStretch& stretch) noexcept {
        return is_guaranteed(bonus, stretch) ? Fraction{1} : bonus.payout;
    }

    /// What is deferred runs from the payment, to the cent; the rest is paid on its day. The deferred parts come first.
    bool add_payments(const model::Bonus& bonus, Date payment, EarnedBonus& earned) {
        Money at_once = earned.amount;
        if (bonus.deferred) {
            const Money later = quantity::multiply(earned.amount, bonus.deferred->portion).value_or(ledger_.zero_);
            at_once -= later;
            earned.deferred = bonus.deferred->portion;
            earned.deferred_span = bonus.deferred->span;
            const ScheduleTerms terms{
                .vesting = bonus.deferred->vesting, .quantity = later.minor(), .start = payment, .grant_date = payment};
            const auto schedule = expand(terms, {events_, payment}, diagnostics_);
            if (!schedule) {
                return false;
            }
            for (const auto& tranche : schedule->tranches) {
                if (tranche.date) {
                    earned.payments.push_back({*tranche.date, Money{tranche.quantity.whole(), later.currency()}, true});
                }
            }
        }
        earned.payments.push_back({payment, at_once, false});
        return true;
    }

    /// Base months counted from the first day of employment; what a last day cuts counts by its days.
    bool add_year_of_employment(const model::Bonus& bonus, const BonusStretch& stretch) {
        EarnedBonus earned = begun(stretch);
        const Date until = earned.last.plus_days(1);
        const Fraction payout = payout_of(bonus, stretch);
        earned.finished = stretch.last.plus_days(1);
        Money base = ledger_.zero_;
        Fraction worked;
        for (int i = 1; i <= 12; ++i) {
            const Date from = offer_.start.value.plus_months(12 * stretch.year + i - 1);
            const Date next = offer_.start.value.plus_months(12 * stretch.year + i);
            if (from >= until) {
                break;
            }
            const auto salary = salary_on(offer_, window_, from);
            if (!salary) {
                return too_large(offer_.base->rate.span);
            }
            const Fraction month = part_of_days(std::min(next, until).days_since(from), next.days_since(from));
            base += *quantity::multiply(quantity::equal_part(*salary, i, 12), month);
            const auto twelfth = month.times(*Fraction::of(1, 12));
            worked = twelfth ? worked.plus(*twelfth).value_or(worked) : worked;
            const auto amount = bonus_amount(bonus, base, worked, payout);
            if (!amount) {
                return too_large(bonus.span);
            }
            earned.amount = *amount;
            earned.by_months.emplace_back(std::min(next, until), *amount);
        }
        return finish(bonus, stretch, std::move(earned));
    }

    bool add_stretch(const model::Bonus& bonus, const BonusStretch& stretch) {
        EarnedBonus earned = begun(stretch);
        // The days that count: all of the stretch, but for what the first and the last day employed cut.
        const bool cut = stretch.from < earned.first;
        const bool whole = cut && bonus.first_year == model::FirstYear::full;
        if (cut && bonus.first_year == model::FirstYear::none) {
            return true;
        }
        const Date from = whole ? stretch.from : earned.first;
        const Fraction payout = payout_of(bonus, stretch);
        if (std::holds_alternative<quantity::Rate>(bonus.target)) {
            const auto base = base_between(offer_, window_, from, earned.last);
            if (!base) {
                return too_large(offer_.base->rate.span);
            }
            const auto amount = bonus_amount(bonus, *base, Fraction{1}, payout);
            if (!amount) {
                return too_large(bonus.span);
            }
            earned.amount = *amount;
        } else {
            const auto yearly = bonus_amount(bonus, ledger_.zero_, Fraction{1}, payout);
            if (!yearly) {
                return too_large(bonus.span);
            }
            earned.amount = served(*yearly, stretch, from, earned.last);
        }
        return finish(bonus, stretch, std::move(earned));
    }

    /// What days of a stretch earn of its part of a yearly amount.
    static Money served(Money yearly, const BonusStretch& stretch, Date from, Date last) noexcept {
        return *quantity::multiply(quantity::equal_part(yearly, stretch.part, stretch.parts),
                                   part_of_days(last.days_since(from) + 1, stretch.last.days_since(stretch.from) + 1));
    }

    /// Extra months are of the salary on the day they are paid, and what of it is stated is fixed.
    bool add_extra(const model::ExtraMonths& extra, const BonusStretch& stretch) {
        EarnedBonus earned = begun(stretch);
        const auto part_of = [&](const std::optional<Money>& salary) -> std::optional<Money> {
            const auto yearly = salary ? quantity::multiply(*salary, extra.of_salary) : std::nullopt;
            return yearly ? std::optional{served(*yearly, stretch, earned.first, earned.last)} : std::nullopt;
        };
        const Date payment = earned.last;
        const auto amount = part_of(salary_on(offer_, window_, payment));
        const auto fixed = part_of(stated_salary_on(offer_, window_, payment));
        if (!amount || !fixed) {
            return too_large(offer_.base->rate.span);
        }
        if (!amount->is_zero()) {
            earned.name = "extra months";
            earned.span = extra.span;
            earned.amount = *amount;
            earned.fixed = *fixed;
            earned.kept_on_leaving = true;
            earned.payments.push_back({payment, *amount, false});
            ledger_.earned_.push_back(std::move(earned));
        }
        return true;
    }

    const model::Offer& offer_;
    model::EventIndex events_;
    const Window& window_;
    Date last_day_;
    std::optional<Date> end_;
    Diagnostics& diagnostics_;
    std::int64_t payments_ = 0;
    BonusLedger ledger_;
};

std::optional<BonusLedger> BonusLedger::of(const model::Offer& offer, const Window& window, Date last_day,
                                           Diagnostics& diagnostics) {
    return BonusWriter{offer, window, last_day, std::nullopt, diagnostics}.write();
}

std::optional<BonusLedger> BonusLedger::paid_in(const model::Offer& offer, const Window& window,
                                                Diagnostics& diagnostics) {
    return BonusWriter{offer, window, window.end().plus_days(-1), window.last_day_employed(), diagnostics}.write();
}

BonusLost BonusLedger::lost_on(Date day) const {
    BonusLost lost{zero_, zero_};
    for (const auto& earned : earned_) {
        if (earned.first > day) {
            continue;
        }
        if (earned.finished <= day) {
            for (const auto& payment : earned.payments) {
                if (payment.date > day && (payment.deferred || !earned.kept_on_leaving)) {
                    lost.finished += payment.amount;
                }
            }
            continue;
        }
        Money running = earned.earned_on_leaving(earned.amount, day);
        if (earned.kept_on_leaving) {
            running = quantity::multiply(running, earned.deferred).value_or(running);
        }
        lost.running += running;
    }
    return lost;
}

}  // namespace offerkit::timeline
