#include <offerkit/report/leave/columns.hpp>

#include <algorithm>
#include <string>

namespace offerkit::report {

Columns<LeaveLine> leave_columns() {
    using Line = const LeaveLine&;
    Columns<LeaveLine> columns;
    const auto figure = [&](std::string key, std::string title, std::function<Datum(Line)> value) {
        columns.add(
            {.key = std::move(key), .title = std::move(title), .align = Align::decimal, .value = std::move(value)});
    };
    columns.data("company", [](Line line) { return line.leaving->offer->company; })
        .data("file", [](Line line) { return line.leaving->offer->file; })
        .data("on", [](Line line) { return line.leaving->departure.on; })
        .data("reason", [](Line line) { return word(line.leaving->departure.reason); })
        .data("currency", [](Line line) { return Datum(line.leaving->cost.currency().code()); });
    figure("vested", "Yours, shares", [](Line line) { return line.leaving->all.vested.quantity; });
    figure("vested_value", "Yours, worth", [](Line line) { return line.leaving->all.vested.value; });
    figure("accelerated", "Yours early, for this reason, shares",
           [](Line line) { return line.leaving->all.accelerated.quantity; });
    figure("accelerated_value", "Yours early, for this reason, worth",
           [](Line line) { return line.leaving->all.accelerated.value; });
    figure("forfeited", "Left on the table, shares", [](Line line) { return line.leaving->all.forfeited.quantity; });
    figure("forfeited_value", "Left on the table, worth", [](Line line) { return line.leaving->all.forfeited.value; });
    figure("clawback_owed", "To pay back", [](Line line) { return line.leaving->clawback; });
    figure("cost", "Cost of leaving", [](Line line) { return line.leaving->cost; });
    columns.data("bonus_lost", [](Line line) { return line.leaving->bonus_lost; });
    figure("unpaid_sign_on", "Sign-on not paid yet (not included)",
           [](Line line) { return line.leaving->unpaid_sign_on; });
    columns
        .data("exercise_cost",
              [](Line line) {
                  const auto& all = line.leaving->to_exercise;
                  return all.no_strike.is_zero() ? Datum(all.cash) : Datum();
              })
        .data("exercise_by", [](Line line) { return line.leaving->to_exercise.until; });
    const auto next = [&](std::string key, auto of) {
        columns.data(std::move(key), [of](Line line) {
            const auto& vest = line.leaving->all.next;
            return vest ? Datum(of(*vest)) : Datum();
        });
    };
    next("next_vest", [](const value::NextVest& vest) { return vest.date; });
    next("next_vest_quantity", [](const value::NextVest& vest) { return vest.quantity; });
    next("next_vest_value", [](const value::NextVest& vest) { return vest.value; });
    figure("bonus_running", "Bonus of the running year (not included)",
           [](Line line) { return line.leaving->bonus.running; });
    figure("bonus_forfeited", "Bonus forfeited, earned but unpaid",
           [](Line line) { return line.leaving->bonus.finished; });
    figure("benefits_lost", "Benefits not vested (not included)",
           [](Line line) { return line.leaving->benefits_lost; });
    figure("", "Severance paid to you", [](Line line) { return -line.leaving->severance.severance; });
    figure("", "Unused holidays paid to you", [](Line line) { return -line.leaving->severance.holidays; });
    columns.data("severance", [](Line line) { return line.leaving->received(); });
    figure("all_told", "All told", [](Line line) { return line.leaving->stake; });
    columns.data("forfeited_within_3_months", [](Line line) { return line.leaving->all.delay.months_3; })
        .data("forfeited_within_12_months", [](Line line) { return line.leaving->all.delay.months_12; })
        .data("forfeited_later", [](Line line) { return line.leaving->all.delay.later; })
        .data("make_whole", [](Line line) { return line.leaving->make_whole.total; })
        .data("make_whole_with_all", [](Line line) { return line.leaving->make_whole.whole; })
        .data("non_compete_cost",
              [](Line line) { return *line.non_compete ? Datum((*line.non_compete)->cost) : Datum(); });
    return columns;
}

std::vector<LeaveMonthLine> month_lines(const value::Leaving& leaving, const value::LeavingMonths& months) {
    std::vector<LeaveMonthLine> lines;
    for (std::size_t i = 0; i < months.months.size(); ++i) {
        const auto& month = months.months[i];
        const auto next = std::find_if(months.cheaper.begin(), months.cheaper.end(), [&](const auto& cheaper) {
            return cheaper.day > month.on && (i + 1 == months.months.size() || cheaper.day <= months.months[i + 1].on);
        });
        lines.push_back({&leaving, &month, next == months.cheaper.end() ? std::nullopt : std::optional(next->day)});
    }
    return lines;
}

Columns<LeaveMonthLine> month_columns(std::span<const LeaveMonthLine> lines) {
    using Line = const LeaveMonthLine&;
    using Month = const value::LeavingMonth&;
    Columns<LeaveMonthLine> columns;
    const auto any = [&](auto says) { return std::any_of(lines.begin(), lines.end(), says); };
    const auto data = [&](std::string key, auto of) {
        columns.data(std::move(key), [of](Line line) { return Datum(of(*line.month)); });
    };
    const auto figure = [&](std::string key, std::string title, auto of, bool on_page = true,
                            Tone tone = Tone::normal) {
        columns.add({.key = std::move(key),
                     .title = std::move(title),
                     .align = Align::decimal,
                     .on_page = on_page,
                     .value = [of](Line line) { return Datum(of(*line.month)); },
                     .tone = [tone](Line) { return tone; }});
    };
    columns.data("company", [](Line line) { return line.leaving->offer->company; })
        .data("file", [](Line line) { return line.leaving->offer->file; })
        .add({.key = "on",
              .title = "Last day",
              .priority = Priority::key,
              .value = [](Line line) { return line.month->on; }})
        .data("reason", [](Line line) { return word(line.leaving->departure.reason); })
        .data("currency", [](Line line) { return Datum(line.month->cost.currency().code()); });
    data("vested", [](Month month) { return month.vested; });
    figure("vested_value", "Yours", [](Month month) { return month.vested_value; });
    data("accelerated", [](Month month) { return month.accelerated; });
    figure(
        "accelerated_value", "Early", [](Month month) { return month.accelerated_value; },
        any([](Line line) { return !line.month->accelerated_value.is_zero(); }));
    data("forfeited", [](Month month) { return month.forfeited; });
    figure("forfeited_value", "On the table", [](Month month) { return month.forfeited_value; });
    figure("clawback_owed", "To pay back", [](Month month) { return month.clawback; });
    figure("cost", "Cost", [](Month month) { return month.cost; }, true, Tone::strong);
    data("bonus_lost", [](Month month) { return month.bonus_finished + month.bonus_running; });
    figure(
        "bonus_forfeited", "Bonus unpaid", [](Month month) { return month.bonus_finished; },
        any([](Line line) { return !line.month->bonus_finished.is_zero(); }));
    data("bonus_running", [](Month month) { return month.bonus_running; });
    data("unpaid_sign_on", [](Month month) { return month.unpaid_sign_on; });
    data("benefits_lost", [](Month month) { return month.benefits_lost; });
    data("severance", [](Month month) { return month.received; });
    figure(
        "all_told", "All told", [](Month month) { return month.stake; },
        any([](Line line) { return line.month->stake != line.month->cost; }));
    columns.add({.title = "Wait for",
                 .on_page = any([](Line line) { return line.wait_for.has_value(); }),
                 .shown = [](Line line) {
                     return line.wait_for ? Cell(to_string(*line.wait_for), Tone::good) : Cell::blank();
                 }});
    return columns;
}

}  // namespace offerkit::report
