#include <algorithm>
#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/household.hpp>
#include <offerkit/report/tax/amounts.hpp>
#include <offerkit/report/tax/tax.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {

namespace {

using choice::TaxYear;
using namespace detail;
using quantity::Money;

class TaxPage {
public:
    explicit TaxPage(const TaxView& view) : view_{view} {}

    Page run() {
        Page page;
        page.title(title());
        page.add(figures());
        std::string same;
        for (const auto& each : view_.equivalents) {
            same += diagnostic::formatted(
                "{}{} at a base of {}",
                same.empty() ? diagnostic::formatted("To leave as much as {}: ", company(each.as)) : ", ",
                company(each.offer), about(each.base));
        }
        if (!same.empty()) {
            page.text(same + ".");
        }
        withholding(page);
        std::vector<std::string> said;
        for (const auto& offer : view_.offers) {
            for (const auto& remark : offer.warnings) {
                add_once(said, sentence_of(remark));
            }
        }
        page.list(std::move(said));
        for (const auto& offer : view_.offers) {
            years(page, offer);
        }
        page.heading("Assumed").list(assumed());
        footer(page);
        if (view_.explain) {
            for (const auto& offer : view_.offers) {
                explain(page, offer);
            }
        }
        return page;
    }

private:
    [[nodiscard]] const std::string& company(std::size_t i) const {
        return view_.offers[i].after.offer->offer->company;
    }

    [[nodiscard]] const TaxYear& first(std::size_t i) const { return view_.offers[i].after.years.front(); }

    [[nodiscard]] std::string title() const {
        const auto& one = view_.offers.front();
        const std::string what =
            view_.offers.size() == 1
                ? diagnostic::formatted("{} in {}", one.after.offer->offer->company, one.after.law->place.header.name)
                : std::to_string(view_.offers.size()) + " offers after tax";
        const std::string in = in_one_currency(view_) ? std::string{one.after.law->currency().code()} + ", " : "";
        return diagnostic::formatted("{}, {}first year, {}, tax year {}", what, in, word(one.after.household.status),
                                     std::to_string(first(0).plan->question().year));
    }

    template <class CellOf>
    void row(Table& table, std::string name, CellOf cell) const {
        std::vector<Cell> cells{Cell(std::move(name))};
        for (std::size_t i = 0; i < view_.offers.size(); ++i) {
            cells.push_back(cell(i));
        }
        table.row(std::move(cells));
    }

    template <class MoneyOf>
    [[nodiscard]] bool any(MoneyOf money) const {
        for (std::size_t i = 0; i < view_.offers.size(); ++i) {
            if (!money(i).is_zero()) {
                return true;
            }
        }
        return false;
    }

    template <class MoneyOf>
    void taken_row(Table& table, std::string name, MoneyOf money) const {
        if (any(money)) {
            row(table, std::move(name), [&](std::size_t i) { return Cell(taken(money(i))); });
        }
    }

    [[nodiscard]] Table figures() const {
        Table table;
        table.columns.push_back({"", Align::left, Priority::key});
        for (const auto& offer : view_.offers) {
            table.columns.push_back({offer.after.offer->offer->company, Align::right});
        }
        row(table, "Place", [&](std::size_t i) { return Cell(view_.offers[i].after.law->place.header.id); });
        if (!in_one_currency(view_)) {
            row(table, "Currency",
                [&](std::size_t i) { return Cell(std::string{view_.offers[i].after.law->currency().code()}); });
        }
        row(table, "Pay", [&](std::size_t i) { return Cell(whole(first(i).counted())); });
        taken_row(table, "Into the retirement plan", [&](std::size_t i) { return first(i).taxes.deferral; });
        taken_row(table, "Benefits before tax", [&](std::size_t i) { return first(i).taxes.pretax_benefits; });
        for (const TaxGroup& group : tax_groups()) {
            taken_row(table, std::string{group.name}, [&](std::size_t i) { return sum_of(first(i), group); });
        }
        std::vector<Cell> home{Cell("Yours a year")};
        for (std::size_t i = 0; i < view_.offers.size(); ++i) {
            home.emplace_back(whole(first(i).take_home), Tone::strong);
        }
        table.total(std::move(home));
        row(table, "Taken on average",
            [&](std::size_t i) { return Cell(percent_of(first(i).taxes.employee, first(i).counted())); });
        const auto thousand = [&](std::size_t i) { return thousand_of(view_.offers[i].after.law->currency()); };
        row(table, "Taken of the next 1,000",
            [&](std::size_t i) { return Cell(percent_of(first(i).next_of_cash, thousand(i))); });
        if (any([&](std::size_t i) { return first(i).next_of_equity - first(i).next_of_cash; })) {
            row(table, "The same of vests",
                [&](std::size_t i) { return Cell(percent_of(first(i).next_of_equity, thousand(i))); });
        }
        const bool living = std::any_of(view_.offers.begin(), view_.offers.end(),
                                        [](const auto& offer) { return offer.living.has_value(); });
        if (living) {
            row(table, "Living as now", [&](std::size_t i) {
                const auto& one = view_.offers[i].living;
                return one ? Cell(taken(one->all())) : Cell::not_applicable();
            });
            row(table, "Left over", [&](std::size_t i) {
                const auto& one = view_.offers[i].living;
                return one ? Cell(whole(shown_difference(first(i).take_home, one->all())), Tone::strong)
                           : Cell::not_applicable();
            });
        }
        return table;
    }

