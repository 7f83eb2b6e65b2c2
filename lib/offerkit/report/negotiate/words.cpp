#include <offerkit/report/negotiate/words.hpp>

#include <algorithm>
#include <variant>

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
        const bool worth_saying = found.worth_saying(*found.ask.cap);
        warnings.push_back({"target-above-cap",
                            "the band ends at " + of_metric(*found.ask.cap, found) + ", below the target of " +
                                of_metric(target, found) +
                                (worth_saying ? ": the numbers to say are its end" : ", and no number to say is left"),
                            worth_saying ? "Ask about the level above, or aim for what this level can pay."
                                         : "Ask about the level above."});
    }
    if (target <= found.current) {
        warnings.push_back({"target-met", "the offer is at the target of " + of_metric(target, found) + " already",
                            "Nothing more is needed to get there; name a higher `--target` if the market bears it."});
    }
    if (found.reservation && *found.reservation > found.current) {
        warnings.push_back(
            {"below-reservation", "as it stands the offer is worth less to you than the way you would go without it",
             found.ask.cap && *found.ask.cap < *found.reservation
                 ? "Do not take it. The band ends below " + of_metric(*found.reservation, found) +
                       " as well: ask about the level above, or take the other way."
                 : "Do not take it as it is: ask for " + of_metric(*found.reservation, found) + " at least."});
    }
    if (found.reservation && *found.reservation > target) {
        warnings.push_back({"target-below-reservation",
                            "the target is below what you would walk away for, " + of_metric(*found.reservation, found),
                            "Aim higher, or look at the other way again."});
    }
    if (found.beyond_justified()) {
        const auto& best = *found.strongest();
        warnings.push_back({"beyond-evidence",
                            "the ask goes beyond what your files justify: " + justification_words(best) +
                                " carries up to " + of_metric(best.amount, found),
                            "Name that when they ask why, and say that the rest is what would make you sign."});
    } else if (found.strongest() == nullptr) {
        warnings.push_back({"no-evidence", "nothing in your files justifies a number to them",
                            "Find the range of a posting for the role, figures of what others are paid, or another "
                            "offer."});
    }
    if (found.terms.metric != Metric::average && found.terms.metric != Metric::decide && found.decision) {
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
    {Missing::band, "no-band", "what they can pay at this level is not known, so nothing is capped",
     "Many postings carry a pay range, in some places by law; ask \"what is the range for this level?\" and put it "
     "into "
     "[band]."},
    {Missing::caps, "open-band", "the band names no top for every part, so the whole is not capped",
     "Ask what the most is in equity and sign-on at this level."},
    {Missing::market, "no-market", "what others are paid for this is not known",
     "Look it up by company and level, and put the percentiles into [market] with their source and date."},
    {Missing::level, "level-unknown", "without a level nothing can be said about the one above",
     "Ask for it, and put it "
     "into [level]."},
    {Missing::level_figures, "no-level-figures", "nothing is published about the level above",
     "Ask what the next level pays; `offerkit levels` shows what is known."},
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
    switch (found.terms.metric) {
        case Metric::present_value: return about(amount) + " over " + to_string(found.comparison.valuation.horizon);
        case Metric::first_year: return about(amount) + " in year 1";
        case Metric::average:
        case Metric::decide: break;
    }
    return about(amount) + " a year";
}

std::string justification_words(const Justification& why) {
    const std::string date = why.as_of ? ", " + to_string(*why.as_of) : "";
    switch (why.kind) {
        case Justification::Kind::competing_offer: return "the offer of " + why.source;
        case Justification::Kind::band:
            return "the top of the band" + (why.source.empty() ? date : " (" + why.source + date + ")");
        case Justification::Kind::market:
            return "the top of the market figures" + (why.source.empty() ? date : " (" + why.source + date + ")");
    }
    return why.source;
}

std::string spoken_range(const Negotiation& found) {
    if (found.ask.low == found.ask.high) {
        return of_metric(found.ask.low, found);
    }
    return "between " + about(found.ask.low) + " and " + of_metric(found.ask.high, found);
}

