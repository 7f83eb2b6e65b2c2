#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/report/calendar/vests.hpp>
#include <offerkit/report/one_file/figures.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/vest/columns.hpp>
#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>

/// Charts over time: what has vested, what leaving costs.
namespace offerkit::report {
namespace {

using calendar::Date;
using quantity::Money;
using value::OfferTimeline;

double at(Date day) { return static_cast<double>(day.days_since_1970()); }

/// The one currency of all vests; nothing where there are several, or none.
std::optional<quantity::Currency> currency_of(std::span<const OfferTimeline> offers) {
    std::optional<quantity::Currency> currency;
    for (const auto& offer : offers) {
        for (const auto& grant : offer.grants) {
            if (currency && *currency != grant.grant.currency) {
                return std::nullopt;
            }
            currency = grant.grant.currency;
        }
    }
    return currency;
}

/// What vests of an offer on each day, in major units; days without a known value are left out.
std::map<Date, double> vests_of(const OfferTimeline& offer) {
    std::map<Date, double> by_day;
    for (const auto& grant : offer.grants) {
        for (const auto& tranche : grant.tranches) {
            if (tranche.tranche.date && tranche.value && tranche.cumulative) {
                by_day[*tranche.tranche.date] += quantity::major_of(*tranche.value);
            }
        }
    }
    return by_day;
}

Date first_day(const OfferTimeline& offer) {
    Date first = offer.offer->start.value;
    for (const auto& grant : offer.grants) {
        first = std::min(first, grant.grant.vesting_start);
    }
    return first;
}

/// "Google: cliff", or "Google, Meta: cliff" where both are of one day.
std::map<Date, std::string> cliffs_of(std::span<const OfferTimeline> offers, const std::vector<std::string>& names,
                                      Date today) {
    std::map<Date, std::vector<std::string>> by_day;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        VestUses uses;
        const CalendarWords words(*offers[i].offer, names[i], today);
        for (const auto& day : vest_days(offers[i], words, uses)) {
            auto& known = by_day[day.date];
            if (day.cliff && std::find(known.begin(), known.end(), names[i]) == known.end()) {
                known.push_back(names[i]);
            }
        }
    }
    std::map<Date, std::string> cliffs;
    for (const auto& [day, who] : by_day) {
        if (!who.empty()) {
            cliffs[day] = offers.size() > 1 ? joined(who) + ": cliff" : "cliff";
        }
    }
    return cliffs;
}

/// What has vested of each offer on each day on which something of any does.
std::vector<LineMark> step_readings(const std::vector<LineSeries>& series,
                                    const std::optional<quantity::Currency>& currency) {
    std::map<double, std::string> readings;
    for (const auto& each : series) {
        for (const auto& [day, height] : each.points) {
            readings.try_emplace(day);
        }
    }
    std::vector<LineMark> marks;
    for (auto& [day, text] : readings) {
        for (const auto& each : series) {
            const auto after = std::upper_bound(each.points.begin(), each.points.end(), day,
                                                [](double value, const auto& point) { return value < point.first; });
            const double height = after == each.points.begin() ? 0 : std::prev(after)->second;
            text += (text.empty() ? " " : "; ") + each.name + " " +
                    (currency ? to_grouped(quantity::money_of(height, *currency), true)
                              : std::to_string(std::lround(height)) + "%");
        }
        marks.push_back(
            {day, to_string(calendar::Date::clamped(1970, 1, 1).plus_days(std::llround(day))) + ":" + text});
    }
    return marks;
}

/// The steps of an offer and the sentence that tells them.
struct Rise {
    LineSeries steps;
    std::string sentence;
};

/// In amounts of the currency, or in percent of the whole without one; nothing where nothing vests that is worth
/// anything. The line begins today where the first day is near.
std::optional<Rise> rise_of(const OfferTimeline& offer, const std::string& name,
                            const std::optional<quantity::Currency>& currency, Date today) {
    const auto by_day = vests_of(offer);
    double whole = 0;
    for (const auto& [day, value] : by_day) {
        whole += value;
    }
    if (by_day.empty() || !(whole > 0)) {
        return std::nullopt;
    }
    const Date start = std::min(first_day(offer), by_day.begin()->first);
    const bool soon = today < start && start.days_since(today) <= 366;
    LineSeries steps{name, {{at(soon ? today : start), 0.0}}};
    double so_far = 0;
    for (const auto& [day, value] : by_day) {
        so_far += value;
        steps.points.emplace_back(at(day), currency ? so_far : 100 * so_far / whole);
    }
    const std::string in_all = currency ? diagnostic::formatted(", {} {} in all", currency->code(),
                                                                to_grouped(quantity::money_of(whole, *currency), true))
                                        : "";
    return Rise{std::move(steps), diagnostic::formatted(" {}: from {} to {}{}.", name, to_string(by_day.begin()->first),
                                                        to_string(by_day.rbegin()->first), in_all)};
}

/// What has vested stays: each line goes on to the last day of all. Gives the first day and the last.
std::pair<double, double> carry_on(std::vector<LineSeries>& series) {
    double from = series.front().points.front().first;
    double to = from;
    for (const auto& each : series) {
        from = std::min(from, each.points.front().first);
        to = std::max(to, each.points.back().first);
    }
    for (auto& each : series) {
        each.points.emplace_back(to, each.points.back().second);
    }
    return {from, to};
}

/// What vests, and what it is worth, by quarter of a year.
Table quarters(std::span<const OfferTimeline> offers, const std::vector<std::string>& names,
               const std::optional<quantity::Currency>& currency) {
    const auto periods = value::vest_periods(offers, value::VestStep::quarter);
    MoneyStyle style;
    for (const auto& period : periods) {
        style.see(period.value);
    }
    if (!currency) {
        style.name_currencies();
    }
    const auto columns = period_columns(offers, value::VestStep::quarter, value::VestRows::released,
                                        {names, currency ? "Worth, " + std::string(currency->code()) : "Worth"});
    return columns.table(periods, style);
}

bool any_waits(std::span<const OfferTimeline> offers) {
    return std::any_of(offers.begin(), offers.end(), [](const OfferTimeline& offer) {
        return std::any_of(offer.grants.begin(), offer.grants.end(),
                           [](const auto& grant) { return !grant.pending.is_zero(); });
    });
}

}  // namespace

