// Two vests, of which everything is an integral over the price on the day of the first.

#include <array>
#include <cmath>

#include <offerkit/risk/options/option_value.hpp>
#include <offerkit/risk/prices/chances.hpp>
#include <offerkit/risk/prices/signed_sum.hpp>

#include "support/catch.hpp"

using namespace offerkit::risk;

namespace {

double below(double score) { return std::erfc(-score / std::sqrt(2.0)) / 2; }

/// The chance that d_1 S(t_1) + d_2 S(t_2) is above a bound: the second step in closed form, the first by the
/// trapezoid rule at 20,001 points.
double integrated(const std::array<Vest, 2>& vests, double volatility, double bound) {
    const double first = volatility * std::sqrt(vests[0].years);
    const double second = volatility * std::sqrt(vests[1].years - vests[0].years);
    double sum = 0;
    double whole = 0;
    for (int k = -10'000; k <= 10'000; ++k) {
        const double score = k / 1'100.0;
        const double price = std::exp(first * score - first * first / 2);
        const double weight = std::exp(-score * score / 2);
        // d_2 x price x R > bound - d_1 x price
        const double ratio = (bound - vests[0].amount * price) / (vests[1].amount * price);
        const double reached = ratio <= 0 ? 0 : below(std::log(ratio) / second + second / 2);
        sum += weight * (vests[1].amount > 0 ? 1 - reached : reached);
        whole += weight;
    }
    return sum / whole;
}

}  // namespace

TEST_CASE("two vests of one stock: the chance is that of the integral, whatever the signs and the bound") {
    support::holds([] {
        const double volatility = *rc::gen::inRange(5, 150) / 100.0;
        const double first = *rc::gen::inRange(30, 900) / 365.25;
        const auto amount = [] { return *rc::gen::inRange(1, 200) * 1000.0 * (*rc::gen::arbitrary<bool>() ? 1 : -1); };
        const std::array vests{Vest{first, amount()}, Vest{first + *rc::gen::inRange(30, 900) / 365.25, amount()}};
        const double bound = *rc::gen::inRange(-300, 300) * 1000.0;
        const auto found = chance_above(vests, volatility, bound);
        // Else it is simulated, and that is said.
        RC_PRE(found.has_value());
        RC_ASSERT(std::fabs(*found - integrated(vests, volatility, bound)) < 2e-3);
    });
}

TEST_CASE("where cash nearly makes up for shares the first step is taken as finely as the others") {
    // A pair of `compare`: 40 of 100, and 54 against 52 of 100, where 81 points agreed with themselves.
    struct Case {
        std::array<Vest, 2> vests;
        double volatility;
        double bound;
        double chance;
    };
    const std::array cases{
        Case{{Vest{1.1252566735112937, -2312.4}, Vest{2.127310061601643, -770.8}}, 1.4, -660, 0.4030536},
        Case{{Vest{1.12, -2312.4}, Vest{1.4, -70.8}}, 0.6, -2000, 0.5165483},
        Case{{Vest{1.12, -2312.4}, Vest{1.4, -70.8}}, 0.6, -1200, 0.2227645}};
    for (const Case& each : cases) {
        CAPTURE(each.bound);
        CHECK(std::fabs(integrated(each.vests, each.volatility, each.bound) - each.chance) < 1e-6);
        const auto found = chance_above(each.vests, each.volatility, each.bound);
        REQUIRE(found);
        CHECK(std::fabs(*found - each.chance) < 3e-4);
    }
}

TEST_CASE("an employee's option is right to 2e-6 where little time is left between vesting and expiry") {
    // By the formula at 600 x 640 points, in another program.
    struct Case {
        Call call;
        Habit habit;
        double worth;
    };
    const std::array cases{
        Case{{12.5, 20, std::log(1.02), std::log(1.02), 0.55, 7}, {3, -std::log(0.9), 2.2}, 3.0795627485},
        Case{{50, 80, 0.03, 0.02, 0.3, 5}, {1, 0.15, 1.5}, 3.7177215958},
        Case{{50, 40, 0.06, 0, 0.55, 5}, {4, 0.05, 2.2}, 24.0180183168},
        Case{{50, 50, 0.03, 0.02, 0.15, 4}, {3, 0.3, 3}, 2.5365711800}};
    for (const Case& each : cases) {
        CAPTURE(each.call.strike, each.call.years);
        CHECK(std::fabs(hull_white(each.call, each.habit) / each.worth - 1) < 2e-6);
    }
}
