#include <offerkit/report/vest/vest.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/grants.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/schedules.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;
using value::GrantTimeline;
using value::OfferTimeline;
using value::ValuedTranche;

/// What a quantity of a grant is, exactly: shares, or of a cash grant its money.
std::string exact_text(const GrantTimeline& grant, Shares quantity) {
    return is_cash(grant) ? to_plain(Money{quantity.whole(), grant.grant.currency}) : to_decimal(quantity.exact());
}
Document quantity_document(const GrantTimeline& grant, Shares quantity) {
    return Document::number(exact_text(grant, quantity));
}
SheetCell quantity_cell(const GrantTimeline& grant, Shares quantity) {
    return SheetCell::number(exact_text(grant, quantity));
}

std::string reason_text(const OfferTimeline& offer, const GrantTimeline& grant, const ValuedTranche& tranche) {
    return reason_of(*offer.offer, grant.grant, tranche.tranche, true);
}

Document tranche_document(const OfferTimeline& offer, const GrantTimeline& grant, const ValuedTranche& tranche) {
    const auto date = [](const std::optional<calendar::Date>& day) {
        return day ? document_of(*day) : Document::null();
    };
    Document entry = Document::object(
        {{"date", date(tranche.tranche.date)}, {"quantity", quantity_document(grant, tranche.tranche.quantity)}});
    if (!tranche.tranche.quantity.is_whole()) {
        entry.set("quantity_exact", to_ratio(tranche.tranche.quantity.exact()));
    }
    entry.set("cumulative", tranche.cumulative ? quantity_document(grant, *tranche.cumulative) : Document::null());
    entry.set("value", tranche.value ? document_of(*tranche.value) : Document::null());
    entry.set("state", to_string(tranche.state));
    const auto reason = reason_text(offer, grant, tranche);
    entry.set("reason", reason.empty() ? Document::null() : Document(reason));
    entry.set("segment", tranche.tranche.segment);
    entry.set("scheduled_date", date(tranche.tranche.scheduled));
    return entry;
}

Document grant_document(const OfferTimeline& offer, const GrantTimeline& grant, const VestView& view) {
    Document tranches = Document::sequence(
        grant.tranches.size(), [&](std::size_t i) { return tranche_document(offer, grant, grant.tranches[i]); });
    Document entry = Document::object(
        {{"id", grant.grant.id},
         {"instrument", instrument_word(grant.grant.instrument)},
         {"quantity", quantity_document(grant, grant.grant.quantity)},
         {"quantity_rule", grant.grant.quantity_rule.empty() ? Document::null() : Document(grant.grant.quantity_rule)},
         {"currency", grant.grant.currency.code()},
         {"grant_date", document_of(grant.grant.grant_date)},
         {"vesting_start", document_of(grant.grant.vesting_start)},
         {"strike", grant.grant.strike ? document_of(*grant.grant.strike) : Document::null()},
         {"ownership", grant.grant.ownership ? document_of(*grant.grant.ownership) : Document::null()},
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
        const auto* paper = paper_of(*offer.offer, grant.grant);
        const bool stated = paper != nullptr && paper->performance;
        entry.set("target_quantity", quantity_document(grant, grant.grant.performance->target));
        entry.set("payout", document_of(grant.grant.performance->payout));
        entry.set("measure", stated ? Document(paper->performance->measure) : Document::null());
    }
    if (view.explain) {
        Document explanation = Document::array();
        for (const auto& trace : grant_traces(offer, grant)) {
            explanation.push(Document::object({{"figure", trace.what},
                                               {"value", trace.is},
                                               {"place", place_of(trace.place, view.sources)},
                                               {"rule", trace.rule}}));
        }
        entry.set("explanation", std::move(explanation));
    }
    return entry;
}

std::string_view word_of(VestStep step) {
    switch (step) {
        case VestStep::tranche: return "tranche";
        case VestStep::month: return "month";
        case VestStep::quarter: return "quarter";
        case VestStep::year: return "year";
        case VestStep::calendar_year: return "calendar-year";
    }
    return "tranche";
}

Document periods_document(std::span<const OfferTimeline> offers, VestStep step) {
    Document periods = Document::array();
    const auto count = [](bool any, const std::optional<quantity::Fraction>& shares) {
        return any && shares ? document_of(Shares{*shares}) : Document::null();
    };
    for (const auto& period : vest_periods(offers, step)) {
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

Sheet period_sheet(std::span<const OfferTimeline> offers, VestStep step) {
    Sheet sheet;
    sheet.columns = {"company",  "file",  std::string(word_of(step)), "to", "quantity", "cumulative", "value",
                     "currency", "grants"};
    const auto count = [](bool any, const std::optional<quantity::Fraction>& shares) {
        return any && shares ? cell_of(Shares{*shares}) : SheetCell::empty();
    };
    for (const auto& period : vest_periods(offers, step)) {
        sheet.row({offers[period.offer].offer->company, offers[period.offer].offer->file, period.label,
                   cell_of(period.last), count(period.any_shares, period.shares),
                   count(period.any_shares, period.cumulative), cell_of(period.value), period.currency.code(),
                   joined(period.grants)});
    }
    return sheet;
}

std::vector<SheetCell> tranche_row(const OfferTimeline& offer, const GrantTimeline& grant,
                                   const ValuedTranche& tranche) {
    const auto date = [](const std::optional<calendar::Date>& day) { return day ? cell_of(*day) : SheetCell::empty(); };
    return {offer.offer->company,
            offer.offer->file,
            grant.grant.id,
            instrument_word(grant.grant.instrument),
            date(tranche.tranche.date),
            quantity_cell(grant, tranche.tranche.quantity),
            tranche.cumulative ? quantity_cell(grant, *tranche.cumulative) : SheetCell::empty(),
            tranche.value ? cell_of(*tranche.value) : SheetCell::empty(),
            grant.grant.currency.code(),
            to_string(tranche.state),
            SheetCell::number(static_cast<long long>(tranche.tranche.segment)),
            date(tranche.tranche.scheduled),
            reason_text(offer, grant, tranche)};
}

}  // namespace

Document vest_document(std::span<const OfferTimeline> offers, const VestView& view) {
    Document all = Document::array();
    for (const auto& offer : offers) {
        Document grants = Document::array();
        for (const auto& grant : offer.grants) {
            grants.push(grant_document(offer, grant, view));
        }
        all.push(Document::object(
            {{"company", offer.offer->company}, {"file", offer.offer->file}, {"grants", std::move(grants)}}));
    }
    Document document = envelope("vest");
    document.set("as_of", document_of(view.valuation.as_of));
    document.set("offers", std::move(all));
    if (view.step != VestStep::tranche) {
        document.set("by", word_of(view.step));
        document.set("periods", periods_document(offers, view.step));
    }
    document.set("assumptions", assumption_documents(view.valuation, papers_of(offers)));
    return document;
}

Sheet vest_sheet(std::span<const OfferTimeline> offers, const VestView& view) {
    if (view.step != VestStep::tranche) {
        return period_sheet(offers, view.step);
    }
    Sheet sheet;
    sheet.columns = {"company", "file",     "grant", "instrument", "date",           "quantity", "cumulative",
                     "value",   "currency", "state", "segment",    "scheduled_date", "reason"};
    const auto lines = std::make_shared<const std::vector<VestLine>>(vest_lines(offers));
    sheet.more = lines->size();
    sheet.make = [offers, lines](std::size_t i) {
        const VestLine& line = (*lines)[i];
        return tranche_row(offers[line.offer], *line.grant, *line.tranche);
    };
    return sheet;
}

}  // namespace offerkit::report
