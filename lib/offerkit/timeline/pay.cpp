#include <offerkit/timeline/pay.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/benefits.hpp>
#include <offerkit/timeline/bonus.hpp>
#include <offerkit/timeline/sign_on.hpp>

namespace offerkit::timeline {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Diagnostics;
using model::Span;
using quantity::Fraction;
using quantity::Money;

class Pay {
public:
    Pay(const model::Offer& offer, const Window& window, Diagnostics& diagnostics)
        : offer_{offer}, window_{window}, diagnostics_{diagnostics}, months_{pay_months(window)} {}

    std::optional<PayFlows> run() {
        flows_.reserve(months_.size() * 2 + 16);
        full_base_.assign(static_cast<std::size_t>(window_.years()), Money::zero(offer_.currency));
        add_base();
        if (sound_) {
            add_overtime();
            add_bonuses();
        }
        for (const auto& sign_on : offer_.sign_ons) {
            add_sign_on(sign_on);
        }
        if (sound_ && !add_benefits(offer_, months_, full_base_, flows_)) {
            too_large(offer_.benefits.span);
        }
        for (const auto& cost : offer_.costs) {
            add_cost(cost);
        }
        sound_ = benefits_vest(offer_, diagnostics_) && sound_;
        if (!sound_) {
            return std::nullopt;
        }
        if (offer_.employment == model::Employment::contract) {
            for (auto& flow : flows_) {
                flow.certainty = Certainty::contingent;
            }
        }
        return PayFlows{std::move(flows_), std::move(later_)};
    }

private:
    void too_large(Span span) {
        if (sound_) {
            diagnostics_.error(codes::overflow, span, "this amount grows too large to be computed exactly",
                               "check the amount and the rate it grows by");
        }
        sound_ = false;
    }

    void add_base() {
        if (!offer_.base) {
            return;
        }
        // The whole year's parts are needed even where only some are paid: yearly benefits and matches rest on them.
        const int all_months = window_.years() * 12;
        std::size_t paid = 0;
        for (int i = 0; i < all_months && sound_; ++i) {
            const Date first = window_.start().plus_months(i);
            const auto salary = salary_on(offer_, window_, first);
            if (!salary) {
                too_large(offer_.base->rate.span);
                return;
            }
            const Money part = quantity::equal_part(*salary, i % 12 + 1, 12);
            full_base_[static_cast<std::size_t>(i / 12)] += part;
            if (paid < months_.size() && months_[paid].year == i / 12 + 1 && months_[paid].month == i % 12 + 1) {
                add_month_of_base(months_[paid++], part);
            }
        }
    }

    /// What rests on `raise` stands apart: nobody has promised it.
    void add_month_of_base(const PayMonth& month, Money part) {
        const auto stated = stated_salary_on(offer_, window_, month.first);
        if (!stated) {
            too_large(offer_.base->rate.span);
            return;
        }
        const Money all = *quantity::multiply(part, month.worked);
        const Money sure = *quantity::multiply(quantity::equal_part(*stated, month.month, 12), month.worked);
        flows_.push_back(
            {month.date, sure, Category::base, Certainty::guaranteed, month.year, salary_span(month.first), {}});
        if (all != sure) {
            flows_.push_back({month.date, all - sure, Category::base, Certainty::contingent, month.year,
                              offer_.base->raise.span, "raise"});
        }
    }

    void add_overtime() {
        if (!offer_.base || !offer_.base->overtime) {
            return;
        }
        const model::Overtime& overtime = *offer_.base->overtime;
        for (const auto& month : months_) {
            const auto yearly = overtime_on(offer_, window_, month.first);
            if (!yearly) {
                too_large(overtime.span);
                return;
            }
            const Money part = *quantity::multiply(quantity::equal_part(*yearly, month.month, 12), month.worked);
            flows_.push_back(
                {month.date, part, Category::base, Certainty::contingent, month.year, overtime.span, "overtime"});
        }
    }

    [[nodiscard]] Span salary_span(Date day) const {
        Span span = offer_.base->rate.span;
        for (const auto& change : offer_.base->changes) {
            if (change.on <= day) {
                span = change.salary.span;
            }
        }
        return span;
    }

    void add_bonuses() {
        const auto ledger = BonusLedger::paid_in(offer_, window_, diagnostics_);
        if (!ledger) {
            sound_ = false;
            return;
        }
        for (const auto& earned : ledger->earned()) {
            const bool all_fixed = earned.fixed == earned.amount;
            for (const auto& payment : earned.payments) {
                if (payment.deferred) {
                    add_deferred(earned, payment, all_fixed ? Certainty::guaranteed : Certainty::contingent);
                    continue;
                }
                const Money fixed = all_fixed                   ? payment.amount
                                    : earned.deferred.is_zero() ? earned.fixed
                                                                : Money::zero(offer_.currency);
                if (window_.held_now()) {
                    add_bonus(earned, payment.date, window_.year_of_vest(payment.date), payment.amount, fixed);
                } else {
                    add_by_years(earned, payment, fixed);
                }
            }
        }
    }

