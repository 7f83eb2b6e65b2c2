#include <offerkit/report/leave/facts.hpp>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>

namespace offerkit::report {

using model::LeavingReason;

std::string_view reason_phrase(LeavingReason reason) noexcept {
    switch (reason) {
        case LeavingReason::any:
        case LeavingReason::voluntary: return "Leaving of your own accord";
        case LeavingReason::retirement: return "Retiring";
        case LeavingReason::without_cause: return "Being let go without cause";
        case LeavingReason::good_reason: return "Leaving for good reason";
        case LeavingReason::with_cause: return "Being dismissed for cause";
        case LeavingReason::death: return "A death in service";
        case LeavingReason::disability: return "Leaving through disability";
    }
    return "Leaving";
}

std::vector<const model::Offer*> papers_of(std::span<const value::LeavingAnswer> entries) {
    std::vector<const model::Offer*> papers;
    for (const auto& entry : entries) {
        papers.push_back(entry.leaving.offer);
    }
    return papers;
}

std::vector<std::string> rates_used(std::span<const value::LeavingAnswer> entries) {
    std::vector<std::string> lines;
    for (const auto& entry : entries) {
        add_rates(lines, entry.rates);
    }
    return lines;
}

std::string clawback_rule(const model::Clawback& clawback) {
    std::string text;
    switch (clawback.rule) {
        case model::ClawbackRule::full: text = "all of it"; break;
        case model::ClawbackRule::steps: text = "the part that the step of the day names"; break;
        case model::ClawbackRule::prorated:
            text = clawback.full_for
                       ? diagnostic::formatted("all of it for {}, then the part not served of the rest of the term",
                                               to_string(*clawback.full_for))
                       : "the part of the term not served";
            break;
    }
    return diagnostic::formatted(
        "{} within {}{}", text, to_string(clawback.within),
        clawback.share == quantity::Fraction{1} ? "" : ", times " + to_percent(clawback.share));
}

std::vector<Trace> leave_traces(const value::Leaving& leaving) {
    std::vector<Trace> traces;
    const std::string day = to_string(leaving.last_day);
    for (const auto& each : leaving.grants) {
        const auto& grant = *each.grant;
        const std::string strike = grant.strike ? " less the strike of " + to_grouped(*grant.strike) : "";
        const std::string price = grant.instrument == model::Instrument::cash
                                      ? ""
                                      : diagnostic::formatted(", at the share price of {}{}", day, strike);
        traces.push_back({0, "vested: " + grant.id, each.split.vested.value, grant.span,
                          diagnostic::formatted("what its schedule earns by {}{}", day, price)});
        if (!each.split.accelerated.value.is_zero()) {
            traces.push_back({0, "accelerated: " + grant.id, each.split.accelerated.value, grant.span,
                              "what the reason for leaving brings early" + price});
        }
        traces.push_back({0, "forfeited: " + grant.id, each.split.forfeited.value, grant.span, "the rest" + price});
    }
    for (const auto& sign_on : leaving.sign_ons) {
        if (sign_on.has_clawback) {
            traces.push_back({0, "clawback: " + sign_on.name, sign_on.owed, sign_on.span,
                              sign_on.waived ? "waived for this reason"
                                             : diagnostic::formatted("{} paid by {} x {}", with_currency(sign_on.paid),
                                                                     day, clawback_rule(*sign_on.terms))});
        }
    }
    const std::optional<diagnostic::Span> place =
        leaving.offer->bonuses.empty() ? std::nullopt : std::optional{leaving.offer->bonuses.front().span};
    if (!leaving.bonus.finished.is_zero()) {
        traces.push_back(
            {0, "bonus of finished years", leaving.bonus.finished, place,
             diagnostic::formatted("what finished bonus years pay after {}, deferred parts included", day)});
    }
    if (!leaving.bonus.running.is_zero()) {
        traces.push_back({0, "bonus of the running year", leaving.bonus.running, place,
                          diagnostic::formatted("what has been earned of it by {}: on the base paid so far in years of "
                                                "employment, by days in other years",
                                                day)});
    }
    if (!leaving.benefits_lost.is_zero()) {
        traces.push_back({0, "benefits not vested", leaving.benefits_lost, leaving.offer->benefits.span,
                          diagnostic::formatted("what has been added by {} less what service has vested of it", day)});
    }
    traces.push_back({0, "cost of leaving", leaving.cost, std::nullopt,
                      "forfeited value + what is to be paid back + bonus of finished years"});
    const auto& terms = leaving.offer->leaving;
    if (terms && terms->severance && !leaving.severance.severance.is_zero()) {
        traces.push_back(
            {0, "severance", leaving.severance.severance, terms->severance->span,
             diagnostic::formatted("{} of the salary in force on {}", to_string(terms->severance->value), day)});
    }
    if (terms && terms->unused_holiday_days && !leaving.severance.holidays.is_zero()) {
        const auto& days = terms->unused_holiday_days->value;
        traces.push_back({0, "unused holidays", leaving.severance.holidays, terms->unused_holiday_days->span,
                          diagnostic::formatted("{}{} at 1/260 of the salary in force on {}", to_decimal(days),
                                                days == quantity::Number{1} ? " day" : " days", day)});
    }
    traces.push_back({0, "make-whole", leaving.make_whole.total, std::nullopt,
                      "the vests of the next 12 months + what is to be paid back + bonus of finished years"});
    return traces;
}

}  // namespace offerkit::report
