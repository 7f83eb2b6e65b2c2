// Which shares are owned by a day, and what they bring at a price (docs/numbers.md, "Exits"). Each answer is worked out
// by hand.

#include <string>
#include <vector>

#include <offerkit/value/owned_shares.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Period;
using offers::date;
using quantity::Exact;
using quantity::Shares;
using value::OwnedShares;

namespace {

using Rows = std::vector<OwnedShares>;

OwnedShares row(std::int64_t shares, std::int64_t strike, bool option = false) {
    return {Shares{shares}, Exact{strike}, option};
}

const std::string head =
    "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nkind = \"private\"\nprice = 1\n";
const std::string yearly = "[[grant]]\nquantity = 40\nvesting = { over = \"4 years\", every = \"1 year\" }\n";

/// How many shares are owned by a day, of a job begun on 2 March 2026, or held now and looked at from 2 March 2027.
std::int64_t owned(const std::string& text, calendar::Date day,
                   std::optional<calendar::Date> released_by = std::nullopt, bool held_now = false) {
    const auto offer = offers::read(head + text);
    const std::vector grants{offers::resolve_first(offer)};
    const timeline::Window window{date(held_now ? 2027 : 2026, 3, 2), Period::months(48), held_now, std::nullopt};
    return value::total_of(value::owned_by(grants, window, day, released_by)).whole();
}

}  // namespace

TEST_CASE("shares bring what the price is above each strike, and nothing at it or below") {
    const Rows rows{row(100, 0), row(10, 5, true)};
    CHECK(value::worth_at(rows, Exact{3}) == Exact{300});
    CHECK(value::worth_at(rows, Exact{5}) == Exact{500});
    CHECK(value::worth_at(rows, Exact{7}) == Exact{720});
    CHECK(value::worth_at({}, Exact{7}) == Exact{});
}

TEST_CASE("the price for a worth is the one at which the shares bring it") {
    const Rows rows{row(100, 5, true), row(100, 0), row(7, 0)};
    CHECK(value::price_for(rows, Exact{321}) == Exact{3});
    CHECK(value::price_for(rows, Exact{535}) == Exact{5});
    // 107 shares from nothing on and 100 from 5 on: 107 x 6 + 100.
    CHECK(value::price_for(rows, Exact{742}) == Exact{6});
    CHECK(value::price_for(Rows{row(0, 0), row(10, 4)}, Exact{20}) == Exact{6});
    CHECK_FALSE(value::price_for({}, Exact{20}));
    CHECK_FALSE(value::price_for(Rows{row(0, 0)}, Exact{20}));
}

TEST_CASE("options alone have to be paid for") {
    CHECK(value::cost_of(Rows{row(100, 5, true), row(10, 3), row(1, 2, true)}) == Exact{502});
    CHECK(value::cost_of({}) == Exact{});
}

TEST_CASE("by a day one owns what has vested up to and on it") {
    CHECK(owned(yearly, date(2027, 3, 1)) == 0);
    CHECK(owned(yearly, date(2027, 3, 2)) == 10);
    CHECK(owned(yearly, date(2029, 3, 1)) == 20);
}

TEST_CASE("what a gate holds is owned by service, but where only what is released counts") {
    const std::string gated = yearly + "gate = \"sale\"\n[[event]]\nid = \"sale\"\n";
    CHECK(owned(gated, date(2028, 3, 2)) == 20);
    CHECK(owned(gated, date(2028, 3, 2), date(2028, 3, 2)) == 0);
    const std::string dated = gated + "date = 2028-06-01\n";
    CHECK(owned(dated, date(2028, 3, 2)) == 20);
    CHECK(owned(dated, date(2028, 3, 2), date(2028, 5, 31)) == 0);
    CHECK(owned(dated, date(2028, 3, 2), date(2028, 6, 1)) == 20);
    CHECK(owned(gated + "date = 2028-06-01\ndeadline = 2028-05-01\n", date(2029, 3, 2)) == 0);
}

TEST_CASE("service before the grant is made counts from its day, where the papers fold it there") {
    const auto granted = [](const std::string& rule) {
        return yearly + "vesting_start = 2026-03-02\ngrant_date = 2027-06-01\nbefore_grant = \"" + rule +
               "\"\ngate = \"sale\"\n[[event]]\nid = \"sale\"\n";
    };
    CHECK(owned(granted("fold"), date(2027, 5, 31)) == 0);
    CHECK(owned(granted("fold"), date(2027, 6, 1)) == 10);
    CHECK(owned(granted("keep"), date(2027, 5, 31)) == 10);
}

TEST_CASE("what waits for its schedule to begin is not owned") {
    CHECK(owned("[[grant]]\nquantity = 40\n[[grant.segment]]\nportion = 1\nover = \"1 year\"\nevery = \"1 year\"\n"
                "start = \"event:sale\"\n[[event]]\nid = \"sale\"\n",
                date(2030, 3, 2)) == 0);
}

TEST_CASE("what the job held now has released by its window's first day counts nowhere") {
    CHECK(owned(yearly, date(2028, 3, 2), std::nullopt, true) == 10);
    CHECK(owned(yearly, date(2030, 3, 2), std::nullopt, true) == 30);
}

TEST_CASE("money, refreshers and options of no known strike are no stock") {
    const auto stock = [](const std::string& grant) {
        const auto offer = offers::read(head + grant);
        return value::is_stock(offers::resolve_first(offer));
    };
    CHECK(stock(yearly));
    CHECK(stock(yearly + "instrument = \"nso\"\nstrike = 1\n"));
    CHECK_FALSE(stock(yearly + "instrument = \"nso\"\n"));
    CHECK_FALSE(stock("[[grant]]\ninstrument = \"cash\"\nvalue = 40\nvesting = { over = \"4 years\" }\n"));
    const auto offer = offers::read(head + yearly);
    auto grant = offers::resolve_first(offer);
    grant.refresher = true;
    CHECK_FALSE(value::is_stock(grant));
}

TEST_CASE("a price is exact in major units, and to twelve decimals where it has to be shorter") {
    CHECK(value::exact_price(*quantity::parse_price("170.25", *quantity::Currency::of("USD"))) ==
          Exact::ratio(68'100, 400));
    CHECK(value::rounded_finely(Exact::ratio(2, 3)) == Exact::ratio(666'666'666'667, 1'000'000'000'000));
    CHECK(value::rounded_finely(Exact::ratio(1, 4)) == Exact::ratio(1, 4));
}
