#include <offerkit/value/vest_periods.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace offerkit::value {
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

void add(VestPeriod& period, const GrantTimeline& grant, const ValuedTranche& tranche) {
    // Grants come one after the other, so one that is there already is the last.
    if (period.grants.empty() || period.grants.back() != grant.grant.id) {
        period.grants.push_back(grant.grant.id);
    }
    if (grant.grant.instrument != model::Instrument::cash) {
        period.any_shares = true;
        period.shares = period.shares ? period.shares->plus(tranche.tranche.quantity.exact()) : std::nullopt;
    }
    if (tranche.value) {
        period.value += *tranche.value;
    }
    (tranche.reached || tranche.served ? period.any_vested : period.any_unvested) = true;
}

// The day that a tranche stands on; nothing where it is not of these rows, or has no day.
std::optional<Date> day_of(const timeline::Tranche& tranche, VestRows rows) {
    if (rows == VestRows::released) {
        return tranche.release == timeline::Release::dated ? tranche.date : std::nullopt;
    }
    return tranche.release == timeline::Release::pending ? tranche.earned : std::nullopt;
}

void add_offer(std::vector<VestPeriod>& periods, const OfferTimeline& offer, std::size_t place, VestStep step,
               VestRows rows) {
    // Long enough for every year that a schedule may reach.
    constexpr int all_months = 12 * 1100;
    const timeline::Window years(offer.offer->start.value, calendar::Period::months(all_months), false, std::nullopt);
    std::map<std::pair<Date, std::string_view>, std::size_t> places;
    for (const auto& grant : offer.grants) {
        for (const auto& tranche : grant.tranches) {
            const auto day = day_of(tranche.tranche, rows);
            if (!day) {
                continue;
            }
            const Stretch stretch = stretch_of(*day, step, years);
            const auto currency = grant.grant.currency;
            const auto [found, is_new] = places.try_emplace(std::pair{stretch.last, currency.code()}, periods.size());
            if (is_new) {
                periods.push_back({.label = stretch.label,
                                   .last = stretch.last,
                                   .offer = place,
                                   .currency = currency,
                                   .value = quantity::Money::zero(currency)});
            }
            add(periods[found->second], grant, tranche);
        }
    }
}

}  // namespace

std::vector<VestPeriod> vest_periods(std::span<const OfferTimeline> offers, VestStep step, VestRows rows) {
    std::vector<VestPeriod> periods;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        add_offer(periods, offers[i], i, step, rows);
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

}  // namespace offerkit::value
