#include "support/catch.hpp"
#include "support/exact.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include <rapidcheck.h>

#include <offerkit/quantity/money.hpp>

using offerkit::quantity::Currency;
using offerkit::quantity::Fraction;
using offerkit::quantity::Money;
using offerkit::quantity::parse_money;
using offerkit::quantity::to_grouped;
using offerkit::quantity::to_plain;
using support::big;
using support::BigInt;
using support::BigRational;

namespace {

Currency currency(std::string_view code) {
    const auto found = Currency::of(code);
    REQUIRE(found.has_value());
    return *found;
}

Money dollars(std::int64_t cents) { return {cents, currency("USD")}; }

}  // namespace

TEST_CASE("currencies carry the decimals of ISO 4217 and stand in alphabetical order") {
    const auto codes = offerkit::quantity::currency_codes();
    CHECK(std::is_sorted(codes.begin(), codes.end()));
    CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
    for (const auto code : codes) {
        CAPTURE(code);
        REQUIRE(code.size() == 3);
        CHECK(currency(code).code() == code);
    }
    CHECK(currency("USD").decimals() == 2);
    CHECK(currency("JPY").decimals() == 0);
    CHECK(currency("KWD").decimals() == 3);
    CHECK(currency("CLF").decimals() == 4);
    CHECK(currency("KWD").minor_per_major() == 1000);
    CHECK(currency("JPY").minor_per_major() == 1);
    CHECK_FALSE(Currency::of("usd"));
    CHECK_FALSE(Currency::of("US"));
    CHECK_FALSE(Currency::of(""));
    CHECK_FALSE(Currency::of("USDX"));
    CHECK_FALSE(Currency::of("XXX"));
    CHECK_FALSE(Currency::of("XAU"));
}

