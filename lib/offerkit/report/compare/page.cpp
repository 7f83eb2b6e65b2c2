#include <offerkit/report/compare/compare.hpp>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/compare/break_even.hpp>
#include <offerkit/report/compare/columns.hpp>
#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/equity_worth.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using diagnostic::formatted;
using quantity::Money;
using timeline::Category;
using value::ValuedOffer;

constexpr Category shown_categories[] = {Category::base,   Category::bonus,    Category::sign_on,
                                         Category::equity, Category::benefits, Category::refreshers};

class PageWriter {
public:
    PageWriter(const Comparison& comparison, const diagnostic::Sources& sources, const choice::Decision* decision,
               const choice::Uncertainty* uncertainty, AfterTaxes taxes)
        : comparison_(comparison),
          sources_(sources),
          decision_(decision),
          uncertainty_(uncertainty),
          taxes_(taxes),
          papers_(papers_of(comparison)),
          names_(offer_names(papers_)),
          columns_(compare_columns(comparison)),
          places_(comparison.offers.size()) {
        std::iota(places_.begin(), places_.end(), std::size_t{0});
        for (const auto& offer : comparison.offers) {
            for (const auto& year : offer.years) {
                money_.see(year.total);
            }
            money_.see(offer.by_certainty.guaranteed);
            money_.see(offer.by_certainty.contingent);
            if (offer.make_whole) {
                money_.see(offer.make_whole->total);
            }
        }
    }

    Page write(bool explain) {
        Page page;
        page.title(formatted("{} over {}",
                             names_.size() <= 3 ? joined(names_) : std::to_string(names_.size()) + " offers",
                             to_string(comparison_.valuation.horizon)));
        page.text(basis());
        if (comparison_.offers.size() > 1) {
            page.text(lead_line(comparison_, names_));
            if (decision_ != nullptr) {
                page.text("`decide` says " + decide_line(comparison_, *decision_));
            }
        }
        for (const auto& line :
             {waiting_line(comparison_, names_), asymmetry_line(comparison_, names_), common_line(comparison_),
              refreshers_line(comparison_, names_), exits_line(comparison_, names_)}) {
            if (!line.empty()) {
                page.text(line);
            }
        }
        page.add(figures());
        add_bands(page, comparison_, names_, uncertainty_);
        if (comparison_.offers.size() > 1) {
            if (Bars bars = mix(); !bars.legend.empty()) {
                page.add(std::move(bars));
            }
        }
        if (Page ties = break_even_part(comparison_, names_); !ties.blocks.empty()) {
            page.heading("Break-even").append(std::move(ties));
        }
        add_exits(page, comparison_, names_, uncertainty_);
        if (uncertainty_ != nullptr) {
            if (const std::string worth = worth_to_you_text(*uncertainty_, names_); !worth.empty()) {
                page.text(worth);
            }
        }
        close_page(page, comparison_.offers, names_, comparison_.valuation, explain,
                   uncertainty_ != nullptr ? price_assumption(*uncertainty_) : "", comparison_.after_tax);
        if (explain) {
            for (std::size_t i = 0; i < comparison_.offers.size(); ++i) {
                page.heading("Where it comes from: " + names_[i])
                    .add(explanation_table(comparison_.offers[i], comparison_.valuation, sources_));
            }
        }
        return page;
    }

private:
    [[nodiscard]] std::string basis() const {
        const auto& words = words_of(comparison_.valuation.by);
        std::string text =
            formatted("All amounts are in {}, {}.", comparison_.currency.code(),
                      comparison_.after_tax ? "what is paid before tax, the definitions after it" : "before tax");
        if (comparison_.offers.size() > 1) {
            text += formatted(" Ranked by `{}`{}: {}{}.", word(words.definition), day(), words.meaning, rates());
            if (!all_taxed(taxes_) && taxed_apart(comparison_)) {
                text += " Places or currencies differ, so tax may change the order.";
            }
        }
        return text;
    }

    /// " on 2026-03-02": the day that the figure is of, where it has one.
    [[nodiscard]] std::string day() const {
        return comparison_.valuation.by == model::Definition::present_value ? " on " + to_string(comparison_.present)
                                                                            : "";
    }

    /// The rates that a discounted figure rests on, wherever they come from.
    [[nodiscard]] std::string rates() const {
        const auto& valuation = comparison_.valuation;
        switch (valuation.by) {
            case model::Definition::present_value:
                return formatted(" ({} a year)", to_percent(valuation.discount_rate));
            case model::Definition::survival_weighted:
                return formatted(" (discount {}, chance of leaving {} a year)", to_percent(valuation.discount_rate),
                                 to_percent(valuation.exit_per_year));
            default: return "";
        }
    }

    void add_line(Table& table, std::string_view name, RowKind kind = RowKind::normal) const {
        table.rows.push_back(columns_.line(name, places_, money_, kind));
    }

    /// A line of words about the papers, where they say something.
    void add_words(Table& table, std::string title, std::string (*words)(const model::Offer&)) const {
        std::vector<Cell> cells{Cell(std::move(title))};
        for (const auto* paper : papers_) {
            const std::string text = words(*paper);
            cells.push_back(text.empty() ? Cell::not_applicable() : Cell(text));
        }
        table.row(std::move(cells));
    }

    [[nodiscard]] bool any_paper(bool (*has)(const model::Offer&)) const {
        return std::any_of(papers_.begin(), papers_.end(), [&](const auto* paper) { return has(*paper); });
    }