    void add_bonus(const EarnedBonus& earned, Date date, int year, Money amount, Money fixed) {
        if (year == 0) {
            return;
        }
        const std::pair<Money, Certainty> parts[] = {{fixed, Certainty::guaranteed},
                                                     {amount - fixed, Certainty::contingent}};
        for (const auto& [part, certainty] : parts) {
            if (!part.is_zero()) {
                flows_.push_back({date, part, Category::bonus, certainty, year, earned.span, earned.name});
            }
        }
    }

    /// Each year of the window earns its part of a payment, by a running total, so that nothing is lost between two.
    void add_by_years(const EarnedBonus& earned, const BonusPayment& payment, Money fixed) {
        const Money nothing = Money::zero(offer_.currency);
        Money amount_before = nothing;
        Money fixed_before = nothing;
        for (int year = 1; year <= window_.years(); ++year) {
            const Date last = last_day_of(year);
            if (last < earned.first) {
                continue;
            }
            const Money amount_by = earned.earned_of(payment.amount, last);
            const Money fixed_by = fixed.is_zero() ? nothing : earned.earned_of(fixed, last);
            add_bonus(earned, payment.date, year, amount_by - amount_before, fixed_by - fixed_before);
            amount_before = amount_by;
            fixed_before = fixed_by;
        }
    }

    /// The last day that a year of the window serves.
    [[nodiscard]] Date last_day_of(int year) const {
        return (year < window_.years() ? window_.year_from(year + 1) : window_.end()).plus_days(-1);
    }

    void add_deferred(const EarnedBonus& earned, const BonusPayment& payment, Certainty certainty) {
        CashFlow flow{payment.date,
                      payment.amount,
                      Category::bonus,
                      certainty,
                      window_.year_of(payment.date),
                      earned.deferred_span,
                      earned.name + " (deferred)"};
        const auto leaves = window_.last_day_employed();
        if (flow.year != 0) {
            flows_.push_back(std::move(flow));
        } else if (payment.date > window_.end() && !(leaves && payment.date > *leaves)) {
            flow.amount = earned.earned_of(payment.amount, window_.end().plus_days(-1));
            later_.push_back(std::move(flow));
        }
    }

    void add_sign_on(const model::SignOn& sign_on) {
        for (const auto& part : sign_on_parts(sign_on, offer_.start.value)) {
            const int year = sign_on.over ? window_.year_of(part.date) : window_.year_begun_by(part.date);
            CashFlow flow{part.date, part.amount,         Category::sign_on, Certainty::guaranteed,
                          year,      sign_on.amount.span, sign_on.name};
            const auto leaves = window_.last_day_employed();
            if (year != 0 && (sign_on.over || !part.amount.is_zero())) {
                flows_.push_back(std::move(flow));
            } else if (part.date >= window_.end() && !(leaves && part.date > *leaves) && !part.amount.is_zero()) {
                later_.push_back(std::move(flow));
            }
        }
    }

    void add_cost(const model::Cost& cost) {
        if (cost.once) {
            const int year = window_.year_begun_by(offer_.start.value);
            if (year != 0) {
                flows_.push_back({offer_.start.value, -cost.amount, Category::costs, Certainty::guaranteed, year,
                                  cost.span, cost.name});
            }
            return;
        }
        for (const auto& month : months_) {
            const Money part = *quantity::multiply(quantity::equal_part(cost.amount, month.month, 12), month.worked);
            flows_.push_back(
                {month.date, -part, Category::costs, Certainty::guaranteed, month.year, cost.span, cost.name});
        }
    }

    const model::Offer& offer_;
    const Window& window_;
    Diagnostics& diagnostics_;
    std::vector<PayMonth> months_;
    std::vector<CashFlow> flows_;
    std::vector<CashFlow> later_;
    std::vector<Money> full_base_;  // a year of the window as if wholly worked
    bool sound_ = true;
};

}  // namespace

std::vector<PayMonth> pay_months(const Window& window) {
    // Exclusive: the first day that is not paid any more.
    Date until = window.end();
    if (window.last_day_employed()) {
        until = std::min(until, window.last_day_employed()->plus_days(1));
    }
    std::vector<PayMonth> months;
    for (int i = 0;; ++i) {
        const Date first = window.start().plus_months(i);
        if (first >= until) {
            return months;
        }
        const Date next = window.start().plus_months(i + 1);
        PayMonth month{i / 12 + 1, i % 12 + 1, first, next, Fraction{1}};
        if (next > until) {
            month.date = until.plus_days(-1);
            month.worked = *Fraction::of(until.days_since(first), next.days_since(first));
        }
        months.push_back(month);
    }
}

std::optional<PayFlows> pay_flows(const model::Offer& offer, const Window& window, Diagnostics& diagnostics) {
    return Pay{offer, window, diagnostics}.run();
}

}  // namespace offerkit::timeline
