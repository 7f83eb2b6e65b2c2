#include <offerkit/report/words/equity_facts.hpp>

#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/schedules.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/option_facts.hpp>
#include <offerkit/value/private_equity.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using value::OptionFact;
using value::OptionRule;

const model::Offer& paper_of(const choice::Comparison& shown) { return *shown.offers.front().offer; }

std::optional<value::PrivateEquity> equity_of(const choice::Comparison& shown) {
    return value::private_equity(paper_of(shown), shown.offers.front().grants, shown.valuation.as_of);
}

value::OptionFacts facts_of(const choice::Comparison& shown) {
    const auto& offer = shown.offers.front();
    return value::option_facts(*offer.offer, offer.grants, offer.window.end());
}

std::string rounds_words(const model::Stock& stock) {
    return stock.rounds == 1 ? "one round" : std::to_string(stock.rounds) + " rounds";
}

bool is_diluted(const model::Stock& stock) { return !stock.dilution.is_zero() && stock.rounds > 0; }

/// "1.08: 1.35 on 2025-12-01, less a discount of 20%".
std::string share_words(const value::PrivateEquity& equity) {
    const auto& stock = *equity.stock;
    if (!stock.price_is_known) {
        return "not known: ask for the 409A price";
    }
    std::string text = equity.share_value ? to_grouped(*equity.share_value) + " a share: " : "";
    text += diagnostic::formatted("fair value of common {} on {}", to_grouped(stock.price.value),
                                  to_string(stock.as_of.value));
    if (!stock.path.empty()) {
        text += ", by the steps of the file";
    } else if (!stock.growth.value.is_zero()) {
        text += diagnostic::formatted(", growing {} a year", to_percent(stock.growth.value));
    }
    text += stock.discount.is_zero() ? "" : ", less a discount of " + to_percent(stock.discount);
    return text;
}

std::string noun_of(const value::PrivateGrant& grant) {
    const bool one = grant.quantity == quantity::Shares{1};
    return text_of(grant.quantity) + (is_option(grant.instrument) ? " option" : " share") + (one ? "" : "s");
}

void add_grant(Table& table, const value::PrivateEquity& equity, const value::PrivateGrant& grant) {
    const auto& stock = *equity.stock;
    table.heading(diagnostic::formatted("`{}`: all {}{}", grant.grant, noun_of(grant),
                                        grant.strike ? ", strike " + to_grouped(*grant.strike) : ""));
    table.row({"At the fair value",
               grant.at_fair_value ? Cell(to_grouped(*grant.at_fair_value, true)) : Cell("not known", Tone::dim),
               grant.strike_is_missing ? "ask for the strike"
                                       : share_words(equity) + (grant.strike ? "; above the strike" : "")});
    table.row(
        {"At a price of zero", "0",
         grant.exercise_cost ? "what you have paid to exercise is lost" : "a share may come to be worth nothing"});
    if (grant.strike) {
        table.row({"Breaks even at", to_grouped(*grant.strike), "a share, when you sell: the strike"});
    }
    if (grant.exercise_cost) {
        table.row({"To exercise all", to_grouped(*grant.exercise_cost, true),
                   diagnostic::formatted("{} x {}, paid by you; tax comes on top", text_of(grant.quantity),
                                         to_grouped(*grant.strike))});
    }
    if (!grant.ownership) {
        table.row({"Part of the company", Cell::not_applicable(), "`fully_diluted` is not stated: ask for it"});
        return;
    }
    table.row({"Part of the company", to_percent(*grant.ownership, 4),
               diagnostic::formatted("{} of {} fully diluted", text_of(grant.quantity),
                                     text_of(quantity::Shares{*stock.fully_diluted}))});
    if (is_diluted(stock) && grant.ownership_after) {
        table.row({"After " + rounds_words(stock), to_percent(*grant.ownership_after, 4),
                   diagnostic::formatted("each round leaves {} of it",
                                         to_percent(*quantity::Fraction{1}.minus(stock.dilution)))});
    }
}

