// What weights say in money.

#include <rapidcheck.h>

#include <offerkit/choice/decision/swing_worth.hpp>
#include "support/catch.hpp"

using namespace offerkit;
using choice::PaySwing;
using quantity::Money;
using quantity::Number;

namespace {

Money dollars(std::int64_t amount) { return {amount * 100, *quantity::Currency::of("USD")}; }
Number number(const char* text) { return *quantity::parse_decimal(text); }

}  // namespace

TEST_CASE("a full swing is worth its share of the pay scale") {
    // (80 / 100) x (450,000 - 150,000)
    CHECK(choice::worth_of_swing(Number{80}, {dollars(150'000), dollars(450'000), Number{100}}) == dollars(240'000));
    // (40 / 84) x 300,000 = 142,857.142...: half up to the cent, once.
    CHECK(choice::worth_of_swing(Number{40}, {dollars(150'000), dollars(450'000), Number{84}}) ==
          Money(14'285'714, *quantity::Currency::of("USD")));
    CHECK(choice::worth_of_swing(Number{0}, {dollars(0), dollars(1), Number{1}}) == dollars(0));
}

TEST_CASE("scaling every swing leaves what they are worth as it is") {
    support::holds("same ratio, same worth", [] {
        const auto swing = *rc::gen::inRange<std::int64_t>(0, 1000);
        const auto pay = *rc::gen::inRange<std::int64_t>(1, 1000);
        const auto by = *rc::gen::inRange<std::int64_t>(1, 1000);
        const auto range = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        RC_ASSERT(choice::worth_of_swing(Number{swing}, {dollars(5), dollars(5 + range), Number{pay}}) ==
                  choice::worth_of_swing(Number{swing * by}, {dollars(5), dollars(5 + range), Number{pay * by}}));
    });
}

TEST_CASE("a worth that is put back as a swing says the same worth again, to the hundredth of a point") {
    support::holds("there and back", [] {
        const auto range = *rc::gen::inRange<std::int64_t>(1, 10'000'000);
        const auto worth = *rc::gen::inRange<std::int64_t>(0, 2 * range);
        const PaySwing pay{dollars(1000), dollars(1000 + range), Number{*rc::gen::inRange<std::int64_t>(1, 101)}};
        const auto swing = choice::swing_of_worth(dollars(worth), pay);
        RC_ASSERT(swing);
        const auto back = choice::worth_of_swing(*swing, pay);
        RC_ASSERT(back);
        // Half a hundredth of a point is that part of the range; a cent for the rounding of money.
        const auto step = choice::worth_of_swing(number("0.005"), pay);
        const auto off = (*back - dollars(worth)).minor();
        RC_ASSERT((off < 0 ? -off : off) <= step->minor() + 1);
    });
    CHECK(choice::swing_of_worth(dollars(40'000), {dollars(60'000), dollars(120'000), Number{80}}) == number("53.33"));
}

TEST_CASE("points stand beside a largest of 100, which changes nothing where it is 100 already") {
    CHECK(choice::points_beside(number("33.25"), Number{100}) == number("33.25"));
    CHECK(choice::points_beside(Number{30}, Number{60}) == Number{50});
    CHECK(choice::points_beside(Number{1}, Number{3}) == Number{33});
    CHECK(choice::points_beside(Number{90}, Number{60}) == Number{150});
}