TEST_CASE("a share of an amount is rounded half up to the minor unit") {
    // docs/numbers.md, "Pay".
    CHECK(multiply(dollars(1), *Fraction::of(1, 2)) == dollars(1));
    CHECK(multiply(dollars(-1), *Fraction::of(1, 2)) == dollars(0));
    CHECK(multiply(dollars(10'000), *Fraction::of(1, 3)) == dollars(3'333));
    CHECK(multiply(dollars(20'000), *Fraction::of(1, 3)) == dollars(6'667));
    support::holds("against unlimited rationals", [](std::int64_t minor, std::int64_t top, std::int64_t bottom) {
        const auto share = Fraction::of(top >> *rc::gen::inRange(0, 63), (bottom >> *rc::gen::inRange(0, 63)) | 1);
        RC_PRE(share.has_value());
        const BigInt exact = support::nearest(BigRational{BigInt{minor}} * big(*share));
        const auto got = multiply(Money{minor, *Currency::of("USD")}, *share);
        const bool fits = exact <= BigInt{std::numeric_limits<std::int64_t>::max()} &&
                          exact >= BigInt{std::numeric_limits<std::int64_t>::min()};
        RC_ASSERT(got.has_value() == fits);
        RC_ASSERT((!got || BigInt{got->minor()} == exact));
    });
}

TEST_CASE("equal parts sum to the whole, and up to any part to the rounded share of it") {
    support::holds("any amount in any number of parts", [](std::int64_t minor) {
        const int n = *rc::gen::inRange(1, 400);
        const Money whole{minor, *Currency::of("EUR")};
        BigInt sum = 0;
        for (int i = 1; i <= n; ++i) {
            sum += equal_part(whole, i, n).minor();
            RC_ASSERT(sum == support::nearest(BigRational{BigInt{minor} * i, BigInt{n}}));
        }
        RC_ASSERT(sum == BigInt{minor});
    });
}

TEST_CASE("sums and differences reach the ends of 64 bits") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    CHECK(dollars(-1) - dollars(least) == dollars(most));
    CHECK(dollars(least) + dollars(most) == dollars(-1));
    CHECK(-dollars(most) == dollars(-most));
    CHECK(dollars(5) - dollars(7) == dollars(-2));
    Money running = dollars(1);
    running += dollars(4);
    running -= dollars(2);
    CHECK(running == dollars(3));
    CHECK(dollars(1) < dollars(2));
}

TEST_CASE("an amount is printed in major units, exactly") {
    CHECK(to_plain(dollars(18'200'000)) == "182000");
    CHECK(to_plain(dollars(17'025)) == "170.25");
    CHECK(to_plain(dollars(-5)) == "-0.05");
    CHECK(to_plain(Money{170, currency("JPY")}) == "170");
    CHECK(to_plain(Money{-1'005, currency("KWD")}) == "-1.005");
    CHECK(to_plain(dollars(std::numeric_limits<std::int64_t>::min())) == "-92233720368547758.08");
}

TEST_CASE("a reader sees grouped digits, with all decimals or rounded half up to whole units") {
    CHECK(to_grouped(dollars(18'200'000)) == "182,000.00");
    CHECK(to_grouped(dollars(-123'456'789)) == "-1,234,567.89");
    CHECK(to_grouped(dollars(99'999)) == "999.99");
    CHECK(to_grouped(dollars(99'999), true) == "1,000");
    CHECK(to_grouped(dollars(50), true) == "1");
    CHECK(to_grouped(dollars(-50), true) == "0");
    CHECK(to_grouped(dollars(-51), true) == "-1");
    CHECK(to_grouped(dollars(-100'000'000), true) == "-1,000,000");
    CHECK(to_grouped(Money{1'234'567, currency("JPY")}) == "1,234,567");
    CHECK(to_grouped(Money{1'234'567, currency("JPY")}, true) == "1,234,567");
    CHECK(to_grouped(Money{-7, currency("KWD")}) == "-0.007");
    support::holds("without its commas it is the same number", [](std::int64_t minor) {
        std::string text = to_grouped(Money{minor, *Currency::of("USD")});
        for (std::size_t i = text.find('.'), digits = 0; i-- > 0;) {
            RC_ASSERT((text[i] == ',') == (digits == 3));
            digits = text[i] == ',' ? 0 : digits + 1;
            if (text[i] == '-') {
                RC_ASSERT(i == 0U);
            }
            if (digits == 3 && i == 1 && text[0] == '-') {
                break;
            }
        }
        std::erase(text, ',');
        std::erase(text, '.');
        RC_ASSERT(std::stoll(text) == minor);
    });
}

TEST_CASE("an amount is read exactly from its text and printed back the same") {
    CHECK(parse_money("182_000", currency("USD")) == dollars(18'200'000));
    CHECK(parse_money("170.25", currency("USD")) == dollars(17'025));
    CHECK(parse_money("170.2", currency("USD")) == dollars(17'020));
    CHECK(parse_money("170.250", currency("USD")) == dollars(17'025));
    CHECK(parse_money("0.29", currency("USD")) == dollars(29));  // 0.29 x 100 is 28.999... in binary
    CHECK(parse_money("1000000000000", currency("USD")) == dollars(100'000'000'000'000));
    CHECK(parse_money("1000000000000.00", currency("CLF"))->minor() == 10'000'000'000'000'000);
    CHECK(parse_money("-0.00", currency("USD")) == dollars(0));
    support::holds("round trip in every currency", [] {
        const auto codes = offerkit::quantity::currency_codes();
        const Currency any = *Currency::of(codes[*rc::gen::inRange<std::size_t>(0, codes.size())]);
        const Money amount{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000) * any.minor_per_major() +
                               *rc::gen::inRange<std::int64_t>(0, any.minor_per_major()),
                           any};
        RC_ASSERT(parse_money(to_plain(amount), any) == amount);
    });
}

TEST_CASE("an amount that cannot be meant is refused with the reason") {
    const auto why = [](std::string_view text, std::string_view code) {
        return parse_money(text, currency(code)).error();
    };
    CHECK(why("-1", "USD") == "an amount cannot be negative");
    CHECK(why("1.005", "USD") == "USD has 2 decimals; round the amount");
    CHECK(why("1.5", "JPY") == "JPY has no decimals; round the amount");
    CHECK(why("0.1234567890123456789", "USD") == "USD has 2 decimals; round the amount");
    CHECK(why("1000000000000.01", "USD") == "an amount is at most 1_000_000_000_000");
    CHECK(why("99999999999999999999999999999999999999999999", "USD") == "an amount is at most 1_000_000_000_000");
    for (const char* text :
         {"", "1e6", "0x10", "inf", "nan", "1,000", "$5", "1__0", ".5", "5.", "1.2.3", "182k", "1 000"}) {
        CAPTURE(text);
        CHECK(why(text, "USD") == "an amount is written with digits, such as 182_000 or 170.25");
    }
}
