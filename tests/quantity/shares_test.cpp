#include "support/catch.hpp"

#include <rapidcheck.h>

#include <offerkit/quantity/shares.hpp>

using offerkit::quantity::Fraction;
using offerkit::quantity::Shares;

TEST_CASE("shares add up exactly, whole or in fractions") {
    CHECK(Shares{4} + Shares{5} == Shares{9});
    CHECK(Shares{4} - Shares{5} == Shares{-1});
    const Shares part{*Fraction::of(9, 2)};
    CHECK_FALSE(part.is_whole());
    CHECK((part + part).is_whole());
    CHECK((part + part).whole() == 9);
    CHECK(part - Shares{4} == Shares{*Fraction::of(1, 2)});
    CHECK(Shares{4} < part);
    CHECK(Shares{}.is_zero());
    Shares running{10};
    running += part;
    running -= Shares{10};
    CHECK(running == part);
}

TEST_CASE("taking away what was added gives the shares back") {
    support::holds("for whole shares and for parts of them", [] {
        const auto any = [] {
            return Shares{*Fraction::of(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000), *rc::gen::inRange(1, 49))};
        };
        const Shares a = any();
        const Shares b = any();
        RC_ASSERT((a + b) - b == a);
        RC_ASSERT(a + b == b + a);
    });
}
