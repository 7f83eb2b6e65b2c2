// What holds of every law, pair and certainty equivalent.

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <offerkit/risk/options/option_value.hpp>
#include <offerkit/risk/prices/chances.hpp>
#include <offerkit/risk/prices/paths.hpp>

#include "support/catch.hpp"

using namespace offerkit::risk;

namespace {

/// Up to 24 vests over six years, and some cash.
Exposure any_exposure(const std::string& stock = "a") {
    Exposure exposure{.stock = stock,
                      .volatility = *rc::gen::inRange(2, 150) / 100.0,
                      .market_correlation = *rc::gen::inRange(-90, 91) / 100.0,
                      .certain = *rc::gen::inRange(0, 500) * 1000.0};
    const int vests = *rc::gen::inRange(1, 25);
    for (int i = 0; i < vests; ++i) {
        exposure.vests.push_back({*rc::gen::inRange(1, 2200) / 365.25, *rc::gen::inRange(1, 100) * 1000.0});
    }
    return exposure;
}

bool close(double a, double b, double tolerance) { return std::fabs(a - b) <= tolerance * std::max(1.0, std::fabs(b)); }

}  // namespace

TEST_CASE("worst tenth, quantiles and mean stand in their order, and nothing is below what is certain") {
    support::holds([] {
        const Exposure exposure = any_exposure();
        const Prospect prospect{exposure};
        RC_ASSERT(prospect.method() == Method::exact);
        const Quantiles q = prospect.quantiles();
        RC_ASSERT(std::is_sorted(q.begin(), q.end()));
        RC_ASSERT(prospect.shortfall() <= q[0]);
        RC_ASSERT(q[2] <= prospect.mean());
        RC_ASSERT(exposure.certain < prospect.shortfall());
        RC_ASSERT(prospect.below(exposure.certain) == 0.0);
        for (std::size_t i = 0; i < q.size(); ++i) {
            RC_ASSERT(close(prospect.below(q[i]), shown_chances[i], 1e-9));
        }
    });
}

TEST_CASE("a table of scores that reaches as far as the quantiles gives the quantiles of the whole one") {
    support::holds([] {
        const Exposure exposure = any_exposure();
        const Prospect whole{exposure};
        const Prospect part{exposure, ScoreTable::for_quantiles};
        RC_ASSERT(whole.quantiles() == part.quantiles());
        RC_ASSERT(whole.shortfall() == part.shortfall());
    });
}

TEST_CASE("money in another unit, and time in another unit, leave the law as it is") {
    support::holds([] {
        const Exposure exposure = any_exposure();
        const Prospect prospect{exposure};
        const Prospect larger{scaled(exposure, 7)};
        Exposure slower = exposure;
        slower.volatility /= 2;
        for (Vest& vest : slower.vests) {
            vest.years *= 4;
        }
        const Prospect same{slower};
        for (const double chance : shown_chances) {
            RC_ASSERT(close(larger.quantile(chance), 7 * prospect.quantile(chance), 1e-9));
            RC_ASSERT(close(same.quantile(chance), prospect.quantile(chance), 1e-9));
        }
    });
}

TEST_CASE("a vest in two parts, one of nothing, and another order of vests change nothing") {
    support::holds([] {
        const Exposure exposure = any_exposure();
        Exposure split = exposure;
        const Vest first = split.vests.front();
        split.vests.front().amount = first.amount / 4;
        split.vests.push_back({first.years, first.amount * 3 / 4});
        split.vests.push_back({1.5, 0});
        std::reverse(split.vests.begin(), split.vests.end());
        RC_ASSERT(close(Prospect{split}.quantile(0.1), Prospect{exposure}.quantile(0.1), 1e-12));
        RC_ASSERT(close(Prospect{split}.quantile(0.9), Prospect{exposure}.quantile(0.9), 1e-12));
    });
}

TEST_CASE("quantiles rise with every vest; the one in ten below falls with the volatility") {
    support::holds([] {
        const Exposure exposure = any_exposure();
        Exposure more = exposure;
        more.vests.front().amount += 10'000;
        Exposure wilder = exposure;
        wilder.volatility *= 1.25;
        const Prospect prospect{exposure};
        for (const double chance : shown_chances) {
            RC_ASSERT(Prospect{more}.quantile(chance) > prospect.quantile(chance));
        }
        RC_ASSERT(Prospect{wilder}.quantile(0.1) < prospect.quantile(0.1));
    });
}

