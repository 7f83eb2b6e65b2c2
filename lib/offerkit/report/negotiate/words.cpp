#include <offerkit/report/negotiate/words.hpp>

#include <algorithm>
#include <variant>

#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {
namespace {

using choice::Justification;
using choice::Missing;
using choice::Negotiation;
using choice::negotiation::Amount;
using choice::negotiation::Grade;
using choice::negotiation::LeverKind;
using choice::negotiation::Metric;
using choice::negotiation::Stage;
using diagnostic::formatted;
using quantity::Money;

// Whole units, upwards: an amount that is said must still be enough.
Money whole_units(Money amount) {
    const std::int64_t major = amount.currency().minor_per_major();
    return {static_cast<std::int64_t>(quantity::ceiling_divide(amount.minor(), major) * major), amount.currency()};
}

std::string whole_words(Money amount, quantity::Currency home) {
    const Money whole = whole_units(amount);
    return amount.currency() == home ? to_grouped(whole, true) : about(whole);
}

void warn_of_numbers(const Negotiation& found, std::vector<NegotiationWarning>& warnings) {
    const Money target = found.target.amount;
    if (!found.ask.reachable) {
        warnings.push_back({"target-above-cap",
                            formatted("every part at its most comes to {}, below the target of {}",
                                      of_metric(*found.ask.cap, found), of_metric(target, found)),
                            "Asking does not close this: another level, another offer, or no."});
    }
    if (target <= found.current) {
        warnings.push_back({"target-met",
                            formatted("the offer is at the target of {} already", of_metric(target, found)),
                            "Nothing more is needed to get there; `--target` names a higher one."});
    }
    if (found.reservation && *found.reservation > found.current) {
        warnings.push_back(
            {"below-reservation", "as it stands the offer is worth less to you than the way you would go without it",
             found.ask.cap && *found.ask.cap < *found.reservation
                 ? "Do not take it. Asking does not close this: another level, another offer, or no."
                 : formatted("Do not take it as it is: ask for {} at least.", of_metric(*found.reservation, found))});
    }
    if (found.strongest() == nullptr && target > found.current) {
        warnings.push_back({"no-evidence",
                            "nothing in your files justifies a number to them, so the counter is a question",
                            "Find the range of a posting for the role, or another offer in writing."});
    }
    if (!found.ask.cap && found.stage != Stage::before_offer) {
        warnings.push_back({"no-ceiling", "how far they can go is not known, so no number is said",
                            "Ask for the range first, and put it into [band]; or say what kind of employer it is with "
                            "`employer = \"large\"`."});
    }
    if (found.keep_looking) {
        warnings.push_back({"keep-looking", "what you would walk away for is below the 25th percentile of [market]",
                            "Your real alternative is to keep looking: a file with `kind = \"search\"` says what it is "
                            "worth."});
    }
    if (!found.counts_other_factors && found.decision) {
        warnings.push_back({"money-alone", "in this figure only money is counted, not your other factors",
                            "`--metric decide` counts them."});
    }
}

struct MissingWords {
    Missing what;
    const char* code;
    const char* message;
    const char* help;
};
constexpr MissingWords missing_words[] = {
    {Missing::alternatives, "no-alternative", "no other way to go is given, so there is no walk-away number",
     "Name one with `--against`: an offer, the job you hold (`kind = \"current\"`), interviews under way "
     "(`evidence = \"process\"`), or going on looking (`kind = \"search\"`)."},
    {Missing::band, "no-band", "what they can pay at this level is not known",
     "Many postings carry a pay range, in some places by law; ask \"what is the range for this level?\" and put it "
     "into "
     "[band]."},
    {Missing::market, "no-market", "what others are paid for this is not known",
     "Look it up by company and level, and write [market] with its percentiles, source and date."},
    {Missing::level, "level-unknown", "without a level nothing can be said about the one above",
     "Ask for it, and put it "
     "into [level]."},
    {Missing::grant_price, "no-equity-lever", "more equity cannot be counted without a share price",
     "Add [stock] with its `price`."},
};

bool has_grade(const Negotiation& found, Grade grade) {
    return std::any_of(found.alternatives.all.begin(), found.alternatives.all.end(),
                       [&](const auto& way) { return way.grade == grade; });
}

std::string company_of(const Negotiation& found, std::size_t offer) {
    return found.comparison.offers[offer].offer->company;
}

}  // namespace

