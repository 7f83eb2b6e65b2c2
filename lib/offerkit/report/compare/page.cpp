#include <offerkit/report/compare/compare.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/totals.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>

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

/// A price found by a solver, as finely as people quote one.
std::string price_text(const quantity::Price& price) {
    const auto exact = quantity::Fraction::of(price.steps(), quantity::Price::steps_per_major);
    const bool small = price.steps() < 10 * static_cast<quantity::int128>(quantity::Price::steps_per_major);
    if (!exact) {
        return to_grouped(price);
    }
    const auto rounded = quantity::parse_price(to_decimal(*exact, small ? 4 : 2), price.currency());
    return to_grouped(rounded ? *rounded : price);
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
          names_(offer_names(papers_)) {
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
            page.heading("What would tie");
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
        add_exits(page, comparison_, names_);
        close_page(page, comparison_.offers, names_, comparison_.valuation, explain,
                   uncertainty_ != nullptr ? price_assumption(*uncertainty_) : "");
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
        std::string text = "All amounts are in " + std::string(comparison_.currency.code()) +
                           (comparison_.after_tax ? ", after tax." : ", before tax.");
        if (comparison_.offers.size() > 1) {
            text += " Ranked by `" + std::string(word(words.definition)) + "`" + day() + ": " +
                    std::string(words.meaning) + rates() + ".";
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
            case model::Definition::present_value: return " (" + to_percent(valuation.discount_rate) + " a year)";
            case model::Definition::survival_weighted:
                return " (discount " + to_percent(valuation.discount_rate) + ", chance of leaving " +
                       to_percent(valuation.exit_per_year) + " a year)";
            default: return "";
        }
    }

    template <class CellOf>
    void row(Table& table, std::string label, CellOf cell_of, RowKind kind = RowKind::normal) const {
        std::vector<Cell> cells{Cell(std::move(label), kind == RowKind::total ? Tone::strong : Tone::normal)};
        for (std::size_t i = 0; i < comparison_.offers.size(); ++i) {
            cells.push_back(cell_of(i));
        }
        table.rows.emplace_back(kind, std::move(cells));
    }

    void add_papers(Table& table) const {
        const auto any = [&](auto has) {
            return std::any_of(papers_.begin(), papers_.end(), [&](const auto* paper) { return has(*paper); });
        };
        row(table, "Counted from",
            [&](std::size_t i) { return Cell(to_string(comparison_.offers[i].window.start())); });
        if (any([](const model::Offer& offer) {
                return offer.kind != model::OfferKind::offer || offer.evidence != model::Evidence::written;
            })) {
            row(table, "Standing", [&](std::size_t i) { return Cell(standing_of(*papers_[i])); });
        }
        if (any([](const model::Offer& offer) { return offer.decide_by.has_value(); })) {
            row(table, "Decide by", [&](std::size_t i) {
                return papers_[i]->decide_by ? Cell(to_string(papers_[i]->decide_by->value)) : Cell::not_applicable();
            });
        }
    }

    void add_years(Table& table) const {
        table.heading("Paid");
        for (int k = 1; k <= most_years(comparison_); ++k) {
            row(table, "Year " + std::to_string(k), [&](std::size_t i) {
                const auto& years = comparison_.offers[i].years;
                return k <= static_cast<int>(years.size()) ? Cell(money_(years[static_cast<std::size_t>(k - 1)].total))
                                                           : Cell::not_applicable();
            });
        }
        row(
            table, "Total", [&](std::size_t i) { return Cell(money_(comparison_.offers[i].total), Tone::strong); },
            RowKind::total);
        const auto has_refreshers = [](const ValuedOffer& offer) { return !offer.refreshers.empty(); };
        if (!comparison_.valuation.count_refreshers &&
            std::any_of(comparison_.offers.begin(), comparison_.offers.end(), has_refreshers)) {
            row(table, "Refreshers, not in it", [&](std::size_t i) {
                const auto& offer = comparison_.offers[i];
                return has_refreshers(offer) ? Cell(money_(total_of(offer, Category::refreshers)), Tone::dim)
                                             : Cell::not_applicable();
            });
        }
    }

    void add_make_whole(Table& table) const {
        const auto& offers = comparison_.offers;
        if (offers.size() > 1 && std::any_of(offers.begin(), offers.end(),
                                             [](const ValuedOffer& offer) { return offer.make_whole.has_value(); })) {
            row(table, "To be made up for, not in it", [&](std::size_t i) {
                const auto& whole = offers[i].make_whole;
                return whole ? Cell(money_(whole->total), Tone::dim) : Cell::not_applicable();
            });
        }
    }

    void add_certainty(Table& table) const {
        table.heading("How sure the total is");
        const auto add = [&](timeline::Certainty certainty, Money value::ByCertainty::* part) {
            row(table, std::string(words_of(certainty).name),
                [&](std::size_t i) { return Cell(money_(comparison_.offers[i].by_certainty.*part)); });
        };
        add(timeline::Certainty::guaranteed, &value::ByCertainty::guaranteed);
        add(timeline::Certainty::contingent, &value::ByCertainty::contingent);
        add(timeline::Certainty::uncertain, &value::ByCertainty::uncertain);
    }

    void add_definitions(Table& table) const {
        table.heading("What people call total compensation");
        for (const auto& words : definition_words()) {
            const bool chosen = words.definition == comparison_.valuation.by;
            Money most = get(comparison_.offers.front().definitions, words.definition);
            for (const auto& offer : comparison_.offers) {
                most = std::max(most, get(offer.definitions, words.definition));
            }
            row(table,
                definition_name(comparison_, words.definition) + (chosen && comparison_.offers.size() > 1 ? " *" : ""),
                [&](std::size_t i) {
                    const Money amount = get(comparison_.offers[i].definitions, words.definition);
                    const bool leads = comparison_.offers.size() > 1 && amount == most;
                    return Cell(money_(amount), leads ? Tone::good : Tone::normal);
                });
        }
    }

    void add_ranking(Table& table) const {
        if (comparison_.offers.size() < 2) {
            return;
        }
        table.separator();
        row(table, "Rank *", [&](std::size_t i) {
            return Cell(std::to_string(comparison_.rank_of(i)),
                        comparison_.rank_of(i) == 1 ? Tone::good : Tone::normal);
        });
        row(table, "Difference to the best *", [&](std::size_t i) {
            const Money difference = comparison_.figure(i) - comparison_.figure(comparison_.best());
            return difference.is_zero() ? Cell("best", Tone::good) : Cell(money_(difference));
        });
    }

    /// What stays a year, where the places of all offers are known.
    void add_after_tax(Table& table) const {
        if (!all_taxed(taxes_)) {
            return;
        }
        const auto average = [&](std::size_t i) { return taxes_[i]->definitions.average; };
        table.separator();
        row(table, "After tax, average", [&](std::size_t i) { return Cell(to_grouped(average(i), true)); });
        if (taxes_.size() < 2) {
            return;
        }
        row(table, "Rank after tax", [&](std::size_t i) {
            const auto better = std::count_if(taxes_.begin(), taxes_.end(), [&](const auto& other) {
                return other->definitions.average > average(i);
            });
            return Cell(std::to_string(better + 1), better == 0 ? Tone::good : Tone::normal);
        });
    }

    [[nodiscard]] Table figures() const {
        Table table;
        table.columns.push_back({"", Align::left, Priority::key});
        for (const auto& name : names_) {
            table.columns.push_back({name, Align::right});
        }
        add_papers(table);
        add_years(table);
        add_make_whole(table);
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
            const bool any =
                std::any_of(comparison_.offers.begin(), comparison_.offers.end(),
                            [&, &which = category](const auto& offer) { return !total_of(offer, which).is_zero(); });
            if (counted && any) {
                used.push_back(category);
                bars.legend.emplace_back(name);
            }
        }
        for (std::size_t i = 0; i < comparison_.offers.size(); ++i) {
            const auto& offer = comparison_.offers[i];
            Bar bar{names_[i], {}, to_grouped(offer.total, true)};
            for (const auto category : used) {
                bar.segments.push_back(static_cast<double>(total_of(offer, category).minor()));
            }
            bars.bars.push_back(std::move(bar));
        }
        return bars;
    }

    [[nodiscard]] static bool is_marked(const BreakEven& tie) {
        return tie.shares_follow_price && tie.price_after_counting.has_value();
    }

    [[nodiscard]] std::string tie_price(const BreakEven& tie) const {
        return price_text(is_marked(tie) ? *tie.price_after_counting : *tie.price) +
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
        return std::string(counted_mark.substr(1)) +
               " The grant is quoted in money and becomes shares at the share price, so this price is one reached "
               "after "
               "the shares have been counted at the stated price (" +
               shares + ").";
    }

    /// The ties that no stock price makes, a line an offer.
    [[nodiscard]] std::vector<std::string> other_ties() const {
        std::vector<std::string> lines;
        for (const auto& tie : comparison_.break_even) {
            std::vector<std::string> ways;
            if (tie.chance) {
                ways.push_back("a chance of " + to_percent(*tie.chance, 1) + " that what waits comes");
            }
            if (tie.payout) {
                ways.push_back("a bonus payout of " + to_percent(*tie.payout, 1));
            }
            if (!ways.empty()) {
                lines.push_back(names_[tie.offer] + " ties with " + names_[tie.against] + " at " +
                                joined(ways, "or at"));
            }
        }
        return lines;
    }

    [[nodiscard]] Table break_even() const {
        Table table;
        table.columns = {{"Offer", Align::left, Priority::key},      {"ties with"},
                         {"at a share price of", Align::decimal},    {"stated", Align::decimal},
                         {"or at growth a year of", Align::decimal}, {"assumed", Align::decimal}};
        for (const auto& tie : comparison_.break_even) {
            if (!tie.has_stock) {
                continue;
            }
            const auto& stock = *comparison_.offers[tie.offer].offer->stock;
            table.row({names_[tie.offer], names_[tie.against],
                       tie.price || is_marked(tie) ? Cell(tie_price(tie)) : Cell("no price", Tone::dim),
                       to_grouped(stock.price.value),
                       tie.growth ? Cell(to_percent(*tie.growth, 1)) : Cell("no growth", Tone::dim),
                       stock.growth_stated ? Cell(to_percent(stock.growth.value, 1)) : Cell("none", Tone::dim)});
        }
        return table;
    }

    const Comparison& comparison_;
    const diagnostic::Sources& sources_;
    const choice::Decision* decision_;
    const choice::Uncertainty* uncertainty_;
    AfterTaxes taxes_;
    std::vector<const model::Offer*> papers_;
    std::vector<std::string> names_;
    MoneyStyle money_;
};

}  // namespace

Page compare_page(const Comparison& comparison, bool explain, const diagnostic::Sources& sources,
                  const choice::Decision* decision, const choice::Uncertainty* uncertainty, AfterTaxes taxes) {
    return PageWriter(comparison, sources, decision, uncertainty, taxes).write(explain);
}

}  // namespace offerkit::report
