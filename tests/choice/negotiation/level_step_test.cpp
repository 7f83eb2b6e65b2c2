// What one level up is worth in a negotiation (docs/numbers.md, "Levels").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/level_step.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using choice::negotiation::level_step;
using quantity::Money;
using quantity::Rate;

namespace {

Money dollars(std::int64_t amount) { return {amount * 100, *quantity::Currency::of("USD")}; }

model::ProfileHeader header(const std::string& kind, const std::string& id, int year) {
    return {.kind = kind, .id = id, .name = id, .source = "test", .as_of = calendar::Date::clamped(year, 1, 1)};
}

const std::vector<model::Ladder> ladders{[] {
    model::Ladder made{.header = header("ladders", "a", 2026)};
    made.levels = {{.name = "A1", .rung = "entry"}, {.name = "A2", .rung = "senior"}};
    return made;
}()};

model::MarketProfile medians(const std::string& id, int year, std::vector<model::MarketMedian> of) {
    model::MarketProfile market{.header = header("market", id, year), .currency = *quantity::Currency::of("USD")};
    market.medians = std::move(of);
    return market;
}

}  // namespace

TEST_CASE("a level up is worth the ratio of two medians of one source, never a difference of years") {
    const std::vector markets{
        medians("only-next", 2026, {{.ladder = "a", .level = "A2", .total = dollars(300'000)}}),
        medians("rungs", 2020,
                {{.rung = "entry", .total = dollars(152'000)}, {.rung = "senior", .total = dollars(275'000)}})};
    const auto step = level_step({"a", "A1", {}}, ladders, {}, markets);
    REQUIRE(step);
    CHECK(step->name == "A2");
    CHECK(step->ratio == *Rate::of(275, 152));
    CHECK(step->source == "rungs");
    CHECK(step->as_of == calendar::Date::clamped(2020, 1, 1));
}

TEST_CASE("without a source that has both levels, above the top and off every ladder there is no ratio") {
    const std::vector one{medians("only-next", 2026, {{.ladder = "a", .level = "A2", .total = dollars(300'000)}})};
    CHECK_FALSE(level_step({"a", "A1", {}}, ladders, {}, one));
    const std::vector none_paid{medians(
        "rungs", 2020, {{.rung = "entry", .total = dollars(0)}, {.rung = "senior", .total = dollars(275'000)}})};
    CHECK_FALSE(level_step({"a", "A1", {}}, ladders, {}, none_paid));
    CHECK_FALSE(level_step({"a", "A2", {}}, ladders, {}, one));
    CHECK_FALSE(level_step({"z", "A1", {}}, ladders, {}, one));
}
