#include <offerkit/timeline/bonus.hpp>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

namespace codes = diagnostic::codes;
using diagnostic::Diagnostics;
using quantity::Fraction;
using quantity::Money;

std::optional<Money> bonus_amount(const model::Bonus& bonus, Money base_earned, const Fraction& worked,
                                  bool guaranteed) noexcept {
    const Fraction payout = guaranteed ? Fraction{1} : bonus.payout;
    if (const auto* rate = std::get_if<quantity::Rate>(&bonus.target)) {
        const auto share = rate->times(payout);
        return share ? quantity::multiply(base_earned, *share) : std::nullopt;
    }
    const auto share = worked.times(payout);
    return share ? quantity::multiply(std::get<Money>(bonus.target), *share) : std::nullopt;
}

Date bonus_payment_day(const model::Bonus& bonus, Date earned) noexcept {
    if (!bonus.paid_month) {
        return earned;
    }
    const Date same_year = Date::clamped(earned.year(), *bonus.paid_month, 31);
    return same_year >= earned ? same_year : Date::clamped(earned.year() + 1, *bonus.paid_month, 31);
}

std::optional<std::vector<BonusPayment>> bonus_payments(const model::Offer& offer, const model::Bonus& bonus,
                                                        Money amount, Date payment, Diagnostics& diagnostics) {
    std::vector<BonusPayment> payments;
    Money at_once = amount;
    if (bonus.deferred) {
        const Money later =
            quantity::multiply(amount, bonus.deferred->portion).value_or(Money::zero(amount.currency()));
        at_once -= later;
        const ScheduleTerms terms{
            .vesting = bonus.deferred->vesting, .quantity = later.minor(), .start = payment, .grant_date = payment};
        const auto schedule = expand(terms, {offer.events, payment}, diagnostics);
        if (!schedule) {
            return std::nullopt;
        }
        for (const auto& tranche : schedule->tranches) {
            if (tranche.date) {
                payments.push_back({*tranche.date, Money{tranche.quantity.whole(), amount.currency()}, true});
            }
        }
    }
    payments.push_back({payment, at_once, false});
    return payments;
}

std::optional<BonusLedger> BonusLedger::of(const model::Offer& offer, const Window& window, Date last_day,
                                           Diagnostics& diagnostics) {
    BonusLedger ledger{offer.currency};
    if (offer.bonuses.empty()) {
        return ledger;
    }
    const Date start = offer.start.value;
    const auto too_large = [&](model::Span span) {
        diagnostics.error(codes::overflow, span, "this amount grows too large to be computed exactly",
                          "check the amount and the rate it grows by");
        return std::nullopt;
    };
    for (int k = 0; start.plus_months(12 * k) <= last_day; ++k) {
        Year year{.from = start.plus_months(12 * k), .to = start.plus_months(12 * (k + 1))};
        Money base = ledger.zero_;
        for (int i = 1; i <= 12; ++i) {
            const Date first = start.plus_months(12 * k + i - 1);
            const auto salary = salary_on(offer, window, first);
            if (!salary) {
                return too_large(offer.base->rate.span);
            }
            base += quantity::equal_part(*salary, i, 12);
            Money accrued = ledger.zero_;
            for (const auto& bonus : offer.bonuses) {
                const auto amount = bonus_amount(bonus, base, *Fraction::of(i, 12), k < bonus.guaranteed_years);
                if (!amount) {
                    return too_large(bonus.span);
                }
                accrued += *amount;
            }
            year.accrued.emplace_back(start.plus_months(12 * k + i), accrued);
        }
        for (const auto& bonus : offer.bonuses) {
            const auto amount = bonus_amount(bonus, base, Fraction{1}, k < bonus.guaranteed_years);
            if (!amount || amount->is_zero()) {
                continue;
            }
            const auto payments = bonus_payments(offer, bonus, *amount, bonus_payment_day(bonus, year.to), diagnostics);
            if (!payments) {
                return std::nullopt;
            }
            for (const auto& payment : *payments) {
                year.payments.push_back({bonus.name, payment});
            }
        }
        ledger.years_.push_back(std::move(year));
    }
    return ledger;
}

BonusLost BonusLedger::lost_on(Date day) const {
    BonusLost lost{zero_, zero_};
    for (const auto& year : years_) {
        if (year.from > day) {
            break;
        }
        if (year.to <= day) {
            for (const auto& [name, payment] : year.payments) {
                if (payment.date > day) {
                    lost.finished += payment.amount;
                }
            }
            continue;
        }
        for (const auto& [date, accrued] : year.accrued) {
            if (date <= day) {
                lost.running = accrued;
            }
        }
    }
    return lost;
}

}  // namespace offerkit::timeline
