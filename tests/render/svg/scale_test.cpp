#include <offerkit/render/svg/scale.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/catch.hpp"

using namespace offerkit::render;

namespace {

std::vector<std::string> texts_of(const Axis& axis) {
    std::vector<std::string> texts;
    for (const double tick : axis.ticks) {
        texts.push_back(tick_text(tick, axis));
    }
    return texts;
}

}  // namespace

TEST_CASE("ticks stand at round numbers and enclose the values") {
    CHECK(texts_of(round_axis(0, 412'000, 6)) == std::vector<std::string>{"0", "100k", "200k", "300k", "400k", "500k"});
    CHECK(texts_of(round_axis(0, 1'430'000, 6)) == std::vector<std::string>{"0", "0.5M", "1M", "1.5M"});
    CHECK(texts_of(round_axis(-30'000, 90'000, 6)) ==
          std::vector<std::string>{"-50k", "-25k", "0", "25k", "50k", "75k", "100k"});
    CHECK(texts_of(round_axis(0, 7, 6)) == std::vector<std::string>{"0", "2", "4", "6", "8"});
}

TEST_CASE("an axis of any two numbers is short, rising and encloses what is finite") {
    const double huge = std::numeric_limits<double>::max() / 4;
    const double values[] = {0, 1, -1, 0.01, 99.99, 1e6, 9.2e16, 9.2e16 + 64, -9.2e16, huge, 1e-300, NAN, INFINITY};
    for (const double low : values) {
        for (const double high : values) {
            const Axis axis = round_axis(low, high, 6);
            INFO(low << " " << high);
            REQUIRE(axis.ticks.size() >= 2);
            CHECK(axis.ticks.size() <= 8);
            CHECK(std::is_sorted(axis.ticks.begin(), axis.ticks.end()));
            if (std::isfinite(low) && std::isfinite(high) && std::abs(low) < 1e15 && std::abs(high) < 1e15) {
                CHECK(axis.ticks.front() <= std::min(low, high));
                CHECK(axis.ticks.back() >= std::max(low, high));
            }
        }
    }
}

TEST_CASE("a scale maps in proportion, and everything to its beginning where it has no length") {
    const Scale down{0, 100, 300, 0};
    CHECK(down(0) == 300);
    CHECK(down(25) == 225);
    CHECK(down(100) == 0);
    CHECK(Scale{5, 5, 10, 20}(7) == 10);
}

TEST_CASE("places have two decimals at most") {
    CHECK(place_text(1.0) == "1");
    CHECK(place_text(1.256) == "1.26");
    CHECK(place_text(-0.001) == "0");
    CHECK(place_text(NAN) == "0");
}

TEST_CASE("labels are moved apart and keep their order") {
    const auto moved = spread_apart({10, 11, 200, 9}, 16, 0, 240);
    CHECK(moved == std::vector<double>{25, 41, 200, 9});
    const auto low = spread_apart({239, 240, 240}, 16, 0, 240);
    CHECK(low == std::vector<double>{208, 224, 240});
    CHECK(spread_apart({}, 16, 0, 240).empty());
    // More than fit go on below the end rather than over each other.
    const auto many = spread_apart({0, 0, 0}, 16, 0, 20);
    CHECK(many == std::vector<double>{0, 16, 32});
}
