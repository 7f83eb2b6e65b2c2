#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include <offerkit/report/tax/tax.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {

namespace {

using choice::TaxYear;
using quantity::Money;
using C = tax::Component;

std::string whole(Money amount) { return to_grouped(amount, true); }
std::string taken(Money amount) { return amount.is_zero() ? "0" : whole(-amount); }

std::string percent_of(Money part, Money all) {
    const auto ratio = all.is_zero() ? std::nullopt : quantity::Fraction::of(part.minor(), all.minor());
    return ratio ? quantity::to_percent(*ratio, 0) : "–";
}

struct Group {
    std::string name;
    std::vector<C> components;
};

const std::array<Group, 4>& groups() {
    static const std::array<Group, 4> all{
        {{"Income tax", {C::income_tax, C::amt, C::niit}},
         {"State and city tax", {C::state_income_tax, C::local_income_tax}},
         {"Social security, Medicare", {C::social_security, C::medicare, C::additional_medicare}},
         {"Other contributions", {C::social}}}};
    return all;
}

Money sum_of(const TaxYear& year, const Group& group) {
    Money sum = Money::zero(year.after_tax.currency());
    for (const C component : group.components) {
        sum += year.taxes.components[static_cast<std::size_t>(component)];
    }
    return sum;
}

class TaxPage {
public:
    explicit TaxPage(const TaxView& view) : view_{view} {}

    Page run() {
        Page page;
        page.title(title());
        page.add(figures());
        std::string same;
        for (const auto& each : view_.equivalents) {
            same += (same.empty() ? "To leave as much as " + company(each.as) + ": " : ", ") + company(each.offer) +
                    " at a base of " + about(each.base);
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
        footer(page);
        if (view_.explain) {
            for (const auto& offer : view_.offers) {
                explain(page, offer);
            }
        }
        return page;
    }

private:
    static void add_once(std::vector<std::string>& said, std::string sentence) {
        if (std::find(said.begin(), said.end(), sentence) == said.end()) {
            said.push_back(std::move(sentence));
        }
    }

    [[nodiscard]] const std::string& company(std::size_t i) const {
        return view_.offers[i].after.offer->offer->company;
    }

    [[nodiscard]] const TaxYear& first(std::size_t i) const { return view_.offers[i].after.years.front(); }

    [[nodiscard]] std::string title() const {
        const auto& one = view_.offers.front();
        const std::string what = view_.offers.size() == 1
                                     ? one.after.offer->offer->company + " in " + one.after.law->place.header.name
                                     : std::to_string(view_.offers.size()) + " offers after tax";
        const std::string in = one_currency() ? std::string{one.after.law->currency().code()} + ", " : "";
        return what + ", " + in + "first year, " + std::string{word(one.after.household.status)} + ", tax year " +
               std::to_string(first(0).plan->question().year);
    }

    [[nodiscard]] bool one_currency() const {
        return std::all_of(view_.offers.begin(), view_.offers.end(), [&](const auto& offer) {
            return offer.after.law->currency() == view_.offers.front().after.law->currency();
        });
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
        if (!one_currency()) {
            row(table, "Currency",
                [&](std::size_t i) { return Cell(std::string{view_.offers[i].after.law->currency().code()}); });
        }
        row(table, "Pay", [&](std::size_t i) { return Cell(whole(first(i).counted())); });
        taken_row(table, "Into the retirement plan", [&](std::size_t i) { return first(i).taxes.deferral; });
        taken_row(table, "Benefits before tax", [&](std::size_t i) { return first(i).taxes.pretax_benefits; });
        for (const Group& group : groups()) {
            taken_row(table, group.name, [&](std::size_t i) { return sum_of(first(i), group); });
        }
        std::vector<Cell> home{Cell("Yours a year")};
        for (std::size_t i = 0; i < view_.offers.size(); ++i) {
            home.emplace_back(whole(first(i).take_home), Tone::strong);
        }
        table.total(std::move(home));
        row(table, "Taken on average",
            [&](std::size_t i) { return Cell(percent_of(first(i).taxes.employee, first(i).counted())); });
        const auto thousand = [&](std::size_t i) {
            const auto currency = view_.offers[i].after.law->currency();
            return Money{1'000 * currency.minor_per_major(), currency};
        };
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
                return one ? Cell(whole(first(i).take_home - one->all()), Tone::strong) : Cell::not_applicable();
            });
        }
        return table;
    }

    void withholding(Page& page) const {
        std::string text;
        for (const auto& offer : view_.offers) {
            const TaxYear& year = offer.after.years.front();
            if (year.pay.equity.is_zero() || year.taxes.withheld.is_zero() ||
                year.equity_costs <= year.taxes.withheld) {
                continue;
            }
            text += (text.empty() ? "Withheld of vests, and their cost: " : "; ") + offer.after.offer->offer->company +
                    " " + percent_of(year.taxes.withheld, year.pay.equity) + " and " +
                    percent_of(year.equity_costs, year.pay.equity) + ", put by " +
                    whole(year.equity_costs - year.taxes.withheld);
        }
        if (!text.empty()) {
            page.text(text + ".");
        }
    }

    void footer(Page& page) const {
        std::vector<std::string> lines;
        std::set<std::string> forms;
        std::string projected;
        for (const auto& offer : view_.offers) {
            for (const auto& use : offer.after.years.front().plan->uses()) {
                if (forms.insert(use.name).second && use.standing == tax::Standing::projected) {
                    projected += (projected.empty() ? "" : ", ") + use.name;
                }
            }
        }
        std::string names;
        for (const auto& name : forms) {
            names += (names.empty() ? "" : ", ") + name;
        }
        std::string note = "Forms: " + names + (projected.empty() ? "" : "; projected: " + projected) +
                           ". `offerkit profiles show " + *forms.begin() + "` prints one. Nothing here is advice.";
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
