#include <algorithm>
#include <string>
#include <utility>

#include <offerkit/report/leave/columns.hpp>
#include <offerkit/report/leave/facts.hpp>
#include <offerkit/report/leave/leave.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/offer_document.hpp>
#include <offerkit/report/words/schedules.hpp>
#include <offerkit/value/leaving_days.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;
using value::Holding;
using value::Leaving;
using value::Split;

/// `money`: the currency of a cash grant, whose quantity is money.
Document quantity_document(Shares quantity, const quantity::Currency* money) {
    return money != nullptr ? document_of(Money{quantity.whole(), *money}) : document_of(quantity);
}

Document holding_document(const Holding& holding, const quantity::Currency* money = nullptr) {
    Document entry = Document::object({{"quantity", quantity_document(holding.quantity, money)}});
    if (!holding.quantity.is_whole()) {
        entry.set("quantity_exact", to_ratio(holding.quantity.exact()));
    }
    entry.set("value", document_of(holding.value));
    return entry;
}

Document next_document(const std::optional<value::NextVest>& next, const quantity::Currency* money = nullptr) {
    if (!next) {
        return Document::null();
    }
    return Document::object({{"date", document_of(next->date)},
                             {"quantity", quantity_document(next->quantity, money)},
                             {"value", document_of(next->value)}});
}

void set_split(Document& entry, const Split& split, const quantity::Currency* money = nullptr) {
    entry.set("vested", holding_document(split.vested, money));
    entry.set("accelerated", holding_document(split.accelerated, money));
    entry.set("forfeited", holding_document(split.forfeited, money));
    entry.set("waiting", holding_document(split.waiting, money));
    entry.set("forfeited_gated", holding_document(split.gated, money));
    entry.set("never", quantity_document(split.never, money));
}

Document grants_document(const Leaving& leaving) {
    Document grants = Document::array();
    for (const auto& each : leaving.grants) {
        const bool cash = each.grant->instrument == model::Instrument::cash;
        const auto* money = cash ? &each.grant->currency : nullptr;
        Document entry = Document::object({{"id", each.grant->id},
                                           {"instrument", word(each.grant->instrument)},
                                           {"quantity", quantity_document(each.grant->quantity, money)}});
        set_split(entry, each.split, money);
        const auto share = value::share_of(each.split.forfeited.quantity, each.grant->quantity);
        entry.set("share_forfeited", document_of(share));
        entry.set("next_vest", next_document(each.split.next, money));
        grants.push(std::move(entry));
    }
    return grants;
}

Document clawback_document(const Leaving& leaving) {
    Document all = Document::array();
    for (const auto& sign_on : leaving.sign_ons) {
        if (sign_on.has_clawback) {
            all.push(Document::object({{"name", sign_on.name},
                                       {"owed", document_of(sign_on.owed)},
                                       {"until", document_of(sign_on.until)},
                                       {"paid", document_of(sign_on.paid)},
                                       {"waived", sign_on.waived}}));
        }
    }
    return all;
}

Document options_document(const Leaving& leaving) {
    Document all = Document::array();
    for (const auto& option : leaving.options) {
        const auto& window = option.window;
        all.push(Document::object({{"grant", option.grant->id},
                                   {"instrument", word(option.grant->instrument)},
                                   {"exercisable", document_of(option.exercisable)},
                                   {"cost", document_of(option.cost)},
                                   {"value", document_of(option.value)},
                                   {"deadline", document_of(window.deadline)},
                                   {"under_water", document_of(option.under_water)},
                                   {"window", window.period ? Document(to_string(*window.period)) : Document::null()},
                                   {"expires", document_of(window.expiry)},
                                   {"expired", option.expired},
                                   {"iso_deadline", document_of(value::iso_deadline(leaving, option))}}));
    }
    return all;
}

Document delay_document(const value::ByDelay& delay) {
    return Document::object({{"months_3", document_of(delay.months_3)},
                             {"months_12", document_of(delay.months_12)},
                             {"later", document_of(delay.later)}});
}

Document to_exercise_document(const value::ToExercise& all) {
    return Document::object({{"cash", document_of(all.cash)},
                             {"until", document_of(all.until)},
                             {"options", document_of(all.options)},
                             {"under_water", document_of(all.under_water)},
                             {"strike_not_known", document_of(all.no_strike)}});
}

Document later_document(const std::optional<Leaving>& later) {
    if (!later) {
        return Document::null();
    }
    return Document::object({{"on", document_of(later->departure.on)},
                             {"vested", holding_document(later->all.vested)},
                             {"forfeited", holding_document(later->all.forfeited)},
                             {"clawback_owed", document_of(later->clawback)},
                             {"bonus_forfeited", document_of(later->bonus.finished)},
                             {"bonus_running", document_of(later->bonus.running)},
                             {"cost", document_of(later->cost)},
                             {"bonus_lost", document_of(later->bonus_lost)},
                             {"unpaid_sign_on", document_of(later->unpaid_sign_on)},
                             {"benefits_lost", document_of(later->benefits_lost)},
                             {"severance", document_of(later->received())},
                             {"all_told", document_of(later->stake)}});
}