    void withholding(Page& page) const {
        std::string text;
        for (const auto& offer : view_.offers) {
            const TaxYear& year = offer.after.years.front();
            if (const Money due = due_beyond_withheld(year); !due.is_zero()) {
                text += diagnostic::formatted(
                    "{}{} {} and {}, so set {} aside", text.empty() ? "Withheld of vests, and their tax: " : "; ",
                    offer.after.offer->offer->company, percent_of(year.taxes.withheld, year.pay.equity),
                    percent_of(year.equity_costs, year.pay.equity), whole(due));
            }
        }
        if (!text.empty()) {
            page.text(text + ".");
        }
    }

    /// Each year of an offer, with the table that it is taxed by.
    static void years(Page& page, const TaxedOffer& offer) {
        page.heading(offer.after.offer->offer->company + ", year by year");
        Table table;
        table.columns = {{"Year", Align::right, Priority::key},
                         {"Tax year", Align::right},
                         {"Table", Align::left},
                         {"Pay", Align::right},
                         {"Taken", Align::right},
                         {"Yours", Align::right},
                         {"Next 1,000", Align::right},
                         {"Of vests", Align::right}};
        for (const TaxYear& year : offer.after.years) {
            const Money thousand = thousand_of(year.after_tax.currency());
            table.row({Cell(std::to_string(year.year)), Cell(std::to_string(year.plan->question().year)),
                       Cell(std::to_string(year.table_year) + ", " + std::string{word(year.standing)}),
                       Cell(whole(year.counted())), Cell(taken(year.taxes.employee)),
                       Cell(whole(year.take_home), Tone::strong), Cell(percent_of(year.next_of_cash, thousand)),
                       Cell(percent_of(year.next_of_equity, thousand))});
        }
        page.add(std::move(table));
    }

    /// What the taxes rest on that no file says.
    [[nodiscard]] std::vector<std::string> assumed() const {
        std::vector<std::string> all{
            "Each year of an offer is taxed as a whole tax year, by the table of the tax year in which its middle "
            "lies."};
        const model::Household* household = view_.household;
        const auto unless = [&](bool stated, std::string text) {
            if (!stated) {
                all.push_back(std::move(text));
            }
        };
        unless(household != nullptr && household->status, "You file as a single person (`household.status`).");
        unless(household != nullptr && household->deduction,
               "The better of the standard deduction and of state and local tax is taken (`household.deduction`).");
        unless(household != nullptr && (household->deferral || household->most_deferral),
               "Nothing goes into a retirement plan before tax (`household.deferral`).");
        const auto index = household != nullptr && household->index ? household->index->value : choice::usual_index();
        unless(
            household != nullptr && household->index,
            diagnostic::formatted(
                "Numbers that the law raises with prices rise by {} a year after the last table (`household.index`).",
                quantity::to_percent(index)));
        return all;
    }

    void footer(Page& page) const {
        const auto forms = forms_of(view_, false);
        const auto projected = forms_of(view_, true);
        const auto row_of = [](const std::vector<std::string>& names) {
            std::string text;
            for (const auto& name : names) {
                text += (text.empty() ? "" : ", ") + name;
            }
            return text;
        };
        std::string note = diagnostic::formatted(
            "Forms: {}{}. `offerkit profiles show {}` prints one. Nothing here is advice.", row_of(forms),
            projected.empty() ? "" : "; projected: " + row_of(projected), forms.front());
        std::vector<std::string> lines;
        for (const auto& offer : view_.offers) {
            for (const auto& remark : offer.left_out) {
                if (remark.topic != choice::TaxTopic::form_note) {
                    add_once(lines, sentence_of(remark));
                }
            }
        }
        for (const auto& line : lines) {
            note += " " + line;
        }
        page.note(std::move(note));
    }

    static void explain(Page& page, const TaxedOffer& offer) {
        const TaxYear& year = offer.after.years.front();
        page.heading(offer.after.offer->offer->company + ", line by line");
        Table table;
        table.columns = {{"Form", Align::left},
                         {"Line", Align::left, Priority::key},
                         {"Amount", Align::decimal},
                         {"Counts as", Align::left},
                         {"Source", Align::left, Priority::extra}};
        for (const auto& line : year.taxes.lines) {
            const auto amount = quantity::to_money(line.value, year.after_tax.currency());
            table.row({Cell(line.form->name()), Cell(line.line->label.empty() ? line.line->id : line.line->label),
                       amount ? Cell(to_grouped(*amount)) : Cell::not_applicable(),
                       line.line->is ? Cell(std::string{word(*line.line->is)}) : Cell::blank(),
                       Cell(line.line->source)});
        }
        page.add(std::move(table));
    }

    const TaxView& view_;
};

}  // namespace

Page tax_page(const TaxView& view) { return TaxPage{view}.run(); }

}  // namespace offerkit::report
