#include <offerkit/report/vest/columns.hpp>

#include <optional>
#include <utility>

#include <offerkit/report/words/grants.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using quantity::Shares;
using value::OfferTimeline;
using value::VestState;

Tone tone_of(VestState state) {
    switch (state) {
        case VestState::vested:
        case VestState::accelerated: return Tone::good;
        case VestState::unvested: return Tone::normal;
        case VestState::pending: return Tone::dim;
        case VestState::impossible:
        case VestState::forfeited: return Tone::bad;
    }
    return Tone::normal;
}

/// Shares; of a cash grant, whose quantity is money, none.
Cell shares_cell(const VestLine& line, const std::optional<Shares>& shares) {
    return is_cash(*line.grant) || !shares ? Cell::not_applicable() : cell_on_page(*shares);
}

Cell state_cell(const value::VestPeriod& period, value::VestRows rows) {
    const bool waiting = rows == value::VestRows::waiting;
    if (period.any_vested && period.any_unvested) {
        return Cell(waiting ? "partly served" : "partly vested");
    }
    return period.any_vested ? Cell(waiting ? "served" : "vested", Tone::good)
                             : Cell(waiting ? "to be served" : "unvested");
}

Datum shares_of(const value::VestPeriod& period, const std::optional<quantity::Fraction>& shares) {
    return period.any_shares && shares ? Datum(Shares{*shares}) : Datum();
}

/// The columns that say whose a row is: company and file for programs, a name for people who look at several offers.
template <class Row>
Columns<Row> whose(std::span<const OfferTimeline> offers) {
    Columns<Row> columns;
    columns.data("company", [=](const Row& row) { return offers[row.offer].offer->company; })
        .data("file", [=](const Row& row) { return offers[row.offer].offer->file; });
    return columns;
}

template <class Row>
ColumnOf<Row> name_column(std::vector<std::string> names) {
    const bool several = names.size() > 1;
    return {.title = "Offer", .on_page = several, .shown = [names = std::move(names)](const Row& row) {
                return Cell(names[row.offer]);
            }};
}

}  // namespace

Columns<VestLine> tranche_columns(std::span<const OfferTimeline> offers, VestTitles titles) {
    using Line = const VestLine&;
    auto columns = whose<VestLine>(offers);
    columns.add({.key = "grant", .title = "Grant", .value = [](Line line) { return line.grant->grant.id; }})
        .data("instrument", [](Line line) { return word(line.grant->grant.instrument); })
        .add({.key = "date",
              .title = "Date",
              .priority = Priority::key,
              .value = [](Line line) { return line.tranche->tranche.date; },
              .shown =
                  [](Line line) {
                      const auto& date = line.tranche->tranche.date;
                      return date ? cell_on_page(*date) : Cell("no date", Tone::dim);
                  }})
        .add(name_column<VestLine>(std::move(titles.offers)))
        .add({.key = "quantity",
              .title = "Shares",
              .align = Align::decimal,
              .value = [](Line line) { return quantity_of(*line.grant, line.tranche->tranche.quantity); },
              .shown = [](Line line) { return shares_cell(line, line.tranche->tranche.quantity); }})
        .add({.key = "cumulative",
              .title = "So far",
              .align = Align::decimal,
              .value =
                  [](Line line) {
                      const auto& sum = line.tranche->cumulative;
                      return sum ? quantity_of(*line.grant, *sum) : Datum();
                  },
              .shown = [](Line line) { return shares_cell(line, line.tranche->cumulative); }})
        .add({.key = "value",
              .title = std::move(titles.worth),
              .align = Align::decimal,
              .value = [](Line line) { return line.tranche->value; }})
        .data("currency", [](Line line) { return line.grant->grant.currency.code(); })
        .add({.key = "state",
              .title = "State",
              .value = [](Line line) { return word(line.tranche->state); },
              .shown = [=](Line line) { return Cell(state_text(line, offers), tone_of(line.tranche->state)); }})
        .data("segment", [](Line line) { return line.tranche->tranche.segment; })
        .data("scheduled_date", [](Line line) { return line.tranche->tranche.scheduled; })
        .data("reason", [=](Line line) {
            return reason_of(*offers[line.offer].offer, line.grant->grant, line.tranche->tranche, true);
        });
    return columns;
}

Columns<value::VestPeriod> period_columns(std::span<const OfferTimeline> offers, value::VestStep step,
                                          value::VestRows rows, VestTitles titles) {
    using Period = const value::VestPeriod&;
    auto columns = whose<value::VestPeriod>(offers);
    columns
        .add({.key = std::string(word(step)),
              .priority = Priority::key,
              .value = [](Period period) { return period.label; }})
        .add(name_column<value::VestPeriod>(std::move(titles.offers)))
        .add({.key = "to", .title = "To", .value = [](Period period) { return period.last; }})
        .add({.key = "quantity",
              .title = "Shares",
              .align = Align::decimal,
              .value = [](Period period) { return shares_of(period, period.shares); }})
        .add({.key = "cumulative",
              .title = "So far",
              .align = Align::decimal,
              .value = [](Period period) { return shares_of(period, period.cumulative); }})
        .add({.key = "value",
              .title = std::move(titles.worth),
              .align = Align::decimal,
              .value = [](Period period) { return period.value; }})
        .data("currency", [](Period period) { return period.currency.code(); })
        .add({.key = "grants", .title = "Grants", .value = [](Period period) { return joined(period.grants); }})
        .add({.title = "State", .shown = [=](Period period) { return state_cell(period, rows); }});
    return columns;
}

}  // namespace offerkit::report
