// Dates and limits that United States tax law sets beside a plan. Rules: 26 U.S.C. 422(a), 422(d), 83(b); 26
// CFR 1.422-4.

#include <rapidcheck.h>

#include <offerkit/value/option_facts.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using value::OptionFacts;
using value::OptionRule;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";

OptionFacts facts_of(const std::string& text) {
    const auto offer = offers::read(text);
    diagnostic::Diagnostics diagnostics;
    std::vector<timeline::ResolvedGrant> grants;
    for (const auto& grant : offer.grants) {
        grants.push_back(*timeline::resolve(offer, grant, offers::date(2026, 1, 1), diagnostics));
    }
    return value::option_facts(offer, grants, offers::date(2030, 3, 2));
}

std::string grant(const std::string& id, const std::string& more,
                  const std::string& vesting = "{ over = \"4 years\", every = \"12 months\" }") {
    return "[[grant]]\nid = \"" + id + "\"\nvesting = " + vesting + "\n" + more;
}

std::string day_of(const OptionFacts& facts, OptionRule rule) {
    for (const auto& fact : facts.facts) {
        if (fact.rule == rule) {
            return to_string(*fact.day) + (fact.supposed ? " supposed" : "");
        }
    }
    return "none";
}

/// "2027: 100000 (0 over)": each year.
std::string years_of(const OptionFacts& facts) {
    std::string text;
    for (const auto& year : facts.years) {
        text += (text.empty() ? "" : ", ") + std::to_string(year.year) + ": " + to_plain(year.exercisable) + " (" +
                to_plain(year.over) + " over)";
    }
    return text;
}

}  // namespace

TEST_CASE("ISO options of 62,500 in their third year are within the limit, as published") {
    // stockoptionadvisors.com, "How does the $100,000 per year incentive stock option limit work?": 100,000 options at
    // 0.50 granted in year 1 and 200,000 at 1.00 in year 2, each a quarter a year: in year 3, 12,500 + 50,000.
    const auto facts = facts_of(
        head + grant("first", "grant_date = 2026-03-02\ninstrument = \"iso\"\nquantity = 100_000\nstrike = 0.50\n") +
        grant("second", "grant_date = 2027-03-02\ninstrument = \"iso\"\nquantity = 200_000\nstrike = 1\n"));
    REQUIRE(facts.years.size() == 5);
    CHECK(facts.years[1].year == 2028);
    CHECK(to_plain(facts.years[1].exercisable) == "62500");
    CHECK(facts.years[1].over.is_zero());
}

TEST_CASE("what is above 100,000 a year falls on the options granted last") {
    // Each vests a quarter a year: 30,000 x 3 = 90,000 and 20,000 x 2 = 40,000 from 2028 on: 30,000 over, all of the
    // later grant. In 2027 the first alone: 90,000.
    const auto facts = facts_of(
        head + grant("later", "grant_date = 2027-03-02\ninstrument = \"iso\"\nquantity = 80_000\nstrike = 2\n") +
        grant("earlier", "grant_date = 2026-03-02\ninstrument = \"iso\"\nquantity = 120_000\nstrike = 3\n"));
    CHECK(
        years_of(facts) ==
        "2027: 90000 (0 over), 2028: 130000 (30000 over), 2029: 130000 (30000 over), 2030: 130000 (30000 over), 2031: "
        "40000 (0 over)");
    REQUIRE(facts.years[1].parts.size() == 2);
    CHECK(facts.years[1].parts[0].grant == "earlier");
    CHECK(facts.years[1].parts[0].over.is_zero());
    CHECK(to_plain(facts.years[1].parts[1].over) == "30000");
}

TEST_CASE("a year of exactly 100,000 is within the limit, and a cent more is over it by that cent") {
    const auto with = [](const std::string& strike) {
        return years_of(facts_of(head + grant("g", "instrument = \"iso\"\nquantity = 1\nstrike = " + strike + "\n",
                                              "{ over = \"1 year\" }")));
    };
    CHECK(with("100_000") == "2027: 100000 (0 over)");
    CHECK(with("100_000.01") == "2027: 100000.01 (0.01 over)");
}

TEST_CASE("options that may be exercised early all count in the year of their grant") {
    const auto facts =
        facts_of(head + grant("g", "instrument = \"iso\"\nquantity = 96_000\nstrike = 1.35\nearly_exercise = true\n"));
    CHECK(years_of(facts) == "2026: 129600 (29600 over)");
    CHECK(day_of(facts, OptionRule::election_early) == "2026-04-01 supposed");
}

