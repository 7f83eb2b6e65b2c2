#include "support/catch.hpp"
#include "support/exact.hpp"

#include <rapidcheck.h>

#include <offerkit/quantity/int128.hpp>

using offerkit::quantity::int128;
using support::big;
using support::BigInt;
using support::BigRational;

namespace {

int128 wide(std::int64_t high, std::uint64_t low, unsigned shift) {
    return (static_cast<int128>(high) * (static_cast<int128>(1) << 64) + static_cast<int128>(low)) >> shift;
}

}  // namespace

TEST_CASE("a half is rounded upwards on both sides of zero") {
    using offerkit::quantity::round_half_up;
    STATIC_REQUIRE(round_half_up(5, 2) == 3);
    STATIC_REQUIRE(round_half_up(-5, 2) == -2);
    STATIC_REQUIRE(round_half_up(1, 2) == 1);
    STATIC_REQUIRE(round_half_up(-1, 2) == 0);
    STATIC_REQUIRE(round_half_up(-3, 2) == -1);
    STATIC_REQUIRE(round_half_up(0, 7) == 0);
    STATIC_REQUIRE(round_half_up(3, 7) == 0);
    STATIC_REQUIRE(round_half_up(4, 7) == 1);
    STATIC_REQUIRE(round_half_up(-4, 7) == -1);
}

TEST_CASE("rounding and both divisions agree with unlimited integers over 128 bits") {
    support::holds(
        "any numerator, any positive denominator", [](std::int64_t high, std::uint64_t low, std::uint64_t divisor) {
            const auto shift = static_cast<unsigned>(*rc::gen::inRange(1, 120));
            const int128 numerator = wide(high, low, shift);
            const int128 denominator = static_cast<int128>(divisor) + 1;
            const BigRational exact{big(numerator), big(denominator)};
            RC_ASSERT(big(offerkit::quantity::round_half_up(numerator, denominator)) == support::nearest(exact));
            RC_ASSERT(big(offerkit::quantity::floor_divide(numerator, denominator)) == support::floor_of(exact));
            RC_ASSERT(big(offerkit::quantity::ceiling_divide(numerator, denominator)) == -support::floor_of(-exact));
        });
    support::holds("exact halves", [](std::int64_t whole, std::uint32_t half_of) {
        const int128 denominator = 2 * (static_cast<int128>(half_of) + 1);
        const int128 numerator = static_cast<int128>(whole) * denominator + denominator / 2;
        RC_ASSERT(offerkit::quantity::round_half_up(numerator, denominator) == static_cast<int128>(whole) + 1);
    });
}

TEST_CASE("a number fits 64 bits exactly up to their ends") {
    using offerkit::quantity::fits_int64;
    constexpr int128 most = std::numeric_limits<std::int64_t>::max();
    STATIC_REQUIRE(fits_int64(most));
    STATIC_REQUIRE_FALSE(fits_int64(most + 1));
    STATIC_REQUIRE(fits_int64(-most - 1));
    STATIC_REQUIRE_FALSE(fits_int64(-most - 2));
}