std::string metric_words(const Negotiation& found) {
    const std::string horizon = to_string(found.comparison.valuation.horizon);
    switch (found.terms.metric) {
        case Metric::present_value:
            return "everything paid over " + horizon + ", later money counted for less (" +
                   to_percent(found.comparison.valuation.discount_rate) + " a year)";
        case Metric::first_year: return "what the first year pays";
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
        return "+" + whole_words(*money, home) + (unit.empty() ? "" : " " + std::string(unit));
    }
    if (const auto* shares = std::get_if<quantity::Shares>(&amount)) {
        return "+" + counted(*shares);
    }
    return "+" + to_percent(std::get<quantity::Rate>(amount)) + " of base";
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
        steps.push_back("Ask for time" +
                        (found.waiting->until ? " until after " + to_string(*found.waiting->until) : std::string()) +
                        ", when interviews under way should be decided.");
    }
    steps.emplace_back("Ask your questions first: what you learn may change the numbers.");
    if (has_grade(found, Grade::current)) {
        const auto& held = *std::find_if(found.alternatives.all.begin(), found.alternatives.all.end(),
                                         [](const auto& way) { return way.grade == Grade::current; });
        if (held.make_whole && !held.make_whole->is_zero()) {
            steps.push_back("Name what leaving " + company_of(found, held.offer) + " costs you, " +
                            about(*held.make_whole) + ", and ask whether they make up for it with a sign-on.");
        }
    }
    if (found.ask.counter && found.worth_saying(*found.ask.counter)) {
        steps.push_back("Say your number once, " + of_metric(*found.ask.counter, found) +
                        ", with the reason, then wait. A number once said only goes down.");
        if (found.concessions.size() > 1) {
            steps.emplace_back("Come down in steps that shrink, each in return for something.");
        }
    } else if (!found.ask.reachable) {
        steps.push_back("Ask about the level above: what they can pay at this one ends at " +
                        of_metric(*found.ask.cap, found) + ".");
    }
    if (found.reservation) {
        steps.push_back("Below " + of_metric(*found.reservation, found) + " thank them and take the other way.");
    }
    steps.emplace_back("When the numbers are right, ask for all of it in writing, then say yes.");
    return steps;
}

std::vector<std::string> negotiation_questions(const Negotiation& found) {
    const model::Offer& offer = *found.offer;
    std::vector<std::string> questions;
    const auto missing = [&](Missing what) {
        return std::find(found.missing.begin(), found.missing.end(), what) != found.missing.end();
    };
    if (missing(Missing::level)) {
        questions.emplace_back("Which level is this, and what does the next one ask of people?");
    } else {
        questions.push_back("What would have to be true to come in above " + offer.level->name +
                            ", and when is the next review?");
    }
    if (missing(Missing::band) || missing(Missing::caps)) {
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

std::vector<Line> negotiation_lines(const Negotiation& found) {
    std::vector<Line> lines;
    lines.push_back({"They ask what you expect",
                     "\"I'd rather hear first what this role pays at your place: what is the range for the level?\""});
    if (found.worth_saying(found.ask.low)) {
        lines.push_back({"They ask again", "\"Going by what I know of the market I am looking at " +
                                               spoken_range(found) +
                                               " in all, depending on how the parts are made up.\""});
    }
    lines.push_back({"They ask what you earn now",
                     "\"I'd like this to be about what the work here is worth rather than about my last job.\""});
    if (found.ask.counter && found.worth_saying(*found.ask.counter)) {
        const auto* why = found.strongest();
        std::string reason = "what I would bring to this team";
        if (why != nullptr) {
            reason = why->kind == Justification::Kind::competing_offer ? "what else I have on the table"
                     : why->kind == Justification::Kind::band          ? "the range for this level"
                                                                       : "what others are paid for this";
        }
        lines.push_back({"Your counter", "\"I want to make this work. Looking at " + reason + ", I would sign at " +
                                             to_grouped(*found.ask.counter, true) +
                                             " in all. How close can you come?\""});
    }
    lines.push_back({"They say that base is fixed",
                     "\"I understand. Where is there room: in the grant, the sign-on, the level?\""});
    lines.push_back({"They press for an answer",
                     "\"This matters to me, so I will not answer in a hurry. By when do you truly need to know?\""});
    lines.push_back({"They say no",
                     "\"What would have to change for you to get there? Can we look at it again in six "
                     "months, in writing?\""});
    return lines;
}

std::vector<std::string> never_say(const Negotiation& found) {
    return {found.worth_saying(found.ask.low) ? "A number below the range above, \"just to get started\"."
                                              : "A number below what they offer, or below your walk-away number.",
            "What you earn now, or the least you would take.", "An offer that you do not have: it can be asked for.",
            "\"I need\": rent and debts are no reason for them. What you bring, and what others pay, are.",
            "Yes, in the first call."};
}

}  // namespace offerkit::report