TEST_CASE("ISOs that wait for an event, or in another currency, are left out of the limit and said so") {
    const auto waiting =
        facts_of(head + "[[event]]\nid = \"ipo\"\n" +
                 grant("g", "instrument = \"iso\"\nquantity = 960_000\nstrike = 1.35\ngate = \"ipo\"\n"));
    CHECK(waiting.years.empty());
    CHECK(waiting.awaits_events);
    const auto euro = facts_of("company = \"Acme\"\ncurrency = \"EUR\"\nstart = 2026-03-02\n" +
                               grant("g", "instrument = \"iso\"\nquantity = 960_000\nstrike = 1.35\n"));
    CHECK(euro.years.empty());
    CHECK(euro.other_currency);
    CHECK(facts_of(head + grant("g", "instrument = \"nso\"\nquantity = 960_000\nstrike = 1.35\n")).years.empty());
}

TEST_CASE("an ISO is to be exercised within three months of the last day, counted as months are") {
    const std::string iso = grant("g", "instrument = \"iso\"\nquantity = 10\nstrike = 1\n");
    CHECK(day_of(facts_of("end = 2027-11-30\n" + head + iso), OptionRule::iso_window) == "2028-02-29");
    CHECK(day_of(facts_of("end = 2027-01-15\n" + head + iso), OptionRule::iso_window) == "2027-04-15");
    CHECK(day_of(facts_of(head + iso), OptionRule::iso_window) == "2030-06-02 supposed");
}

TEST_CASE("an ISO's shares are held two years from the grant") {
    CHECK(day_of(
              facts_of(head + grant("g", "grant_date = 2028-02-29\ninstrument = \"iso\"\nquantity = 10\nstrike = 1\n")),
              OptionRule::iso_holding) == "2030-02-28");
}

TEST_CASE("an 83(b) election of restricted stock has thirty days from the grant") {
    const auto facts = facts_of(head + grant("g", "grant_date = 2026-12-15\ninstrument = \"rsa\"\nquantity = 10\n"));
    CHECK(day_of(facts, OptionRule::election_grant) == "2027-01-14");
    CHECK(facts_of(head + grant("g", "instrument = \"rsu\"\nquantity = 10\n")).facts.empty());
}

