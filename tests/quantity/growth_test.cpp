#include "support/catch.hpp"
#include "support/exact.hpp"

#include <limits>

#include <rapidcheck.h>

#include <offerkit/quantity/growth.hpp>

using offerkit::quantity::Currency;
using offerkit::quantity::Fraction;
using offerkit::quantity::Money;
using offerkit::quantity::raised;
using support::big;
using support::BigInt;
using support::BigRational;

TEST_CASE("a salary after raises is the exact power, rounded once") {
    // docs/numbers.md, "Pay".
    const Currency usd = *Currency::of("USD");
    const Money salary{18'200'000, usd};
    CHECK(raised(salary, Fraction{1}, *Fraction::of(3, 100), 0) == salary);
    CHECK(raised(salary, Fraction{1}, *Fraction::of(3, 100), 3) ==
          Money{19'887'631, usd});  // 198,876.314: one rounding, not three
    CHECK(raised(Money{9'500, usd}, Fraction{40 * 52}, Fraction{}, 5) == Money{19'760'000, usd});
    // 1,000.00 x 1.05 x 1.05 x 1.05 = 1,157.625: the half goes up.
    CHECK(raised(Money{100'000, usd}, Fraction{1}, *Fraction::of(1, 20), 3) == Money{115'763, usd});
    CHECK_FALSE(raised(salary, Fraction{1}, Fraction{1}, 60));
    support::holds("against unlimited rationals, in short fractions and in long ones", [] {
        const auto decimals = *rc::gen::inRange(1, 17);
        std::int64_t scale = 1;
        for (int i = 0; i < decimals; ++i) {
            scale *= 10;
        }
        const Fraction raise = *Fraction::of(*rc::gen::inRange<std::int64_t>(-scale / 2, scale), scale);
        const Fraction units = *Fraction::of(*rc::gen::inRange<std::int64_t>(1, 10'000), *rc::gen::inRange(1, 9));
        const Money rate{*rc::gen::inRange<std::int64_t>(0, 100'000'000), *Currency::of("EUR")};
        const int years = *rc::gen::inRange(0, 60);
        BigRational exact = BigRational{BigInt{rate.minor()}} * big(units);
        for (int i = 0; i < years; ++i) {
            exact *= 1 + big(raise);
        }
        const BigInt cents = support::nearest(exact);
        const auto got = raised(rate, units, raise, years);
        RC_ASSERT(got.has_value() == (cents <= BigInt{std::numeric_limits<std::int64_t>::max()}));
        RC_ASSERT((!got || BigInt{got->minor()} == cents));
    });
}
