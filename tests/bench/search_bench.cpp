#include <string>

#include <benchmark/benchmark.h>

#include <offerkit/choice/search/rates.hpp>
#include <offerkit/choice/search/search.hpp>
#include <offerkit/choice/search/waiting.hpp>

using namespace offerkit;
using namespace offerkit::choice::search;

namespace {

Search search_of(int processes) {
    const auto today = calendar::Date::clamped(2026, 1, 20);
    Search search{.today = today, .cost_per_week = 100, .offers = {{"A", 5'000, today.plus_days(5)}}};
    for (int i = 0; i < processes; ++i) {
        search.processes.push_back(
            {"P" + std::to_string(i), 6'000.0 + 70 * i, 0.1 + 0.05 * i, today.plus_days(2 + i), 14});
    }
    return search;
}

// Accepting or waiting with every extension and every process hurried: 12 processes on 12 days in at most 50
// milliseconds, 5 in at most 1.
void accept_or_wait(benchmark::State& state) {
    const Search search = search_of(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(best_plan(search));
        benchmark::DoNotOptimize(extensions(search));
        benchmark::DoNotOptimize(hurries(search));
    }
}
BENCHMARK(accept_or_wait)->Arg(5)->Arg(12)->Unit(benchmark::kMicrosecond);

// A record so poor that several hundred applications are needed: at most 20 milliseconds.
void applications_needed(benchmark::State& state) {
    const Rates rates{{{4, 30}, {2, 2}, {4.4, 7.3}}};
    for (auto _ : state) {
        Applications applications{rates, 2};
        benchmark::DoNotOptimize(applications.needed(0.8));
        benchmark::DoNotOptimize(applications.needed(0.9));
    }
}
BENCHMARK(applications_needed)->Unit(benchmark::kMicrosecond);

}  // namespace
