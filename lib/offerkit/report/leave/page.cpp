#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/leave/columns.hpp>
#include <offerkit/report/leave/facts.hpp>
#include <offerkit/report/leave/leave.hpp>
#include <offerkit/report/leave/months_page.hpp>
#include <offerkit/report/leave/sums.hpp>
#include <offerkit/report/leave/words.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;
using value::GrantLeaving;
using value::Leaving;

/// Shares, or the money of a cash grant in its own currency.
std::string quantity_text(const GrantLeaving& each, Shares quantity) {
    return each.grant->instrument == model::Instrument::cash
               ? with_currency(Money{quantity.whole(), each.grant->currency})
               : text_of(quantity);
}

/// One offer's part of the page.
class EntryWriter {
public:
    explicit EntryWriter(const value::LeavingAnswer& entry)
        : entry_(entry), leaving_(entry.leaving), code_(leaving_.cost.currency().code()) {
        see(leaving_);
        if (entry.month_later) {
            see(*entry.month_later);
        }
        for (const auto& each : leaving_.grants) {
            money_.see(each.split.forfeited.value);
            money_.see(each.split.vested.value);
        }
    }

    void write(Page& page, int level) const {
        page.text(leaving_verdict(entry_));
        page.add(leaving_sums(entry_, money_));
        if (!leaving_.grants.empty()) {
            heading(page, "Grant by grant", level);
            page.add(grants());
        }
        if (std::any_of(leaving_.sign_ons.begin(), leaving_.sign_ons.end(),
                        [](const auto& sign_on) { return sign_on.has_clawback; })) {
            heading(page, "What is to be paid back", level);
            page.add(clawback());
        }
        if (!leaving_.options.empty()) {
            heading(page, "Options, and until when", level);
            page.add(options());
        }
        auto lines = leaving_notes(entry_);
        if (!lines.empty()) {
            heading(page, "Worth knowing", level);
            page.list(std::move(lines));
        }
        if (entry_.months) {
            heading(page, "Month by month", level);
            page.append(leave_months_page(*entry_.months, entry_.leaving, money_));
        }
    }

private:
    static void heading(Page& page, std::string text, int level) { page.add(Heading{std::move(text), level}); }

    void see(const Leaving& leaving) {
        for (const Money amount :
             {leaving.all.vested.value, leaving.all.accelerated.value, leaving.all.forfeited.value, leaving.clawback,
              leaving.bonus.finished, leaving.bonus.running, leaving.unpaid_sign_on, leaving.benefits_lost,
              leaving.severance.severance, leaving.severance.holidays}) {
            money_.see(amount);
        }
    }

    [[nodiscard]] Table grants() const {
        using Each = const GrantLeaving&;
        const bool accelerated = std::any_of(leaving_.grants.begin(), leaving_.grants.end(),
                                             [](Each each) { return !each.split.accelerated.quantity.is_zero(); });
        Columns<GrantLeaving> columns;
        const auto quantity = [&](std::string title, Shares (*of)(Each), bool on_page = true) {
            columns.add(
                {.title = std::move(title), .align = Align::decimal, .on_page = on_page, .shown = [of](Each each) {
                     return Cell(quantity_text(each, of(each)));
                 }});
        };
        columns.add({.title = "Grant", .priority = Priority::key, .value = [](Each each) { return each.grant->id; }});
        quantity("Granted", [](Each each) { return each.grant->quantity; });
        quantity("Yours", [](Each each) { return each.split.vested.quantity; });
        quantity("Early", [](Each each) { return each.split.accelerated.quantity; }, accelerated);
        quantity("Forfeited", [](Each each) { return each.split.forfeited.quantity; });
        columns
            .add({.title = "of it",
                  .align = Align::right,
                  .shown =
                      [](Each each) {
                          const auto share = value::share_of(each.split.forfeited.quantity, each.grant->quantity);
                          return share ? Cell(to_percent(*share, 0)) : Cell::not_applicable();
                      }})
            .add({.title = "Worth, " + code_,
                  .align = Align::decimal,
                  .shown =
                      [&](Each each) {
                          return each.grant->not_known.any() ? Cell("not known", Tone::dim)
                                                             : money_.cell(each.split.forfeited.value);
                      }})
            .add({.title = "Next vest", .shown = [](Each each) {
                      const auto& next = each.split.next;
                      return next ? Cell(to_string(next->date) + ": " + quantity_text(each, next->quantity))
                                  : Cell::not_applicable();
                  }});
        return columns.table(leaving_.grants);
    }

    [[nodiscard]] Table clawback() const {
        Table table;
        table.columns = {{"", Align::left, Priority::key},
                         {"Paid so far", Align::decimal},
                         {"Owed back", Align::decimal},
                         {"Nothing owed from"}};
        for (const auto& sign_on : leaving_.sign_ons) {
            if (!sign_on.has_clawback) {
                continue;
            }
            table.row({sign_on.name, money_.cell(sign_on.paid), money_.cell(sign_on.owed),
                       sign_on.waived  ? Cell("waived for this reason", Tone::good)
                       : sign_on.until ? Cell(to_string(*sign_on.until))
                                       : Cell("the start: nothing is promised", Tone::dim)});
        }
        return table;
    }

