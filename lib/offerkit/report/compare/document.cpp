#include <offerkit/report/compare/compare.hpp>

#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/compare/columns.hpp>
#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/equity_worth.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/offer_document.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/uncertainty_document.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;

Document break_even_documents(const Comparison& comparison) {
    Document all = Document::array();
    const auto by = word(comparison.valuation.by);
    for (const auto& tie : comparison.break_even) {
        all.push(Document::object(
            {{"company", comparison.offers[tie.offer].offer->company},
             {"file", comparison.offers[tie.offer].offer->file},
             {"against", comparison.offers[tie.against].offer->company},
             {"against_file", comparison.offers[tie.against].offer->file},
             {"by", by},
             {"required_price", document_of(tie.price)},
             {"required_price_after_counting", document_of(tie.price_after_counting)},
             {"required_growth_per_year", document_of(tie.growth)},
             {"required_chance", document_of(tie.chance)},
             {"required_payout", document_of(tie.payout)},
             {"required_company_value", tie.company ? document_of(tie.company->value) : Document::null()}}));
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
                          const choice::Decision* decision, const choice::Uncertainty* uncertainty, AfterTaxes taxes) {
    const choice::Uncertainty none;
    const choice::Uncertainty& bands = uncertainty != nullptr ? *uncertainty : none;
    const auto ranks = comparison.ranks();
    Document offers = Document::array();
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& offer = comparison.offers[i];
        Document entry = offer_document(offer, comparison.valuation.by);
        entry.set("after_tax", i < taxes.size() ? after_tax_document(taxes[i]) : Document::null());
        entry.set("rank", ranks[i]);
        entry.set("difference_to_best", document_of(comparison.figure(i) - comparison.figure(comparison.best())));
        entry.set("exits", exits_document(comparison, i, bands));
        entry.set("uncertainty", uncertainty_document(bands, i));
        entry.set("worth_to_you", worth_to_you_document(bands, i));
        if (explain) {
            entry.set("explanation", explanation_document(offer, comparison.valuation, sources));
        }
        offers.push(std::move(entry));
    }
    const auto& best = *comparison.offers[comparison.best()].offer;
    Document rates = array_of(rates_used(comparison.offers));
    Document assumptions = assumption_documents(comparison.valuation, papers_of(comparison));
    add_price_assumptions(assumptions, bands);
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
        .set("chances", chances_document(comparison, bands))
        .set("rates", std::move(rates))
        .set("assumptions", std::move(assumptions));
}

Sheet compare_sheet(const Comparison& comparison, const choice::Uncertainty* uncertainty, AfterTaxes taxes) {
    std::vector<std::size_t> places(comparison.offers.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    return compare_columns(comparison, uncertainty, taxes).sheet(places);
}

}  // namespace offerkit::report
