// Grants resolved: how many shares, of which events, and when refreshers come (docs/numbers.md, "Vesting"). Each answer
// is worked out by hand.

#include <string>
#include <vector>

#include <offerkit/model/vesting_check.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/grant_count.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using calendar::Period;
using offers::date;
using quantity::Fraction;
using quantity::Shares;
using timeline::ResolvedGrant;
using tranches::rows;
using tranches::Rows;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string priced = "[stock]\nprice = 10\nas_of = 2026-03-02\n";
const std::string yearly = "vesting = { over = \"4 years\", every = \"1 year\" }\n";

ResolvedGrant first(const std::string& text) {
    const auto offer = offers::read(text);
    auto resolved = offers::resolve_first(offer);
    resolved.paper = nullptr;  // it goes with the offer
    return resolved;
}

std::string rule_of(const std::string& stock, const std::string& grant) {
    return first(head + stock + "[[grant]]\n" + yearly + grant).quantity_rule;
}

std::vector<std::string> problems_of(const std::string& text, const model::Grant& grant) {
    const auto offer = offers::read(text);
    diagnostic::Diagnostics diagnostics;
    static_cast<void>(timeline::count_of(offer, grant, diagnostics));
    std::vector<std::string> messages;
    for (const auto& problem : diagnostics.all()) {
        messages.push_back(std::string{problem.code} + ": " + problem.message);
    }
    return messages;
}

struct Given {
    std::vector<std::string> rows{};  // "refresher-1 2027-03-02 12"
    std::vector<std::string> problems{};
};

Given refreshers(const model::Offer& offer, calendar::Date from, bool including, calendar::Date last) {
    diagnostic::Diagnostics diagnostics;
    Given given;
    for (const auto& each : timeline::resolve_refreshers(offer, from, including, last, date(2026, 1, 1), diagnostics)) {
        given.rows.push_back(each.id + " " + to_string(each.grant_date) + " " + std::to_string(each.quantity.whole()));
    }
    for (const auto& problem : diagnostics.all()) {
        given.problems.emplace_back(problem.code);
    }
    return given;
}

}  // namespace

TEST_CASE("a value becomes shares at the price stated, at the stock's, or at that of a later day, and says which") {
    CHECK(rule_of(priced, "value = 1_005\n") == "USD 1,005 / 10.00 (stock.price), rounded down");
    CHECK(rule_of(priced, "value = 1_000.50\nconversion = { price = 20 }\n") == "USD 1,000.50 / 20.00, rounded down");
    CHECK(rule_of(priced, "value = 1_000\nconversion = { round = \"up\" }\n") ==
          "USD 1,000 / 10.00 (stock.price), rounded up");
    CHECK(rule_of(priced, "value = 1_000\nconversion = { round = \"nearest\" }\n") ==
          "USD 1,000 / 10.00 (stock.price), rounded to the nearest");
    const std::string growing = priced + "growth = \"100%\"\n";
    CHECK(rule_of(growing, "value = 1_000\ngrant_date = 2026-03-02\n") ==
          "USD 1,000 / 10.00 (stock.price), rounded down");
    // 1,461 days are four years of 365.25: doubled four times.
    const auto later = first(head + growing + "[[grant]]\n" + yearly + "value = 1_000\ngrant_date = 2030-03-02\n");
    CHECK(later.quantity_rule == "USD 1,000 / 160.00 (the price of 2030-03-02), rounded down");
    CHECK(later.quantity == Shares{6});
    CHECK(later.converted_on == date(2030, 3, 2));
    CHECK_FALSE(first(head + growing + "[[grant]]\n" + yearly + "value = 1_000\n").converted_on);
}