Document months_document(const value::LeavingMonths& months) {
    return array_of(months.months, [&](const auto& month) {
        return Document::object({{"on", document_of(month.on)},
                                 {"vested", holding_document({month.vested, month.vested_value})},
                                 {"accelerated", holding_document({month.accelerated, month.accelerated_value})},
                                 {"forfeited", holding_document({month.forfeited, month.forfeited_value})},
                                 {"clawback_owed", document_of(month.clawback)},
                                 {"bonus_forfeited", document_of(month.bonus_finished)},
                                 {"bonus_running", document_of(month.bonus_running)},
                                 {"cost", document_of(month.cost)},
                                 {"bonus_lost", document_of(month.bonus_finished + month.bonus_running)},
                                 {"unpaid_sign_on", document_of(month.unpaid_sign_on)},
                                 {"benefits_lost", document_of(month.benefits_lost)},
                                 {"severance", document_of(month.received)},
                                 {"all_told", document_of(month.stake)}});
    });
}

std::string_view word_of(value::DayBrings::Kind kind) {
    switch (kind) {
        case value::DayBrings::Kind::vest: return "vest";
        case value::DayBrings::Kind::sign_on: return "sign_on";
        case value::DayBrings::Kind::clawback: return "clawback";
        case value::DayBrings::Kind::bonus: return "bonus";
    }
    return "vest";
}

Document days_document(const value::LeavingMonths& months) {
    Document all = Document::array();
    for (const auto& day : months.cheaper) {
        Document brings = array_of(day.brings, [&](const auto& each) {
            return Document::object(
                {{"kind", word_of(each.kind)}, {"name", each.name}, {"amount", document_of(each.amount)}});
        });
        all.push(Document::object(
            {{"date", document_of(day.day)}, {"amount", document_of(day.by)}, {"brings", std::move(brings)}}));
    }
    return all;
}

std::string_view word_of(value::LeavingTime time) {
    switch (time) {
        case value::LeavingTime::before_start: return "before_start";
        case value::LeavingTime::employed: return "employed";
        case value::LeavingTime::after_end: return "after_end";
    }
    return "employed";
}

Document entry_document(const value::LeavingAnswer& entry, const LeaveView& view) {
    const Leaving& leaving = entry.leaving;
    Document document = Document::object({{"company", leaving.offer->company},
                                          {"file", leaving.offer->file},
                                          {"currency", leaving.cost.currency().code()},
                                          {"on", document_of(leaving.departure.on)},
                                          {"reason", word(leaving.departure.reason)},
                                          {"time", word_of(leaving.time)},
                                          {"last_day", document_of(leaving.last_day)}});
    set_split(document, leaving.all);
    document.set("grants", grants_document(leaving));
    document.set("clawback", clawback_document(leaving));
    document.set("clawback_owed", document_of(leaving.clawback));
    document.set("unpaid_sign_on", document_of(leaving.unpaid_sign_on));
    document.set("options", options_document(leaving));
    document.set("to_exercise", to_exercise_document(leaving.to_exercise));
    document.set("bonus_lost", document_of(leaving.bonus_lost));
    document.set("bonus_running", document_of(leaving.bonus.running));
    document.set("bonus_forfeited", document_of(leaving.bonus.finished));
    document.set("benefits_lost", document_of(leaving.benefits_lost));
    document.set("bonus", Document::object({{"finished_years", document_of(leaving.bonus.finished)},
                                            {"running_year", document_of(leaving.bonus.running)}}));
    document.set("cost", document_of(leaving.cost));
    document.set("forfeited_within", delay_document(leaving.all.delay));
    document.set("make_whole", make_whole_document(leaving.make_whole));
    document.set("severance", document_of(leaving.received()));
    document.set("received", Document::object({{"severance", document_of(leaving.severance.severance)},
                                               {"unused_holidays", document_of(leaving.severance.holidays)}}));
    document.set("all_told", document_of(leaving.stake));
    document.set("non_compete", non_compete_document(entry.non_compete));
    document.set("next_vest", next_document(leaving.all.next));
    document.set("notice_by", document_of(value::notice_day(leaving)));
    document.set("month_later", later_document(entry.month_later));
    if (entry.months) {
        document.set("months", months_document(*entry.months));
        document.set("days_worth_waiting_for", days_document(*entry.months));
    }
    if (view.explain) {
        Document explanation = array_of(leave_traces(leaving), [&](const auto& trace) {
            return Document::object(
                {{"figure", trace.figure},
                 {"amount", document_of(trace.amount)},
                 {"place", trace.place ? Document(place_of(*trace.place, view.sources)) : Document::null()},
                 {"rule", trace.rule}});
        });
        document.set("explanation", std::move(explanation));
    }
    return document;
}

}  // namespace

Document leave_document(std::span<const value::LeavingAnswer> entries, const LeaveView& view) {
    Document offers = array_of(entries, [&](const auto& entry) { return entry_document(entry, view); });
    Document rates = array_of(rates_used(entries));
    return envelope("leave")
        .set("as_of", document_of(view.valuation.as_of))
        .set("offers", std::move(offers))
        .set("rates", std::move(rates))
        .set("assumptions", assumption_documents(view.valuation, papers_of(entries)));
}

Sheet leave_sheet(std::span<const value::LeavingAnswer> entries) {
    if (!entries.empty() && entries.front().months) {
        std::vector<LeaveMonthLine> lines;
        for (const auto& entry : entries) {
            const auto months = month_lines(entry.leaving, *entry.months);
            lines.insert(lines.end(), months.begin(), months.end());
        }
        return month_columns(lines).sheet(lines);
    }
    std::vector<LeaveLine> lines;
    for (const auto& entry : entries) {
        lines.push_back({&entry.leaving, &entry.non_compete});
    }
    return leave_columns().sheet(lines);
}

}  // namespace offerkit::report
