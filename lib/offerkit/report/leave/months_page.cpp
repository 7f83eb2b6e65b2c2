#include <offerkit/report/leave/months_page.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/leave/columns.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using value::DayBrings;
using value::LeavingMonths;

/// Steps between the columns of the chart, in months: a month, a quarter, half a year or a year, so that they fit on a
/// line.
std::size_t chart_step(std::size_t months) {
    constexpr std::size_t most_columns = 20;
    for (const std::size_t step : {1U, 3U, 6U}) {
        if ((months + step - 1) / step <= most_columns) {
            return step;
        }
    }
    return 12;
}

Chart chart_of(const LeavingMonths& months) {
    Chart chart;
    const std::size_t step = chart_step(months.months.size());
    Money most = Money::zero(months.months.front().cost.currency());
    for (std::size_t i = 0; i < months.months.size(); i += step) {
        const auto& month = months.months[i];
        most = std::max(most, month.cost);
        chart.points.push_back(
            {to_string(month.on).substr(0, 7), static_cast<double>(month.cost.minor()), Fill::solid});
    }
    chart.top = about(most);
    chart.caption = "The cost of leaving: what is forfeited, what is to be paid back, the bonus not paid yet";
    return chart;
}

/// "225 shares of `retention` vest", "`Sign-on` is yours for good", "the bonus is paid".
std::string brings_text(const DayBrings& brings) {
    std::string name = diagnostic::formatted("`{}`", brings.name);
    switch (brings.kind) {
        case DayBrings::Kind::vest: {
            const bool cash = brings.grant->instrument == model::Instrument::cash;
            const bool one = brings.quantity == quantity::Shares{1};
            return diagnostic::formatted(
                "{} of {}{}",
                cash ? with_currency(Money{brings.quantity.whole(), brings.grant->currency}) : counted(brings.quantity),
                name, cash || one ? " vests" : " vest");
        }
        case DayBrings::Kind::sign_on: return name + " is paid";
        case DayBrings::Kind::clawback: return diagnostic::formatted("less of {} is owed back", name);
        case DayBrings::Kind::bonus: return name + " is paid";
    }
    return name;
}

Table days_of(const LeavingMonths& months, const MoneyStyle& money) {
    Table table;
    table.caption = "Days worth waiting for: what leaving on them keeps, against the day before";
    table.columns = {{"Day", Align::left, Priority::key}, {"Keeps", Align::decimal}, {"Because"}};
    for (const auto& day : months.cheaper) {
        std::vector<std::string> words;
        for (const auto& brings : day.brings) {
            words.push_back(brings_text(brings));
        }
        table.row({Cell(to_string(day.day), Tone::good), money.cell(day.by), capitalised(joined(words))});
    }
    return table;
}

}  // namespace

Page leave_months_page(const LeavingMonths& months, const value::Leaving& leaving, MoneyStyle style) {
    Page page;
    for (const auto& month : months.months) {
        for (const Money amount :
             {month.vested_value, month.accelerated_value, month.forfeited_value, month.clawback, month.bonus_finished,
              month.bonus_running, month.unpaid_sign_on, month.benefits_lost, month.received}) {
            style.see(amount);
        }
    }
    const bool any_cost = std::any_of(months.months.begin(), months.months.end(),
                                      [](const auto& month) { return !month.cost.is_zero(); });
    if (months.months.size() > 1 && any_cost) {
        page.add(chart_of(months));
    }
    if (!months.cheaper.empty()) {
        page.add(days_of(months, style));
    }
    const auto lines = month_lines(leaving, months);
    page.add(month_columns(lines).table(lines, style,
                                        {"on", "vested_value", "accelerated_value", "forfeited_value", "clawback_owed",
                                         "bonus_forfeited", "cost", "all_told", "Wait for"}));
    if (std::any_of(months.months.begin(), months.months.end(),
                    [](const auto& month) { return month.stake != month.cost; })) {
        page.text(
            "All told: the cost, the bonus of the running year, the sign-on that stops and benefits not vested, less "
            "what "
            "you are paid on leaving.");
    }
    if (leaving.offer->end) {
        page.text(diagnostic::formatted("The papers end on {}, and the months with them.",
                                        to_string(leaving.offer->end->value)));
    }
    return page;
}

}  // namespace offerkit::report
