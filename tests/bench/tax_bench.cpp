#include <benchmark/benchmark.h>

#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/tax/assessment.hpp>

using namespace offerkit;

namespace {

// A year in New York City, three forms and two passes: at most 20 microseconds.
void taxes_of_new_york_city(benchmark::State& state) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    const file::ProfileStore store;
    const auto place = store.place("us-ny-nyc", {sources, problems});
    auto chain = store.tax_chain(*place, 2026, {sources, problems});
    const auto plan = tax::Plan::make(*std::move(chain), {2026, tax::Status::single, {}}, problems);
    auto earner = tax::Earner::none(plan->currency());
    std::int64_t cash = 25'000'000;
    for (auto _ : state) {
        earner.cash = {++cash, plan->currency()};
        earner.equity = {14'500'000, plan->currency()};
        benchmark::DoNotOptimize(tax::assess(*plan, tax::Household::of(earner)));
    }
}
BENCHMARK(taxes_of_new_york_city)->Unit(benchmark::kMicrosecond);

}  // namespace
