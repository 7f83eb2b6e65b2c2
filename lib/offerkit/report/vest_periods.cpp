#include <offerkit/report/vest_periods.hpp>

#include <algorithm>
#include <tuple>

namespace offerkit::report {
namespace {

using calendar::Date;

struct Stretch {
    std::string label;
    Date last;
};

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// The stretch of a calendar's months that a day lies in: `months` of them, counted from January.
Stretch calendar_stretch(Date day, int months) {
    const int first = (day.month() - 1) / months * months + 1;
    const int last = first + months - 1;
    const std::string year = std::to_string(day.year());
    const std::string label = months == 12  ? year
                              : months == 3 ? year + " Q" + std::to_string((first + 2) / 3)
                                            : year + "-" + two_digits(first);
    return {label, Date::clamped(day.year(), last, 31)};
}

Stretch stretch_of(Date day, VestStep step, const timeline::Window& years) {
    switch (step) {
        case VestStep::month: return calendar_stretch(day, 1);
        case VestStep::quarter: return calendar_stretch(day, 3);
        case VestStep::calendar_year: return calendar_stretch(day, 12);
        case VestStep::tranche: return {to_string(day), day};
        case VestStep::year: break;
    }
    const int year = years.year_of(day);
    return {"Year " + std::to_string(year), years.year_to(year)};
}

void add(VestPeriod& period, const value::GrantTimeline& grant, const value::ValuedTranche& tranche) {
    if (std::find(period.grants.begin(), period.grants.end(), grant.grant.id) == period.grants.end()) {
        period.grants.push_back(grant.grant.id);
    }
    if (grant.grant.instrument != model::Instrument::cash) {
        period.any_shares = true;
        period.shares = period.shares ? period.shares->plus(tranche.tranche.quantity.exact()) : std::nullopt;
    }
    if (tranche.value) {
        period.value += *tranche.value;
    }
    (tranche.reached ? period.any_vested : period.any_unvested) = true;
}

}  // namespace

std::vector<VestPeriod> vest_periods(std::span<const value::OfferTimeline> offers, VestStep step) {
    std::vector<VestPeriod> periods;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        // Long enough for every year that a schedule may reach.
        constexpr int all_months = 12 * 1100;
        const timeline::Window years(offers[i].offer->start.value, calendar::Period::months(all_months), false,
                                     std::nullopt);
        const std::size_t first = periods.size();
        for (const auto& grant : offers[i].grants) {
            for (const auto& tranche : grant.tranches) {
                if (tranche.tranche.release != timeline::Release::dated) {
                    continue;
                }
                const Stretch stretch = stretch_of(*tranche.tranche.date, step, years);
                auto found = std::find_if(
                    periods.begin() + static_cast<std::ptrdiff_t>(first), periods.end(), [&](const VestPeriod& period) {
                        return period.last == stretch.last && period.currency == grant.grant.currency;
                    });
                if (found == periods.end()) {
                    periods.push_back({.label = stretch.label,
                                       .last = stretch.last,
                                       .offer = i,
                                       .currency = grant.grant.currency,
                                       .value = quantity::Money::zero(grant.grant.currency)});
                    found = periods.end() - 1;
                }
                add(*found, grant, tranche);
            }
        }
    }
    std::stable_sort(periods.begin(), periods.end(), [](const VestPeriod& a, const VestPeriod& b) {
        return std::tie(a.last, a.offer) < std::tie(b.last, b.offer);
    });
    std::vector<std::optional<quantity::Fraction>> so_far(offers.size(), quantity::Fraction{});
    for (auto& period : periods) {
        auto& sum = so_far[period.offer];
        sum = sum && period.shares ? sum->plus(*period.shares) : std::nullopt;
        period.cumulative = sum;
    }
    return periods;
}

}  // namespace offerkit::report
