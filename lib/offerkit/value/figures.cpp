#include <offerkit/value/figures.hpp>

#include <algorithm>
#include <cmath>

namespace offerkit::value {

using quantity::Factor;
using quantity::Fraction;
using quantity::int128;
using timeline::CashFlow;
using timeline::Category;

namespace {

bool counted(const CashFlow& flow, bool count_refreshers) noexcept {
    return flow.category != Category::refreshers || count_refreshers;
}

bool something_to_come(const timeline::ResolvedGrant& grant, const timeline::Window& window) noexcept {
    if (!window.held_now()) {
        return true;
    }
    const auto& tranches = grant.schedule.tranches;
    return std::any_of(tranches.begin(), tranches.end(), [&](const timeline::Tranche& tranche) {
        return tranche.date && *tranche.date > window.start();
    });
}

// 1 / (1 + rate) - 1, exactly: discounting is growth at the inverse rate, without a division for each day.
Fraction inverse(const quantity::Rate& rate) noexcept {
    return *Fraction::of(-static_cast<int128>(rate.numerator()),
                         static_cast<int128>(rate.denominator()) + rate.numerator());
}

// The part of a grant that does not wait for an event without a date.
Factor dated_part(const timeline::ResolvedGrant& grant) noexcept {
    Shares dated;
    for (const auto& tranche : grant.schedule.tranches) {
        if (tranche.date) {
            dated += tranche.quantity;
        }
    }
    if (dated == grant.quantity - grant.schedule.lost || grant.quantity.is_zero()) {
        return {};
    }
    return Factor::of(dated.exact()) / Factor::of(grant.quantity.exact());
}

// Vesting years as an exact ratio where the schedule is in months: 30 months are 5/2 years.
Factor years_of(const timeline::ResolvedGrant& grant) noexcept {
    const double months = grant.vesting_years * 12.0;
    const std::int64_t whole = std::llround(months);
    const double gap = months - static_cast<double>(whole);
    if (gap < 1e-9 && gap > -1e-9) {
        return Factor::of(*Fraction::of(whole, 12));
    }
    return Factor{grant.vesting_years, 0.0};
}

}  // namespace

std::vector<YearFigures> yearly_figures(const timeline::Window& window, std::span<const CashFlow> flows,
                                        Currency currency, bool count_refreshers) {
    std::vector<YearFigures> years;
    years.reserve(static_cast<std::size_t>(window.years()));
    for (int year = 1; year <= window.years(); ++year) {
        years.push_back(
            {year, window.year_from(year), window.year_to(year), ByCategory{currency}, Money::zero(currency)});
    }
    for (const auto& flow : flows) {
        YearFigures& year = years[static_cast<std::size_t>(flow.year - 1)];
        year.parts.add(flow.category, flow.amount);
        if (counted(flow, count_refreshers)) {
            year.total += flow.amount;
        }
    }
    return years;
}

Discounting::Discounting(calendar::Date present, const quantity::Rate& discount, const quantity::Rate& exit) noexcept
    : present_{present.days_since_1970()}, discount_{inverse(discount)} {
    if (exit < Fraction{1}) {
        staying_.emplace(*Fraction{0}.minus(exit));
    }
}

Factor Discounting::discount_to(std::int64_t day) noexcept {
    return discount_.over(std::max<std::int64_t>(0, day - present_));
}

Factor Discounting::chance_of_staying(std::int64_t days) noexcept {
    if (days <= 0) {
        return {};
    }
    return staying_ ? staying_->over(days) : Factor{0.0, 0.0};
}

Factor Discounting::weight_on(calendar::Date day) noexcept { return discount_to(day.days_since_1970()); }

Factor Discounting::staying_weight_on(calendar::Date day, calendar::Date own_start) noexcept {
    const std::int64_t serial = day.days_since_1970();
    return discount_to(serial) * chance_of_staying(serial - own_start.days_since_1970());
}

Discounting::Sums Discounting::sums_of(std::span<const CashFlow> flows, calendar::Date own_start,
                                       bool count_refreshers) noexcept {
    const std::int64_t start = own_start.days_since_1970();
    Sums sums;
    // Several flows in a row may share a day, and so their weights.
    std::optional<calendar::Date> day;
    Factor weight{};
    Factor staying{};
    for (const auto& flow : flows) {
        if (!counted(flow, count_refreshers) || flow.amount.is_zero()) {
            continue;
        }
        if (!day || *day != flow.date) {
            day = flow.date;
            const std::int64_t serial = flow.date.days_since_1970();
            weight = discount_to(serial);
            staying = weight * chance_of_staying(serial - start);
        }
        const Factor amount = Factor::of(static_cast<int128>(flow.amount.minor()));
        sums.present_value = sums.present_value + amount * weight;
        sums.survival_weighted = sums.survival_weighted + amount * staying;
    }
    return sums;
}

Money average_of(Money total, calendar::Period horizon) noexcept {
    // Months count twelve to the year; days count 365.25 = 1461/4.
    const Fraction yearly = horizon.in_months() ? *Fraction::of(12, horizon.count())
                                                : *Fraction::of(1461, static_cast<int128>(4) * horizon.count());
    return quantity::multiply(total, yearly).value_or(total);
}

Factor annual_part(const timeline::ResolvedGrant& grant, const timeline::Window& window) noexcept {
    return something_to_come(grant, window) ? dated_part(grant) / years_of(grant) : Factor{0.0, 0.0};
}

std::optional<Factor> annualized_equity(std::span<const timeline::ResolvedGrant> grants, const model::Stock* stock,
                                        const timeline::Window& window, const Conversion& conversion) noexcept {
    Factor sum{0.0, 0.0};
    for (const auto& grant : grants) {
        if (grant.currency != conversion.from) {
            continue;
        }
        const auto value = quoted_value_of(grant, stock);
        if (!value) {
            return std::nullopt;
        }
        sum = sum + Factor::of(static_cast<int128>(value->quoted.minor())) * annual_part(grant, window);
    }
    return sum * Factor::of(conversion.rate) *
           Factor::of(*Fraction::of(conversion.to.minor_per_major(), conversion.from.minor_per_major()));
}

}  // namespace offerkit::value
