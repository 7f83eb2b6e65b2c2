#include "support/catch.hpp"
#include "support/exact.hpp"

#include <cmath>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/quantity/factor.hpp>

using offerkit::quantity::compound;
using offerkit::quantity::Factor;
using offerkit::quantity::Fraction;
using offerkit::quantity::int128;
using offerkit::quantity::round_half_up;
using support::BigDecimal;
using support::BigInt;

namespace {

BigDecimal big(Factor value) { return BigDecimal(value.high) + BigDecimal(value.low); }

BigDecimal big(const Fraction& value) { return BigDecimal(value.numerator()) / BigDecimal(value.denominator()); }

double relative_error(Factor got, const BigDecimal& exact) {
    return BigDecimal(abs(big(got) - exact) / abs(exact)).convert_to<double>();
}

rc::Gen<Fraction> any_rate() {
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-900'000, 10'000'001),
                        [](std::int64_t millionths) { return *Fraction::of(millionths, 1'000'000); });
}

}  // namespace

TEST_CASE("growth over any days is right to 29 digits") {
    // docs/numbers.md, "Stock".
    support::holds("rates from -90% to 1000% over up to 40,000 days", [] {
        const Fraction rate = *any_rate();
        const auto days = *rc::gen::inRange<std::int64_t>(0, 40'001);
        const BigDecimal exact = pow(1 + big(rate), BigDecimal(days) * 4 / 1461);
        RC_ASSERT(relative_error(compound(rate, days), exact) < 1e-29);
        RC_ASSERT(relative_error(compound(rate, -days), 1 / exact) < 1e-29);
    });
    // Rapidcheck begins with small cases; these reach the ends.
    for (const std::int64_t millionths : {-900'000, -1, 1, 50'000, 132'000, 9'999'999, 10'000'000}) {
        for (const std::int64_t days : {1, 365, 366, 1460, 1462, 39'999, 40'000}) {
            CAPTURE(millionths, days);
            const Fraction rate = *Fraction::of(millionths, 1'000'000);
            CHECK(relative_error(compound(rate, days), pow(1 + big(rate), BigDecimal(days) * 4 / 1461)) < 1e-29);
        }
    }
}

TEST_CASE("growth over whole four-year stretches needs no logarithm, and is exact where doubles can hold it") {
    CHECK(compound(*Fraction::of(1, 2), 1461).high == 5.0625);
    CHECK(compound(*Fraction::of(1, 2), 1461).low == 0.0);
    CHECK(compound(Fraction{1}, 14'610).high == 0x1p40);
    CHECK(compound(*Fraction::of(-1, 2), 1461).high == 0.0625);
    CHECK(compound(Fraction{1}, -1461).high == 0.0625);
    support::holds("against a product", [] {
        const Fraction rate = *any_rate();
        const int fours = *rc::gen::inRange(1, 12);
        BigDecimal exact = 1;
        for (int i = 0; i < 4 * fours; ++i) {
            exact *= 1 + big(rate);
        }
        RC_ASSERT(relative_error(compound(rate, 1461 * fours), exact) < 2e-30);
    });
}

TEST_CASE("no time and no growth are exactly one") {
    CHECK(compound(*Fraction::of(1, 3), 0).is_one());
    CHECK(compound(Fraction{0}, 12'345).is_one());
    CHECK(compound(0.0, 12'345).is_one());
    CHECK(compound(0.07, 0).is_one());
    CHECK_FALSE(compound(0.07, 1).is_one());
}

TEST_CASE("growth never falls when the rate or the time rises, up to where it stops") {
    support::holds("in the rate", [](double) {
        const auto days = *rc::gen::inRange<std::int64_t>(1, 400'000);
        const Fraction rate = *any_rate();
        const Fraction more = *rate.plus(*Fraction::of(1, 1'000'000));
        const Factor low = compound(rate, days);
        const Factor high = compound(more, days);
        RC_ASSERT(std::isfinite(high.high));
        RC_ASSERT(low.high < high.high || (low.high == high.high && low.low <= high.low));
    });
    support::holds("in time, across the ends of four-year stretches", [] {
        const Fraction rate = *any_rate();
        RC_PRE(!rate.is_zero());
        const auto days = *rc::gen::inRange<std::int64_t>(0, 30) * 1461 + *rc::gen::inRange(-2, 2);
        const Factor before = compound(rate, days);
        const Factor after = compound(rate, days + 1);
        const bool rises = before.high < after.high || (before.high == after.high && before.low < after.low);
        const bool falls = before.high > after.high || (before.high == after.high && before.low > after.low);
        const bool as_it_should = rate.numerator() > 0 ? rises : falls;
        RC_ASSERT(as_it_should);
    });
}

TEST_CASE("absurd growth stays a number: it stops near e^500 either way") {
    for (const std::int64_t days : {400'000, 5'000'000}) {
        const Factor huge = compound(Fraction{1'000'000'000'000}, days);
        CHECK(std::isfinite(huge.high));
        CHECK(std::isfinite(huge.low));
        CHECK(huge.high > 1e200);
        const Factor tiny = compound(*Fraction::of(-999'999'999, 1'000'000'000), days);
        CHECK(tiny.high > 0.0);
        CHECK(tiny.high < 1e-200);
        CHECK(std::isfinite(tiny.low));
    }
    CHECK(std::isfinite(compound(1e300, 365).high));
    CHECK(std::isfinite(compound(-0.9999999999999999, 400'000).high));
}

TEST_CASE("a rate tried by a solver grows like the same rate written exactly") {
    for (const double rate : {0.5, -0.25, 0.0625, 3.0}) {
        const Fraction exact = *Fraction::of(static_cast<int128>(rate * 16), 16);
        for (const std::int64_t days : {1, 500, 1461, 9'999}) {
            CAPTURE(rate, days);
            CHECK(compound(rate, days).high == compound(exact, days).high);
            CHECK(compound(rate, days).low == compound(exact, days).low);
        }
    }
}

TEST_CASE("the four operations on factors are right to 31 digits") {
    support::holds("against a hundred digits", [](std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
        const Factor x = Factor::of(static_cast<int128>(a) * 1'000'003 + 7) / Factor::of(static_cast<int128>(c | 1));
        const Factor y = Factor::of(static_cast<int128>(b) * 1'000'033 + 5) / Factor::of(static_cast<int128>(d | 1));
        const BigDecimal scale = abs(big(x)) + abs(big(y));
        RC_ASSERT(abs(big(x + y) - (big(x) + big(y))) <= scale * BigDecimal("1e-31"));
        RC_ASSERT(abs(big(x - y) - (big(x) - big(y))) <= scale * BigDecimal("1e-31"));
        RC_ASSERT(relative_error(x * y, big(x) * big(y)) < 1e-31);
        RC_ASSERT(relative_error(x / y, big(x) / big(y)) < 1e-31);
    });
    support::holds("a whole number is held exactly", [](std::int64_t high, std::uint64_t low) {
        const int128 whole =
            (static_cast<int128>(high) * (static_cast<int128>(1) << 64) + static_cast<int128>(low)) >> 24;
        RC_ASSERT(BigDecimal(support::big(whole)) == big(Factor::of(whole)));
    });
}

TEST_CASE("a factor is rounded to the nearest whole number, halves upwards") {
    CHECK(round_half_up(Factor{2.5, 0.0}) == 3);
    CHECK(round_half_up(Factor{-2.5, 0.0}) == -2);
    CHECK(round_half_up(Factor{0.5, 0.0}) == 1);
    CHECK(round_half_up(Factor{-0.5, 0.0}) == 0);
    CHECK(round_half_up(Factor{0.49999999999999994, 0.0}) == 0);
    CHECK(round_half_up(Factor{2.0, -1e-20}) == 2);
    // Just below a half by more than the last digits: not a half.
    CHECK(round_half_up(Factor{2.5, -1e-20}) == 2);
    CHECK(round_half_up(Factor{2.5, 1e-20}) == 3);
    // Below by what a computation loses: the half it stands for.
    CHECK(round_half_up(Factor{2.5, -1e-30}) == 3);
    CHECK(round_half_up(Factor::of(7) / Factor::of(3) * Factor::of(3) / Factor::of(2)) == 4);
    CHECK(round_half_up(Factor{4.0e18, 0.5}) == 4'000'000'000'000'000'001);
    CHECK(round_half_up(Factor{4.0e18, -0.5}) == 4'000'000'000'000'000'000);
    CHECK(round_half_up(Factor{4.0e18, -0.75}) == 3'999'999'999'999'999'999);
    support::holds("any half that was computed through thirds and sevenths", [] {
        const auto whole = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
        const Factor half = Factor::of(2 * static_cast<int128>(whole) + 1) / Factor::of(42) * Factor::of(21);
        RC_ASSERT(round_half_up(half) == whole + 1);
    });
    support::holds("any other number", [](std::int64_t top) {
        const auto bottom = *rc::gen::inRange<std::int64_t>(1, 1'000'000'007);
        const auto value = Fraction::of(top >> *rc::gen::inRange(2, 60), bottom);
        RC_PRE(value.has_value());
        RC_ASSERT(BigInt{round_half_up(Factor::of(*value))} == support::nearest(support::big(*value)));
    });
}

TEST_CASE("rounding beyond 64 bits saturates and says beforehand that it would") {
    CHECK(fits(Factor{4.5e18, 0.0}));
    CHECK_FALSE(fits(Factor{4.7e18, 0.0}));
    CHECK_FALSE(fits(Factor{-4.7e18, 0.0}));
    CHECK_FALSE(fits(Factor{std::numeric_limits<double>::infinity(), 0.0}));
    CHECK_FALSE(fits(Factor{std::numeric_limits<double>::quiet_NaN(), 0.0}));
    CHECK(round_half_up(Factor{1e30, 0.0}) == 4'600'000'000'000'000'000);
    CHECK(round_half_up(Factor{-1e30, 0.0}) == -4'600'000'000'000'000'000);
}
