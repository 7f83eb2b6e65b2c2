// What advice never does, whatever the offers: numbers without a reason, markets without figures, verdicts that hang on
// an event and do not say so (docs/numbers.md, "Negotiating" and "The verdict").

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/choice/comparison/hanging.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/choice/negotiation/position.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/render/terminal.hpp>
#include <offerkit/report/compare/first_screen.hpp>
#include <offerkit/report/negotiate/negotiate.hpp>
#include <offerkit/report/negotiate/words.hpp>
#include "support/catch.hpp"
#include "support/decisions.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using choice::Negotiation;
using choice::decision::VerdictClass;
using quantity::Money;

namespace {

int any_of(int least, int most) { return *rc::gen::inRange(least, most + 1); }
bool maybe() { return *rc::gen::arbitrary<bool>(); }
std::string amount(int thousands) { return std::to_string(thousands) + "_" + std::to_string(any_of(100, 999)); }

std::string offer_text(const std::string& company, bool published) {
    std::string text = "company = \"" + company + "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
    const std::vector<std::string> kinds{"large", "startup", "finance", "public"};
    text += maybe() ? "employer = \"" + kinds[static_cast<std::size_t>(any_of(0, 3))] + "\"\n" : "";
    text += any_of(0, 3) == 0 ? "evidence = \"verbal\"\n" : "";
    const int salary = any_of(90, 400);
    text += "[base]\nsalary = " + amount(salary) + "\n";
    text += maybe() ? "[bonus]\ntarget = \"" + std::to_string(any_of(1, 30)) + "%\"\n" : "";
    text += maybe() ? "[[sign_on]]\namount = " + amount(any_of(1, 80)) + "\n" : "";
    if (maybe()) {
        text += "[stock]\nkind = \"public\"\nprice = " + std::to_string(any_of(5, 900)) +
                "\n[[grant]]\nvalue = " + amount(any_of(20, 900)) +
                "\nvesting = { over = \"4 years\", every = \"3 months\" }\n";
    }
    if (maybe()) {
        text += "[band]\nbase = { min = " + std::to_string(salary - 40) +
                "_000, max = " + std::to_string(salary + any_of(1, 60)) + "_999 }\n";
    }
    if (published) {
        const int p25 = any_of(80, 500);
        text += "[market]\ntotal = { p25 = " + std::to_string(p25) +
                "_000, p50 = " + std::to_string(p25 + any_of(1, 50)) +
                "_500, p75 = " + std::to_string(p25 + any_of(51, 99)) +
                "_750, p90 = " + std::to_string(p25 + any_of(100, 200)) + "_001 }\nsource = \"a survey\"\n";
    }
    return text;
}

std::vector<model::Offer> random_offers(bool published) {
    std::vector<model::Offer> all{offers::read(offer_text("First", published), "first.toml")};
    for (int i = any_of(0, 2); i > 0; --i) {
        const std::string name = "Other" + std::to_string(i);
        all.push_back(offers::read(offer_text(name, false), name + ".toml"));
    }
    return all;
}

Negotiation negotiated(const std::vector<model::Offer>& all, choice::NegotiationTerms terms = {}) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles{std::vector<std::string>{}};
    const auto practice = profiles.practice(all.front().employer, {sources, diagnostics});
    RC_ASSERT(practice.has_value());
    auto found = choice::negotiate(all, offers::valuation(), std::move(terms), *practice, diagnostics);
    RC_ASSERT(found.has_value());
    return *std::move(found);
}

/// The numbers that somebody is told to say.
std::vector<Money> said(const Negotiation& found) {
    std::vector<Money> numbers;
    for (const auto& number : {found.ask.low, found.ask.high, found.ask.counter}) {
        if (number) {
            numbers.push_back(*number);
        }
    }
    return numbers;
}

std::string all_words(const Negotiation& found) {
    const render::Screen wide{1000, false, true};
    std::string text = render::to_terminal(report::negotiate_first_screen(found), wide);
    for (const auto& line : report::negotiation_lines(found)) {
        text += line.when + " " + line.say + "\n";
    }
    return text + (found.ask.counter ? report::negotiate_mail(found) : "");
}

/// A job whose shares wait for an event without a date, or one of plain pay.
std::string waiting_offer(const std::string& company, bool waits) {
    std::string text = "company = \"" + company + "\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = " +
                       std::to_string(any_of(100, 140)) + "_000\n";
    if (waits) {
        text += "[stock]\nkind = \"private\"\nprice = " + std::to_string(any_of(1, 300)) + "\n";
        const int events = any_of(1, 2);
        for (int i = 1; i <= events; ++i) {
            const std::string event = "event" + std::to_string(i);
            text += "[[grant]]\nid = \"g" + std::to_string(i) + "\"\nquantity = " + std::to_string(any_of(1, 900)) +
                    "\nvesting = { over = \"4 years\", every = \"1 year\" }\ngate = \"" + event + "\"\n";
        }
        for (int i = 1; i <= events; ++i) {
            text += "[[event]]\nid = \"event" + std::to_string(i) + "\"\n" +
                    (maybe() ? "chance = \"" + std::to_string(any_of(1, 99)) + "%\"\n" : "");
        }
    }
    return text + "[factors]\np = " + std::to_string(any_of(0, 10)) +
           "\nq = " + (maybe() ? "\"unknown\"" : std::to_string(any_of(0, 10))) + "\n";
}

}  // namespace

