#include <offerkit/report/calendar/vests.hpp>

#include <optional>
#include <utility>

#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/timeline/vest_days.hpp>

namespace offerkit::report {
namespace {

using calendar::Date;
using quantity::Money;
using quantity::Shares;
using timeline::Tranche;
using value::GrantTimeline;
using value::OfferTimeline;
using value::ValuedTranche;
using value::VestState;

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

/// What a share is taken to be worth on a day to come: "at USD 170.00, the price of 2026-01-15, growing 5% a year".
std::string price_words(const model::Stock& stock) {
    std::string text = "at " + std::string(stock.currency.code()) + " " + to_grouped(stock.price.value) + " a share, ";
    text += stock.kind == model::StockKind::private_company ? "the fair value of common of " : "the price of ";
    text += to_string(stock.as_of.value);
    if (!stock.path.empty()) {
        text += ", and the later prices in the file";
    } else if (!stock.growth.value.is_zero()) {
        text += ", growing " + to_percent(stock.growth.value) + " a year";
    }
    if (stock.kind == model::StockKind::private_company && !stock.discount.is_zero()) {
        text += ", less a discount of " + to_percent(stock.discount);
    }
    return text;
}

/// The day on which the first cliff of a grant falls; nothing without one, or where it hangs on an event.
std::optional<Date> cliff_day(const model::Grant& paper, Date vesting_start) {
    if (paper.vesting.segments.empty()) {
        return std::nullopt;
    }
    const auto& first = paper.vesting.segments.front();
    const auto& cliff = paper.vesting.cliff ? paper.vesting.cliff : first.cliff;
    if (!cliff || cliff->after.is_zero() || first.start) {
        return std::nullopt;
    }
    return cliff->after.in_months()
               ? timeline::vest_days_of(paper).after(vesting_start, cliff->after.count(), vesting_start.day())
               : cliff->after.after(vesting_start);
}

/// The day of the grid that a tranche is told apart by.
Date grid_day(const Tranche& tranche) { return tranche.scheduled.value_or(*tranche.date); }

std::string worth_of(const CalendarWords& words, const GrantTimeline& grant, const ValuedTranche& valued) {
    if (is_cash(grant)) {
        return "Before tax.";
    }
    if (!words.offer().stock || !valued.value) {
        return grant.grant.not_known.strike && !grant.grant.not_known.price
                   ? "The file states no strike, so this is not valued."
                   : "The file states no share price, so this is not valued.";
    }
    return "Worth " + with_currency(*valued.value) + " " + words.price() +
           (grant.grant.strike ? "; the strike of " + to_grouped(*grant.grant.strike) + " is taken off" : "") +
           ". Before tax.";
}

}  // namespace

CalendarWords::CalendarWords(const model::Offer& offer, std::string name, Date as_of)
    : offer_{&offer},
      name_{std::move(name)},
      key_start_{offer.company + "\n" + base_name(offer.file) + "\n"},
      told_{"Told by offerkit on " + to_string(as_of) + " from " + base_name(offer.file) + "."},
      price_{offer.stock ? price_words(*offer.stock) : std::string{}} {}

CalendarEvent CalendarWords::event(Date date, CalendarKind kind, std::string_view what, int times,
                                   const std::string& summary, std::string description) const {
    std::string key = key_start_;
    key += what;
    if (times > 1) {
        key += "\n" + std::to_string(times);
    }
    description += description.empty() ? "" : "\n";
    description += told_;
    return {date, kind, std::move(key), name_ + ": " + summary, std::move(description)};
}

std::string noun_of(const GrantTimeline& grant, Shares quantity) {
    if (is_cash(grant)) {
        return about(Money{quantity.whole(), grant.grant.currency});
    }
    const bool one = quantity == Shares{1};
    return text_of(quantity) + (is_option(grant.grant.instrument) ? one ? " option" : " options"
                                : one                             ? " share"
                                                                  : " shares");
}

std::vector<VestDay> vest_days(const OfferTimeline& timeline, const CalendarWords& words, VestUses& uses) {
    std::vector<VestDay> days;
    for (std::uint32_t g = 0; g < timeline.grants.size(); ++g) {
        const GrantTimeline& grant = timeline.grants[g];
        const auto* paper = grant.grant.paper;
        const auto cliff = paper != nullptr ? cliff_day(*paper, grant.grant.vesting_start) : std::nullopt;
        auto& of_grant = uses[words.key_start() + grant.grant.id];
        for (std::uint32_t t = 0; t < grant.tranches.size(); ++t) {
            const ValuedTranche& valued = grant.tranches[t];
            const Tranche& tranche = valued.tranche;
            const bool comes = valued.state == VestState::vested || valued.state == VestState::unvested ||
                               valued.state == VestState::accelerated;
            if (!comes || !tranche.date) {
                continue;
            }
            const Date grid = tranche.accelerated() ? grant.grant.vesting_start : grid_day(tranche);
            const int times = ++of_grant[{tranche.acceleration, grid, tranche.segment}];
            days.push_back({*tranche.date, g, t, times, cliff && tranche.scheduled == cliff});
        }
    }
    return days;
}

CalendarEvent vest_event(const OfferTimeline& timeline, const CalendarWords& words, const VestDay& day) {
    const GrantTimeline& grant = timeline.grants[day.grant];
    const ValuedTranche& valued = grant.tranches[day.tranche];
    const Tranche& tranche = valued.tranche;
    const bool worth_something = valued.value && !valued.value->is_zero() && !is_cash(grant);
    std::string summary = noun_of(grant, tranche.quantity) +
                          (is_cash(grant)                  ? " paid"
                           : tranche.quantity == Shares{1} ? " vests"
                                                           : " vest") +
                          (tranche.accelerated() ? " early" : "") + (day.cliff ? " (cliff)" : "") +
                          (worth_something ? ", worth " + about(*valued.value) : std::string());
    std::string text = "Grant " + grant.grant.id + " (" + std::string(word(grant.grant.instrument)) +
                       "): " + quantity_text(grant, tranche.quantity) + " of " +
                       quantity_text(grant, grant.grant.quantity);
    text += valued.cumulative ? ", " + quantity_text(grant, *valued.cumulative) + " by then.\n" : ".\n";
    text += day.cliff ? "The cliff ends: nothing vests before this day.\n" : "";
    text += worth_of(words, grant, valued);
    const std::string grid =
        tranche.accelerated() ? "accelerated " + std::to_string(tranche.acceleration) : to_string(grid_day(tranche));
    return words.event(day.date, CalendarKind::vest,
                       "grant\n" + grant.grant.id + "\nvest\n" + grid + "\n" + std::to_string(tranche.segment),
                       day.times, summary, std::move(text));
}

}  // namespace offerkit::report