TEST_CASE("a certain price makes a point of the figure") {
    Exposure exposure{.stock = "a", .volatility = 0, .certain = 100, .vests = {{1, 50}, {2, 25}}};
    exposure.strikes.push_back({1, 30, 20});
    const Prospect point{exposure};
    CHECK(!point.is_uncertain());
    CHECK(point.mean() == 185);
    CHECK(point.quantile(0.1) == 185);
    CHECK(point.shortfall() == 185);
    CHECK(point.certain_equivalent(10) == 185);
    CHECK(point.below(185) == 0.5);
    CHECK(!Prospect{{.stock = "a", .volatility = 1, .certain = 3, .vests = {{0, 5}}}}.is_uncertain());
}

TEST_CASE("two offers: the chances add to 1, and a copy with more of anything always pays more") {
    support::holds([] {
        const Prospect a{any_exposure("a")};
        const Prospect b{any_exposure("b")};
        RC_ASSERT(chance_beats(a, b).value + chance_beats(b, a).value == 1.0);
        Exposure richer = a.exposure();
        richer.certain += 1;
        RC_ASSERT(chance_beats(Prospect{richer}, a).value == 1.0);
        Exposure fuller = a.exposure();
        for (Vest& vest : fuller.vests) {
            vest.amount *= 1.5;
        }
        RC_ASSERT(close(chance_beats(Prospect{fuller}, a).value, 1, 1e-9));
        RC_ASSERT(chance_beats(a, a).value == 0.5);
    });
}