TEST_CASE("shares are the whole ones of what a part of the company comes to") {
    const auto part = [](const std::string& ownership) {
        return first(head + priced + "kind = \"private\"\nfully_diluted = 1_999\n[[grant]]\n" + yearly +
                     "ownership = \"" + ownership + "\"\n");
    };
    CHECK(part("0.1%").quantity == Shares{1});
    CHECK(part("10%").quantity == Shares{199});
    CHECK(part("10%").quantity_rule == "10% of 1,999 fully diluted, rounded down");
    CHECK(part("10%").ownership == *Fraction::of(1, 10));
    // Shares that are counted are a part as well; a stated part goes before the count.
    const auto counted = [](const std::string& stock, const std::string& grant) {
        return first(head + priced + "kind = \"private\"\n" + stock + "[[grant]]\n" + yearly + grant).ownership;
    };
    CHECK(counted("fully_diluted = 1_000\n", "quantity = 5\n") == *Fraction::of(1, 200));
    CHECK(counted("", "quantity = 5\n") == std::nullopt);
    CHECK(counted("fully_diluted = 1_000\n", "quantity = 5\nownership = \"1%\"\n") == *Fraction::of(1, 100));
}

TEST_CASE("a price or a number of shares that is missing is told, and so is what buys no share") {
    auto grant = offers::read(head + priced + "[[grant]]\n" + yearly + "value = 9.99\n").grants.front();
    CHECK(problems_of(head, grant) ==
          Rows{"no-price: this grant is of an amount of money, and no price says how many shares that is"});
    CHECK(problems_of(head + priced, grant) == Rows{"no-shares: USD 9.99 buys no whole share at 10.00"});
    grant.amount = model::ValueGrant{quantity::Money{1'000, *quantity::Currency::of("USD")}};
    CHECK(problems_of(head + priced, grant).empty());
    CHECK(problems_of(head + "[stock]\nprice = 0\nas_of = 2026-03-02\n", grant) ==
          Rows{"no-price: a value cannot be turned into shares at a price of 0"});
    grant.amount = model::OwnershipGrant{*Fraction::of(1, 1'000)};
    CHECK(problems_of(head + priced, grant) ==
          Rows{"no-share-count: a share of the company cannot be counted without the number of all its shares"});
    CHECK(problems_of(head + priced + "kind = \"private\"\nfully_diluted = 999\n", grant) ==
          Rows{"no-shares: this share of the company comes to no whole share"});
    CHECK(problems_of(head + priced + "kind = \"private\"\nfully_diluted = 1_000\n", grant).empty());
}

TEST_CASE("a count of shares that leaves 64 bits, or rests on a price that has no end, is refused") {
    auto grant = offers::read(head + priced + "[[grant]]\n" + yearly + "value = 9.99\n").grants.front();
    const auto usd = *quantity::Currency::of("USD");
    // 10^18 cents at a hundredth of a cent are 10^20 shares.
    grant.amount = model::ValueGrant{quantity::Money{1'000'000'000'000'000'000, usd}};
    CHECK(problems_of(head + priced, grant).empty());
    CHECK(problems_of(head + "[stock]\nprice = 0.0001\nas_of = 2026-03-02\n", grant) ==
          Rows{"overflow: this value comes to more shares than can be counted"});
    // Ten times as much each year is 10 x 10^974 dollars after so many.
    grant.amount = model::ValueGrant{quantity::Money{1'000, usd}};
    grant.grant_date = date(2999, 12, 31);
    grant.grant_date_is_written = true;
    CHECK(problems_of(head + priced, grant).empty());
    CHECK(problems_of(head + priced + "growth = \"900%\"\n", grant) ==
          Rows{"no-price: a value cannot be turned into shares at a price of no end"});
    // A part of a company that has no stock table.
    grant.amount = model::OwnershipGrant{*Fraction::of(1, 1'000)};
    CHECK(problems_of(head, grant) ==
          Rows{"no-share-count: a share of the company cannot be counted without the number of all its shares"});
}

TEST_CASE("performance shares whose payout is too fine, or too many, are refused with their lines") {
    auto offer = offers::read(head + priced + "[[grant]]\ninstrument = \"psu\"\nquantity = 10\n" + yearly +
                              "[[grant.performance]]\nexpected = 1\ncurve = [[0, \"0%\"], [2, \"400%\"]]\n");
    auto& grant = offer.grants.front();
    const auto refused = [&] {
        diagnostic::Diagnostics diagnostics;
        const auto resolved = timeline::resolve(offer, grant, date(2026, 1, 1), diagnostics);
        CHECK(resolved.has_value() == diagnostics.all().empty());
        return resolved ? std::to_string(resolved->quantity.whole())
                        : std::string{diagnostics.all()[0].code} +
                              (diagnostics.all()[0].span == grant.performance->span ? "" : " elsewhere");
    };
    CHECK(refused() == "20");
    grant.amount = model::QuantityGrant{4'000'000'000'000'000'000};
    CHECK(refused() == "8000000000000000000");
    grant.amount = model::QuantityGrant{5'000'000'000'000'000'000};
    CHECK(refused() == "overflow");
    grant.amount = model::QuantityGrant{10};
    grant.performance->curve[0].measure = *Fraction::of(1, 5'000'000'029);
    grant.performance->expected = *Fraction::of(1, 4'000'000'007);
    CHECK(refused() == "overflow");
}

TEST_CASE("what nobody has said of a grant is its strike or its price, each where it has one") {
    const auto unknown = [](const std::string& stock, const std::string& grant) {
        const auto what = first(head + stock + "[[grant]]\n" + yearly + grant).not_known;
        return std::string{what.strike ? "strike " : ""} + (what.price ? "price" : "");
    };
    const std::string five = "quantity = 5\n";
    CHECK(unknown(priced, five).empty());
    CHECK(unknown("", five) == "price");
    CHECK(unknown(priced, five + "instrument = \"nso\"\nstrike = 1\n").empty());
    CHECK(unknown(priced, five + "instrument = \"nso\"\n") == "strike ");
    CHECK(unknown("", five + "instrument = \"iso\"\n") == "strike price");
    CHECK(unknown(priced, five + "instrument = \"sar\"\n") == "strike ");
    CHECK(unknown(priced, five + "instrument = \"phantom\"\n").empty());
    CHECK(unknown("", "instrument = \"cash\"\nvalue = 5\n").empty());
}

TEST_CASE("a grant names each event that it hangs on once, in the order of its papers") {
    const auto grant = first(
        head + priced +
        "[[grant]]\nquantity = 10\ngate = [\"ipo\", \"sale\"]\n"
        "[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\nevery = \"1 year\"\ngate = [\"sale\", \"round\"]\n"
        "[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\nevery = \"1 year\"\nstart = \"event:launch\"\n"
        "[[event]]\nid = \"ipo\"\n[[event]]\nid = \"sale\"\n[[event]]\nid = \"round\"\n[[event]]\nid = \"launch\"\n");
    CHECK(grant.events == std::vector<std::string>{"ipo", "sale", "round", "launch"});
    CHECK(grant.gated);
    const auto plain = first(head + priced + "[[grant]]\n" + yearly + "quantity = 10\n");
    CHECK_FALSE(plain.gated);
    CHECK(plain.events.empty());
}

TEST_CASE("a segment is held by its own gate or the grant's, once one of them has a date") {
    const auto grant = [](const std::string& gate, const std::string& event) {
        return first(head + priced + "[[grant]]\nquantity = 10\n" + gate +
                     "[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\nevery = \"1 year\"\n"
                     "[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\nevery = \"1 year\"\ngate = \"sale\"\n"
                     "[[event]]\nid = \"sale\"\n" +
                     event + "[[event]]\nid = \"ipo\"\ndate = 2027-01-01\n");
    };
    const auto dated = grant("", "date = 2026-06-01\n");
    CHECK_FALSE(dated.held_by_gate(1));
    CHECK(dated.held_by_gate(2));
    CHECK_FALSE(dated.held_by_gate(3));
    CHECK_FALSE(grant("", "").held_by_gate(2));
    CHECK(grant("gate = \"ipo\"\n", "").held_by_gate(1));
}

TEST_CASE("vesting starts on the first named day on or after the day written") {
    const auto start = [](const std::string& written) {
        return to_string(first(head + priced + "[[grant]]\nquantity = 10\nvesting_start = " + written +
                               "\nalign = [\"11-15\", \"02-15\", \"05-15\"]\n" + yearly)
                             .vesting_start);
    };
    CHECK(start("2026-02-14") == "2026-02-15");
    CHECK(start("2026-02-15") == "2026-02-15");
    CHECK(start("2026-02-16") == "2026-05-15");
    CHECK(start("2026-11-16") == "2027-02-15");
}

TEST_CASE("a grant is of so many years, and of one at least") {
    const auto years = [](const std::string& over) {
        return first(head + priced + "[[grant]]\nquantity = 10\nvesting = { over = \"" + over + "\" }\n").vesting_years;
    };
    CHECK(years("30 months") == 2.5);
    CHECK(years("6 months") == 1.0);
}

TEST_CASE("refreshers come from the first anniversary on, up to and on the last day, for who is still there") {
    const std::string refresher = "[refresher]\nvalue = 125\n" + yearly;
    const auto offer = offers::read(head + priced + refresher);
    const auto start = date(2026, 3, 2);
    CHECK(refreshers(offer, start, true, date(2029, 3, 1)).rows ==
          Rows{"refresher-1 2027-03-02 12", "refresher-2 2028-03-02 12"});
    CHECK(refreshers(offer, start, true, date(2029, 3, 2)).rows.size() == 3);
    // Those of before are not given again; the one of the very day counts where it is asked for.
    CHECK(refreshers(offer, date(2028, 3, 2), true, date(2029, 3, 2)).rows ==
          Rows{"refresher-2 2028-03-02 12", "refresher-3 2029-03-02 12"});
    CHECK(refreshers(offer, date(2028, 3, 2), false, date(2029, 3, 2)).rows == Rows{"refresher-3 2029-03-02 12"});
    CHECK(refreshers(offer, date(2028, 3, 3), true, date(2029, 3, 2)).rows == Rows{"refresher-3 2029-03-02 12"});
    const auto leaves = [&](const std::string& end) {
        return refreshers(offers::read("end = " + end + "\n" + head + priced + refresher), start, true,
                          date(2029, 3, 2))
            .rows.size();
    };
    CHECK(leaves("2028-03-02") == 2);
    CHECK(leaves("2028-03-01") == 1);
    CHECK(refreshers(offers::read(head + priced), start, true, date(2029, 3, 2)).rows.empty());
    const auto on_day = offers::read(head + priced + refresher + "on = \"08-31\"\nevery = \"6 months\"\n");
    CHECK(refreshers(on_day, start, true, date(2028, 2, 29)).rows ==
          Rows{"refresher-1 2027-08-31 12", "refresher-2 2028-02-29 12"});
}

TEST_CASE("a refresher is of its value times its chance, at the price of its day, and counts by whole shares") {
    diagnostic::Diagnostics diagnostics;
    const auto offer =
        offers::read(head + "[stock]\nprice = 10\nas_of = 2026-03-02\ngrowth = \"100%\"\n" +
                     "[refresher]\nvalue = 1_250\nfirst_after = \"48 months\"\nprobability = \"50%\"\n" + yearly);
    const auto given =
        timeline::resolve_refreshers(offer, date(2026, 3, 2), true, date(2030, 3, 2), date(2026, 1, 1), diagnostics);
    REQUIRE(given.size() == 1);
    // 625 at 160 are 3.9 shares.
    CHECK(given[0].quantity == Shares{3});
    CHECK(offers::text(*given[0].quoted_value) == "625.00");
    CHECK(given[0].converted_on == date(2030, 3, 2));
    CHECK(given[0].refresher);
    CHECK(given[0].quantity_rule == "USD 1,250 at the price of 2030-03-02, rounded down");
    CHECK(given[0].vesting_years == 4.0);
    CHECK(rows(given[0].schedule).back() == "2034-03-02 1");
}

TEST_CASE("there are at most ten thousand refreshers, of a hundred thousand tranches together") {
    CHECK(model::most_tranches == 10'000);
    CHECK(model::most_tranches_of_offer == 100'000);
    const auto daily = [](const std::string& vesting) {
        return offers::read(head + priced + "[refresher]\nvalue = 10\nfirst_after = \"0 days\"\nevery = \"1 day\"\n" +
                            "vesting = { over = \"" + vesting + " days\", every = \"1 day\" }\n");
    };
    const auto start = date(2026, 3, 2);
    const auto one = daily("1");
    CHECK(refreshers(one, start, true, start.plus_days(9'999)).problems.empty());
    CHECK(refreshers(one, start, true, start.plus_days(9'999)).rows.size() == 10'000);
    const auto more = refreshers(one, start, true, start.plus_days(10'000));
    CHECK(more.problems == Rows{"schedule-too-long"});
    CHECK(more.rows.size() == 10'000);
    // Those of a job's past are not counted.
    CHECK(refreshers(one, start.plus_days(1), true, start.plus_days(10'000)).problems.empty());
    // Twenty of 5,000 days each.
    const auto long_ones = daily("5000");
    CHECK(refreshers(long_ones, start, true, start.plus_days(19)).problems.empty());
    CHECK(refreshers(long_ones, start, true, start.plus_days(20)).problems == Rows{"schedule-too-long"});
}

TEST_CASE("an option's last vest may fall on its last day, and of several too late ones the last is named") {
    const auto option = [](const std::string& expires) {
        return offers::problems(head + priced +
                                "[[grant]]\ninstrument = \"nso\"\nstrike = 1\nquantity = 10\nexpires = \"" + expires +
                                "\"\n" + yearly);
    };
    CHECK(option("4 years").empty());
    CHECK(option("47 months") == Rows{"wrong-order"});
    const auto offer =
        offers::read(head + priced + "[[grant]]\ninstrument = \"nso\"\nstrike = 1\nquantity = 10\nexpires = \"" +
                     "2 years\"\n" + yearly);
    diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(timeline::resolve(offer, offer.grants.front(), date(2026, 1, 1), diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].message == "this grant ends on 2028-03-02, before the last of it vests, on 2030-03-02");
    // Restricted shares are not exercised.
    auto shares = offer.grants.front();
    shares.instrument = model::Instrument::rsu;
    diagnostic::Diagnostics none;
    CHECK(timeline::resolve(offer, shares, date(2026, 1, 1), none));
}

TEST_CASE("an acceleration knows the day of its event, and where vesting began") {
    const auto grant = first(head + priced + "[[grant]]\nquantity = 10\n" + yearly +
                             "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sale\"\namount = \"50%\"\n"
                             "[[grant.acceleration]]\ntrigger = \"death\"\namount = \"50%\"\n"
                             "[[event]]\nid = \"sale\"\ndate = 2027-06-01\n");
    REQUIRE(grant.accelerations.size() == 2);
    CHECK(grant.accelerations[0].event_date == date(2027, 6, 1));
    CHECK_FALSE(grant.accelerations[1].event_date);
    CHECK(grant.accelerations[1].place == 1);
    CHECK(grant.accelerations[0].vesting_start == date(2026, 3, 2));
}

TEST_CASE("refreshers need stock, and the first that runs past the calendar ends them") {
    auto offer = offers::read(head + priced + "[refresher]\nvalue = 125\n" + yearly);
    auto without = offer;
    without.stock.reset();
    CHECK(refreshers(without, date(2026, 3, 2), true, date(2029, 3, 2)).rows.empty());
    offer.start.value = date(2993, 3, 2);
    const auto given = refreshers(offer, date(2993, 3, 2), true, date(2998, 3, 2));
    CHECK(given.rows == Rows{"refresher-1 2994-03-02 12", "refresher-2 2995-03-02 12"});
    CHECK(given.problems == Rows{"schedule-too-long"});
}
