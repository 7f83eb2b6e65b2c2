// What a caller of the library may pass is answered: by a diagnostic, or by nothing. A broken contract would end this
// program.

#include <string>
#include <vector>

#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/comparison/likeness.hpp>
#include <offerkit/choice/comparison/sweep.hpp>
#include <offerkit/choice/decision/blind_order.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/timeline/schedule.hpp>
#include <offerkit/value/leaving.hpp>

#include "support/catch.hpp"
#include "support/decisions.hpp"
#include "support/leaving.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using diagnostic::Diagnostics;
using quantity::Currency;
using quantity::Money;

namespace {

model::Offer acme(const std::string& more = {}) {
    return offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[base]\nsalary = 100_000\n" +
                        more);
}

/// The codes of what was reported, with a space after each.
std::string codes(const Diagnostics& problems) {
    std::string all;
    for (const auto& problem : problems.all()) {
        all += std::string{problem.code} + " ";
        CHECK_FALSE(problem.message.empty());
        CHECK_FALSE(problem.help.empty());
    }
    return all;
}

std::string comparing(const std::vector<model::Offer>& offers, const model::Valuation& valuation) {
    Diagnostics problems;
    CHECK_FALSE(choice::compare(offers, valuation, problems));
    return codes(problems);
}

const Currency euro = *Currency::of("EUR");
const std::string me =
    "[[factor]]\nid = \"growth\"\nswing = 50\n[money]\nworst = 50_000\nbest = 200_000\nswing = 100\n";

}  // namespace

