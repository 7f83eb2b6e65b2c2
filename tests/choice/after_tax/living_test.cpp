// What living in a place costs a household (docs/tax.md).

#include <string>
#include <vector>

#include <offerkit/choice/after_tax/living.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using quantity::Money;
using quantity::Number;

namespace {

const quantity::Currency dollar = *quantity::Currency::of("USD");
Money usd(std::int64_t major) { return {major * 100, dollar}; }

model::PlaceProfile place(std::optional<Number> level) {
    return {.header = {"places", "here", "Here", "source", offers::date(2026, 1, 1)},
            .price_level = level,
            .level_year = 2024};
}

std::optional<choice::Living> living(const model::Household& household, std::optional<Number> level,
                                     std::optional<Number> at_level) {
    diagnostic::Diagnostics problems;
    return choice::living_in(place(level), dollar, household, at_level, {}, problems);
}

}  // namespace

TEST_CASE("what is spent grows with the level of prices, and a rent that is stated stands beside it") {
    model::Household household;
    household.spending = model::Stated<Money>{usd(40'000), {}};
    household.rent = {{{"there", {}}, usd(9'000)}, {{"here", {}}, usd(12'000)}};
    const auto found = living(household, Number{120}, Number{80});
    REQUIRE(found.has_value());
    CHECK(found->spending == usd(60'000));
    CHECK(found->rent == usd(12'000));
    CHECK(found->all() == usd(72'000));
    CHECK(found->level == Number{120});
    CHECK(found->level_year == 2024);
    household.rent.pop_back();
    CHECK(living(household, Number{120}, Number{80})->rent == usd(0));
}

TEST_CASE("what is stated for the place itself is taken as it is, without a level of prices") {
    model::Household household;
    household.spending = model::Stated<Money>{usd(40'000), {}};
    household.spending_in = {{{"there", {}}, usd(1)}, {{"here", {}}, usd(55'000)}};
    const auto found = living(household, Number{120}, Number{80});
    CHECK(found->spending == usd(55'000));
    CHECK_FALSE(found->level.has_value());
    household.spending.reset();
    CHECK(living(household, std::nullopt, std::nullopt)->spending == usd(55'000));
}

TEST_CASE("without an amount, either level of prices or a rate of exchange nothing is known of it") {
    model::Household household;
    CHECK_FALSE(living(household, Number{120}, Number{80}).has_value());
    household.spending = model::Stated<Money>{usd(40'000), {}};
    CHECK_FALSE(living(household, std::nullopt, Number{80}).has_value());
    CHECK_FALSE(living(household, Number{120}, std::nullopt).has_value());
    const Money euros{100, *quantity::Currency::of("EUR")};
    household.rent = {{{"here", {}}, euros}};
    CHECK_FALSE(living(household, Number{120}, Number{80}).has_value());
    household.rent.clear();
    household.spending_in = {{{"here", {}}, euros}};
    CHECK_FALSE(living(household, Number{120}, Number{80}).has_value());
}
