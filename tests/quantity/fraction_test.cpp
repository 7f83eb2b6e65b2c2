#include "support/catch.hpp"
#include "support/exact.hpp"

#include <limits>
#include <optional>
#include <string>

#include <rapidcheck.h>

#include <offerkit/quantity/fraction.hpp>

using offerkit::quantity::Fraction;
using offerkit::quantity::int128;
using offerkit::quantity::parse_decimal;
using offerkit::quantity::to_decimal;
using offerkit::quantity::to_percent;
using offerkit::quantity::to_ratio;
using support::big;
using support::BigInt;
using support::BigRational;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

bool fits(const BigRational& exact) {
    return numerator(exact) <= BigInt{most} && numerator(exact) >= BigInt{least} && denominator(exact) <= BigInt{most};
}

// Right when it is the exact result in lowest terms, or nothing because that result does not fit.
bool is_right(const std::optional<Fraction>& got, const BigRational& exact) {
    if (!got) {
        return !fits(exact);
    }
    return BigInt{got->numerator()} == numerator(exact) && BigInt{got->denominator()} == denominator(exact);
}

// Numbers of every size, so that small ones, which share factors, come as often as those that overflow.
std::int64_t any_size(std::int64_t value, unsigned bits) { return value >> (bits % 63); }

rc::Gen<Fraction> any_fraction() {
    return rc::gen::exec([] {
        const auto top = any_size(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::arbitrary<unsigned>());
        const auto bottom = any_size(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::arbitrary<unsigned>());
        const auto result = Fraction::of(top, bottom == 0 ? 1 : bottom);
        return result ? *result : Fraction{top};
    });
}

}  // namespace

TEST_CASE("a fraction is held in lowest terms with a positive denominator") {
    const auto third = Fraction::of(-4, -12);
    REQUIRE(third);
    CHECK(third->numerator() == 1);
    CHECK(third->denominator() == 3);
    CHECK(*Fraction::of(0, -7) == Fraction{});
    CHECK(Fraction::of(6, -4)->numerator() == -3);
    CHECK(Fraction{5}.is_whole());
    CHECK_FALSE(third->is_whole());
}

TEST_CASE("building a fraction keeps to the ends of 64 bits, and of 128") {
    const int128 huge = std::numeric_limits<int128>::max();
    CHECK(Fraction::of(most, 1)->numerator() == most);
    CHECK(Fraction::of(least, 1)->numerator() == least);
    CHECK_FALSE(Fraction::of(static_cast<int128>(most) + 1, 1));
    CHECK_FALSE(Fraction::of(1, static_cast<int128>(most) + 1));
    CHECK(*Fraction::of(huge, huge) == Fraction{1});
    CHECK(*Fraction::of(-huge - 1, -huge - 1) == Fraction{1});
    CHECK(*Fraction::of(-huge - 1, (huge / 2) + 1) == Fraction{-2});
    CHECK_FALSE(Fraction::of(huge, 2));
}

TEST_CASE("sums, differences and products are exact, or nothing when they leave 64 bits") {
    support::holds("against unlimited rationals", [] {
        const Fraction a = *any_fraction();
        const Fraction b = *any_fraction();
        RC_ASSERT(is_right(a.plus(b), big(a) + big(b)));
        RC_ASSERT(is_right(a.minus(b), big(a) - big(b)));
        RC_ASSERT(is_right(a.times(b), big(a) * big(b)));
        RC_ASSERT((a < b) == (big(a) < big(b)));
        RC_ASSERT((a == b) == (big(a) == big(b)));
    });
    // The one number whose negative does not fit.
    CHECK(*Fraction{-1}.minus(Fraction{least}) == Fraction{most});
    CHECK_FALSE(Fraction{0}.minus(Fraction{least}));
}