TEST_CASE("a comparison of nothing, over no time, or at a discount that leaves nothing is refused with its reason") {
    CHECK(comparing({}, offers::valuation()) == "missing-key ");
    auto valuation = offers::valuation();
    for (const auto horizon : {calendar::Period::months(0), calendar::Period::days(-3)}) {
        valuation.horizon = horizon;
        CHECK(comparing({acme()}, valuation) == "bad-period ");
    }
    valuation.horizon = calendar::Period::months(2'000'000'000);
    CHECK(comparing({acme()}, valuation) == "schedule-too-long ");
    valuation = offers::valuation();
    for (const std::int64_t rate : {-1, -7}) {
        valuation.discount_rate = quantity::Rate{rate};
        CHECK(comparing({acme()}, valuation) == "bad-rate ");
    }
}

TEST_CASE("a day of comparing at either end of the calendar is answered") {
    for (const auto day : {*calendar::Date::of(1, 1, 1), *calendar::Date::of(9999, 12, 31)}) {
        auto valuation = offers::valuation();
        valuation.as_of = day;
        const std::vector offers{acme(), acme("[[sign_on]]\namount = 5\n")};
        Diagnostics problems;
        const auto comparison = choice::compare(offers, valuation, problems);
        REQUIRE(comparison.has_value());
        CHECK(comparison->best() == 1);
    }
}

TEST_CASE("leaving for certain and rates of exchange that are none are valued") {
    auto valuation = offers::valuation();
    valuation.exit_per_year = quantity::Rate{3};
    valuation.currency = euro;
    valuation.fx.rates.push_back({*Currency::of("USD"), euro, quantity::Number{0}, {}});
    CHECK(comparing({acme()}, valuation) == "no-exchange-rate ");
    valuation.fx.rates.back().rate = quantity::Number{-2};
    CHECK(comparing({acme()}, valuation) == "no-exchange-rate ");
    valuation.fx.rates.push_back({*Currency::of("USD"), euro, quantity::Number{2}, {}});
    const std::vector offers{acme()};
    Diagnostics problems;
    CHECK(choice::compare(offers, valuation, problems).has_value());
}

TEST_CASE("a decision about nothing, by no sample, or in another currency is refused with its reason") {
    const decisions::Deciding sound{{decisions::offer("A", 100'000, "growth = 5\n")}, me};
    REQUIRE(sound.decided());
    const auto deciding = [&](const choice::Comparison& comparison, const choice::DecisionOptions& options) {
        Diagnostics problems;
        CHECK_FALSE(choice::decide(comparison, sound.priorities(), options, problems));
        return codes(problems);
    };
    CHECK(deciding(sound.comparison(), {.samples = 0}) == "bad-number ");
    CHECK(deciding(sound.comparison(), {.draws = 0}) == "bad-number ");
    auto nobody = sound.comparison();
    nobody.offers.clear();
    nobody.ranking.clear();
    CHECK(deciding(nobody, {}) == "missing-key ");
    const std::vector in_euro{offers::read("company = \"Acme\"\ncurrency = \"EUR\"\nstart = 2026-03-01\n")};
    Diagnostics unheard;
    const auto comparison = choice::compare(in_euro, offers::valuation(), unheard);
    REQUIRE(comparison.has_value());
    CHECK(deciding(*comparison, {}) == "conflict ");
}

TEST_CASE("a negotiation over nothing, or for a target in another currency, is refused with its reason") {
    diagnostic::Sources sources;
    Diagnostics unheard;
    const auto practice = file::ProfileStore{std::vector<std::string>{}}.negotiation("practice", {sources, unheard});
    REQUIRE(practice.has_value());
    const auto negotiating = [&](const std::vector<model::Offer>& offers, choice::NegotiationTerms terms) {
        Diagnostics problems;
        CHECK_FALSE(choice::negotiate(offers, offers::valuation(), std::move(terms), *practice, problems));
        return codes(problems);
    };
    CHECK(negotiating({}, {}) == "missing-key ");
    CHECK(negotiating({acme()}, {.target = Money{100, euro}}) == "conflict ");
}

TEST_CASE("a sweep over nothing, or over too much, is none") {
    const auto evaluate = [](std::span<const choice::SweepValue>) -> std::optional<std::vector<Money>> {
        FAIL("nothing is evaluated");
        return std::nullopt;
    };
    const choice::SweepValue one{"1", quantity::Number{1}};
    CHECK_FALSE(choice::sweep({}, evaluate));
    CHECK_FALSE(choice::sweep(std::vector{choice::SweepAxis{"a", {}}}, evaluate));
    CHECK_FALSE(choice::sweep(std::vector{choice::SweepAxis{"a", {one}}, choice::SweepAxis{"b", {}}}, evaluate));
    const std::vector many(choice::most_sweep_rows, one);
    CHECK_FALSE(choice::sweep(std::vector{choice::SweepAxis{"a", many}, choice::SweepAxis{"b", {one, one}}}, evaluate));
    auto more = many;
    more.push_back(one);
    CHECK_FALSE(choice::sweep(std::vector{choice::SweepAxis{"a", more}}, evaluate));
}

TEST_CASE("one leaves for one reason, on any day of the calendar") {
    const auto offer = acme(
        "[[grant]]\nquantity = 48\nvesting = { over = \"4 years\", every = \"1 month\" }\n[stock]\n"
        "price = 10.00\nas_of = 2026-01-01\n");
    const auto valuation = offers::valuation();
    const timeline::Window window{offer.start.value, valuation.horizon, false, std::nullopt};
    Diagnostics problems;
    auto book = value::LeavingBook::open(offer, window, {valuation, offer.currency, {}},
                                         *calendar::Date::of(9999, 1, 1), problems);
    REQUIRE(book.has_value());
    for (const auto day : {*calendar::Date::of(1, 1, 1), *calendar::Date::of(9999, 12, 31)}) {
        CHECK(book->on({day, model::LeavingReason::voluntary}, problems).has_value());
    }
    CHECK(codes(problems).empty());
    CHECK_FALSE(book->on({offer.start.value, model::LeavingReason::any}, problems));
    CHECK(codes(problems) == "unknown-word ");
}

TEST_CASE("a window of a negative time holds nothing, and ends before it begins") {
    const auto start = *calendar::Date::of(2026, 3, 1);
    const timeline::Window window{start, calendar::Period::months(-12), false, std::nullopt};
    CHECK(window.end() < start);
    CHECK(window.years() == 1);
    CHECK(window.year_of(start) == 0);
}

TEST_CASE("gates that no event opens never open, and a negative quantity does not vest") {
    const std::vector<std::string> gates{"nobody", ""};
    CHECK(timeline::opening_of(gates, std::nullopt, {{}, offers::date(2026, 1, 1)}).release ==
          timeline::Release::impossible);
    const auto offer = acme(
        "[[grant]]\nquantity = 48\nvesting = { over = \"4 years\", every = \"1 month\" }\n[stock]\n"
        "price = 10.00\nas_of = 2026-01-01\n");
    Diagnostics problems;
    const timeline::ScheduleTerms terms{.vesting = offer.grants.front().vesting,
                                        .quantity = -1,
                                        .start = offer.start.value,
                                        .grant_date = offer.start.value};
    CHECK_FALSE(timeline::expand(terms, {{}, offer.start.value}, problems));
    CHECK(codes(problems) == "bad-number ");
}

TEST_CASE("nothing to order, to liken or to place is nothing") {
    CHECK(choice::blind_order({}, 1).empty());
    CHECK(choice::unlike_keys({}).empty());
    CHECK(choice::keep_what_all_state({}).empty());
    CHECK_FALSE(choice::place_level({}, {}));
    CHECK(std::get<choice::NoLevelUp>(choice::level_up({}, {}, {}, {})) == choice::NoLevelUp::unknown_ladder);
    CHECK(choice::windows_of({}, offers::valuation()).empty());
}