TEST_CASE("no number to be said exceeds the strongest reason or what they can pay, and each is one that people say") {
    support::holds([] {
        const auto all = random_offers(maybe());
        const auto found = negotiated(all);
        for (const Money& number : said(found)) {
            if (const auto* reason = found.strongest()) {
                RC_ASSERT(number <= reason->amount);
            }
            if (found.ask.cap) {
                RC_ASSERT(number <= *found.ask.cap);
            }
            const std::int64_t step = number.minor() < 20'000'000 ? 100'000 : 500'000;
            RC_ASSERT(number.minor() % step == 0);
            // A number that is said tells nobody what one would take.
            if (found.reservation && number <= found.current) {
                RC_ASSERT(number != *found.reservation);
            }
        }
        if (found.ask.counter) {
            RC_ASSERT(*found.ask.counter > found.current);
        }
    });
}

TEST_CASE("a target is never below what one would walk away for, and the percentile asked for is the one it has") {
    support::holds([] {
        const auto all = random_offers(true);
        const auto plain = negotiated(all);
        if (plain.reservation) {
            RC_ASSERT(plain.target.amount >= *plain.reservation);
        }
        const auto aimed = negotiated(all, {.target_percentile = 75});
        const Money p75 = *all.front().market->total.p75;
        RC_ASSERT(aimed.target.amount == (aimed.reservation ? std::max(p75, *aimed.reservation) : p75));
        const auto place = place_among(all.front().market->total, p75);
        RC_ASSERT(place.has_value());
        RC_ASSERT(place->percentile == std::optional{quantity::Rate{75}});
    });
}

TEST_CASE("nothing is said of a market that the file does not hold") {
    support::holds([] {
        const auto all = random_offers(false);
        std::string text = all_words(negotiated(all));
        for (const std::string own : {"[market]", "`market`"}) {
            for (std::size_t at = 0; (at = text.find(own, at)) != std::string::npos;) {
                text.erase(at, own.size());
            }
        }
        RC_ASSERT(text.find("market") == std::string::npos);
    });
}

TEST_CASE("a lead below 80% at wide weights is never clear, nor one that an event without a date would change") {
    support::holds([] {
        const bool first_waits = maybe();
        const std::vector<std::string> texts{waiting_offer("Aa", first_waits), waiting_offer("Bb", maybe()),
                                             waiting_offer("Cc", false)};
        const std::string priorities =
            "[money]\nworst = 80_000\nbest = 220_000\nswing = " + std::to_string(any_of(1, 100)) +
            "\n[[factor]]\nid = \"p\"\nworst_means = \"w\"\nbest_means = \"b\"\nswing = " +
            std::to_string(any_of(1, 100)) +
            "\n[[factor]]\nid = \"q\"\nworst_means = \"w\"\nbest_means = \"b\"\nswing = " +
            std::to_string(any_of(1, 100)) + "\n";
        const decisions::Deciding decided{texts, priorities, {.samples = 500}};
        const auto& verdict = decided->verdict;
        if (verdict.wide_steadiness < 0.8 && !verdict.dominant_for_sure) {
            RC_ASSERT(verdict.verdict != VerdictClass::clear);
        }
        if (verdict.hangs_on) {
            RC_ASSERT(verdict.verdict == VerdictClass::hangs_on);
        }
    });
}

TEST_CASE("compare says what a lead hangs on, exactly where an event without a date would change it") {
    support::holds([] {
        std::vector<model::Offer> all{offers::read(waiting_offer("Aa", true)),
                                      offers::read(waiting_offer("Bb", maybe())),
                                      offers::read(waiting_offer("Cc", false))};
        const auto valuation = offers::valuation();
        const auto compared = offers::compare(all, valuation);
        const auto leader = [&](const std::vector<std::string>& dated) {
            // Each event that comes is certain, each other one does not come.
            auto supposed = all;
            for (auto& offer : supposed) {
                for (auto& event : offer.events) {
                    const bool comes = std::find(dated.begin(), dated.end(), offer.company + event.id) != dated.end();
                    event.chance = comes ? std::optional{quantity::Rate{1}} : std::nullopt;
                }
            }
            auto counted = valuation;
            counted.pending = model::Pending::chance;
            return offers::compare(supposed, counted).best();
        };
        std::vector<std::string> every;
        bool hangs = false;
        const auto without = leader({});
        for (const auto& offer : all) {
            for (const auto& event : offer.events) {
                every.push_back(offer.company + event.id);
                hangs = hangs || leader({every.back()}) != without;
            }
        }
        hangs = hangs || leader(every) != without;
        const auto found = choice::hanging_lead(compared);
        RC_ASSERT(found.has_value() == hangs);
        const auto screen = report::compare_first_screen(compared, 80, nullptr, nullptr, {});
        RC_ASSERT(screen.verdict.starts_with("Hangs on ") == hangs);
        if (hangs) {
            RC_ASSERT(found->without == without);
            RC_ASSERT(found->with != without);
            RC_ASSERT(found->tie > 0);
            RC_ASSERT(found->tie <= 1);
            RC_ASSERT(screen.verdict.find(all[found->with].company) != std::string::npos);
        }
    });
}
