#include <offerkit/report/vest/vest.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/vest/columns.hpp>
#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/grants.hpp>
#include <offerkit/report/words/schedules.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::report {
namespace {

using quantity::Shares;
using value::GrantTimeline;
using value::OfferTimeline;
using value::ValuedTranche;

Document quantity_document(const GrantTimeline& grant, Shares quantity) {
    return Document::number(quantity_of(grant, quantity).plain());
}

std::string reason_text(const OfferTimeline& offer, const GrantTimeline& grant, const ValuedTranche& tranche) {
    return reason_of(*offer.offer, grant.grant, tranche.tranche, true);
}

Document tranche_document(const OfferTimeline& offer, const GrantTimeline& grant, const ValuedTranche& tranche) {
    Document entry = Document::object({{"date", document_of(tranche.tranche.date)},
                                       {"quantity", quantity_document(grant, tranche.tranche.quantity)}});
    if (!tranche.tranche.quantity.is_whole()) {
        entry.set("quantity_exact", to_ratio(tranche.tranche.quantity.exact()));
    }
    entry.set("cumulative", tranche.cumulative ? quantity_document(grant, *tranche.cumulative) : Document::null());
    entry.set("value", document_of(tranche.value));
    entry.set("state", word(tranche.state));
    const auto reason = reason_text(offer, grant, tranche);
    entry.set("reason", text_or_null(reason));
    entry.set("segment", tranche.tranche.segment);
    entry.set("scheduled_date", document_of(tranche.tranche.scheduled));
    return entry;
}

Document grant_document(const OfferTimeline& offer, const GrantTimeline& grant, const VestView& view) {
    Document tranches = Document::sequence(
        grant.tranches.size(), [&](std::size_t i) { return tranche_document(offer, grant, grant.tranches[i]); });
    Document entry = Document::object(
        {{"id", grant.grant.id},
         {"instrument", word(grant.grant.instrument)},
         {"quantity", quantity_document(grant, grant.grant.quantity)},
         {"quantity_rule", text_or_null(grant.grant.quantity_rule)},
         {"currency", grant.grant.currency.code()},
         {"grant_date", document_of(grant.grant.grant_date)},
         {"vesting_start", document_of(grant.grant.vesting_start)},
         {"strike", document_of(grant.grant.strike)},
         {"ownership", document_of(grant.grant.ownership)},
         {"not_known",
          grant.grant.not_known.any() ? Document(value::not_known_words(grant.grant.not_known)) : Document::null()},
         {"refresher", grant.grant.refresher},
         {"tranches", std::move(tranches)},
         {"vested", quantity_document(grant, grant.vested)},
         {"unvested", quantity_document(grant, grant.unvested)},
         {"pending", quantity_document(grant, grant.pending)},
         {"served", quantity_document(grant, grant.served)},
         {"impossible", quantity_document(grant, grant.impossible)},
         {"forfeited", quantity_document(grant, grant.forfeited)},
         {"accelerated", quantity_document(grant, grant.accelerated)},
         {"lost", quantity_document(grant, grant.grant.schedule.lost)},
         {"beyond_horizon", quantity_document(grant, grant.beyond)}});
    if (grant.grant.performance) {
        const auto* paper = grant.grant.paper;
        const bool stated = paper != nullptr && paper->performance;
        entry.set("target_quantity", quantity_document(grant, grant.grant.performance->target));
        entry.set("payout", document_of(grant.grant.performance->payout));
        entry.set("measure", stated ? Document(paper->performance->measure) : Document::null());
    }
    if (view.explain) {
        Document explanation = array_of(grant_traces(offer, grant), [&](const auto& trace) {
            return Document::object({{"figure", trace.what},
                                     {"value", trace.is},
                                     {"place", place_of(trace.place, view.sources)},
                                     {"rule", trace.rule}});
        });
        entry.set("explanation", std::move(explanation));
    }
    return entry;
}

Document periods_document(std::span<const OfferTimeline> offers, value::VestStep step) {
    Document periods = Document::array();
    const auto count = [](bool any, const std::optional<quantity::Fraction>& shares) {
        return any && shares ? document_of(Shares{*shares}) : Document::null();
    };
    for (const auto& period : value::vest_periods(offers, step)) {
        periods.push(Document::object({{"company", offers[period.offer].offer->company},
                                       {"file", offers[period.offer].offer->file},
                                       {"label", period.label},
                                       {"to", document_of(period.last)},
                                       {"quantity", count(period.any_shares, period.shares)},
                                       {"cumulative", count(period.any_shares, period.cumulative)},
                                       {"value", document_of(period.value)},
                                       {"currency", period.currency.code()}}));
    }
    return periods;
}

}  // namespace

Document vest_document(std::span<const OfferTimeline> offers, const VestView& view) {
    Document all = Document::array();
    for (const auto& offer : offers) {
        Document grants = array_of(offer.grants, [&](const auto& grant) { return grant_document(offer, grant, view); });
        all.push(Document::object(
            {{"company", offer.offer->company}, {"file", offer.offer->file}, {"grants", std::move(grants)}}));
    }
    Document document = envelope("vest");
    document.set("as_of", document_of(view.valuation.as_of));
    document.set("offers", std::move(all));
    if (view.step != value::VestStep::tranche) {
        document.set("by", word(view.step));
        document.set("periods", periods_document(offers, view.step));
    }
    document.set("assumptions", assumption_documents(view.valuation, papers_of(offers)));
    return document;
}

Sheet vest_sheet(std::span<const OfferTimeline> offers, const VestView& view) {
    return view.step == value::VestStep::tranche
               ? tranche_columns(offers).sheet_made_late(
                     std::make_shared<const std::vector<VestLine>>(vest_lines(offers)))
               : period_columns(offers, view.step, value::VestRows::released)
                     .sheet(value::vest_periods(offers, view.step));
}

}  // namespace offerkit::report
