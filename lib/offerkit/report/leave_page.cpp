#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/amounts.hpp>
#include <offerkit/report/grant_words.hpp>
#include <offerkit/report/leave_facts.hpp>
#include <offerkit/report/leave_months_page.hpp>
#include <offerkit/report/leave_report.hpp>
#include <offerkit/report/notes.hpp>
#include <offerkit/report/offer_names.hpp>
#include <offerkit/report/wording.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;
using value::GrantLeaving;
using value::Leaving;
using value::LeavingTime;

bool is_cash(const GrantLeaving& each) { return each.grant->instrument == model::Instrument::cash; }

/// Shares, or the money of a cash grant in its own currency.
std::string quantity_text(const GrantLeaving& each, Shares quantity) {
    return is_cash(each) ? with_currency(Money{quantity.whole(), each.grant->currency}) : text_of(quantity);
}
std::string counted_text(const GrantLeaving& each, Shares quantity) {
    return is_cash(each) ? with_currency(Money{quantity.whole(), each.grant->currency}) : counted(quantity);
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

    /// The answer in a few sentences.
    [[nodiscard]] std::string verdict() const {
        std::string text;
        if (leaving_.time == LeavingTime::before_start) {
            text = "Nothing has happened by then: the first day is " + to_string(leaving_.offer->start.value) +
                   ". Nothing is yours yet, and all that is promised would be lost. ";
        } else if (leaving_.time == LeavingTime::after_end) {
            text = "The papers end on " + to_string(leaving_.last_day) +
                   ": nothing changes after it, so everything is told as of that last day. ";
        }
        text += std::string(reason_phrase(leaving_.departure.reason));
        if (leaving_.cost.is_zero()) {
            return text + " costs nothing: " +
                   (leaving_.grants.empty()                     ? "there are no grants"
                    : leaving_.all.forfeited.quantity.is_zero() ? "nothing is left unvested"
                                                                : "what you leave behind is worth nothing at the "
                                                                  "price assumed") +
                   ", and nothing is to be paid back." + bonus_text() + waiting_text();
        }
        text += " costs " + about(leaving_.cost) + ": ";
        std::vector<std::string> parts;
        if (!leaving_.all.forfeited.value.is_zero()) {
            parts.push_back("you leave " + about(leaving_.all.forfeited.value) + " on the table");
        }
        if (!leaving_.clawback.is_zero()) {
            parts.push_back("you pay " + about(leaving_.clawback) + " back");
        }
        return text + joined(parts) + "." + bonus_text() + waiting_text();
    }

    void write(Page& page, int level) const {
        page.text(verdict());
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
        auto lines = beside();
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
              leaving.bonus_lost, leaving.unpaid_sign_on, leaving.benefits_lost}) {
            money_.see(amount);
        }
    }

    [[nodiscard]] std::string bonus_text() const {
        return leaving_.bonus_lost.is_zero() ? ""
                                             : " A bonus of " + about(leaving_.bonus_lost) +
                                                   " that you have worked for and not been paid is lost as well.";
    }

    /// What waiting changes, where the day is a choice: nobody waits for a death or an illness.
    [[nodiscard]] std::string waiting_text() const {
        std::string text;
        const auto reason = leaving_.departure.reason;
        const bool chosen = reason != model::LeavingReason::death && reason != model::LeavingReason::disability;
        if (entry_.month_later && chosen) {
            const auto& later = *entry_.month_later;
            const Money less = leaving_.cost - later.cost;
            const Money zero = Money::zero(less.currency());
            text = " Waiting a month, to " + to_string(later.departure.on) + ", ";
            text += less > zero   ? "makes it " + about(less) + " cheaper."
                    : less < zero ? "makes it " + about(-less) + " dearer."
                                  : "does not change that.";
        }
        if (leaving_.all.next) {
            const auto& next = *leaving_.all.next;
            text += " The next vest is on " + to_string(next.date) + ": " +
                    (next.quantity.is_zero() ? "" : counted(next.quantity) + ", worth ") + about(next.value) + ".";
        }
        return text;
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
        table.separator();
        add("Left on the table", forfeited, true);
        money_row(table, "To pay back", [](const Leaving& leaving) { return leaving.clawback; });
        money_row(table, "Cost of leaving", [](const Leaving& leaving) { return leaving.cost; }, RowKind::total);
        const auto bonus = [](const Leaving& leaving) { return leaving.bonus_lost; };
        const auto unpaid = [](const Leaving& leaving) { return leaving.unpaid_sign_on; };
        const auto benefits = [](const Leaving& leaving) { return leaving.benefits_lost; };
        if (any(bonus)) {
            money_row(table, "Bonus lost, not in it", bonus);
        }
        if (any(unpaid)) {
            money_row(table, "Sign-on not paid yet, not in it", unpaid);
        }
        if (any(benefits)) {
            money_row(table, "Benefits not vested, not in it", benefits);
        }
        return table;
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
            cells.emplace_back(money_(split.forfeited.value));
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
            money.see(option.cost);
            money.see(option.value);
        }
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
                       bought ? Cell(money(option.cost)) : Cell("nothing", Tone::dim),
                       option.under_water.value_or(false) ? Cell("under water", Tone::bad) : Cell(money(option.value)),
                       std::move(by)});
        }
        return table;
    }

    [[nodiscard]] std::vector<std::string> beside() const {
        std::vector<std::string> lines;
        add_private_line(lines);
        for (const auto& each : leaving_.grants) {
            add_grant_lines(each, lines);
        }
        for (const auto& option : leaving_.options) {
            add_option_lines(option, lines);
        }
        if (!leaving_.bonus.finished.is_zero() && !leaving_.bonus.running.is_zero()) {
            lines.push_back("Of the bonus lost, " + about(leaving_.bonus.finished) +
                            " is of finished years and not paid yet, " + about(leaving_.bonus.running) +
                            " of the running year");
        }
        if (!leaving_.unpaid_sign_on.is_zero()) {
            lines.push_back(about(leaving_.unpaid_sign_on) +
                            " of sign-on was promised for later days and stops; no figure above counts it");
        }
        if (const auto day = notice_day(leaving_)) {
            lines.push_back("Notice is " + to_string(*leaving_.offer->leaving->notice) + ": to leave on " +
                            to_string(leaving_.last_day) + ", give it by " + to_string(*day));
        }
        if (leaving_.offer->leaving && leaving_.offer->leaving->non_compete) {
            const auto& terms = *leaving_.offer->leaving;
            const auto end = terms.non_compete->after(leaving_.last_day);
            lines.push_back(
                "The papers forbid competing for " + to_string(*terms.non_compete) + ", until " + to_string(end) +
                (terms.non_compete_pay.is_zero() ? ", unpaid"
                                                 : ", at " + to_percent(terms.non_compete_pay) + " of pay"));
        }
        return lines;
    }

    /// That shares of a private company are valued by an appraisal, not by a market.
    void add_private_line(std::vector<std::string>& lines) const {
        const auto& stock = leaving_.offer->stock;
        if (!stock || stock->kind != model::StockKind::private_company ||
            std::all_of(leaving_.grants.begin(), leaving_.grants.end(), is_cash)) {
            return;
        }
        lines.push_back("The company is private: its shares are counted at the fair value of common" +
                        lowered_by(*stock) + ", and nobody may be there to buy them");
    }

    void add_grant_lines(const GrantLeaving& each, std::vector<std::string>& lines) const {
        const auto& split = each.split;
        const std::string of = " of `" + each.grant->id + "`";
        const auto events = [&] {
            std::vector<std::string> words;
            for (const auto& id : each.grant->events) {
                words.push_back("`" + id + "`");
            }
            // What is looked back from comes with its event, after the last day employed.
            for (const auto& acceleration : each.grant->accelerations) {
                if (acceleration.terms.before && acceleration.event_date &&
                    *acceleration.event_date > leaving_.last_day) {
                    words.push_back("`" + acceleration.terms.event + "` on " + to_string(*acceleration.event_date));
                }
            }
            return joined(words, "or");
        };
        if (each.grant->not_known.any()) {
            lines.push_back(capitalised(not_known_note(*each.grant)));
        }
        if (!split.waiting.quantity.is_zero()) {
            lines.push_back(counted_text(each, split.waiting.quantity) + of + " stay yours and still wait for " +
                            events() + "; worth " + about(split.waiting.value) + " at the price of the day");
        }
        if (!split.gated.quantity.is_zero()) {
            lines.push_back("Of what is left on the table, " + counted_text(each, split.gated.quantity) + of +
                            " would have had to wait for " + events() + undated(each.grant->events.size()) +
                            "; they are " + about(split.gated.value) + " of the cost");
        }
        if (!split.never.is_zero()) {
            lines.push_back(counted_text(each, split.never) + of +
                            " could never vest, whoever stays: counted as forfeited, worth nothing");
        }
        if (each.paper != nullptr && each.paper->early_exercise) {
            lines.push_back("`" + each.grant->id +
                            "` allows early exercise: what you bought and has not vested, the company can buy back, "
                            "usually at what you paid");
        }
        const bool taken =
            each.paper != nullptr && std::find(each.paper->forfeits_vested.begin(), each.paper->forfeits_vested.end(),
                                               leaving_.departure.reason) != each.paper->forfeits_vested.end();
        if (taken) {
            lines.push_back("`" + each.grant->id + "` takes even vested shares when the reason is `" +
                            std::string(reason_word(leaving_.departure.reason)) + "`");
        }
    }

    void add_option_lines(const value::OptionLeaving& option, std::vector<std::string>& lines) const {
        const std::string name = "`" + option.grant->id + "`";
        if (option.exercisable.is_zero()) {
            return;
        }
        if (option.window.cut_by_expiry) {
            lines.push_back(name + ": the plan's window of " + to_string(*option.window.period) +
                            " would run longer, but the options expire on " + to_string(*option.window.expiry));
        }
        if (!option.window.period) {
            lines.push_back(
                name + ": the papers do not say how long options last after leaving" +
                (option.window.expiry ? "; by themselves they expire on " + to_string(*option.window.expiry) : "") +
                ". Ask; many plans give no more than 90 days");
        }
        if (const auto day = iso_deadline(leaving_, option)) {
            lines.push_back(name + ": in the United States, options exercised after " + to_string(*day) +
                            " are no longer taxed as incentive stock options, whatever the plan's window (" +
                            (leaving_.departure.reason == model::LeavingReason::disability
                                 ? "a year after employment for the disabled, Internal Revenue Code 422(c)(6))"
                                 : "three months after employment, Internal Revenue Code 422(a)(2))"));
        }
    }

    const value::LeavingAnswer& entry_;
    const Leaving& leaving_;
    std::string code_;
    MoneyStyle money_;
};