    void add_papers(Table& table) const {
        add_line(table, "from");
        if (any_paper([](const model::Offer& offer) {
                return offer.kind != model::OfferKind::offer || offer.evidence != model::Evidence::written;
            })) {
            add_words(table, "Standing", standing_of);
        }
        if (any_paper([](const model::Offer& offer) { return offer.decide_by.has_value(); })) {
            add_words(table, "Decide by", [](const model::Offer& offer) {
                return offer.decide_by ? to_string(offer.decide_by->value) : std::string();
            });
        }
    }

    void add_years(Table& table) const {
        table.heading(comparison_.after_tax ? "Paid, before tax" : "Paid");
        for (int k = 1; k <= most_years(comparison_); ++k) {
            add_line(table, year_key(k));
        }
        add_line(table, "total", RowKind::total);
        if (!comparison_.valuation.count_refreshers &&
            any_offer(comparison_, [](const ValuedOffer& offer) { return !offer.refreshers.empty(); })) {
            add_line(table, "Refreshers (not included)");
        }
        if (comparison_.offers.size() > 1 &&
            any_offer(comparison_, [](const ValuedOffer& offer) { return offer.make_whole.has_value(); })) {
            add_line(table, "make_whole");
        }
    }

    void add_certainty(Table& table) const {
        table.heading("How sure the total is");
        for (const auto* part : {"certainty_guaranteed", "certainty_contingent", "certainty_uncertain"}) {
            add_line(table, part);
        }
    }

    void add_definitions(Table& table) const {
        table.heading(comparison_.after_tax ? "What stays of total compensation after tax"
                                            : "What people call total compensation");
        for (const auto& words : definition_words()) {
            add_line(table, definition_key(words.definition));
        }
    }

    void add_ranking(Table& table) const {
        if (comparison_.offers.size() < 2) {
            return;
        }
        table.separator();
        add_line(table, "rank");
        add_line(table, "difference_to_best");
        auto& cells = table.rows.back().cells;
        for (const std::size_t i : places_) {
            Cell& cell = cells[i + 1];
            if (cell.value.is_zero()) {
                cell = Cell("best", Tone::good);
            } else {
                cell.text = money_(money_.difference(comparison_.figure(i), comparison_.figure(comparison_.best())));
            }
        }
    }

    /// What stays a year, where the places of all offers are known.
    void add_after_tax(Table& table) const {
        if (!all_taxed(taxes_)) {
            return;
        }
        const auto average = [&](std::size_t i) { return taxes_[i]->definitions.average; };
        std::vector<Cell> amounts{Cell("After tax, average")};
        std::vector<Cell> ranks{Cell("Rank after tax")};
        for (const std::size_t i : places_) {
            const auto better = std::count_if(taxes_.begin(), taxes_.end(), [&](const auto& other) {
                return other->definitions.average > average(i);
            });
            amounts.emplace_back(to_grouped(average(i), true));
            ranks.emplace_back(std::to_string(better + 1), better == 0 ? Tone::good : Tone::normal);
        }
        table.separator();
        table.row(std::move(amounts));
        if (places_.size() > 1) {
            table.row(std::move(ranks));
        }
    }

    [[nodiscard]] Table figures() const {
        Table table;
        table.columns.push_back({"", Align::left, Priority::key});
        for (const auto& name : names_) {
            table.columns.push_back({name, Align::right});
        }
        add_papers(table);
        add_years(table);
        add_certainty(table);
        add_definitions(table);
        add_ranking(table);
        add_after_tax(table);
        return table;
    }

    [[nodiscard]] Bars mix() const {
        Bars bars;
        bars.caption = "What the total is made of";
        std::vector<Category> used;
        for (const Category category : shown_categories) {
            const bool counted = category != Category::refreshers || comparison_.valuation.count_refreshers;
            const bool any = std::any_of(comparison_.offers.begin(), comparison_.offers.end(), [&](const auto& offer) {
                return !value::total_of(offer, category).is_zero();
            });
            if (counted && any) {
                used.push_back(category);
                bars.legend.push_back(uncapitalised(std::string(words_of(category).name)));
            }
        }
        for (std::size_t i = 0; i < comparison_.offers.size(); ++i) {
            const auto& offer = comparison_.offers[i];
            Bar bar{names_[i], {}, to_grouped(offer.total, true)};
            for (const auto category : used) {
                bar.segments.push_back(static_cast<double>(value::total_of(offer, category).minor()));
            }
            bars.bars.push_back(std::move(bar));
        }
        return bars;
    }

    const Comparison& comparison_;
    const diagnostic::Sources& sources_;
    const choice::Decision* decision_;
    const choice::Uncertainty* uncertainty_;
    AfterTaxes taxes_;
    std::vector<const model::Offer*> papers_;
    std::vector<std::string> names_;
    MoneyStyle money_;
    Columns<std::size_t> columns_;     ///< of the offers at these places
    std::vector<std::size_t> places_;  ///< all of them
};

}  // namespace

Page compare_page(const Comparison& comparison, bool explain, const diagnostic::Sources& sources,
                  const choice::Decision* decision, const choice::Uncertainty* uncertainty, AfterTaxes taxes) {
    return PageWriter(comparison, sources, decision, uncertainty, taxes).write(explain);
}

}  // namespace offerkit::report
