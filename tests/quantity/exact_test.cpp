#include <limits>

#include <rapidcheck.h>

#include <offerkit/quantity/exact.hpp>
#include "support/catch.hpp"
#include "support/exact.hpp"

using namespace offerkit::quantity;
using support::BigRational;

namespace {

BigRational big(const Exact& value) { return {support::big(value.top()), support::big(value.bottom())}; }

Exact any() {
    const auto top = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000),
                                     rc::gen::arbitrary<std::int64_t>());
    const auto bottom = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 1000),
                                        rc::gen::inRange<std::int64_t>(1, std::numeric_limits<std::int64_t>::max()));
    return Exact::ratio(top, bottom);
}

}  // namespace

TEST_CASE("exact numbers agree with arithmetic of unlimited size, or have overflowed") {
    support::holds([] {
        const Exact a = any();
        const Exact b = any();
        const Exact sum = a + b;
        const Exact product = a * b;
        RC_ASSERT(!sum.overflowed());
        RC_ASSERT(big(sum) == big(a) + big(b));
        RC_ASSERT((product.overflowed() || big(product) == big(a) * big(b)));
        RC_ASSERT(big(a - b) == big(a) - big(b));
        RC_ASSERT((a < b) == (big(a) < big(b)));
        RC_ASSERT((product < sum) == (big(product) < big(sum)));
        if (b > Exact{}) {
            RC_ASSERT(big(a / b) == big(a) / big(b));
        }
    });
}

TEST_CASE("rounding goes to the multiple it says") {
    CHECK(round_to(Exact{7}, Exact{5}, RoundingWay::down) == Exact{5});
    CHECK(round_to(Exact{7}, Exact{5}, RoundingWay::up) == Exact{10});
    CHECK(round_to(Exact::ratio(15, 2), Exact{5}, RoundingWay::nearest) == Exact{10});
    CHECK(round_to(Exact{-7}, Exact{5}, RoundingWay::down) == Exact{-10});
    CHECK(round_to(Exact{-7}, Exact{5}, RoundingWay::up) == Exact{-5});
    CHECK(round_to(Exact::ratio(1, 3), Exact::ratio(1, 100), RoundingWay::down) == Exact::ratio(33, 100));
}

TEST_CASE("an overflow stays one, and gives no money") {
    const Exact huge = Exact::ratio(static_cast<int128>(1) << 120, 1);
    const Exact lost = huge * huge;
    CHECK(lost.overflowed());
    CHECK((lost + Exact{1}).overflowed());
    CHECK((lost - lost).overflowed());
    CHECK(round_to(lost, Exact{1}, RoundingWay::up).overflowed());
    CHECK_FALSE(to_money(lost, *Currency::of("USD")));
    CHECK_FALSE(to_money(huge, *Currency::of("USD")));
    CHECK(to_money(Exact::ratio(1, 200), *Currency::of("USD"))->minor() == 1);
}