    [[nodiscard]] Table options() const {
        Table table;
        table.columns = {{"Grant", Align::left, Priority::key},
                         {"Can exercise", Align::decimal},
                         {"That costs", Align::decimal},
                         {"Worth", Align::decimal},
                         {"Exercise by"}};
        MoneyStyle money;
        for (const auto& option : leaving_.options) {
            for (const auto& known : {option.cost, option.value}) {
                if (known) {
                    money.see(*known);
                }
            }
        }
        const auto amount = [&](const std::optional<Money>& known) {
            return known ? money.cell(*known) : Cell("not known", Tone::dim);
        };
        for (const auto& option : leaving_.options) {
            const bool bought = model::is_option(option.grant->instrument);
            Cell by("not stated: ask", Tone::bad);
            if (option.expired) {
                by = Cell("expired " + to_string(*option.window.expiry), Tone::bad);
            } else if (option.window.deadline) {
                by = Cell(to_string(*option.window.deadline) +
                          (option.window.cut_by_expiry ? " (expiry)" : " (" + to_string(*option.window.period) + ")"));
            }
            table.row({option.grant->id, cell_on_page(option.exercisable),
                       bought ? amount(option.cost) : Cell("nothing", Tone::dim),
                       option.under_water.value_or(false) ? Cell("under water", Tone::bad) : amount(option.value),
                       std::move(by)});
        }
        return table;
    }

    const value::LeavingAnswer& entry_;
    const Leaving& leaving_;
    std::string code_;
    MoneyStyle money_;
};

/// Several offers: the figures side by side before each by itself.
Table overview(std::span<const value::LeavingAnswer> entries, const std::vector<std::string>& names) {
    Table table;
    table.columns = {{"", Align::left, Priority::key}, {"Yours", Align::decimal},
                     {"On the table", Align::decimal}, {"To pay back", Align::decimal},
                     {"Bonus unpaid", Align::decimal}, {"Cost", Align::decimal}};
    MoneyStyle money;
    for (const auto& entry : entries) {
        const auto& leaving = entry.leaving;
        for (const Money amount : {leaving.all.vested.value, leaving.all.accelerated.value, leaving.all.forfeited.value,
                                   leaving.clawback, leaving.bonus.finished}) {
            money.see(amount);
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& leaving = entries[i].leaving;
        table.row({names[i], money.cell(leaving.all.vested.value + leaving.all.accelerated.value),
                   money.cell(leaving.all.forfeited.value), money.cell(leaving.clawback),
                   money.cell(leaving.bonus.finished), money.cell(leaving.cost, Tone::strong)});
    }
    return table;
}

Table explanation(const value::LeavingAnswer& entry, const LeaveView& view) {
    Table table;
    table.caption = entry.leaving.offer->file;
    table.columns = {{"Figure"}, {std::string(entry.leaving.cost.currency().code()), Align::decimal}, {"From"}, {"By"}};
    const auto traces = leave_traces(entry.leaving);
    MoneyStyle money;
    for (const auto& trace : traces) {
        money.see(trace.amount);
    }
    for (const auto& trace : traces) {
        table.row({trace.figure, money.cell(trace.amount),
                   trace.place ? place_beside(entry.leaving.offer->file, *trace.place, view.sources) : "", trace.rule});
    }
    return table;
}

/// What no figure of the page counts.
std::string not_counted(const std::vector<const model::Offer*>& papers) {
    const auto nobody_says = [&](auto has) {
        return std::none_of(papers.begin(), papers.end(),
                            [&](const model::Offer* offer) { return offer->leaving && has(*offer->leaving); });
    };
    std::vector<std::string> words{"tax"};
    if (nobody_says([](const model::Leaving& terms) { return terms.unused_holiday_days.has_value(); })) {
        words.emplace_back("unused holidays");
    }
    if (nobody_says([](const model::Leaving& terms) { return terms.severance.has_value(); })) {
        words.emplace_back("severance");
    }
    words.emplace_back("whatever the files do not say");
    return diagnostic::formatted("Not counted: {}.", joined(words));
}

}  // namespace

Page leave_page(std::span<const value::LeavingAnswer> entries, const LeaveView& view) {
    const auto papers = papers_of(entries);
    const auto names = offer_names(papers);
    Page page;
    const std::string day = to_string(entries.front().leaving.departure.on);
    const bool several = entries.size() > 1;
    page.title(diagnostic::formatted(
        "Leaving {} on {}", names.size() <= 3 ? joined(names, "or") : std::to_string(names.size()) + " offers", day));
    if (several) {
        page.text(diagnostic::formatted(
            "All amounts are in {}, before tax, shares at the price of the day. The cost is what is left on the table, "
            "what is to be paid back, and the bonus that is earned but unpaid.",
            entries.front().leaving.cost.currency().code()));
        page.add(overview(entries, names));
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (several) {
            page.heading(names[i]);
        }
        EntryWriter(entries[i]).write(page, several ? 3 : 2);
    }
    auto assumed = assumption_lines(view.valuation, papers, names, view.explain);
    for (auto& rate : rates_used(entries)) {
        assumed.push_back(std::move(rate));
    }
    if (std::any_of(entries.begin(), entries.end(),
                    [](const value::LeavingAnswer& entry) { return !entry.leaving.options.empty(); })) {
        assumed.emplace_back("No option has been exercised yet");
    }
    if (!assumed.empty()) {
        page.heading(view.explain ? "Assumed" : "Assumed (`--explain` names the keys)").list(std::move(assumed));
    }
    page.text(not_counted(papers));
    if (view.explain) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            page.heading("Where it comes from" + (several ? ": " + names[i] : "")).add(explanation(entries[i], view));
        }
    }
    return page;
}

}  // namespace offerkit::report
