// The stock of a private company: what a grant is worth at the fair value of common, what owning it takes, and which
// part of the company it is.

#include <rapidcheck.h>

#include <offerkit/value/private_equity.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using value::PrivateEquity;

namespace {

std::string offer_with(const std::string& stock, const std::string& grants) {
    return "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nkind = \"private\"\nas_of = "
           "2026-01-01\n" +
           stock + grants;
}

std::optional<PrivateEquity> equity_of(const model::Offer& offer, calendar::Date as_of = offers::date(2026, 1, 1)) {
    diagnostic::Diagnostics diagnostics;
    std::vector<timeline::ResolvedGrant> grants;
    for (const auto& grant : offer.grants) {
        grants.push_back(*timeline::resolve(offer, grant, as_of, diagnostics));
    }
    return value::private_equity(offer, grants, as_of);
}

const std::string options =
    "[[grant]]\nid = \"o\"\ninstrument = \"nso\"\nquantity = 96_000\nstrike = 1.35\nvesting = { over = \"4 years\" }\n";

}  // namespace

TEST_CASE("private options: worth, cost, break-even and ownership, by hand") {
    // 1.50 x (1 - 20%) = 1.20, below the strike; at 4.00 it is 3.20, and 96,000 x 1.85 = 177,600.
    const std::string stock =
        "discount = \"20%\"\ndilution = \"10%\"\nrounds = 2\nfully_diluted = 24_000_000\npreferred_price = 9.99\n";
    const auto low = offers::read(offer_with("price = 1.5\n" + stock, options));
    const auto under = equity_of(low);
    REQUIRE(under.has_value());
    CHECK(to_plain(*under->share_value) == "1.2");
    CHECK(offers::text(under->grants[0].at_fair_value.value()) == "0.00");
    CHECK(to_plain(*under->grants[0].strike) == "1.35");
    CHECK(offers::text(*under->grants[0].exercise_cost) == "129,600.00");
    // 96,000 / 24,000,000 = 0.4%; x 0.9^2 = 0.324%.
    CHECK(to_percent(*under->grants[0].ownership, 4) == "0.4%");
    CHECK(to_percent(*under->grants[0].ownership_after, 4) == "0.324%");
    const auto high = offers::read(offer_with("price = 4\n" + stock, options));
    CHECK(offers::text(equity_of(high)->grants[0].at_fair_value.value()) == "177,600.00");
}

TEST_CASE("private shares have no strike, no cost of exercise, and no part of a company that does not say its size") {
    const auto offer =
        offers::read(offer_with("price = 2.5\n",
                                "[[grant]]\nid = \"r\"\ninstrument = \"rsu\"\nquantity = 100\nvesting = { over = \"4 "
                                "years\" }\n[[grant]]\nid = \"c\"\ninstrument = \"cash\"\nvalue = 5\nvesting = { over "
                                "= \"1 year\" }\n"));
    const auto equity = equity_of(offer);
    REQUIRE(equity.has_value());
    REQUIRE(equity->grants.size() == 1);
    CHECK(offers::text(equity->grants[0].at_fair_value.value()) == "250.00");
    CHECK_FALSE(equity->grants[0].strike.has_value());
    CHECK_FALSE(equity->grants[0].exercise_cost.has_value());
    CHECK_FALSE(equity->grants[0].ownership.has_value());
}

TEST_CASE("money among the grants hides none that come after it, and rights to a gain cost nothing to exercise") {
    const auto offer = offers::read(offer_with(
        "price = 2.5\nfully_diluted = 1_000\n",
        "[[grant]]\nid = \"c\"\ninstrument = \"cash\"\nvalue = 5\nvesting = { over = \"1 year\" }\n[[grant]]\nid = "
        "\"s\"\n"
        "instrument = \"sar\"\nquantity = 100\nstrike = 1\nvesting = { over = \"4 years\" }\n[[grant]]\nid = \"u\"\n"
        "instrument = \"nso\"\nquantity = 100\nvesting = { over = \"4 years\" }\n"));
    const auto equity = equity_of(offer);
    REQUIRE(equity.has_value());
    REQUIRE(equity->grants.size() == 2);
    const auto& gain = equity->grants[0];
    CHECK(gain.grant == "s");
    CHECK(offers::text(gain.at_fair_value.value()) == "150.00");  // 100 x (2.50 - 1)
    CHECK_FALSE(gain.exercise_cost.has_value());
    CHECK_FALSE(gain.ownership.has_value());
    CHECK_FALSE(gain.strike_is_missing);
    // An option whose strike nobody has said: a tenth of the company, for a price to come.
    const auto& option = equity->grants[1];
    CHECK(option.strike_is_missing);
    CHECK_FALSE(option.at_fair_value.has_value());
    CHECK_FALSE(option.exercise_cost.has_value());
    CHECK(option.ownership == quantity::Fraction::of(1, 10));
}

