#include <offerkit/report/words/offer_document.hpp>

#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

Document years_of(const value::ValuedOffer& offer) {
    Document years = Document::array();
    for (const auto& year : offer.years) {
        Document entry =
            Document::object({{"year", year.year}, {"from", document_of(year.from)}, {"to", document_of(year.to)}});
        for (const auto category : value::all_categories) {
            entry.set(word(category), document_of(year.parts[category]));
        }
        entry.set("total", document_of(year.total));
        years.push(std::move(entry));
    }
    return years;
}

Document chance_of(const value::AwaitedEvent& event) { return document_of(event.chance); }

Document events_of(const value::PendingEquity& pending) {
    return array_of(pending.events, [&](const auto& event) {
        return Document::object({{"id", event.id}, {"chance", chance_of(event)}});
    });
}

/// What waits for events without a date; null where nothing does.
Document waiting_of(const value::ValuedOffer& offer) {
    if (!offer.waiting) {
        return Document::null();
    }
    Document events = array_of(offer.waiting->events);
    return Document::object({{"quantity", document_of(offer.waiting->quantity)},
                             {"value", document_of(offer.waiting->worth)},
                             {"events", std::move(events)}});
}

/// The chosen figure in the three cases of what waits.
Document cases_of(const value::ValuedOffer& offer, model::Definition by) {
    if (!offer.waiting) {
        return Document::null();
    }
    return Document::object({{"none", document_of(get(offer.waiting->none, by))},
                             {"chance", document_of(get(offer.waiting->chance, by))},
                             {"all", document_of(get(offer.waiting->all, by))}});
}

Document until_of(const std::optional<calendar::Date>& until) { return document_of(until); }

Document later_of(const value::LaterMoney& later) {
    return Document::object({{"amount", document_of(later.amount)}, {"until", until_of(later.until)}});
}

void set_payments(Document& entry, const value::PaidBasis& paid) {
    Document by_year = array_of(paid.by_year, [&](const auto amount) { return document_of(amount); });
    entry.set("paid_by_year", std::move(by_year));
    entry.set("paid_later", later_of(paid.paid_later));
    entry.set("deferred_later", later_of(paid.deferred_later));
    entry.set("vests_later", Document::object({{"quantity", document_of(paid.vests_later.quantity)},
                                               {"value", document_of(paid.vests_later.value)},
                                               {"until", until_of(paid.vests_later.until)}}));
    entry.set("not_payable", document_of(paid.not_payable));
}

}  // namespace

Document make_whole_document(const value::MakeWhole& make_whole) {
    return Document::object({{"on", document_of(make_whole.on)},
                             {"forfeited", document_of(make_whole.forfeited)},
                             {"clawback", document_of(make_whole.clawback)},
                             {"bonus", document_of(make_whole.bonus)},
                             {"total", document_of(make_whole.total)},
                             {"whole", document_of(make_whole.whole)}});
}

Document non_compete_document(const std::optional<value::NonCompete>& ban) {
    if (!ban) {
        return Document::null();
    }
    return Document::object({{"months", document_of(ban->months)},
                             {"paid", document_of(ban->paid)},
                             {"against", document_of(ban->against)},
                             {"cost", document_of(ban->cost)}});
}

Document valuation_document(const choice::Comparison& comparison) {
    const model::Valuation& valuation = comparison.valuation;
    return Document::object({{"as_of", document_of(valuation.as_of)},
                             {"present", document_of(comparison.present)},
                             {"horizon", to_string(valuation.horizon)},
                             {"discount_rate", document_of(valuation.discount_rate)},
                             {"exit_per_year", document_of(valuation.exit_per_year)},
                             {"refreshers", valuation.count_refreshers},
                             {"pending", word(valuation.pending)},
                             {"by", word(valuation.by)},
                             {"currency", comparison.currency.code()}});
}

Document offer_document(const value::ValuedOffer& offer, model::Definition by) {
    Document definitions = Document::object();
    for (const auto& words : definition_words()) {
        definitions.set(word(words.definition), document_of(get(offer.definitions, words.definition)));
    }
    Document pending = array_of(offer.pending, [&](const auto& each) {
        return Document::object(
            {{"grant", each.grant},
             {"events", events_of(each)},
             {"chance", each.events.size() == 1 ? chance_of(each.events.front()) : Document::null()},
             {"quantity", document_of(each.quantity)},
             {"value_today", document_of(each.worth_today)},
             {"impossible", each.impossible}});
    });
    Document outside = array_of(offer.just_outside, [&](const auto& each) {
        return Document::object({{"grant", each.grant},
                                 {"date", document_of(each.date)},
                                 {"quantity", document_of(each.quantity)},
                                 {"value", document_of(each.worth)}});
    });
    Document not_known = array_of(offer.not_known, [&](const auto& each) {
        return Document::object({{"grant", each.grant}, {"what", value::not_known_words(each.what)}});
    });
    Document entry = Document::object(
        {{"company", offer.offer->company},
         {"file", offer.offer->file},
         {"role", text_or_null(offer.offer->role)},
         {"kind", word(offer.offer->kind)},
         {"currency", offer.currency.code()},
         {"from", document_of(offer.window.start())},
         {"to", document_of(offer.window.end())},
         {"years", years_of(offer)},
         {"total", document_of(offer.total)},
         {"definitions", std::move(definitions)},
         {"by_certainty", Document::object({{"guaranteed", document_of(offer.by_certainty.guaranteed)},
                                            {"contingent", document_of(offer.by_certainty.contingent)},
                                            {"uncertain", document_of(offer.by_certainty.uncertain)}})},
         {"pending", std::move(pending)},
         {"waiting", waiting_of(offer)},
         {"cases", cases_of(offer, by)},
         {"just_outside", std::move(outside)},
         {"not_known", std::move(not_known)},
         {"make_whole", offer.make_whole ? make_whole_document(*offer.make_whole) : Document::null()},
         {"non_compete", non_compete_document(offer.non_compete)}});
    set_payments(entry, offer.paid);
    return entry;
}

}  // namespace offerkit::report
