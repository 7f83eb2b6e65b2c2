#include <offerkit/timeline/pay.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/quantity/growth.hpp>
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

    std::optional<std::vector<CashFlow>> run() {
        flows_.reserve(months_.size() * 2 + 16);
        full_base_.assign(static_cast<std::size_t>(window_.years()), Money::zero(offer_.currency));
        earned_base_ = full_base_;
        add_base();
        for (const auto& bonus : offer_.bonuses) {
            add_bonus(bonus);
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
        if (!sound_) {
            return std::nullopt;
        }
        return std::move(flows_);
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
            const auto year = static_cast<std::size_t>(i / 12);
            full_base_[year] += part;
            if (paid < months_.size() && months_[paid].year == i / 12 + 1 && months_[paid].month == i % 12 + 1) {
                const PayMonth& month = months_[paid++];
                const Money worked = *quantity::multiply(part, month.worked);
                earned_base_[year] += worked;
                flows_.push_back(
                    {month.date, worked, Category::base, Certainty::guaranteed, month.year, salary_span(first), {}});
            }
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

    // The part of a window year that is worked, in exact twelfths and days.
    [[nodiscard]] Fraction worked_part(int year) const {
        Fraction sum;
        for (const auto& month : months_) {
            if (month.year == year) {
                sum = sum.plus(month.worked).value_or(sum);
            }
        }
        return sum.times(*Fraction::of(1, 12)).value_or(Fraction{1});
    }

    void add_bonus(const model::Bonus& bonus) {
        for (int year = 1; year <= window_.years() && sound_; ++year) {
            const int served = std::max(0, window_.year_from(year).whole_months_since(offer_.start.value) / 12);
            const bool guaranteed = served < bonus.guaranteed_years;
            const auto amount =
                bonus_amount(bonus, earned_base_[static_cast<std::size_t>(year - 1)], worked_part(year), guaranteed);
            if (!amount) {
                too_large(bonus.span);
                return;
            }
            if (amount->is_zero()) {
                continue;
            }
            const Certainty certainty = guaranteed ? Certainty::guaranteed : Certainty::contingent;
            const auto payments =
                bonus_payments(offer_, bonus, *amount, bonus_payment_day(bonus, window_.year_to(year)), diagnostics_);
            if (!payments) {
                sound_ = false;
                return;
            }
            for (const auto& payment : *payments) {
                if (!payment.deferred) {
                    flows_.push_back(
                        {payment.date, payment.amount, Category::bonus, certainty, year, bonus.span, bonus.name});
                } else if (const int later = window_.year_of(payment.date); later != 0) {
                    flows_.push_back({payment.date, payment.amount, Category::bonus, certainty, later,
                                      bonus.deferred->span, bonus.name + " (deferred)"});
                }
            }
        }
    }

    void add_sign_on(const model::SignOn& sign_on) {
        for (const auto& part : sign_on_parts(sign_on, offer_.start.value)) {
            const int year = sign_on.over ? window_.year_of(part.date) : window_.year_begun_by(part.date);
            if (year != 0 && (sign_on.over || !part.amount.is_zero())) {
                flows_.push_back({part.date, part.amount, Category::sign_on, Certainty::guaranteed, year,
                                  sign_on.amount.span, sign_on.name});
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
    std::vector<Money> full_base_;    // a year of the window as if wholly worked
    std::vector<Money> earned_base_;  // what of it is paid
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

std::optional<Money> salary_on(const model::Offer& offer, const Window& window, Date day) {
    if (!offer.base) {
        return Money::zero(offer.currency);
    }
    const model::Base& base = *offer.base;
    const Money* changed = nullptr;
    for (const auto& change : base.changes) {
        if (change.on <= day) {
            changed = &change.salary.value;
        }
    }
    if (changed != nullptr) {
        return *changed;
    }
    const Date as_of = base.as_of ? base.as_of->value : window.held_now() ? window.start() : offer.start.value;
    const int years = std::max(0, day.whole_months_since(as_of) / 12);
    return quantity::raised(base.rate.value, base.units_per_year, base.raise.value, years);
}

std::optional<std::vector<CashFlow>> pay_flows(const model::Offer& offer, const Window& window,
                                               Diagnostics& diagnostics) {
    return Pay{offer, window, diagnostics}.run();
}

}  // namespace offerkit::timeline
