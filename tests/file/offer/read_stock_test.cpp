// What one share is worth, how it moves, and what only a private company has.

#include <algorithm>
#include <string>

#include "file/reading.hpp"
#include "support/catch.hpp"

using namespace offerkit;
using quantity::Rate;
using reading::offer;
using reading::with_top;

namespace {

/// A price of 10 in line 5, further keys from line 6 on.
reading::Outcome stock(const std::string& keys) { return offer(with_top("[stock]\nprice = 10\n" + keys)); }

model::Stock read(const std::string& keys) {
    const auto outcome = stock(keys);
    CAPTURE(keys, outcome.problems);
    REQUIRE(outcome.problems.empty());
    return *outcome.offer->stock;
}

/// What is assumed of a key of [stock]; "-" for nothing.
std::string assumed(const reading::Outcome& outcome, const std::string& key) {
    REQUIRE(outcome.offer.has_value());
    const auto& all = outcome.offer->assumptions;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == "stock." + key; });
    return found == all.end() ? "-" : found->value;
}

}  // namespace

TEST_CASE("a price grows by a rate, as the market expects, or not at all, which is said") {
    CHECK(read("growth = \"-5%\"\n").growth.value == *Rate::of(-1, 20));
    CHECK(read("growth = \"-5%\"\n").growth_stated);
    CHECK_FALSE(read("growth = \"-5%\"\n").growth_of_market);
    CHECK(read("growth = \"market\"\n").growth_of_market);
    CHECK_FALSE(read("growth = \"market\"\n").growth_stated);
    CHECK_FALSE(read("").growth_stated);
    CHECK_FALSE(read("").growth_of_market);
    CHECK(assumed(stock(""), "growth") == "none");
    CHECK(assumed(stock("growth = \"4%\"\n"), "growth") == "-");
    CHECK(assumed(stock("growth = \"market\"\n"), "growth") == "-");
    // A path says it all, also where it comes after nothing.
    CHECK(assumed(stock("[[stock.path]]\non = 2027-01-01\nprice = 12\n"), "growth") == "-");
    const auto word = stock("growth = \"fast\"\n");
    REQUIRE(word.only("6:10 bad-rate"));
    CHECK(word.problems[0].ends_with("`growth` is a rate, or `market`"));
    const auto rate = stock("growth = \"x4\"\n");
    REQUIRE(rate.only("6:10 bad-rate"));
    CHECK_FALSE(rate.problems[0].ends_with("or `market`"));
    CHECK(stock("growth = \"-100%\"\n").only("6:10 bad-rate"));
}

TEST_CASE("a price moves by at most 300% a year") {
    CHECK(read("volatility = \"0%\"\n").volatility == Rate{0});
    CHECK(read("volatility = \"300%\"\n").volatility == Rate{3});
    CHECK(stock("volatility = \"300.1%\"\n").only("6:14 bad-rate"));
    CHECK_FALSE(read("").volatility);
    CHECK(read("dividend_yield = \"1%\"\n").dividend_yield == *Rate::of(1, 100));
}

TEST_CASE("how closely a price follows the market is said of public stock alone") {
    CHECK(read("market_correlation = \"-55%\"\n").market_correlation == *Rate::of(-11, 20));
    CHECK(stock("kind = \"private\"\nmarket_correlation = \"55%\"\n").only("7:1 out-of-place"));
    CHECK(read("kind = \"public\"\nmarket_correlation = \"55%\"\n").market_correlation == *Rate::of(11, 20));
}

TEST_CASE("only a private company has rounds, a discount and a dilution, and their defaults are said of it alone") {
    const auto private_one = read(
        "kind = \"private\"\npreferred_price = 41.20\nfully_diluted = 1_000\ndilution = \"15%\"\n"
        "rounds = 2\ndiscount = \"10%\"\n");
    CHECK(private_one.kind == model::StockKind::private_company);
    CHECK(quantity::to_plain(*private_one.preferred_price) == "41.2");
    CHECK(private_one.fully_diluted == 1'000);
    CHECK(private_one.dilution == *Rate::of(3, 20));
    CHECK(private_one.rounds == 2);
    CHECK(private_one.discount == *Rate::of(1, 10));
    for (const std::string key : {"dilution", "rounds", "discount"}) {
        CAPTURE(key);
        CHECK(assumed(stock("kind = \"private\"\n"), key) == (key == "rounds" ? "0" : "0%"));
        CHECK(assumed(stock(""), key) == "-");
    }
    CHECK(stock("fully_diluted = 0\n").has("6:17 bad-number"));
    CHECK(stock("[[stock.series]]\nshares = 10\ninvested = 5\n").has("6:9 out-of-place"));
    CHECK(stock("exits = \"venture-2004-2013\"\n").has("6:1 out-of-place"));
    // A kind that cannot be read may have been the private one.
    CHECK(stock("kind = \"privat\"\nrounds = 2\n").only("6:8 unknown-word"));
}

TEST_CASE("the day of a price is the first day where none is said, and only where there is a price") {
    CHECK(assumed(stock(""), "as_of") == "2026-03-02");
    CHECK(assumed(stock("as_of = 2026-01-15\n"), "as_of") == "-");
    CHECK(read("as_of = 2026-01-15\n").as_of.value == *calendar::Date::of(2026, 1, 15));
    CHECK(assumed(offer(with_top("[stock]\nkind = \"private\"\n")), "as_of") == "-");
    CHECK_FALSE(offer(with_top("[stock]\nkind = \"private\"\n")).offer->stock->price_is_known);
    CHECK(read("").price_is_known);
    CHECK_FALSE(offer(with_top("")).offer->stock);
}

TEST_CASE("the prices of a path go by their days") {
    const auto path =
        read("[[stock.path]]\non = 2028-01-01\nprice = 3\n[[stock.path]]\non = 2027-01-01\nprice = 2\n").path;
    REQUIRE(path.size() == 2);
    CHECK(path[0].on == calendar::Date::of(2027, 1, 1));
    CHECK(quantity::to_plain(path[0].price) == "2");
    CHECK(path[1].on == calendar::Date::of(2028, 1, 1));
    CHECK(stock("[[stock.path]]\non = 2028-01-01\n").only("6:1 missing-key"));
    CHECK(stock("[[stock.path]]\nprice = 3\n").only("6:1 missing-key"));
}
