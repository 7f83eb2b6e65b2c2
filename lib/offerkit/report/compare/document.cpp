#include <offerkit/report/compare/compare.hpp>

#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_document.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/totals.hpp>

namespace offerkit::report {
namespace {

using choice::BreakEven;
using choice::Comparison;

Document break_even_documents(const Comparison& comparison) {
    Document all = Document::array();
    const auto by = word(comparison.valuation.by);
    for (const auto& tie : comparison.break_even) {
        all.push(Document::object({{"company", comparison.offers[tie.offer].offer->company},
                                   {"file", comparison.offers[tie.offer].offer->file},
                                   {"against", comparison.offers[tie.against].offer->company},
                                   {"against_file", comparison.offers[tie.against].offer->file},
                                   {"by", by},
                                   {"required_price", document_of(tie.price)},
                                   {"required_price_after_counting", document_of(tie.price_after_counting)},
                                   {"required_growth_per_year", document_of(tie.growth)},
                                   {"required_chance", document_of(tie.chance)},
                                   {"required_payout", document_of(tie.payout)}}));
    }
    return all;
}

/// The offers whose figure is exactly that of the best one, the best itself aside.
Document tied_documents(const Comparison& comparison) {
    Document all = Document::array();
    for (const auto offer : comparison.leaders()) {
        if (offer != comparison.best()) {
            const auto& paper = *comparison.offers[offer].offer;
            all.push(Document::object({{"company", paper.company}, {"file", paper.file}}));
        }
    }
    return all;
}

}  // namespace

Document compare_document(const Comparison& comparison, bool explain, const diagnostic::Sources& sources,
                          const choice::Decision* decision) {
    Document offers = Document::array();
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& offer = comparison.offers[i];
        Document entry = offer_document(offer, comparison.valuation.by);
        entry.set("rank", static_cast<std::int64_t>(comparison.rank_of(i)));
        entry.set("difference_to_best", document_of(comparison.figure(i) - comparison.figure(comparison.best())));
        if (explain) {
            entry.set("explanation", explanation_document(offer, comparison.valuation, sources));
        }
        offers.push(std::move(entry));
    }
    const auto& best = *comparison.offers[comparison.best()].offer;
    Document rates = array_of(rates_used(comparison.offers));
    return envelope("compare")
        .set("valuation", valuation_document(comparison))
        .set("offers", std::move(offers))
        .set("best", Document::object({{"by", word(comparison.valuation.by)},
                                       {"company", best.company},
                                       {"file", best.file},
                                       {"tied_with", tied_documents(comparison)}}))
        .set("lead", lead_document(comparison))
        .set("common", common_document(comparison))
        .set("decide", decision != nullptr ? verdict_document(comparison, *decision) : Document::null())
        .set("breakeven", break_even_documents(comparison))
        .set("asymmetries", asymmetry_documents(comparison))
        .set("rates", std::move(rates))
        .set("assumptions", assumption_documents(comparison.valuation, papers_of(comparison)));
}

