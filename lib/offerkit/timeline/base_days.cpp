#include <offerkit/timeline/base_days.hpp>

#include <algorithm>

#include <offerkit/quantity/growth.hpp>

namespace offerkit::timeline {

namespace {

using quantity::Fraction;
using quantity::Money;

/// The salary of the last change on or before a day; null before the first.
const Money* changed_by(const model::Base& base, Date day) noexcept {
    const Money* changed = nullptr;
    for (const auto& change : base.changes) {
        if (change.on <= day) {
            changed = &change.salary.value;
        }
    }
    return changed;
}

/// So many units of the rate a year, raised once for each whole year since the rate was of its day.
std::optional<Money> raised_by(const model::Offer& offer, const Window& window, const quantity::Number& units,
                               Date day) {
    const model::Base& base = *offer.base;
    const Date as_of = base.as_of ? base.as_of->value : window.held_now() ? window.start() : offer.start.value;
    const int years = std::max(0, day.whole_months_since(as_of) / 12);
    return quantity::raised(base.rate.value, units, base.raise.value, years);
}

}  // namespace

std::optional<Money> salary_on(const model::Offer& offer, const Window& window, Date day) {
    if (!offer.base) {
        return Money::zero(offer.currency);
    }
    const Money* changed = changed_by(*offer.base, day);
    return changed != nullptr ? *changed : raised_by(offer, window, offer.base->units_per_year, day);
}

std::optional<Money> overtime_on(const model::Offer& offer, const Window& window, Date day) {
    if (!offer.base || !offer.base->overtime) {
        return Money::zero(offer.currency);
    }
    const model::Overtime& overtime = *offer.base->overtime;
    const Money* changed = changed_by(*offer.base, day);
    return changed != nullptr ? quantity::multiply(*changed, overtime.of_base)
                              : raised_by(offer, window, overtime.units_per_year, day);
}

std::optional<Money> stated_salary_on(const model::Offer& offer, const Window& window, Date day) {
    const auto salary = salary_on(offer, window, day);
    if (!salary || !offer.base || offer.base->raise.value.is_zero() || changed_by(*offer.base, day) != nullptr) {
        return salary;
    }
    const auto stated = quantity::multiply(offer.base->rate.value, offer.base->units_per_year);
    return stated ? std::min(*stated, *salary) : stated;
}

std::optional<Money> base_between(const model::Offer& offer, const Window& window, Date first, Date last) {
    Money sum = Money::zero(offer.currency);
    const Date until = last.plus_days(1);
    for (int i = first.whole_months_since(window.start());; ++i) {
        const Date from = window.start().plus_months(i);
        if (from >= until) {
            return sum;
        }
        const auto salary = salary_on(offer, window, from);
        if (!salary) {
            return std::nullopt;
        }
        const Money part = quantity::equal_part(*salary, (i % 12 + 12) % 12 + 1, 12);
        const std::int64_t days = window.start().plus_months(i + 1).days_since(from);
        const auto earned_by = [&](Date day) {
            const std::int64_t served = std::clamp<std::int64_t>(day.days_since(from), 0, days);
            return *quantity::multiply(part, *Fraction::of(served, days));
        };
        sum += earned_by(until) - earned_by(first);
    }
}

}  // namespace offerkit::timeline
