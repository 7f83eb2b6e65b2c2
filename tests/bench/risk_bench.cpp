// What uncertain share prices cost: laws, score tables, pairs, the block of three offers, simulated futures.

#include <array>
#include <vector>

#include <benchmark/benchmark.h>

#include <offerkit/risk/options/option_value.hpp>
#include <offerkit/risk/prices/chances.hpp>
#include <offerkit/risk/prices/paths.hpp>
#include <offerkit/risk/waterfall/waterfall.hpp>

namespace {

using namespace offerkit::risk;

std::vector<Vest> even(int count, double years, double each) {
    std::vector<Vest> vests;
    for (int i = 1; i <= count; ++i) {
        vests.push_back({years * i / count, each});
    }
    return vests;
}

Exposure offer(const char* stock, double volatility, int vests) {
    return {.stock = stock,
            .volatility = volatility,
            .market_correlation = 0.55,
            .certain = 900'000,
            .vests = even(vests, 4, 400'000.0 / vests)};
}

void law(benchmark::State& state) {
    const auto vests = even(static_cast<int>(state.range(0)), 4, 25'000);
    for (auto _ : state) {
        benchmark::DoNotOptimize(Law::of(vests, 0.45));
    }
}
BENCHMARK(law)->Arg(16)->Arg(48)->Unit(benchmark::kMicrosecond);

void score_table(benchmark::State& state) {
    const auto found = Law::of(even(16, 4, 25'000), 0.45);
    for (auto _ : state) {
        benchmark::DoNotOptimize(ScoreTable{*found});
    }
}
BENCHMARK(score_table)->Unit(benchmark::kMicrosecond);

void pair_of_two_stocks(benchmark::State& state) {
    const Prospect a{offer("a", 0.4, 16)};
    const Prospect b{offer("b", 0.5, 16)};
    for (auto _ : state) {
        benchmark::DoNotOptimize(chance_beats(a, b));
    }
}
BENCHMARK(pair_of_two_stocks)->Unit(benchmark::kMicrosecond);

void pair_of_one_stock(benchmark::State& state) {
    const Prospect a{offer("a", 0.4, 16)};
    const Prospect b{offer("a", 0.4, 4)};
    for (auto _ : state) {
        benchmark::DoNotOptimize(chance_beats(a, b));
    }
}
BENCHMARK(pair_of_one_stock)->Unit(benchmark::kMicrosecond);

/// Laws, quantiles, three pairs and the chances of paying most: what `compare` prints of one figure.
void block_of_three(benchmark::State& state) {
    for (auto _ : state) {
        const std::array prospects{Prospect{offer("a", 0.4, 16)}, Prospect{offer("b", 0.5, 16)},
                                   Prospect{offer("c", 0.35, 16)}};
        for (const Prospect& prospect : prospects) {
            benchmark::DoNotOptimize(prospect.quantiles());
            benchmark::DoNotOptimize(prospect.shortfall());
        }
        benchmark::DoNotOptimize(chance_beats(prospects[0], prospects[1]));
        benchmark::DoNotOptimize(chance_beats(prospects[0], prospects[2]));
        benchmark::DoNotOptimize(chance_beats(prospects[1], prospects[2]));
        const std::array all{&prospects[0], &prospects[1], &prospects[2]};
        benchmark::DoNotOptimize(chances_best(all));
    }
}
BENCHMARK(block_of_three)->Unit(benchmark::kMicrosecond);

void futures_of_16_vests(benchmark::State& state) {
    const std::array exposures{offer("a", 0.45, 16)};
    for (auto _ : state) {
        benchmark::DoNotOptimize(simulate(exposures));
    }
}
BENCHMARK(futures_of_16_vests)->Unit(benchmark::kMillisecond);

/// Eight series of all kinds of participation and two strikes: one price of a share.
void waterfall_of_8_series(benchmark::State& state) {
    using offerkit::model::Participation;
    using offerkit::quantity::Exact;
    CapTable table{.common = Exact{40'000'000}};
    const std::array kinds{Participation::none, Participation::full, Participation::capped};
    for (std::int64_t i = 0; i < 8; ++i) {
        const Exact preference{1'000'000 * (i + 3)};
        table.preferred.push_back({Exact{1'000'000 + 70'000 * i}, preference,
                                   kinds[static_cast<std::size_t>(i) % kinds.size()], Exact{3} * preference,
                                   1 + i / 3});
    }
    table.options = {{Exact{900'000}, Exact::ratio(4, 5)}, {Exact{400'000}, Exact::ratio(7, 2)}};
    const Exact proceeds{250'000'000};
    for (auto _ : state) {
        benchmark::DoNotOptimize(share_price(table, proceeds, Conversion::chosen));
    }
}
BENCHMARK(waterfall_of_8_series)->Unit(benchmark::kMicrosecond);

void employee_option(benchmark::State& state) {
    const Call call{50, 50, 0.05, 0.02, 0.3, 10};
    for (auto _ : state) {
        benchmark::DoNotOptimize(hull_white(call, {3, 0.03, 2}));
    }
}
BENCHMARK(employee_option)->Unit(benchmark::kMicrosecond);

}  // namespace
