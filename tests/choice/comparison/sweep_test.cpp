// Sweeps over one or two values (docs/numbers.md, "Sweeps"), with figures that need no files.

#include <offerkit/choice/comparison/sweep.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using choice::SweepAxis;
using choice::SweepValue;
using quantity::Money;

namespace {

SweepValue number(std::int64_t value) { return {std::to_string(value), quantity::Number{value}, false}; }

const auto usd = *quantity::Currency::of("USD");

SweepAxis axis(const std::string& path, std::int64_t from, std::int64_t to, std::int64_t step) {
    SweepAxis result{path, {}};
    for (std::int64_t at = from; at <= to; at += step) {
        result.values.push_back(number(at));
    }
    return result;
}

}  // namespace

TEST_CASE("a row for each value, and the value at which the lead changes hands") {
    const std::vector axes{axis("price", 0, 40, 10)};
    // The second is price^2, the first 700: they cross at 26.4575...
    const auto result = choice::sweep(axes, [](std::span<const SweepValue> values) {
        const double price = values[0].number->approximate();
        return std::optional{std::vector{Money{70'000, usd}, Money{std::llround(price * price * 100), usd}}};
    });
    REQUIRE(result.has_value());
    REQUIRE(result->rows.size() == 5);
    CHECK(result->rows[2].leaders == std::vector<std::size_t>{0});
    CHECK(result->rows[3].leaders == std::vector<std::size_t>{1});
    REQUIRE(result->crossings.size() == 1);
    CHECK(result->crossings[0].from == 0);
    CHECK(result->crossings[0].to == 1);
    REQUIRE(result->crossings[0].at.has_value());
    CHECK(result->crossings[0].at->text == "26.46");
}

TEST_CASE("two axes make a grid whose crossings are along the second") {
    const std::vector axes{axis("a", 0, 1, 1), axis("b", 0, 2, 1)};
    const auto result = choice::sweep(axes, [](std::span<const SweepValue> values) {
        const auto a = values[0].number->numerator() * 100;
        const double b = values[1].number->approximate() * 100;
        return std::optional{std::vector{Money{50 + a, usd}, Money{std::llround(b), usd}}};
    });
    REQUIRE(result.has_value());
    REQUIRE(result->rows.size() == 6);
    CHECK(result->rows[1].values[0].text == "0");
    CHECK(result->rows[1].values[1].text == "1");
    REQUIRE(result->crossings.size() == 2);
    CHECK(result->crossings[0].at->text == "0.5");
    CHECK(result->crossings[1].at->text == "1.5");
}

TEST_CASE("all that tie lead together; what is not a number has no value between; a row that fails ends it") {
    SweepAxis words{"vesting", {{"google", std::nullopt, false}, {"meta", std::nullopt, false}}};
    const auto result = choice::sweep(std::vector{words}, [](std::span<const SweepValue> values) {
        const bool first = values[0].text == "google";
        return std::optional{std::vector{Money{first ? 2 : 1, usd}, Money{2, usd}}};
    });
    REQUIRE(result.has_value());
    CHECK(result->rows[0].leaders == std::vector<std::size_t>{0, 1});
    REQUIRE(result->crossings.size() == 1);
    CHECK_FALSE(result->crossings[0].at.has_value());
    CHECK_FALSE(choice::sweep(std::vector{words}, [](std::span<const SweepValue>) {
                    return std::optional<std::vector<Money>>{};
                }).has_value());
}
