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

TEST_CASE("a crossing has two decimals more than the values beside it, and is a percentage where they are") {
    const auto at = [](const SweepAxis& along, std::int64_t first, double scale) {
        const auto result = choice::sweep(std::vector{along}, [&](std::span<const SweepValue> values) {
            const double second = values[0].number->approximate() * scale;
            return std::optional{std::vector{Money{first, usd}, Money{std::llround(second), usd}}};
        });
        REQUIRE(result.has_value());
        REQUIRE(result->crossings.size() == 1);
        return result->crossings[0].at->text;
    };
    const SweepAxis percents{"raise",
                             {{"10%", *quantity::Number::of(1, 10), true}, {"20%", *quantity::Number::of(1, 5), true}}};
    CHECK(at(percents, 1'234, 10'000) == "12.34%");
    const SweepAxis decimals{"price", {{"0.5", *quantity::Number::of(1, 2), false}, number(1)}};
    CHECK(at(decimals, 7'120, 10'000) == "0.712");
    CHECK(at(decimals, 7'000, 10'000) == "0.7");
    const SweepAxis wholes{"price", {number(0), number(1)}};
    CHECK(at(wholes, 7'100, 10'000) == "0.71");
}

TEST_CASE("a crossing is the value as it is written that lies nearest to it") {
    for (const std::int64_t at : {7'151, 7'126, 7'149, 2'851}) {
        const auto result = choice::sweep(std::vector{axis("price", 0, 1, 1)}, [&](std::span<const SweepValue> values) {
            const double second = values[0].number->approximate() * 1'000'000;
            return std::optional{std::vector{Money{at * 100, usd}, Money{std::llround(second), usd}}};
        });
        REQUIRE(result.has_value());
        REQUIRE(result->crossings.size() == 1);
        CHECK(result->crossings[0].at->text == (at == 7'151 ? "0.72" : at == 2'851 ? "0.29" : "0.71"));
    }
}

TEST_CASE("where a value between two rows cannot be had, the straight line between them says the crossing") {
    const auto result = choice::sweep(std::vector{axis("count", 0, 10, 10)}, [](std::span<const SweepValue> values) {
        return values[0].number->denominator() == 1
                   ? std::optional{std::vector{Money{450, usd}, Money{values[0].number->numerator() * 100, usd}}}
                   : std::nullopt;
    });
    REQUIRE(result.has_value());
    REQUIRE(result->crossings.size() == 1);
    CHECK(result->crossings[0].at->text == "4.5");
}

TEST_CASE("as many rows as are looked at make a sweep, and one more makes none") {
    const auto rows = [](std::int64_t first, std::int64_t second) {
        const std::vector axes{axis("a", 1, first, 1), axis("b", 1, second, 1)};
        return choice::sweep(
            axes, [](std::span<const SweepValue>) { return std::optional{std::vector{Money{1, usd}, Money{2, usd}}}; });
    };
    const auto most = static_cast<std::int64_t>(choice::most_sweep_rows);
    REQUIRE(rows(1, most).has_value());
    CHECK(rows(1, most)->rows.size() == choice::most_sweep_rows);
    CHECK(rows(1, most)->crossings.empty());
    CHECK_FALSE(rows(1, most + 1).has_value());
    CHECK_FALSE(rows(2, most / 2 + 1).has_value());
}
