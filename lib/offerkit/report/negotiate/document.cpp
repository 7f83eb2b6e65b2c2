#include <utility>
#include <variant>

#include <offerkit/report/negotiate/columns.hpp>
#include <offerkit/report/negotiate/company.hpp>
#include <offerkit/report/negotiate/negotiate.hpp>
#include <offerkit/report/negotiate/words.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/offer_document.hpp>
#include <offerkit/report/words/papers.hpp>

namespace offerkit::report {
namespace {

using choice::Negotiation;
using choice::negotiation::Amount;
using choice::negotiation::InRange;
using choice::negotiation::LeverAnswer;
using quantity::Money;

Document amount_document(const std::optional<Amount>& amount) {
    return amount ? std::visit([](const auto& each) { return document_of(each); }, *amount) : Document::null();
}

Document unit_document(const std::optional<Amount>& amount) { return text_or_null(unit_of(amount)); }

Document range_document(const std::optional<InRange>& placed) {
    if (!placed) {
        return Document::null();
    }
    return Document::object({{"min", document_of(placed->range.min)},
                             {"mid", document_of(placed->range.mid)},
                             {"max", document_of(placed->range.max)},
                             {"compa_ratio", document_of(placed->compa_ratio)},
                             {"range_penetration", document_of(placed->penetration)}});
}

Document position_document(const Negotiation& found) {
    const auto& position = found.position;
    const auto& market = position.market;
    Document note = Document::null();
    if (market && !market->percentile) {
        note =
            market->below != 0 ? "below p" + std::to_string(market->below) : "above p" + std::to_string(market->above);
    }
    Document published = Document::array();
    for (const auto& pay : found.terms.published) {
        published.push(Document::object({{"what", pay.what},
                                         {"source", pay.source},
                                         {"as_of", document_of(pay.as_of)},
                                         {"total", document_of(pay.total)},
                                         {"base", document_of(pay.base)},
                                         {"base_min", document_of(pay.base_range.min)},
                                         {"base_max", document_of(pay.base_range.max)}}));
    }
    return Document::object(
        {{"compa_ratio", position.base ? document_of(position.base->compa_ratio) : Document::null()},
         {"range_penetration", position.base ? document_of(position.base->penetration) : Document::null()},
         {"percentile", market ? document_of(market->percentile) : Document::null()},
         {"percentile_note", std::move(note)},
         {"salary", document_of(position.salary)},
         {"annualized", document_of(position.annualized)},
         {"base", range_document(position.base)},
         {"equity", range_document(position.equity)},
         {"sign_on", range_document(position.sign_on)},
         {"published", std::move(published)},
         {"rank", position.rank},
         {"offers", position.files}});
}

Document settings_document(const std::vector<std::string>& settings, const Negotiation& found) {
    Document all = Document::array();
    for (const auto& setting : settings) {
        all.push(placed(setting, found));
    }
    return all;
}

Document lever_document(const LeverAnswer& answer, const Negotiation& found) {
    return Document::object(
        {{"goal", to_string(answer.goal)},
         {"lever", word(answer.lever)},
         {"needed", amount_document(answer.needed)},
         {"level", amount_document(answer.level)},
         {"unit", unit_document(answer.level)},
         {"resulting", document_of(answer.resulting)},
         {"cap", amount_document(answer.cap)},
         {"reachable", answer.reachable},
         {"flexibility", word(answer.flexibility)},
         {"set", answer.settings.size() == 1 ? Document(placed(answer.settings.front(), found)) : Document::null()},
         {"sets", settings_document(answer.settings, found)}});
}

Document package_document(const choice::negotiation::Package& package, const Negotiation& found) {
    Document parts = Document::array();
    for (const auto& part : package.parts) {
        parts.push(Document::object({{"lever", word(part.lever)},
                                     {"needed", amount_document(part.needed)},
                                     {"level", amount_document(part.level)},
                                     {"unit", unit_document(part.level)},
                                     {"at_cap", part.at_cap},
                                     {"set", placed(part.setting, found)}}));
    }
    return Document::object({{"goal", to_string(package.goal)},
                             {"kind", to_string(package.kind)},
                             {"parts", std::move(parts)},
                             {"resulting", document_of(package.resulting)},
                             {"reachable", package.reachable}});
}

Document alternative_document(const choice::negotiation::Alternative& way, const Negotiation& found) {
    const auto& paper = *found.comparison.offers[way.offer].offer;
    return Document::object({{"company", paper.company},
                             {"file", paper.file},
                             {"evidence", word(way.grade)},
                             {"figure", document_of(way.figure)},
                             {"clawback", document_of(way.clawback)},
                             {"chance", document_of(way.chance)},
                             {"value", document_of(way.worth)},
                             {"make_whole", document_of(way.make_whole)}});
}

Document waiting_document(const Negotiation& found) {
    if (!found.waiting) {
        return Document::null();
    }
    const auto& waiting = *found.waiting;
    Document offers = Document::array();
    for (const auto& process : waiting.offers) {
        offers.push(Document::object({{"company", found.comparison.offers[process.offer].offer->company},
                                      {"file", found.comparison.offers[process.offer].offer->file},
                                      {"chance", document_of(process.chance)},
                                      {"expected", document_of(process.expected)},
                                      {"in_time", process.in_time},
                                      {"published_odds", document_of(process.published)}}));
    }
    const auto& odds = found.practice.odds;
    return Document::object({{"accept_now", document_of(waiting.accept_now)},
                             {"wait", document_of(waiting.wait)},
                             {"with_extension", document_of(waiting.with_extension)},
                             {"value", document_of(waiting.extension)},
                             {"until", document_of(waiting.until)},
                             {"offers", std::move(offers)},
                             {"odds", Document::object({{"low", document_of(odds.low)},
                                                        {"high", document_of(odds.high)},
                                                        {"source", odds.source},
                                                        {"as_of", document_of(odds.as_of)}})}});
}

Document without_money_document(const Negotiation& found) {
    if (!found.decision || !found.decision->without_money) {
        return Document::null();
    }
    Document scores = Document::array();
    const auto& apart = *found.decision->without_money;
    for (const auto offer : apart.ranking) {
        scores.push(Document::object({{"company", found.comparison.offers[offer].offer->company},
                                      {"file", found.comparison.offers[offer].offer->file},
                                      {"value", Document::number(apart.scores[offer].value)}}));
    }
    return Document::object({{"scores", std::move(scores)}});
}

Document exchange_document(const Negotiation& found) {
    if (!found.exchange) {
        return Document::null();
    }
    Document equals = Document::array();
    for (const auto& equal : found.exchange->equals) {
        equals.push(Document::object({{"lever", word(equal.lever)},
                                      {"needed", amount_document(equal.amount)},
                                      {"unit", unit_document(equal.amount)}}));
    }
    return Document::object({{"base", document_of(found.exchange->base)},
                             {"worth", document_of(found.exchange->worth)},
                             {"equals", std::move(equals)}});
}

Document justification_document(const choice::Justification& why) {
    return Document::object({{"kind", to_string(why.kind)},
                             {"amount", document_of(why.amount)},
                             {"source", why.source},
                             {"as_of", document_of(why.as_of)}});
}

Document level_step_document(const Negotiation& found) {
    const auto& step = found.terms.level_step;
    return step ? Document::object({{"level", step->name},
                                    {"ratio", document_of(step->ratio)},
                                    {"source", step->source},
                                    {"as_of", document_of(step->as_of)},
                                    {"worth", document_of(found.level_worth)}})
                : Document::null();
}

Document numbers(const Negotiation& found) {
    Document document = envelope("negotiate");
    const auto& best = found.alternatives;
    document.set("valuation", valuation_document(found.comparison))
        .set("company", found.offer->company)
        .set("file", found.offer->file)
        .set("metric", word(found.terms.metric))
        .set("after_tax", found.after_tax())
        .set("currency", found.comparison.currency.code())
        .set("offer", document_of(found.current))
        .set("without_money", without_money_document(found))
        .set("position", position_document(found))
        .set("batna", best.empty() ? Document::null() : alternative_document(best.batna(), found))
        .set("alternatives", array_of(best.all, [&](const auto& way) { return alternative_document(way, found); }))
        .set("reservation", document_of(found.reservation))
        .set("counts_other_factors", found.counts_other_factors)
        .set("target", document_of(found.target.amount))
        .set("target_from", word(found.target.from))
        .set("stage", word(found.stage))
        .set("ask", Document::object(
                        {{"low", document_of(found.ask.low)},
                         {"high", document_of(found.ask.high)},
                         {"counter", document_of(found.ask.counter)},
                         {"settles_at", document_of(found.settles_at)},
                         {"cap", document_of(found.ask.cap)},
                         {"reachable", found.ask.reachable},
                         {"justified_by", found.strongest() != nullptr ? justification_document(*found.strongest())
                                                                       : Document::null()}}))
        .set("justified_by", array_of(found.justifications, justification_document))
        .set("ceilings", array_of(found.ceilings,
                                  [](const auto& each) {
                                      return Document::object({{"lever", word(each.lever)},
                                                               {"cap", amount_document(each.cap)},
                                                               {"unit", unit_document(each.cap)},
                                                               {"from", each.from_band ? "band" : "usual_room"},
                                                               {"source", each.source},
                                                               {"as_of", document_of(each.as_of)}});
                                  }))
        .set("parts", array_of(found.in_one_piece.parts,
                               [&](const auto& part) {
                                   return Document::object({{"lever", word(part.lever)},
                                                            {"from", amount_document(part.from)},
                                                            {"to", amount_document(part.to)},
                                                            {"change", amount_document(part.change)},
                                                            {"unit", unit_document(part.to)},
                                                            {"set", placed(part.setting, found)}});
                               }))
        .set("together", found.in_one_piece.parts.empty() ? Document::null() : document_of(found.in_one_piece.together))
        .set("first_alone", document_of(found.in_one_piece.first_alone))
        .set("level_step", level_step_document(found))
        .set("break_even_loss", document_of(found.break_even_loss))
        .set("break_even", company_ties_document(found))
        .set("keep_looking", found.keep_looking);
    return document;
}

}  // namespace

Document negotiate_document(const Negotiation& found, bool explain, const diagnostic::Sources& sources) {
    Document document = numbers(found);
    const auto& practice = found.practice;
    document.set("levers", array_of(found.levers, [&](const auto& answer) { return lever_document(answer, found); }))
        .set("exchange", exchange_document(found))
        .set("packages",
             array_of(found.packages, [&](const auto& package) { return package_document(package, found); }))
        .set("concessions", Document::array())
        .set("answers",
             array_of(negotiation_lines(found),
                      [](const auto& line) { return Document::object({{"if", line.when}, {"say", line.say}}); }))
        .set("mail", negotiation_mail(found))
        .set("deadline",
             Document::object(
                 {{"decide_by", document_of(found.deadline.decide_by)},
                  {"days_given", found.deadline.days_given ? Document(*found.deadline.days_given) : Document::null()},
                  {"days_left", found.deadline.days_left ? Document(*found.deadline.days_left) : Document::null()}}))
        .set("extension", waiting_document(found))
        .set("order_of_play", array_of(order_of_play(found), [](const auto& text) { return Document(text); }))
        .set("questions", array_of(negotiation_questions(found), [](const auto& text) { return Document(text); }))
        .set("never_say", array_of(never_say(found), [](const auto& text) { return Document(text); }))
        .set("warnings",
             array_of(negotiation_warnings(found),
                      [](const auto& warning) {
                          return Document::object(
                              {{"code", warning.code}, {"message", warning.message}, {"help", warning.help}});
                      }))
        .set("practice", Document::object({{"source", practice.header.source},
                                           {"as_of", document_of(practice.header.as_of)},
                                           {"ask_low", document_of(practice.ask_low)},
                                           {"ask_high", document_of(practice.ask_high)},
                                           {"settlement", document_of(practice.settlement)},
                                           {"rescind", document_of(practice.rescind)},
                                           {"rescind_low", document_of(practice.rescind_low)},
                                           {"success", document_of(practice.success)},
                                           {"claims", array_of(practice.claims, [](const auto& claim) {
                                                return Document::object({{"text", claim.text},
                                                                         {"source", claim.source},
                                                                         {"as_of", document_of(claim.as_of)}});
                                            })}}));
    if (explain) {
        document.set("explanation", explanation_document(found.valued(), found.comparison.valuation, sources));
    }
    document
        .set("rates", array_of(rates_used(found.comparison.offers), [](const auto& rate) { return Document(rate); }))
        .set("assumptions", assumption_documents(found.comparison.valuation, papers_of(found.comparison)));
    return document;
}

}  // namespace offerkit::report
