#include <offerkit/report/words/amounts.hpp>
#include "support/catch.hpp"

using namespace offerkit;

TEST_CASE("what a judgement says in money is shown to three digits, half up") {
    const auto usd = *quantity::Currency::of("USD");
    CHECK(report::roughly({14'285'714, usd}) == "USD 143,000");
    CHECK(report::roughly({9'995'000, usd}) == "USD 100,000");
    CHECK(report::roughly({9'994'900, usd}) == "USD 99,900");
    CHECK(report::roughly({100'000, usd}) == "USD 1,000");
    CHECK(report::roughly({0, usd}) == "USD 0");
    CHECK(report::roughly({-14'285'714, usd}) == "USD -143,000");
    CHECK(report::roughly({14'285'714, *quantity::Currency::of("JPY")}) == "JPY 14,300,000");
}
