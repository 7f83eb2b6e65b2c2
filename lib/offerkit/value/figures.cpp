#include <offerkit/value/figures.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/value/equity.hpp>

namespace offerkit::value {

using quantity::Factor;
using quantity::Fraction;
using quantity::int128;
using timeline::CashFlow;
using timeline::Category;

namespace {

// 1 / (1 + rate) - 1, exactly: discounting is growth at the inverse rate, without a division for each day. A rate of
// more digits than that leaves room for is taken to fifteen decimals.
Fraction inverse(const quantity::Rate& rate) noexcept {
    if (const auto exact = Fraction::of(-static_cast<int128>(rate.numerator()),
                                        static_cast<int128>(rate.denominator()) + rate.numerator())) {
        return *exact;
    }
    constexpr std::int64_t scale = 1'000'000'000'000'000;
    const double near = -rate.approximate() / (1 + rate.approximate());
    return Fraction::of(std::llround(near * static_cast<double>(scale)), scale).value_or(Fraction{});
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

// What is left to vest of a grant of the job held now, as a part of it, spread over the years until its last vest.
Factor left_a_year(const timeline::ResolvedGrant& grant, calendar::Date from) noexcept {
    Shares left;
    std::optional<calendar::Date> last;
    for (const auto& tranche : grant.schedule.tranches) {
        if (tranche.release == timeline::Release::dated && tranche.date && *tranche.date > from) {
            left += tranche.quantity;
            last = std::max(last, tranche.date);
        }
    }
    if (!last || grant.quantity.is_zero()) {
        return {0.0, 0.0};
    }
    const Factor part = Factor::of(left.exact()) / Factor::of(grant.quantity.exact());
    const Factor years =
        Factor{static_cast<double>(last->days_since(from)), 0.0} / Factor{quantity::days_per_year, 0.0};
    return years.high > 1.0 ? part / years : part;
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
        if (Selection{count_refreshers}.counts(flow)) {
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

Dividends::Dividends(const model::Stock* stock) noexcept {
    if (stock != nullptr && stock->dividend_yield && !stock->dividend_yield->is_zero()) {
        yield_.emplace(inverse(*stock->dividend_yield));
    }
}

Factor Dividends::missed_over(std::int64_t days) noexcept { return yield_ && days > 0 ? yield_->over(days) : Factor{}; }

Discounting::Weights Discounting::weights_of(calendar::Date day, const timeline::Timing& timing,
                                             calendar::Date own_start, Dividends& dividends) noexcept {
    using Kind = timeline::Timing::Kind;
    const std::int64_t serial = day.days_since_1970();
    Factor weight{};
    if (timing.kind == Kind::money) {
        weight = discount_to(serial);
    } else {
        const std::int64_t shares_from =
            timing.converted ? std::max(present_, timing.converted->days_since_1970()) : present_;
        weight = discount_to(shares_from);
        if (timing.kind == Kind::shares) {
            weight = weight * dividends.missed_over(serial - shares_from);
        }
    }
    return {weight, weight * chance_of_staying(serial - own_start.days_since_1970())};
}

Discounting::Sums Discounting::sums_of(std::span<const CashFlow> flows, calendar::Date own_start,
                                       const Selection& selection, Dividends dividends) noexcept {
    Sums sums;
    // Several flows in a row may share a day, and so their weights.
    const CashFlow* last = nullptr;
    Weights weights;
    for (const auto& flow : flows) {
        if (!selection.counts(flow) || flow.amount.is_zero()) {
            continue;
        }
        if (last == nullptr || last->date != flow.date || !(last->timing == flow.timing)) {
            weights = weights_of(flow.date, flow.timing, own_start, dividends);
        }
        last = &flow;
        const Factor amount = Factor::of(static_cast<int128>(flow.amount.minor()));
        sums.present_value = sums.present_value + amount * weights.present_value;
        sums.survival_weighted = sums.survival_weighted + amount * weights.survival_weighted;
    }
    return sums;
}

Definitions definitions_of(std::span<const CashFlow> flows, const Selection& selection, const Measure& measure,
                           Money annualized, Money target) {
    Money total = Money::zero(measure.currency);
    Money first_year = total;
    Money guaranteed = total;
    for (const auto& flow : flows) {
        if (!selection.counts(flow)) {
            continue;
        }
        total += flow.amount;
        if (flow.year == 1) {
            first_year += flow.amount;
            guaranteed +=
                flow.certainty == timeline::Certainty::guaranteed ? flow.amount : Money::zero(measure.currency);
        }
    }
    const auto sums = measure.discounting.sums_of(flows, measure.window.start(), selection, Dividends{measure.stock});
    const auto rounded = [&](Factor minor) { return Money{quantity::round_half_up(minor), measure.currency}; };
    return {.first_year = first_year,
            .annualized = annualized,
            .average = average_of(total, measure.window.horizon()),
            .target = target,
            .guaranteed = guaranteed,
            .present_value = rounded(sums.present_value),
            .survival_weighted = rounded(sums.survival_weighted)};
}

Money average_of(Money total, calendar::Period horizon) noexcept {
    // Months count twelve to the year; days count 365.25 = 1461/4.
    const Fraction yearly = horizon.in_months() ? *Fraction::of(12, horizon.count())
                                                : *Fraction::of(1461, static_cast<int128>(4) * horizon.count());
    return quantity::multiply(total, yearly).value_or(total);
}

Factor annual_part(const timeline::ResolvedGrant& grant, const timeline::Window& window) noexcept {
    if (grant.vesting_start >= window.start().plus_months(12)) {
        return {0.0, 0.0};
    }
    return window.held_now() ? left_a_year(grant, window.start()) : dated_part(grant) / years_of(grant);
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
