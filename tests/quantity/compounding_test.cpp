#include "support/catch.hpp"
#include "support/exact.hpp"

#include <rapidcheck.h>

#include <offerkit/quantity/compounding.hpp>

using offerkit::quantity::compound;
using offerkit::quantity::Compounding;
using offerkit::quantity::Factor;
using offerkit::quantity::Fraction;
using support::BigDecimal;

TEST_CASE("growth remembered for many days is the growth computed for each, to 29 digits") {
    support::holds("asked in any order", [] {
        const Fraction rate = *Fraction::of(*rc::gen::inRange<std::int64_t>(-900'000, 10'000'001), 1'000'000);
        const BigDecimal base = 1 + BigDecimal(rate.numerator()) / BigDecimal(rate.denominator());
        Compounding growth{rate};
        for (int i = 0; i < 20; ++i) {
            const auto days = *rc::gen::inRange<std::int64_t>(0, 40'001);
            const Factor got = growth.over(days);
            const BigDecimal exact = pow(base, BigDecimal(days) * 4 / 1461);
            RC_ASSERT(abs(BigDecimal(got.high) + BigDecimal(got.low) - exact) < exact * BigDecimal("1e-29"));
        }
    });
}

TEST_CASE("remembered growth is exact over whole four-year stretches too") {
    Compounding growth{*Fraction::of(1, 2)};
    CHECK(growth.over(1461).high == 5.0625);
    CHECK(growth.over(1461).low == 0.0);
    CHECK(growth.over(3 * 1461).high == 129.746337890625);
    CHECK(growth.over(3 * 1461).low == 0.0);
    CHECK(growth.over(0).is_one());
    CHECK(Compounding{Fraction{}}.over(1'000'000).is_one());
    CHECK(Compounding{*Fraction::of(1, 20)}.over(1'048'575).high ==
          Approx(compound(*Fraction::of(1, 20), 1'048'575).high));
}