std::optional<Figure> vesting_figure(std::span<const OfferTimeline> offers, Date today) {
    const auto papers = papers_of(offers);
    const auto names = offer_names(papers);
    const auto currency = currency_of(offers);
    Lines drawn{.across = Across::days, .steps = true};
    std::string described = "Rising steps of what has vested.";
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (auto rise = rise_of(offers[i], names[i], currency, today)) {
            described += rise->sentence;
            drawn.series.push_back(std::move(rise->steps));
        }
    }
    if (drawn.series.empty()) {
        return std::nullopt;
    }
    const auto [from, to] = carry_on(drawn.series);
    drawn.readings = step_readings(drawn.series, currency);
    for (const auto& [day, text] : cliffs_of(offers, names, today)) {
        drawn.marks.push_back({at(day), text});
        described += diagnostic::formatted(" {} on {}.", capitalised(text), to_string(day));
    }
    if (from <= at(today) && at(today) <= to) {
        drawn.marks.push_back({at(today), "today"});
    }
    std::stable_sort(drawn.marks.begin(), drawn.marks.end(),
                     [](const LineMark& a, const LineMark& b) { return a.at < b.at; });
    std::vector<std::string> notes = price_guesses(papers, names);
    if (any_waits(offers)) {
        notes.emplace_back("Not in it: shares that wait for an event without a date.");
    }
    return Figure{.title = currency ? "What has vested by each day, at the price of that day"
                                    : "What has vested by each day, in percent of its worth",
                  .description = std::move(described),
                  .unit = currency ? std::string(currency->code()) : "%",
                  .notes = std::move(notes),
                  .drawing = std::move(drawn),
                  .table = quarters(offers, names, currency)};
}

std::optional<Figure> leaving_figure(std::span<const value::LeavingAnswer> answers) {
    std::vector<const model::Offer*> papers;
    for (const auto& answer : answers) {
        papers.push_back(answer.leaving.offer);
    }
    const auto names = offer_names(papers);
    Lines drawn{.across = Across::days};
    std::map<Date, std::vector<std::optional<Money>>> rows;
    MoneyStyle style;
    std::string described = "What resigning costs by month, one line for each offer.";
    std::string unit;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        LineSeries series{names[i], {}};
        if (answers[i].months) {
            for (const auto& month : answers[i].months->months) {
                series.points.emplace_back(at(month.on), quantity::major_of(month.cost));
                auto& row = rows[month.on];
                row.resize(answers.size());
                row[i] = month.cost;
                style.see(month.cost);
                unit = std::string(month.cost.currency().code());
            }
            for (const auto& day : answers[i].months->cheaper) {
                described +=
                    diagnostic::formatted(" {}: it falls by {} on {}.", names[i], about(day.by), to_string(day.day));
            }
        }
        drawn.series.push_back(std::move(series));
    }
    if (rows.empty()) {
        return std::nullopt;
    }
    Table table;
    table.columns = {{"Leaving on", Align::left, Priority::key}};
    for (const auto& name : names) {
        table.columns.push_back({name, Align::decimal});
    }
    for (const auto& [day, costs] : rows) {
        std::vector<Cell> cells{Cell(to_string(day))};
        std::string reading = diagnostic::formatted("Leaving on {}:", to_string(day));
        for (std::size_t i = 0; i < costs.size(); ++i) {
            cells.push_back(costs[i] ? style.cell(*costs[i]) : Cell::not_applicable());
            reading += costs[i] ? " " + names[i] + " " + style(*costs[i]) + ";" : "";
        }
        reading.pop_back();
        table.row(std::move(cells));
        drawn.readings.push_back({at(day), std::move(reading)});
    }
    return Figure{.title = "What leaving costs, by month",
                  .description = std::move(described),
                  .unit = std::move(unit),
                  .notes = price_guesses(papers, names),
                  .drawing = std::move(drawn),
                  .table = std::move(table)};
}

}  // namespace offerkit::report