void add_private_equity(Page& page, const choice::Comparison& shown) {
    const auto equity = equity_of(shown);
    if (!equity) {
        return;
    }
    page.heading("Shares of a private company, in " + std::string(equity->stock->currency.code()));
    Table table;
    table.columns = {{"", Align::left, Priority::key}, {"", Align::right}, {"What it is"}};
    for (const auto& grant : equity->grants) {
        add_grant(table, *equity, grant);
    }
    page.add(std::move(table));
    std::string note = "Whole grants, vested or not, before tax. Nobody may be there to buy.";
    if (equity->stock->preferred_price) {
        note += diagnostic::formatted(" The preferred price of {} is not used: it is of shares with more rights.",
                                      to_grouped(*equity->stock->preferred_price));
    }
    page.text(std::move(note));
}

/// How long the plan itself gives after leaving by one's own will; empty where it does not say.
std::string plan_window(const model::Offer& offer, const std::string& id) {
    std::string text;
    for (const auto& grant : offer.grants) {
        for (const auto& window : grant.termination_windows) {
            const bool own_will = window.reason == model::LeavingReason::voluntary;
            if (grant.id == id && (own_will || (window.reason == model::LeavingReason::any && text.empty()))) {
                text = to_string(window.period);
            }
        }
    }
    return text;
}

std::string option_words(const OptionFact& fact, const model::Offer& offer) {
    const std::string day = fact.day ? to_string(*fact.day) : "";
    const std::string from = fact.from ? to_string(*fact.from) : "";
    switch (fact.rule) {
        case OptionRule::iso_holding:
            return diagnostic::formatted(
                "an ISO keeps its tax treatment only if the shares are sold after {}, two years from the grant, and "
                "over a year after exercise",
                day);
        case OptionRule::iso_window: {
            const std::string plan = plan_window(offer, fact.grant);
            return diagnostic::formatted(
                "exercised more than 3 months after the last day employed it is taxed as an NSO (disabled: a year); "
                "{} that is after {}{}",
                fact.supposed ? diagnostic::formatted("leaving on {}, for one,", from) : "with a last day of " + from,
                day, plan.empty() ? "" : "; the plan's own window is " + plan);
        }
        case OptionRule::nso_exercise:
            return "what a share is worth above the strike counts as pay on the day you exercise";
        case OptionRule::election_grant:
            return diagnostic::formatted(
                "an 83(b) election is possible up to {}, 30 days from the transfer, taken to be the grant on {}; no "
                "later day is accepted",
                day, from);
        case OptionRule::election_early:
            return diagnostic::formatted(
                "exercised before it vests, an 83(b) election is possible for 30 days from that day: up to {} where "
                "you exercise when it is granted",
                day);
        case OptionRule::iso_limit: break;
    }
    return {};
}

std::string limit_words(const value::OptionFacts& facts) {
    std::vector<std::string> over;
    std::vector<std::string> within;
    for (const auto& year : facts.years) {
        auto& words = year.over.is_zero() ? within : over;
        words.push_back(diagnostic::formatted(
            "{} {}{}", std::to_string(year.year), to_grouped(year.exercisable, true),
            year.over.is_zero() ? "" : diagnostic::formatted(" ({} over)", to_grouped(year.over, true))));
    }
    std::string text =
        "ISOs for at most USD 100,000 may become exercisable in a calendar year, at their shares' value when "
        "granted, taken to be the strike; what is above is an NSO, the latest grant first. ";
    text += over.empty() ? "No year is above: "
                         : diagnostic::formatted("Above it: {}{}", joined(over), within.empty() ? "" : ". Within it: ");
    text += joined(within);
    text += facts.awaits_events ? ". What waits for an event counts in the year it comes" : "";
    return diagnostic::formatted("{} ({})", text, source_of(OptionRule::iso_limit));
}

