// From estimates in major units to money, and back.

#include <limits>

#include <offerkit/quantity/estimate.hpp>
#include "support/catch.hpp"

using offerkit::quantity::Currency;
using offerkit::quantity::major_of;
using offerkit::quantity::Money;
using offerkit::quantity::money_of;

TEST_CASE("an estimate becomes money to the minor unit, half up") {
    const Currency usd = *Currency::of("USD");
    const Currency jpy = *Currency::of("JPY");
    CHECK(money_of(12.344, usd).minor() == 1'234);
    CHECK(money_of(0.125, usd).minor() == 13);
    CHECK(money_of(-0.125, usd).minor() == -12);
    CHECK(money_of(1'999.5, jpy).minor() == 2'000);
    CHECK(major_of(Money{1'234, usd}) == 12.34);
    CHECK(major_of(Money{1'234, jpy}) == 1'234);
}

TEST_CASE("an estimate beyond 64 bits stays at the end of them") {
    const Currency usd = *Currency::of("USD");
    CHECK(money_of(1e30, usd).minor() == 9'200'000'000'000'000'000);
    CHECK(money_of(-std::numeric_limits<double>::infinity(), usd).minor() == -9'200'000'000'000'000'000);
}