Sheet compare_sheet(const Comparison& comparison) {
    const int years = most_years(comparison);
    Sheet sheet;
    sheet.columns = {"rank", "company", "file", "role", "currency", "from", "to", "total"};
    for (int k = 1; k <= years; ++k) {
        sheet.columns.push_back("year_" + std::to_string(k));
    }
    for (const auto category : all_categories) {
        sheet.columns.emplace_back(word(category));
    }
    for (const auto& words : definition_words()) {
        sheet.columns.push_back(std::string(word(words.definition)) +
                                (words.definition == model::Definition::guaranteed ? "_first_year" : ""));
    }
    for (const auto* column :
         {"certainty_guaranteed", "certainty_contingent", "certainty_uncertain", "difference_to_best",
          "breakeven_against", "breakeven_price", "breakeven_growth", "breakeven_price_after_counting",
          "breakeven_chance", "breakeven_payout", "waiting_value", "case_none", "case_chance", "case_all", "make_whole",
          "make_whole_with_all", "non_compete_cost"}) {
        sheet.columns.emplace_back(column);
    }
    for (int k = 1; k <= years; ++k) {
        sheet.columns.push_back("paid_year_" + std::to_string(k));
    }
    for (const auto* column : {"paid_later", "deferred_later", "vests_later", "not_payable"}) {
        sheet.columns.emplace_back(column);
    }
    std::vector<const BreakEven*> ties(comparison.offers.size(), nullptr);
    for (const auto& tie : comparison.break_even) {
        ties[tie.offer] = &tie;
    }
    // An offer's place among all, without comparing each with each.
    std::vector<std::size_t> ranks(comparison.offers.size(), 1);
    for (std::size_t place = 1; place < comparison.ranking.size(); ++place) {
        const auto own = comparison.ranking[place];
        const auto before = comparison.ranking[place - 1];
        ranks[own] = comparison.figure(own) == comparison.figure(before) ? ranks[before] : place + 1;
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& offer = comparison.offers[i];
        std::vector<SheetCell> cells{SheetCell::number(static_cast<long long>(ranks[i])),
                                     offer.offer->company,
                                     offer.offer->file,
                                     offer.offer->role.empty() ? SheetCell::empty() : SheetCell(offer.offer->role),
                                     offer.currency.code(),
                                     cell_of(offer.window.start()),
                                     cell_of(offer.window.end()),
                                     cell_of(offer.total)};
        for (int k = 1; k <= years; ++k) {
            cells.push_back(k <= static_cast<int>(offer.years.size())
                                ? cell_of(offer.years[static_cast<std::size_t>(k - 1)].total)
                                : SheetCell::empty());
        }
        for (const auto category : all_categories) {
            cells.push_back(cell_of(total_of(offer, category)));
        }
        for (const auto& words : definition_words()) {
            cells.push_back(cell_of(get(offer.definitions, words.definition)));
        }
        cells.push_back(cell_of(offer.by_certainty.guaranteed));
        cells.push_back(cell_of(offer.by_certainty.contingent));
        cells.push_back(cell_of(offer.by_certainty.uncertain));
        cells.push_back(cell_of(comparison.figure(i) - comparison.figure(comparison.best())));
        const auto* tie = ties[i];
        cells.push_back(tie != nullptr ? SheetCell(comparison.offers[tie->against].offer->company)
                                       : SheetCell::empty());
        cells.push_back(tie != nullptr && tie->price ? SheetCell::number(to_plain(*tie->price)) : SheetCell::empty());
        cells.push_back(tie != nullptr && tie->growth ? SheetCell::number(to_decimal(*tie->growth))
                                                      : SheetCell::empty());
        cells.push_back(tie != nullptr && tie->price_after_counting
                            ? SheetCell::number(to_plain(*tie->price_after_counting))
                            : SheetCell::empty());
        cells.push_back(tie != nullptr && tie->chance ? SheetCell::number(to_decimal(*tie->chance))
                                                      : SheetCell::empty());
        cells.push_back(tie != nullptr && tie->payout ? SheetCell::number(to_decimal(*tie->payout))
                                                      : SheetCell::empty());
        const auto& waiting = offer.waiting;
        const auto by = comparison.valuation.by;
        cells.push_back(waiting ? cell_of(waiting->worth) : SheetCell::empty());
        cells.push_back(waiting ? cell_of(get(waiting->none, by)) : SheetCell::empty());
        cells.push_back(waiting ? cell_of(get(waiting->chance, by)) : SheetCell::empty());
        cells.push_back(waiting ? cell_of(get(waiting->all, by)) : SheetCell::empty());
        cells.push_back(offer.make_whole ? cell_of(offer.make_whole->total) : SheetCell::empty());
        cells.push_back(offer.make_whole ? cell_of(offer.make_whole->whole) : SheetCell::empty());
        cells.push_back(offer.non_compete ? cell_of(offer.non_compete->cost) : SheetCell::empty());
        for (int k = 1; k <= years; ++k) {
            const auto& paid = offer.paid.by_year;
            cells.push_back(k <= static_cast<int>(paid.size()) ? cell_of(paid[static_cast<std::size_t>(k - 1)])
                                                               : SheetCell::empty());
        }
        for (const auto amount : {offer.paid.paid_later.amount, offer.paid.deferred_later.amount,
                                  offer.paid.vests_later.value, offer.paid.not_payable}) {
            cells.push_back(cell_of(amount));
        }
        sheet.row(std::move(cells));
    }
    return sheet;
}

}  // namespace offerkit::report