void add_option_facts(Page& page, const choice::Comparison& shown) {
    const auto facts = facts_of(shown);
    if (facts.facts.empty()) {
        return;
    }
    std::vector<std::string> lines;
    for (const auto& fact : facts.facts) {
        lines.push_back(diagnostic::formatted("`{}`: {} ({})", fact.grant, option_words(fact, paper_of(shown)),
                                              source_of(fact.rule)));
    }
    if (!facts.years.empty()) {
        lines.push_back(limit_words(facts));
    }
    if (facts.other_currency) {
        lines.push_back("ISOs whose strike is not in USD are left out of the yearly limit of USD 100,000");
    }
    if (facts.unknown_strike) {
        lines.push_back("ISOs whose strike nobody has said yet are left out of the yearly limit of USD 100,000");
    }
    page.heading("Tax dates to know (US)").list(std::move(lines));
    page.text("No tax is computed. Other countries have other rules; before a deadline, ask an adviser.");
}

}  // namespace

void add_equity_facts(Page& page, const choice::Comparison& shown) {
    add_private_equity(page, shown);
    add_option_facts(page, shown);
}

Document private_equity_document(const choice::Comparison& shown) {
    const auto equity = equity_of(shown);
    if (!equity) {
        return Document::null();
    }
    const auto& stock = *equity->stock;
    Document grants = array_of(equity->grants, [&](const auto& grant) {
        return Document::object({{"grant", grant.grant},
                                 {"instrument", word(grant.instrument)},
                                 {"quantity", document_of(grant.quantity)},
                                 {"at_fair_value", document_of(grant.at_fair_value)},
                                 {"at_zero", 0},
                                 {"breaks_even_at", document_of(grant.strike)},
                                 {"exercise_cost", document_of(grant.exercise_cost)},
                                 {"ownership", document_of(grant.ownership)},
                                 {"ownership_after_rounds", document_of(grant.ownership_after)}});
    });
    return Document::object({{"currency", stock.currency.code()},
                             {"fair_value", stock.price_is_known ? document_of(stock.price.value) : Document::null()},
                             {"fair_value_as_of", document_of(stock.as_of.value)},
                             {"discount", document_of(stock.discount)},
                             {"dilution", document_of(stock.dilution)},
                             {"rounds", stock.rounds},
                             {"share_value", document_of(equity->share_value)},
                             {"fully_diluted", document_of(stock.fully_diluted)},
                             {"preferred_price", document_of(stock.preferred_price)},
                             {"preferred_price_used", false},
                             {"grants", std::move(grants)}});
}

Document option_facts_document(const choice::Comparison& shown) {
    const auto facts = facts_of(shown);
    if (facts.facts.empty()) {
        return Document::null();
    }
    Document entries = array_of(facts.facts, [&](const auto& fact) {
        return Document::object({{"grant", fact.grant},
                                 {"rule", to_string(fact.rule)},
                                 {"source", source_of(fact.rule)},
                                 {"counted_from", document_of(fact.from)},
                                 {"day", document_of(fact.day)},
                                 {"supposed", fact.supposed},
                                 {"meaning", option_words(fact, paper_of(shown))}});
    });
    Document years = Document::array();
    for (const auto& year : facts.years) {
        Document parts = array_of(year.parts, [&](const auto& part) {
            return Document::object({{"grant", part.grant},
                                     {"exercisable", document_of(part.exercisable)},
                                     {"over", document_of(part.over)}});
        });
        years.push(Document::object({{"year", year.year},
                                     {"exercisable", document_of(year.exercisable)},
                                     {"over", document_of(year.over)},
                                     {"grants", std::move(parts)}}));
    }
    return Document::object({{"facts", std::move(entries)},
                             {"iso_limit", Document::object({{"limit", value::iso_limit_usd},
                                                             {"currency", "USD"},
                                                             {"source", source_of(OptionRule::iso_limit)},
                                                             {"years", std::move(years)}})}});
}

}  // namespace offerkit::report