TEST_CASE("pay counts for at most its mean, for more to who bears more, and a certain raise counts whole") {
    support::holds([] {
        const Exposure exposure = any_exposure();
        const Prospect prospect{exposure};
        const double tolerance = *rc::gen::inRange(20, 2000) * 1000.0;
        const double counted = prospect.certain_equivalent(tolerance);
        RC_ASSERT(counted <= prospect.mean());
        RC_ASSERT(counted > exposure.certain);
        RC_ASSERT(prospect.certain_equivalent(2 * tolerance) >= counted);
        Exposure raised = exposure;
        raised.certain += 12'345;
        RC_ASSERT(close(Prospect{raised}.certain_equivalent(tolerance), counted + 12'345, 1e-9));
    });
    // A tolerance far below the pay looks at the worst alone, and underflows nowhere.
    const Prospect pay{{.stock = "a", .volatility = 0.4, .certain = 200'000, .vests = {{1, 1e5}, {2, 1e5}}}};
    CHECK(pay.certain_equivalent(1.0) > 200'000);
    CHECK(pay.certain_equivalent(1.0) < pay.quantile(0.01));
}

TEST_CASE("simulated futures agree with the law, and with the chances of several offers") {
    const std::vector<Vest> vests{{0.5, 60'000}, {1, 40'000}, {2, 30'000}, {3, 50'000}};
    const Exposure a{.stock = "a", .volatility = 0.4, .market_correlation = 0.6, .certain = 90'000, .vests = vests};
    Exposure b = a;
    b.stock = "b";
    b.volatility = 0.6;
    Exposure c = a;
    c.vests[0].amount = 20'000;
    c.certain = 120'000;
    const std::array exposures{a, b, c};
    const auto figures = simulate(exposures);
    for (std::size_t k = 0; k < exposures.size(); ++k) {
        const Prospect prospect{exposures[k]};
        const Estimate mean = mean_over_pairs(figures[k]);
        CHECK(std::fabs(mean.mean - prospect.mean()) < 2 * mean.half_width);
        std::vector<double> below(path_count);
        for (const double chance : shown_chances) {
            const double amount = prospect.quantile(chance);
            std::transform(figures[k].begin(), figures[k].end(), below.begin(),
                           [&](double figure) { return figure < amount ? 1.0 : 0.0; });
            const Estimate found = mean_over_pairs(below);
            CHECK(std::fabs(found.mean - chance) < 2 * found.half_width);
        }
    }
    std::vector<double> wins(path_count);
    std::transform(figures[0].begin(), figures[0].end(), figures[2].begin(), wins.begin(),
                   [](double x, double y) { return x > y ? 1.0 : 0.0; });
    const Estimate same_stock = mean_over_pairs(wins);
    CHECK(std::fabs(chance_beats(Prospect{a}, Prospect{c}).value - same_stock.mean) < 2 * same_stock.half_width);
    std::transform(figures[0].begin(), figures[0].end(), figures[1].begin(), wins.begin(),
                   [](double x, double y) { return x > y ? 1.0 : 0.0; });
    CHECK(std::fabs(chance_beats(Prospect{a}, Prospect{b}).value - mean_over_pairs(wins).mean) < 0.012);
}

TEST_CASE("the chances of paying most add to 1 and belong to the offers, whatever their order") {
    Exposure a{
        .stock = "a", .volatility = 0.4, .market_correlation = 0.55, .certain = 9e5, .vests = {{1, 2e5}, {3, 2e5}}};
    Exposure b{
        .stock = "b", .volatility = 0.5, .market_correlation = 0.55, .certain = 9e5, .vests = {{2, 3e5}, {4, 1e5}}};
    Exposure c{.stock = "c", .volatility = 0.3, .market_correlation = 0.55, .certain = 8e5, .vests = {{1, 5e5}}};
    const Exposure safe{.certain = 1.25e6};
    const auto check = [](const std::array<Exposure, 4>& exposures, Method method) {
        std::vector<Prospect> prospects;
        for (const Exposure& exposure : exposures) {
            prospects.emplace_back(exposure);
        }
        std::array<std::size_t, 4> order{0, 1, 2, 3};
        std::vector<double> first;
        do {
            std::vector<const Prospect*> given;
            for (const std::size_t i : order) {
                given.push_back(&prospects[i]);
            }
            const auto chances = chances_best(given);
            double sum = 0;
            std::vector<double> own(4);
            for (std::size_t i = 0; i < 4; ++i) {
                sum += chances[i].value;
                own[order[i]] = chances[i].value;
                CHECK(chances[i].method == method);
            }
            CHECK(sum == Approx(1).epsilon(1e-12));
            if (first.empty()) {
                first = own;
            }
            CHECK(own == first);
        } while (method == Method::exact && std::next_permutation(order.begin(), order.end()));
    };
    check({a, b, c, safe}, Method::exact);
    c.stock = "a";
    check({a, b, c, safe}, Method::simulated);
}

TEST_CASE("options on public stock are simulated, and may all lapse") {
    Exposure options{.stock = "a", .volatility = 0.5, .certain = 100'000};
    options.strikes = {{1, 50'000, 50'000}, {2, 50'000, 50'000}};
    const Prospect prospect{options};
    REQUIRE(prospect.method() == Method::simulated);
    CHECK(prospect.half_width() > 0);
    CHECK(prospect.quantile(0.1) == 100'000);
    // Of two calls at the money without interest: 50,000 (2 N(s sqrt(t) / 2) - 1) each.
    const double expected = 100'000 + 50'000 * (2 * offerkit::numeric::normal_below(0.25) - 1) +
                            50'000 * (2 * offerkit::numeric::normal_below(0.25 * std::sqrt(2.0)) - 1);
    CHECK(prospect.mean() == Approx(expected).epsilon(0.01));
    REQUIRE(prospect.chance_all_worthless());
    CHECK(*prospect.chance_all_worthless() > 0.4);
    CHECK(*prospect.chance_all_worthless() < 0.6);
}

TEST_CASE("over 400 dates count month by month, and that is known") {
    Exposure daily{.stock = "a", .volatility = 0.4};
    for (int day = 1; day <= 1'000; ++day) {
        daily.vests.push_back({day / 365.25, 100});
    }
    const Prospect prospect{daily};
    CHECK(prospect.merged());
    CHECK(prospect.mean() == Approx(100'000));
    CHECK(prospect.exposure().vests.size() == 33);
}

TEST_CASE("an employee's option is worth at most the call, and less to who leaves more often") {
    support::holds([] {
        const Call call{.price = *rc::gen::inRange(5, 200) / 1.0,
                        .strike = *rc::gen::inRange(5, 200) / 1.0,
                        .rate = *rc::gen::inRange(0, 80) / 1000.0,
                        .dividend_yield = 0,
                        .volatility = *rc::gen::inRange(15, 100) / 100.0,
                        .years = *rc::gen::inRange(4, 11) / 1.0};
        const double vest = *rc::gen::inRange(0, 4);
        const double multiple = *rc::gen::inRange(15, 40) / 10.0;
        const double seldom = hull_white(call, {vest, 0.03, multiple});
        const double often = hull_white(call, {vest, 0.2, multiple});
        RC_ASSERT(often >= -1e-6 * call.price);
        RC_ASSERT(often <= seldom + 1e-6 * call.price);
        RC_ASSERT(seldom <= black_scholes_merton(call) + 1e-6 * call.price);
    });
}