std::string of_metric(Money amount, const Negotiation& found) {
    const std::string kept = found.after_tax() ? " after tax" : "";
    switch (found.terms.metric) {
        case Metric::present_value:
            return formatted("{}{} over {}", about(amount), kept, to_string(found.comparison.valuation.horizon));
        case Metric::first_year: return formatted("{}{} in year 1", about(amount), kept);
        case Metric::annualized:
        case Metric::average:
        case Metric::decide: break;
    }
    return formatted("{}{} a year", about(amount), kept);
}

std::string justification_words(const Justification& why) {
    const std::string date = why.as_of ? ", " + to_string(*why.as_of) : "";
    const std::string from = why.source.empty() ? date : formatted(" ({}{})", why.source, date);
    switch (why.kind) {
        case Justification::Kind::competing_offer: return "the offer of " + why.source;
        case Justification::Kind::band: return "the top of the band" + from;
        case Justification::Kind::market: return "the highest figure of [market]" + from;
    }
    return why.source;
}

std::string metric_words(const Negotiation& found) {
    const std::string horizon = to_string(found.comparison.valuation.horizon);
    switch (found.terms.metric) {
        case Metric::present_value:
            return formatted("everything paid over {}, later money counted for less ({} a year)", horizon,
                             to_percent(found.comparison.valuation.discount_rate));
        case Metric::first_year: return "what the first year pays";
        case Metric::annualized:
            return found.after_tax() ? "annualized pay, taxed as that of one year"
                                     : "annualized pay, as letters and recruiters count it";
        case Metric::average:
        case Metric::decide: break;
    }
    return "pay a year, the mean of " + horizon;
}

std::string lever_words(LeverKind kind) {
    switch (kind) {
        case LeverKind::base: return "base";
        case LeverKind::bonus: return "bonus";
        case LeverKind::sign_on: return "sign-on";
        case LeverKind::equity: return "equity";
        case LeverKind::equity_shares: return "equity, shares";
        case LeverKind::level: return "level";
    }
    return "base";
}

std::string change_words(const Amount& amount, quantity::Currency home, std::string_view unit) {
    if (const auto* money = std::get_if<Money>(&amount)) {
        return formatted("+{}{}{}", whole_words(*money, home), unit.empty() ? "" : " ", unit);
    }
    if (const auto* shares = std::get_if<quantity::Shares>(&amount)) {
        return "+" + counted(*shares);
    }
    return formatted("+{} of base", to_percent(std::get<quantity::Rate>(amount)));
}

std::string level_words(const Amount& amount, quantity::Currency home) {
    if (const auto* money = std::get_if<Money>(&amount)) {
        return whole_words(*money, home);
    }
    if (const auto* shares = std::get_if<quantity::Shares>(&amount)) {
        return text_of(*shares);
    }
    return to_percent(std::get<quantity::Rate>(amount));
}

std::string flexibility_words(model::Flexibility flexibility) {
    switch (flexibility) {
        case model::Flexibility::high: return "easily";
        case model::Flexibility::low: return "a little";
        case model::Flexibility::none: return "fixed";
        case model::Flexibility::rare: return "seldom";
    }
    return "fixed";
}

std::string unit_words(LeverKind kind, const model::Offer& offer) {
    if (kind != LeverKind::base) {
        return {};
    }
    switch (offer.base ? offer.base->basis : model::Base::Basis::salary) {
        case model::Base::Basis::salary: break;
        case model::Base::Basis::monthly: return "a month";
        case model::Base::Basis::hourly: return "an hour";
        case model::Base::Basis::daily: return "a day";
    }
    return "a year";
}

std::vector<NegotiationWarning> negotiation_warnings(const Negotiation& found) {
    std::vector<NegotiationWarning> warnings;
    for (const auto& flag : found.red_flags) {
        warnings.push_back({flag.code, flag.message, flag.ask});
    }
    warn_of_numbers(found, warnings);
    for (const auto& words : missing_words) {
        const bool missing = std::find(found.missing.begin(), found.missing.end(), words.what) != found.missing.end();
        // A level that is missing is a red flag already.
        if (missing && words.what != Missing::level) {
            warnings.push_back({words.code, words.message, words.help});
        }
    }
    return warnings;
}