TEST_CASE(
    "a decimal is printed exactly when it ends, else rounded half up, without trailing zeros or a negative zero") {
    CHECK(to_decimal(*Fraction::of(132, 1000)) == "0.132");
    CHECK(to_decimal(*Fraction::of(-9, 2)) == "-4.5");
    CHECK(to_decimal(*Fraction::of(1, 3)) == "0.3333333333");
    CHECK(to_decimal(*Fraction::of(2, 3)) == "0.6666666667");
    CHECK(to_decimal(*Fraction::of(2, 3), 0) == "1");
    CHECK(to_decimal(*Fraction::of(5, 2), 0) == "3");
    CHECK(to_decimal(*Fraction::of(-5, 2), 0) == "-2");
    CHECK(to_decimal(*Fraction::of(-1, 1000), 2) == "0");
    CHECK(to_decimal(*Fraction::of(999, 1000), 2) == "1");
    CHECK(to_decimal(Fraction{100}, 0) == "100");
    CHECK(to_decimal(Fraction{100}) == "100");
    CHECK(to_decimal(Fraction{least}, 18) == std::to_string(least));
    support::holds("the text is the number nearest to the fraction that so many decimals can say", [] {
        const Fraction value = *any_fraction();
        const int decimals = *rc::gen::inRange(0, 19);
        const std::string text = to_decimal(value, decimals);
        const auto point = text.find('.');
        const std::string digits = point == std::string::npos ? text : text.substr(0, point) + text.substr(point + 1);
        const auto shown = static_cast<unsigned>(point == std::string::npos ? 0 : text.size() - point - 1);
        RC_ASSERT(shown <= static_cast<unsigned>(decimals));
        RC_ASSERT(shown == 0 || text.back() != '0');
        const BigInt scale = pow(BigInt{10}, static_cast<unsigned>(decimals));
        // A leading zero would make it octal.
        const auto first = digits.find_first_of("123456789");
        BigInt scaled{first == std::string::npos ? "0" : digits.substr(first)};
        scaled *= pow(BigInt{10}, static_cast<unsigned>(decimals) - shown);
        RC_ASSERT((digits.front() == '-' ? BigInt{-scaled} : scaled) ==
                  support::nearest(big(value) * BigRational{scale}));
        RC_ASSERT(text != "-0");
    });
}

TEST_CASE("percentages and ratios are printed as people write them") {
    CHECK(to_percent(*Fraction::of(132, 1000)) == "13.2%");
    CHECK(to_percent(*Fraction::of(1, 3)) == "33.33%");
    CHECK(to_percent(Fraction{1}) == "100%");
    CHECK(to_percent(*Fraction::of(-1, 20)) == "-5%");
    CHECK(to_percent(Fraction{most}) == "922337203685477580700%");
    CHECK(to_ratio(*Fraction::of(9, 2)) == "9/2");
    CHECK(to_ratio(Fraction{4}) == "4");
    CHECK(to_ratio(*Fraction::of(-9, 2)) == "-9/2");
}

TEST_CASE("a decimal is read exactly from its text") {
    CHECK(*parse_decimal("8") == Fraction{8});
    CHECK(*parse_decimal("-0.15") == *Fraction::of(-3, 20));
    CHECK(*parse_decimal("+1_000.5") == *Fraction::of(2001, 2));
    CHECK(*parse_decimal("0.1") == *Fraction::of(1, 10));
    CHECK(*parse_decimal("-0") == Fraction{});
    CHECK(*parse_decimal("0000000000000000000000000000001.50000000000000000000000") == *Fraction::of(3, 2));
    CHECK(*parse_decimal("999999999999999999") == Fraction{999'999'999'999'999'999});
    CHECK_FALSE(parse_decimal("1000000000000000001"));
    support::holds("what is printed is read back", [] {
        const auto digits = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 999'999'999'999'999);
        const int decimals = *rc::gen::inRange(0, 19);
        int128 scale = 1;
        for (int i = 0; i < decimals; ++i) {
            scale *= 10;
        }
        const auto value = Fraction::of(digits, scale);
        RC_PRE(value.has_value());
        const auto read = parse_decimal(to_decimal(*value, 18));
        // Eighteen digits count, so a number with leading zeros behind the point may have too many.
        RC_ASSERT((!read || *read == *value));
        RC_ASSERT(read.has_value() || decimals > 15);
    });
}

TEST_CASE("only plain decimals are read: no exponent, no stray sign, point, underscore or letter") {
    for (const char* text : {"",
                             "-",
                             "+",
                             ".",
                             "_",
                             "1.",
                             ".5",
                             "-.5",
                             "1..2",
                             "1.2.3",
                             "1._5",
                             "1_.5",
                             "_1",
                             "1_",
                             "1__0",
                             "--1",
                             "+-1",
                             "1e5",
                             "1E5",
                             "0x10",
                             "0o7",
                             "0b1",
                             "inf",
                             "-inf",
                             "nan",
                             "1 ",
                             " 1",
                             "1,5",
                             "1.5_",
                             "\xD9\xA1",
                             "1\n",
                             "1.+5",
                             "\xE2\x88\x92"
                             "1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_decimal(text));
    }
    CHECK_FALSE(parse_decimal(std::string_view{"1\0", 2}));
}