/// Several offers: the figures side by side before each by itself.
Table overview(std::span<const value::LeavingAnswer> entries, const std::vector<std::string>& names) {
    Table table;
    table.columns = {{"", Align::left, Priority::key}, {"Yours", Align::decimal}, {"On the table", Align::decimal},
                     {"To pay back", Align::decimal},  {"Cost", Align::decimal},  {"Bonus lost", Align::decimal}};
    MoneyStyle money;
    for (const auto& entry : entries) {
        const auto& leaving = entry.leaving;
        for (const Money amount : {leaving.all.vested.value, leaving.all.accelerated.value, leaving.all.forfeited.value,
                                   leaving.clawback, leaving.bonus_lost}) {
            money.see(amount);
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& leaving = entries[i].leaving;
        table.row({names[i], money(leaving.all.vested.value + leaving.all.accelerated.value),
                   money(leaving.all.forfeited.value), money(leaving.clawback), Cell(money(leaving.cost), Tone::strong),
                   money(leaving.bonus_lost)});
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
                  ", before tax, shares at the price of the day. The cost is what is left on the table and what is to "
                  "be paid back.");
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
    page.text("Not counted: tax, unused holidays, severance, and whatever the files do not say.");
    if (view.explain) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            page.heading("Where it comes from" + (several ? ": " + names[i] : "")).add(explanation(entries[i], view));
        }
    }
    return page;
}

}  // namespace offerkit::report