std::vector<std::string> order_of_play(const Negotiation& found) {
    std::vector<std::string> steps;
    steps.emplace_back("Thank them, say that you are glad of it, and agree to nothing in the same call.");
    if (found.offer->evidence != model::Evidence::written) {
        steps.emplace_back("Ask for the offer in writing, every part of it with its dates and terms.");
    }
    if (found.waiting && found.waiting->extension > Money::zero(found.current.currency())) {
        steps.push_back(formatted("Ask for time{}, when interviews under way should be decided.",
                                  found.waiting->until ? " until after " + to_string(*found.waiting->until) : ""));
    }
    steps.emplace_back("Ask your questions first: what you learn may change the numbers.");
    if (has_grade(found, Grade::current)) {
        const auto& held = *std::find_if(found.alternatives.all.begin(), found.alternatives.all.end(),
                                         [](const auto& way) { return way.grade == Grade::current; });
        if (held.make_whole && !held.make_whole->is_zero()) {
            steps.push_back(
                formatted("Name what leaving {} costs you, {}, and ask whether they make up for it with a sign-on.",
                          company_of(found, held.offer), about(*held.make_whole)));
        }
    }
    if (found.ask.counter) {
        const std::string counter = of_metric(*found.ask.counter, found);
        steps.push_back(formatted(
            "Ask once, in one mail, for all parts together{}, with the reason, then wait. A number once said only goes "
            "down.",
            found.after_tax() ? formatted(" (to you {})", counter) : ": " + counter));
    } else if (!found.ask.reachable) {
        steps.emplace_back("Ask about the level above: what they can pay at this one ends below your target.");
    }
    steps.emplace_back("Two rounds at most.");
    if (found.reservation) {
        steps.push_back(
            formatted("Below {} thank them and take the alternative.", of_metric(*found.reservation, found)));
    }
    steps.emplace_back(
        "When the numbers are right, say yes, get the new letter, `check` it against this one, and resign last.");
    return steps;
}

std::vector<std::string> negotiation_questions(const Negotiation& found) {
    const model::Offer& offer = *found.offer;
    std::vector<std::string> questions;
    const auto missing = [&](Missing what) {
        return std::find(found.missing.begin(), found.missing.end(), what) != found.missing.end();
    };
    if (offer.employer == model::Employer::startup) {
        questions.emplace_back("How much money is left, and until when does it last?");
    } else if (missing(Missing::level)) {
        questions.emplace_back("Which level is this, and what does the next one ask of people?");
    } else {
        questions.push_back(
            formatted("What would the level above {} have needed, and when is the next review?", offer.level->name));
    }
    if (missing(Missing::band)) {
        questions.emplace_back("What is the range at this level, for base, equity and sign-on?");
    }
    questions.emplace_back("Which parts of the offer can move, and who decides about each?");
    if (!offer.grants.empty()) {
        questions.emplace_back("At what price and on which day is the grant turned into shares?");
        questions.emplace_back("What do people at this level get in yearly grants after the first?");
    }
    if (offer.stock && offer.stock->kind == model::StockKind::private_company) {
        questions.emplace_back(
            "How many shares are there fully diluted, what is the 409A price, and how long can "
            "options be exercised after leaving?");
    }
    if (!offer.bonuses.empty()) {
        questions.emplace_back("What share of the target bonus was paid in each of the last three years?");
    }
    if (std::any_of(offer.sign_ons.begin(), offer.sign_ons.end(),
                    [](const auto& sign_on) { return sign_on.clawback.has_value(); })) {
        questions.emplace_back("When does the sign-on have to be paid back, and is that waived if they end the job?");
    }
    for (const auto& flag : found.red_flags) {
        if (flag.code == "short-deadline") {
            questions.emplace_back("Can I have a week from the day of the written offer?");
        }
    }
    return questions;
}

}  // namespace offerkit::report
