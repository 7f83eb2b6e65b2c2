#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/leave/facts.hpp>
#include <offerkit/report/leave/leave.hpp>
#include <offerkit/report/leave/months_page.hpp>
#include <offerkit/report/leave/words.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>

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
        page.add(sums());
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

    template <class Of>
    void money_row(Table& table, std::string label, Of of, RowKind kind = RowKind::normal) const {
        const Tone tone = kind == RowKind::total ? Tone::strong : Tone::normal;
        const Money now = of(leaving_);
        std::vector<Cell> cells{Cell(std::move(label), tone), Cell(money_(now), tone)};
        if (entry_.month_later) {
            const Money later = of(*entry_.month_later);
            cells.emplace_back(money_(later), tone);
            cells.push_back(change(later - now));
        }
        table.rows.emplace_back(kind, std::move(cells));
    }

    [[nodiscard]] Cell change(Money by) const {
        const Money zero = Money::zero(by.currency());
        return by.is_zero() ? Cell("same", Tone::dim) : Cell((by > zero ? "+" : "") + money_(by));
    }

    template <class Of>
    void share_row(Table& table, std::string label, Of of) const {
        const Shares now = of(leaving_);
        std::vector<Cell> cells{Cell(std::move(label)), Cell(text_of(now))};
        if (entry_.month_later) {
            const Shares later = of(*entry_.month_later);
            cells.emplace_back(text_of(later));
            cells.push_back(later == now  ? Cell("same", Tone::dim)
                            : later > now ? Cell("+" + text_of(later - now))
                                          : Cell("-" + text_of(now - later)));
        }
        table.row(std::move(cells));
    }

    [[nodiscard]] Table sums() const {
        Table table;
        table.columns = {{"In " + code_ + ", before tax", Align::left, Priority::key},
                         {to_string(leaving_.last_day), Align::decimal}};
        if (entry_.month_later) {
            table.columns.push_back({to_string(entry_.month_later->last_day), Align::decimal});
            table.columns.push_back({"Change", Align::decimal});
        }
        const auto any = [&](auto of) {
            return !of(leaving_).is_zero() || (entry_.month_later && !of(*entry_.month_later).is_zero());
        };
        const auto vested = [](const Leaving& leaving) { return leaving.all.vested; };
        const auto accelerated = [](const Leaving& leaving) { return leaving.all.accelerated; };
        const auto forfeited = [](const Leaving& leaving) { return leaving.all.forfeited; };
        const auto add = [&](const std::string& what, auto holding, bool always) {
            const auto quantity = [&](const Leaving& leaving) { return holding(leaving).quantity; };
            const auto money = [&](const Leaving& leaving) { return holding(leaving).value; };
            if (any(quantity)) {
                share_row(table, what + ", shares", quantity);
            }
            if (always || any(money) || any(quantity)) {
                money_row(table, what + ", worth", money);
            }
        };
        add("Yours", vested, !leaving_.grants.empty());
        add("Yours early, for this reason", accelerated, false);
        if (!table.rows.empty()) {
            table.separator();
        }
        add("Left on the table", forfeited, !leaving_.grants.empty());
        money_row(table, "To pay back", [](const Leaving& leaving) { return leaving.clawback; });
        const auto finished = [](const Leaving& leaving) { return leaving.bonus.finished; };
        if (any(finished)) {
            money_row(table, "Bonus worked for, not paid yet", finished);
        }
        money_row(table, "Cost of leaving", [](const Leaving& leaving) { return leaving.cost; }, RowKind::total);
        add_beside(table, any);
        return table;
    }

    /// What stands beside the cost, and all of it together.
    template <class Any>
    void add_beside(Table& table, Any any) const {
        struct Row {
            std::string_view label;
            Money (*of)(const Leaving&);
        };
        constexpr std::array<Row, 5> rows{{
            {"Bonus of the running year, not in it", [](const Leaving& leaving) { return leaving.bonus.running; }},
            {"Sign-on not paid yet, not in it", [](const Leaving& leaving) { return leaving.unpaid_sign_on; }},
            {"Benefits not vested, not in it", [](const Leaving& leaving) { return leaving.benefits_lost; }},
            {"Severance paid to you", [](const Leaving& leaving) { return -leaving.severance.severance; }},
            {"Unused holidays paid to you", [](const Leaving& leaving) { return -leaving.severance.holidays; }},
        }};
        bool more = false;
        for (const auto& row : rows) {
            if (any(row.of)) {
                money_row(table, std::string(row.label), row.of);
                more = true;
            }
        }
        if (more) {
            money_row(table, "All told", [](const Leaving& leaving) { return leaving.stake; }, RowKind::total);
        }
    }

    [[nodiscard]] Table grants() const {
        const bool accelerated =
            std::any_of(leaving_.grants.begin(), leaving_.grants.end(),
                        [](const GrantLeaving& each) { return !each.split.accelerated.quantity.is_zero(); });
        Table table;
        table.columns = {{"Grant", Align::left, Priority::key}, {"Granted", Align::decimal}, {"Yours", Align::decimal}};
        if (accelerated) {
            table.columns.push_back({"Early", Align::decimal});
        }
        table.columns.push_back({"Forfeited", Align::decimal});
        table.columns.push_back({"of it", Align::right});
        table.columns.push_back({"Worth, " + code_, Align::decimal});
        table.columns.push_back({"Next vest"});
        for (const auto& each : leaving_.grants) {
            const auto& split = each.split;
            std::vector<Cell> cells{each.grant->id, quantity_text(each, each.grant->quantity),
                                    quantity_text(each, split.vested.quantity)};
            if (accelerated) {
                cells.emplace_back(quantity_text(each, split.accelerated.quantity));
            }
            cells.emplace_back(quantity_text(each, split.forfeited.quantity));
            const auto share = share_of(split.forfeited.quantity, each.grant->quantity);
            cells.push_back(share ? Cell(to_percent(*share, 0)) : Cell::not_applicable());
            cells.push_back(each.grant->not_known.any() ? Cell("not known", Tone::dim)
                                                        : Cell(money_(split.forfeited.value)));
            cells.push_back(split.next
                                ? Cell(to_string(split.next->date) + ": " + quantity_text(each, split.next->quantity))
                                : Cell::not_applicable());
            table.row(std::move(cells));
        }
        return table;
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
            table.row({sign_on.name, money_(sign_on.paid), money_(sign_on.owed),
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
            return known ? Cell(money(*known)) : Cell("not known", Tone::dim);
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
            table.row({option.grant->id, text_of(option.exercisable),
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
        table.row({names[i], money(leaving.all.vested.value + leaving.all.accelerated.value),
                   money(leaving.all.forfeited.value), money(leaving.clawback), money(leaving.bonus.finished),
                   Cell(money(leaving.cost), Tone::strong)});
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
        table.row({trace.figure, money(trace.amount),
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
    return "Not counted: " + joined(words) + ".";
}

}  // namespace

Page leave_page(std::span<const value::LeavingAnswer> entries, const LeaveView& view) {
    const auto papers = papers_of(entries);
    const auto names = offer_names(papers);
    Page page;
    const std::string day = to_string(entries.front().leaving.departure.on);
    const bool several = entries.size() > 1;
    page.title("Leaving " + (names.size() <= 3 ? joined(names, "or") : std::to_string(names.size()) + " offers") +
               " on " + day);
    if (several) {
        page.text("All amounts are in " + std::string(entries.front().leaving.cost.currency().code()) +
                  ", before tax, shares at the price of the day. The cost is what is left on the table, what is to be "
                  "paid back, and the bonus that has been worked for and not been paid.");
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
