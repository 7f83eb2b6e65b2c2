#include <benchmark/benchmark.h>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/quantity/compounding.hpp>
#include <offerkit/timeline/schedule.hpp>

using namespace offerkit;
using calendar::Date;
using calendar::Period;

namespace {

const Date start = *Date::of(2026, 1, 31);

model::VestingTerms monthly() {
    return {.segments = {model::Segment{
                .over = Period::months(48), .every = Period::months(1), .cliff = model::Cliff{Period::months(12)}}}};
}

// A thousand grants of 48 monthly tranches: at most 1 ms.
void expand_thousand_grants(benchmark::State& state) {
    auto terms = monthly();
    if (state.range(0) == 0) {
        terms.segments[0].cliff.reset();
    }
    diagnostic::Diagnostics diagnostics;
    for (auto _ : state) {
        for (std::int64_t grant = 0; grant < 1000; ++grant) {
            auto schedule =
                timeline::expand({.vesting = terms, .quantity = 10'000 + grant, .start = start, .grant_date = start},
                                 {{}, start}, diagnostics);
            benchmark::DoNotOptimize(schedule);
        }
    }
    state.SetItemsProcessed(state.iterations() * 48'000);
}
BENCHMARK(expand_thousand_grants)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void compound_once(benchmark::State& state) {
    const auto rate = *quantity::Rate::of(7, 100);
    std::int64_t days = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(quantity::compound(rate, 1 + days++ % 3000));
    }
}
BENCHMARK(compound_once);

void compound_many(benchmark::State& state) {
    quantity::Compounding rate{*quantity::Rate::of(7, 100)};
    std::int64_t days = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(rate.over(1 + days++ % 3000));
    }
}
BENCHMARK(compound_many);

model::Offer offer(std::int64_t salary) {
    const auto dollar = *quantity::Currency::of("USD");
    model::Offer result{.file = "bench.toml", .company = "Bench", .currency = dollar, .start = {start}};
    result.base = model::Base{.rate = {quantity::Money{salary * 100, dollar}}};
    result.stock = model::Stock{.currency = dollar,
                                .price = {quantity::Price{1'700'000'000'000, dollar}},
                                .as_of = {start},
                                .growth = {*quantity::Rate::of(5, 100)}};
    result.grants.push_back({.id = "g",
                             .amount = model::QuantityGrant{1412},
                             .grant_date = start,
                             .vesting_start = {start},
                             .vesting = monthly()});
    return result;
}

// Everything but reading: three offers resolved, priced, ranked, and their break-evens solved.
void compare_three(benchmark::State& state) {
    const std::vector<model::Offer> offers{offer(180'000), offer(190'000), offer(200'000)};
    const model::Valuation valuation{.as_of = start};
    diagnostic::Diagnostics diagnostics;
    for (auto _ : state) {
        auto comparison = choice::compare(offers, valuation, diagnostics);
        benchmark::DoNotOptimize(comparison);
    }
}
BENCHMARK(compare_three)->Unit(benchmark::kMicrosecond);

}  // namespace