TEST_CASE("without a price private shares are worth what nobody knows, and a part of the company all the same") {
    const auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nkind = \"private\"\nfully_diluted = "
        "1_000\n"
        "[[grant]]\nid = \"r\"\nquantity = 100\nvesting = { over = \"4 years\" }\n");
    const auto equity = equity_of(offer);
    REQUIRE(equity.has_value());
    CHECK_FALSE(equity->share_value.has_value());
    CHECK_FALSE(equity->grants.at(0).at_fair_value.has_value());
    CHECK(equity->grants.at(0).ownership == quantity::Fraction::of(1, 10));
    // Money alone is no stock.
    const auto money = offers::read(
        offer_with("price = 1\n", "[[grant]]\ninstrument = \"cash\"\nvalue = 5\nvesting = { over = \"1 year\" }\n"));
    CHECK_FALSE(equity_of(money).has_value());
}

TEST_CASE("public stock is told nothing of private companies") {
    const auto offer =
        offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = 9\n" + options);
    CHECK_FALSE(equity_of(offer).has_value());
}

TEST_CASE("the preferred price moves nothing of what private shares are worth") {
    support::holds("never at the preferred price", [] {
        const auto with = [&](const std::string& preferred) {
            return offers::read(offer_with(
                "price = 2\nfully_diluted = 1_000_000\n" + preferred,
                "[[grant]]\nid = \"o\"\ninstrument = \"iso\"\nquantity = 500\nstrike = 1\nvesting = { over = "
                "\"4 years\" }\n"));
        };
        const auto plain = with("");
        const auto shown = with("preferred_price = " + std::to_string(*rc::gen::inRange(3, 1000)) + "\n");
        const auto a = equity_of(plain)->grants[0];
        const auto b = equity_of(shown)->grants[0];
        RC_ASSERT(a.at_fair_value == b.at_fair_value);
        RC_ASSERT(a.ownership == b.ownership);
    });
}

TEST_CASE("each round leaves less of a company, and none more than before it") {
    support::holds("dilution", [] {
        const int percent = *rc::gen::inRange(0, 100);
        const int rounds = *rc::gen::inRange(0, 40);
        const auto offer = offers::read(offer_with(
            "price = 2\nfully_diluted = 1_000_000\ndilution = \"" + std::to_string(percent) +
                "%\"\nrounds = " + std::to_string(rounds) + "\n",
            "[[grant]]\nid = \"o\"\ninstrument = \"iso\"\nquantity = 5_000\nstrike = 1\nvesting = { over = \"4 "
            "years\" }\n"));
        const auto grant = equity_of(offer)->grants[0];
        RC_ASSERT(*grant.ownership_after <= *grant.ownership);
        RC_ASSERT((percent == 0 || rounds == 0) == (*grant.ownership_after == *grant.ownership));
    });
}

TEST_CASE("a part of the company is owned through shares, and not through money that follows their price") {
    const auto part = [](const std::string& instrument, const std::string& more = {}) {
        const auto offer = offers::read(
            "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nkind = \"private\"\nprice = 1\nas_of "
            "= "
            "2026-01-01\nfully_diluted = 1_000_000\n[[grant]]\ninstrument = \"" +
            instrument + "\"\nvesting = \"even-yearly\"\n" + (more.empty() ? "quantity = 5_000\n" : more));
        return offers::resolve_first(offer).ownership;
    };
    // 5,000 of 1,000,000.
    for (const std::string instrument : {"rsu", "rsa", "iso", "nso"}) {
        CAPTURE(instrument);
        CHECK(part(instrument) == quantity::Fraction::of(1, 200));
    }
    for (const std::string instrument : {"phantom", "sar"}) {
        CAPTURE(instrument);
        CHECK_FALSE(part(instrument));
    }
    CHECK_FALSE(part("cash", "value = 5_000\n"));
    CHECK(part("rsu", "ownership = \"0.3%\"\n") == quantity::Fraction::of(3, 1'000));
}
