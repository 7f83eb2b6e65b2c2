#include <offerkit/report/compare/compare.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
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

using choice::BreakEven;
using choice::Comparison;
using quantity::Money;
using timeline::Category;
using value::ValuedOffer;

constexpr std::pair<Category, std::string_view> shown_categories[] = {
    {Category::base, "base"},     {Category::bonus, "bonus"},       {Category::sign_on, "sign-on"},
    {Category::equity, "equity"}, {Category::benefits, "benefits"}, {Category::refreshers, "refreshers"},
};
/// Marks a price that is reached after the shares have been counted.
constexpr std::string_view counted_mark = " [1]";

/// "2,000 shares at 200.00": those that are counted at the stated price.
std::string counted_shares(const ValuedOffer& offer) {
    quantity::Shares shares;
    for (const auto& grant : offer.grants) {
        if (grant.instrument != model::Instrument::cash && value::counted_at_stock_price(grant)) {
            shares += grant.quantity;
        }
    }
    return counted(shares) + " at " + to_grouped(offer.offer->stock->price.value);
}

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
        const std::string over = " over " + to_string(comparison_.valuation.horizon);
        page.title((names_.size() <= 3 ? joined(names_) : std::to_string(names_.size()) + " offers") + over);
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
        if (const Table stocks = break_even(); !stocks.rows.empty() || !other_ties().empty()) {
            page.heading("Break-even");
            if (!stocks.rows.empty()) {
                page.add(stocks);
            }
            if (auto others = other_ties(); !others.empty()) {
                page.list(std::move(others));
            }
            if (const std::string counted = counted_first(); !counted.empty()) {
                page.text(counted);
            }
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
        std::string text = diagnostic::formatted(
            "All amounts are in {}, {}.", comparison_.currency.code(),
            comparison_.after_tax ? "what is paid before tax, the definitions after it" : "before tax");
        if (comparison_.offers.size() > 1) {
            text += diagnostic::formatted(" Ranked by `{}`{}: {}{}.", word(words.definition), day(), words.meaning,
                                          rates());
            if (!all_taxed(taxes_) && taxed_apart(comparison_)) {
                text += " The offers are of different places or currencies: tax may turn this ranking round.";
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
                return diagnostic::formatted(" ({} a year)", to_percent(valuation.discount_rate));
            case model::Definition::survival_weighted:
                return diagnostic::formatted(" (discount {}, chance of leaving {} a year)",
                                             to_percent(valuation.discount_rate), to_percent(valuation.exit_per_year));
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

    [[nodiscard]] bool any_offer(bool (*has)(const ValuedOffer&)) const {
        return std::any_of(comparison_.offers.begin(), comparison_.offers.end(), has);
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
            any_offer([](const ValuedOffer& offer) { return !offer.refreshers.empty(); })) {
            add_line(table, "Refreshers (not included)");
        }
        if (comparison_.offers.size() > 1 &&
            any_offer([](const ValuedOffer& offer) { return offer.make_whole.has_value(); })) {
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
        for (auto& cell : table.rows.back().cells) {
            if (cell.value.is_zero()) {
                cell = Cell("best", Tone::good);
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
        for (const auto& [category, name] : shown_categories) {
            const bool counted = category != Category::refreshers || comparison_.valuation.count_refreshers;
            const bool any = std::any_of(
                comparison_.offers.begin(), comparison_.offers.end(),
                [&, &which = category](const auto& offer) { return !value::total_of(offer, which).is_zero(); });
            if (counted && any) {
                used.push_back(category);
                bars.legend.emplace_back(name);
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

    [[nodiscard]] static bool is_marked(const BreakEven& tie) {
        return tie.shares_follow_price && tie.price_after_counting.has_value();
    }

    [[nodiscard]] std::string tie_price(const BreakEven& tie) const {
        return tie_price_text(is_marked(tie) ? *tie.price_after_counting : *tie.price) +
               (is_marked(tie) ? std::string(counted_mark) : "");
    }

    /// What the mark in the table means, and the shares it is about; empty where nothing is marked.
    [[nodiscard]] std::string counted_first() const {
        std::vector<std::size_t> marked;
        for (const auto& tie : comparison_.break_even) {
            if (is_marked(tie)) {
                marked.push_back(tie.offer);
            }
        }
        if (marked.empty()) {
            return {};
        }
        std::string shares;
        for (const auto i : marked) {
            shares += (shares.empty() ? "" : "; ") + (marked.size() > 1 ? names_[i] + " " : "") +
                      counted_shares(comparison_.offers[i]);
        }
        return diagnostic::formatted(
            "{} The grant is quoted in money and becomes shares at the share price, so this price is one reached after "
            "the shares have been counted at the stated price ({}).",
            counted_mark.substr(1), shares);
    }

    /// The ties that no stock price makes, a line an offer.
    [[nodiscard]] std::vector<std::string> other_ties() const {
        std::vector<std::string> lines;
        for (const auto& tie : comparison_.break_even) {
            std::vector<std::string> ways;
            if (tie.chance) {
                ways.push_back(
                    diagnostic::formatted("a chance of {} that what waits comes", to_percent(*tie.chance, 1)));
            }
            if (tie.payout) {
                ways.push_back("a bonus payout of " + to_percent(*tie.payout, 1));
            }
            if (!ways.empty()) {
                lines.push_back(names_[tie.offer] + " breaks even with " + names_[tie.against] + " at " +
                                joined(ways, "or at"));
            }
        }
        return lines;
    }

    [[nodiscard]] Table break_even() const {
        using Tie = const BreakEven&;
        const auto stock = [&](Tie tie) -> const model::Stock& { return *comparison_.offers[tie.offer].offer->stock; };
        Columns<BreakEven> columns;
        columns.add({.title = "Offer", .priority = Priority::key, .value = [&](Tie tie) { return names_[tie.offer]; }})
            .add({.title = "break-even with", .value = [&](Tie tie) { return names_[tie.against]; }})
            .add({.title = "at a share price of",
                  .align = Align::decimal,
                  .shown =
                      [&](Tie tie) {
                          return tie.price || is_marked(tie) ? Cell(tie_price(tie)) : Cell("no price", Tone::dim);
                      }})
            .add({.title = "stated", .align = Align::decimal, .value = [&](Tie tie) { return stock(tie).price.value; }})
            .add({.title = "or at yearly growth of",
                  .align = Align::decimal,
                  .shown =
                      [](Tie tie) {
                          return tie.growth ? Cell(to_percent(*tie.growth, 1)) : Cell("no growth", Tone::dim);
                      }})
            .add({.title = "assumed", .align = Align::decimal, .shown = [&](Tie tie) {
                      return stock(tie).growth_stated ? Cell(to_percent(stock(tie).growth.value, 1))
                                                      : Cell("none", Tone::dim);
                  }});
        std::vector<BreakEven> ties;
        std::copy_if(comparison_.break_even.begin(), comparison_.break_even.end(), std::back_inserter(ties),
                     [](Tie tie) { return tie.has_stock; });
        return columns.table(ties);
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