TEST_CASE("what is over the ISO limit is the least that leaves each year within it, whatever the grants") {
    support::holds("over = max(0, sum - limit)", [] {
        std::string text = head;
        const int grants = *rc::gen::inRange(1, 5);
        for (int i = 0; i < grants; ++i) {
            text += grant(
                "g" + std::to_string(i),
                "instrument = \"iso\"\nquantity = " + std::to_string(*rc::gen::inRange(1, 200'000)) +
                    "\nstrike = " + std::to_string(*rc::gen::inRange(1, 20)) +
                    "\ngrant_date = " + *rc::gen::element<std::string>("2026-03-02", "2026-09-01", "2027-01-31") + "\n",
                "{ over = \"4 years\", every = \"" + *rc::gen::element<std::string>("1 month", "3 months") + "\" }");
        }
        for (const auto& year : facts_of(text).years) {
            std::int64_t sum = 0;
            std::int64_t over = 0;
            for (const auto& part : year.parts) {
                RC_ASSERT(part.over.minor() >= 0);
                RC_ASSERT(part.over <= part.exercisable);
                sum += part.exercisable.minor();
                over += part.over.minor();
            }
            RC_ASSERT(year.exercisable.minor() == sum);
            RC_ASSERT(year.over.minor() == over);
            RC_ASSERT(over == std::max<std::int64_t>(0, sum - 10'000'000));
        }
    });
}

TEST_CASE("a year holds an ISO grant of up to a hundred billion, and leaves out what is more, or nothing") {
    const auto with = [](const std::string& quantity, const std::string& strike) {
        return years_of(
            facts_of(head + grant("g", "instrument = \"iso\"\nquantity = " + quantity + "\nstrike = " + strike + "\n",
                                  "{ over = \"1 year\" }")));
    };
    CHECK(with("1_000_000", "100_000") == "2027: 100000000000 (99999900000 over)");
    CHECK(with("1_000_000", "100_000.01").empty());
    CHECK(with("10", "0").empty());
}

TEST_CASE("an ISO's window after leaving is three months, for the disabled twelve, and after a death no matter") {
    const auto left = offers::date(2027, 11, 30);
    CHECK(value::last_iso_day(left, model::LeavingReason::voluntary) == offers::date(2028, 2, 29));
    CHECK(value::last_iso_day(left, model::LeavingReason::disability) == offers::date(2028, 11, 30));
    CHECK_FALSE(value::last_iso_day(left, model::LeavingReason::death));
}

TEST_CASE("each kind of grant has its own rules, counted from its own day, with the law beside them") {
    const auto rules = [](const std::string& text) {
        std::string all;
        for (const auto& fact : facts_of(head + text).facts) {
            all += std::string{to_string(fact.rule)} + (fact.from ? " from " + to_string(*fact.from) : "") + "; ";
        }
        return all;
    };
    const std::string option = "quantity = 10\nstrike = 1\n";
    CHECK(rules(grant("g", "instrument = \"iso\"\n" + option)) ==
          "iso_holding from 2026-03-02; iso_window from 2030-03-02; ");
    CHECK(rules(grant("g", "instrument = \"nso\"\n" + option)) == "nso_exercise; ");
    CHECK(rules(grant("g", "instrument = \"nso\"\nearly_exercise = true\n" + option)) ==
          "nso_exercise; election_early from 2026-03-02; ");
    CHECK(rules(grant("g", "instrument = \"rsa\"\nquantity = 10\n")) == "election_grant from 2026-03-02; ");
    CHECK(rules(grant("g", "instrument = \"sar\"\n" + option)).empty());
    CHECK(source_of(OptionRule::iso_holding) == "IRC 422(a)(1)");
    CHECK(source_of(OptionRule::iso_window) == "IRC 422(a)(2), (c)(6)");
    CHECK(source_of(OptionRule::election_early) == "IRC 83(b)(2)");
}

TEST_CASE("an ISO whose strike nobody has said is left out of the limit and said so; a vested one awaits nothing") {
    const auto unknown = facts_of(head + grant("g", "instrument = \"iso\"\nquantity = 10\n"));
    CHECK(unknown.unknown_strike);
    CHECK_FALSE(unknown.other_currency);
    CHECK_FALSE(unknown.awaits_events);
    const auto known = facts_of(head + grant("g", "instrument = \"iso\"\nquantity = 10\nstrike = 1\n"));
    CHECK_FALSE(known.unknown_strike);
    CHECK_FALSE(known.awaits_events);
    // Options that may be exercised early wait for no vest.
    CHECK_FALSE(facts_of(head + "[[event]]\nid = \"ipo\"\n" +
                         grant("g",
                               "instrument = \"iso\"\nquantity = 10\nstrike = 1\n"
                               "gate = \"ipo\"\nearly_exercise = true\n"))
                    .awaits_events);
}

TEST_CASE("options that the last day takes are never exercised, so that no year counts them") {
    // 40,000 at 3 on each 2 March; the day itself is worked, the day before it is not.
    const std::string iso = grant("g", "instrument = \"iso\"\nquantity = 160_000\nstrike = 3\n");
    CHECK(years_of(facts_of("end = 2028-03-02\n" + head + iso)) ==
          "2027: 120000 (20000 over), 2028: 120000 (20000 over)");
    CHECK(years_of(facts_of("end = 2028-03-01\n" + head + iso)) == "2027: 120000 (20000 over)");
    CHECK(facts_of("end = 2027-03-01\n" + head + iso).years.empty());
}

TEST_CASE(
    "a grant worth more than can be counted is left out of the limit, and one without papers has no early exercise") {
    const auto offer =
        offers::read(head + grant("g", "instrument = \"iso\"\nquantity = 10\nstrike = 1\nearly_exercise = true\n"));
    std::vector grants{offers::resolve_first(offer)};
    const auto facts = [&] { return value::option_facts(offer, grants, offers::date(2030, 3, 2)); };
    CHECK(years_of(facts()) == "2026: 10 (0 over)");
    CHECK(day_of(facts(), OptionRule::election_early) == "2026-04-01 supposed");
    grants.front().paper = nullptr;
    CHECK(day_of(facts(), OptionRule::election_early) == "none");
    CHECK(years_of(facts()) == "2027: 2 (0 over), 2028: 3 (0 over), 2029: 2 (0 over), 2030: 3 (0 over)");
    grants.front().paper = &offer.grants.front();
    grants.front().quantity = quantity::Shares{1'000'000'000'000'000'000};
    CHECK(years_of(facts()).empty());
}
