// What many worlds say together, and how sure it is (docs/numbers.md, "Careers"), worked out by hand.

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <offerkit/choice/paths/promotion.hpp>
#include <offerkit/choice/paths/statistics.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

Estimated mean(const std::vector<double>& values) {
    return mean_of(values.size(), [&](std::size_t i) { return values[i]; });
}

Distribution distribution(const std::vector<double>& values) {
    std::vector<double> room;
    return distribution_of(values, room);
}

/// 1 to `count`, in an order that is none.
std::vector<double> mixed(int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(1 + (i * 37) % count);
    }
    return values;
}

}  // namespace

TEST_CASE("a mean has the standard error of its values, also around a large one and over many blocks") {
    // The squares around 2.5 come to 5, over 3 and over 4.
    CHECK(mean({1, 2, 3, 4}).value == 2.5);
    CHECK(mean({1, 2, 3, 4}).error == Approx(std::sqrt(5.0 / 12)));
    CHECK(mean({1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4}).error == Approx(std::sqrt(5.0 / 12)));
    CHECK(mean({7}).value == 7);
    CHECK(mean({7}).error == 0);
    CHECK(mean({}).value == 0);
    const auto many = mean(mixed(3'001));
    CHECK(many.value == Approx(1'501));
    // (n^2 - 1) / 12 over n - 1 and n.
    CHECK(many.error == Approx(std::sqrt((3'001.0 * 3'001 - 1) / 12 / 3'000)));
}

TEST_CASE("a chance is a part of the worlds, and surest at either end") {
    CHECK(chance_of(1, 4).value == 0.25);
    CHECK(chance_of(1, 4).error == Approx(std::sqrt(0.25 * 0.75 / 4)));
    CHECK(chance_of(4, 4).error == 0);
    CHECK(chance_of(0, 4).value == 0);
    CHECK(chance_of(0, 0).value == 0);
}

TEST_CASE("a quantile is the smallest value with its share, and as sure as its neighbours a standard deviation away") {
    const auto found = distribution(mixed(100));
    CHECK(found.mean.value == 50.5);
    CHECK(found.p10.value == 10);
    CHECK(found.p50.value == 50);
    CHECK(found.p90.value == 90);
    // A standard deviation of the rank is 3 at a tenth and 5 in the middle.
    CHECK(found.p10.error == 3);
    CHECK(found.p50.error == 5);
    CHECK(found.p90.error == 3);
    // The worst five: 3 on average, 2.5 apart squared, and 2 below their edge, 5.
    CHECK(found.worst_20th.value == 3);
    CHECK(found.worst_20th.error == Approx(std::sqrt((2.5 + 0.95 * 4) / 5)));
}

TEST_CASE("the worst twentieth is never nobody, and of a part of a world it takes the whole") {
    CHECK(distribution(mixed(19)).worst_20th.value == 1);
    CHECK(distribution(mixed(20)).worst_20th.value == 1);
    CHECK(distribution(mixed(21)).worst_20th.value == 1.5);
    CHECK(distribution(mixed(21)).p10.value == 3);
    const auto one = distribution({7});
    CHECK(one.p10.value == 7);
    CHECK(one.p90.value == 7);
    CHECK(one.p50.error == 0);
    CHECK(one.worst_20th.value == 7);
    CHECK(distribution({}).p50.value == 0);
    // Quantiles near an end have no neighbour beyond it.
    CHECK(distribution(mixed(5)).p10.value == 1);
    CHECK(distribution(mixed(5)).p90.value == 5);
}

TEST_CASE("what is as good for certain lies between the worst and the mean, by the mean of each power") {
    const std::vector<double> values{0, 300};
    // With 100 of one's own: 100 and 400 have 250, 225, 200 and 160 as their means of power 1, 1/2, 0 and -1.
    CHECK(certainty_equivalent(values, 100, 0).value == Approx(150));
    CHECK(certainty_equivalent(values, 100, 0.5).value == Approx(125));
    CHECK(certainty_equivalent(values, 100, 1).value == Approx(100));
    CHECK(certainty_equivalent(values, 100, 2).value == Approx(60));
    CHECK(certainty_equivalent(values, 100, 0).error == Approx(150));
    // ln 4 / 2 is the error of the mean logarithm, of an equivalent of 200.
    CHECK(certainty_equivalent(values, 100, 1).error == Approx(200 * std::log(4.0) / 2));
    // Of 1 and 1/4 the mean is 0.625 with an error of 0.375: 160 / 0.625 x 0.375.
    CHECK(certainty_equivalent(values, 100, 2).error == Approx(96));
    CHECK(certainty_equivalent({}, 100, 2).value == 0);
    // No power leaves the range of numbers.
    const std::vector<double> large{1e9, 3e9};
    CHECK(certainty_equivalent(large, 0, 200).value == Approx(1e9 * std::pow(2, 1.0 / 199)).epsilon(1e-9));
    CHECK(certainty_equivalent(large, 0, 0.01).value < 2e9);
}

TEST_CASE("amounts within a billionth of each other tie, and neither leads") {
    CHECK(tie(1e9, 1e9 + 1));
    CHECK_FALSE(tie(1e9, 1e9 + 2));
    CHECK_FALSE(leads(1e9 + 1, 1e9));
    CHECK(leads(1e9 + 2, 1e9));
    CHECK_FALSE(leads(1e9, 1e9 + 2));
    CHECK(tie(0, 0));
    CHECK_FALSE(leads(0, 0));
    CHECK(leads(-1, -2));
}

TEST_CASE("half of those ever promoted are by the median, and nine in ten when it is slow") {
    CHECK(promoted_by(0, 12, 24) == 0);
    CHECK(promoted_by(12, 12, 24) == Approx(0.5));
    CHECK(promoted_by(24, 12, 24) == Approx(0.9));
    // As far below the median as slow is above it, by ratio.
    CHECK(promoted_by(6, 12, 24) == Approx(0.1));
    CHECK(promoted_by(1, 1, 2) == Approx(0.5));
    // All on one day where slow is the median.
    CHECK(promoted_by(11, 12, 12) == 0);
    CHECK(promoted_by(12, 12, 12) == 1);
}

TEST_CASE("a draw is promoted in the first month whose chance is above it, or never") {
    const auto half = Promotion::of(0.5, 12, 24, 30);
    REQUIRE(half.exists());
    CHECK(half.by.size() == 31);
    CHECK(half.by.front() == 0);
    CHECK(half.by[24] == Approx(0.45));
    CHECK(half.months(0.2499) == 12);
    CHECK(half.months(0.2501) == 13);
    CHECK(half.months(0.4499) == 24);
    CHECK(half.months(0.0) == 1);
    CHECK(half.months(0.5) > 1'000);
    const auto step = Promotion::of(1, 12, 12, 30);
    CHECK(step.months(0.0) == 12);
    CHECK(step.months(0.9999) == 12);
    CHECK_FALSE(Promotion{}.exists());
}
