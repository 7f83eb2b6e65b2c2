#include "support/catch.hpp"
#include "support/exact.hpp"

#include <rapidcheck.h>

#include <offerkit/quantity/factor.hpp>
#include <offerkit/quantity/price.hpp>

using offerkit::quantity::compound;
using offerkit::quantity::Currency;
using offerkit::quantity::Factor;
using offerkit::quantity::Fraction;
using offerkit::quantity::int128;
using offerkit::quantity::Money;
using offerkit::quantity::parse_price;
using offerkit::quantity::Price;
using offerkit::quantity::Shares;
using offerkit::quantity::to_grouped;
using offerkit::quantity::to_plain;
using support::big;
using support::BigInt;
using support::BigRational;

namespace {

const Currency usd = *Currency::of("USD");

Price price(std::string_view text, Currency currency = usd) {
    const auto read = parse_price(text, currency);
    REQUIRE(read.has_value());
    return *read;
}

}  // namespace

TEST_CASE("a price is read exactly to ten decimals and printed back the same") {
    CHECK(to_plain(price("0.8734")) == "0.8734");
    CHECK(to_plain(price("170.00")) == "170");
    CHECK(to_plain(price("1_000.5_0")) == "1000.5");
    CHECK(to_plain(price("0.0000000001")) == "0.0000000001");
    CHECK(to_plain(price("0.00000000010")) == "0.0000000001");
    CHECK(to_plain(price("1000000000000")) == "1000000000000");
    CHECK(price("-0") == Price::zero(usd));
    CHECK(price("0.5").approximate() == 0.5);
    support::holds("round trip", [] {
        const int128 steps =
            static_cast<int128>(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)) * Price::steps_per_major +
            *rc::gen::inRange<std::int64_t>(0, Price::steps_per_major);
        const Price any{steps >> *rc::gen::inRange(0, 70), usd};
        const auto read = parse_price(to_plain(any), usd);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == any);
    });
}

TEST_CASE("a reader sees a grouped price with at least the decimals of its currency") {
    CHECK(to_grouped(price("1170")) == "1,170.00");
    CHECK(to_grouped(price("0.8734")) == "0.8734");
    CHECK(to_grouped(price("1234567.5")) == "1,234,567.50");
    CHECK(to_grouped(price("999")) == "999.00");
    CHECK(to_grouped(price("2500", *Currency::of("JPY"))) == "2,500");
    CHECK(to_grouped(Price{-Price::steps_per_major * 1170, usd}) == "-1,170.00");
    CHECK(to_plain(Price{-1, usd}) == "-0.0000000001");
}

TEST_CASE("a price that cannot be meant is refused with the reason") {
    const auto why = [](std::string_view text) { return parse_price(text, usd).error(); };
    CHECK(why("-0.5") == "a price cannot be negative");
    CHECK(why("0.12345678901") == "a price has at most 10 decimals; round it");
    CHECK(why("0.1234567890123456789012345") == "a price has at most 10 decimals; round it");
    CHECK(why("1000000000000.0000000001") == "a price is at most 1_000_000_000_000");
    CHECK(why("99999999999999999999999999") == "a price is at most 1_000_000_000_000");
    for (const char* text :
         {"", "1.2.3", "1.", ".5", "1.+5", "1.-5", "1e3", "0x1", "inf", "nan", "1 ", "$1", "1._5", "1_.5"}) {
        CAPTURE(text);
        CHECK(why(text) == "a price is written with digits, such as 170.25 or 0.8734");
    }
}

TEST_CASE("a vest is worth its shares at the price less the strike, rounded once") {
    // docs/numbers.md, "Equity".
    CHECK(value_of(Shares{294}, price("170.16"), Factor{}, Price::zero(usd)) == Money{5'002'704, usd});
    CHECK(value_of(Shares{1}, price("0.005"), Factor{}, Price::zero(usd)) == Money{1, usd});
    CHECK(value_of(Shares{1}, price("0.0049999999"), Factor{}, Price::zero(usd)) == Money{0, usd});
    CHECK(value_of(Shares{*Fraction::of(9, 2)}, price("10"), Factor{}, Price::zero(usd)) == Money{4'500, usd});
    CHECK(value_of(Shares{1'000}, price("3.20"), Factor{}, price("3.20")) == Money{0, usd});
    CHECK(value_of(Shares{1'000}, price("3.19"), Factor{}, price("3.20")) == Money{0, usd});
    CHECK(value_of(Shares{1'000}, price("3.21"), Factor{}, price("3.20")) == Money{1'000, usd});
    CHECK_FALSE(value_of(Shares{9'000'000'000'000'000'000}, price("1000000000000"), Factor{}, Price::zero(usd)));
    support::holds("exact without growth", [] {
        const auto count = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
        const Price at{*rc::gen::inRange<std::int64_t>(0, 100'000'000'000'000), usd};
        const Price strike{*rc::gen::inRange<std::int64_t>(0, 100'000'000'000'000), usd};
        const auto shares = Shares{*Fraction::of(count, *rc::gen::inRange(1, 100))};
        BigRational exact =
            big(shares.exact()) * BigRational{big(at.steps() - strike.steps()), BigInt{Price::steps_per_major / 100}};
        if (exact < 0) {
            exact = 0;
        }
        const BigInt cents = support::nearest(exact);
        const auto got = value_of(shares, at, Factor{}, strike);
        RC_ASSERT(got.has_value());
        RC_ASSERT(BigInt{got->minor()} == cents);
    });
}

TEST_CASE("a vest after whole four-year stretches of growth is exact, also where it ends on half a cent") {
    // 0.08 x 1.5^4 = 0.405: forty cents and a half.
    CHECK(value_of(Shares{1}, price("0.08"), compound(*Fraction::of(1, 2), 1461), Price::zero(usd)) == Money{41, usd});
    // 0.1 x 1.1^8 = 0.214358881; 25 of them and so on: against rationals.
    support::holds("against unlimited rationals", [] {
        const Fraction rate = *Fraction::of(*rc::gen::inRange(-9'000, 20'000), 10'000);
        const int fours = *rc::gen::inRange(1, 4);
        const std::int64_t count = *rc::gen::inRange(1, 1'000'000);
        const Price at{static_cast<int128>(*rc::gen::inRange(1, 1'000'000)) * (Price::steps_per_major / 100), usd};
        BigRational exact{big(at.steps()) * count, BigInt{Price::steps_per_major / 100}};
        for (int i = 0; i < 4 * fours; ++i) {
            exact *= 1 + big(rate);
        }
        const BigInt cents = support::nearest(exact);
        RC_PRE(cents < BigInt{4'000'000'000'000'000'000});
        const auto got = value_of(Shares{count}, at, compound(rate, 1461 * fours), Price::zero(usd));
        RC_ASSERT(got.has_value());
        RC_ASSERT(BigInt{got->minor()} == cents);
    });
}

TEST_CASE("a value that no amount can hold is nothing, whatever the growth") {
    CHECK_FALSE(value_of(Shares{1'000}, price("1000"), compound(Fraction{1'000'000'000}, 400'000), Price::zero(usd)));
    CHECK(value_of(Shares{1'000}, price("1000"), compound(*Fraction::of(-999'999, 1'000'000), 400'000),
                   Price::zero(usd)) == Money{0, usd});
}
