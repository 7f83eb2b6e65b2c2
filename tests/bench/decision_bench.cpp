#include <benchmark/benchmark.h>

#include <offerkit/choice/decision/acceptability.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/decision/winning_index.hpp>
#include <offerkit/numeric/philox.hpp>

using namespace offerkit::choice::decision;

namespace {

Values random_values(std::size_t offers, std::size_t factors) {
    offerkit::numeric::Draw draw{{2026, 1}, 0};
    Values values(offers);
    for (auto& row : values) {
        for (std::size_t j = 0; j < factors; ++j) {
            row.push_back(draw.uniform());
        }
    }
    return values;
}

// A million weights for ten offers and eight factors: at most 0.12 s on one core.
void acceptability_of_ten_offers(benchmark::State& state) {
    const auto values = random_values(10, 8);
    for (auto _ : state) {
        benchmark::DoNotOptimize(acceptability(values, 1'000'000, 1));
    }
    state.SetItemsProcessed(state.iterations() * 1'000'000);
}
BENCHMARK(acceptability_of_ten_offers)->Unit(benchmark::kMillisecond);

// What one run of `decide` draws for three offers.
void acceptability_of_three_offers(benchmark::State& state) {
    const auto values = random_values(3, 8);
    for (auto _ : state) {
        benchmark::DoNotOptimize(acceptability(values, 10'000, 1));
    }
}
BENCHMARK(acceptability_of_three_offers)->Unit(benchmark::kMicrosecond);

// At most half a microsecond.
void exact_pairwise_index(benchmark::State& state) {
    const auto values = random_values(2, 8);
    std::vector<double> differences;
    for (std::size_t j = 0; j < 8; ++j) {
        differences.push_back(values[0][j] - values[1][j]);
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(differences.data());
        benchmark::DoNotOptimize(winning_index(differences));
    }
}
BENCHMARK(exact_pairwise_index);

offerkit::model::Offer offer(std::int64_t salary) {
    using namespace offerkit;
    const auto dollar = *quantity::Currency::of("USD");
    model::Offer result{
        .file = "bench.toml", .company = "Bench", .currency = dollar, .start = {*calendar::Date::of(2026, 1, 31)}};
    result.base = model::Base{.rate = {quantity::Money{salary * 100, dollar}}};
    return result;
}

// Everything `decide` computes for three offers on pay and seven factors, some of them uncertain: at most two of the
// five milliseconds that a whole run has.
void decide_among_three_offers(benchmark::State& state) {
    using namespace offerkit;
    const auto dollar = *quantity::Currency::of("USD");
    std::vector<model::Offer> offers{offer(180'000), offer(210'000), offer(240'000)};
    model::Priorities priorities{.file = "me.toml"};
    priorities.money = model::MoneyFactor{
        .worst = {15'000'000, dollar}, .best = {35'000'000, dollar}, .swing = model::Stated{quantity::Number{100}, {}}};
    numeric::Draw draw{{2026, 2}, 0};
    const auto rating = [&] { return quantity::Number{static_cast<std::int64_t>(draw.uniform() * 11)}; };
    for (int j = 0; j < 7; ++j) {
        const std::string id{"factor" + std::to_string(j)};
        priorities.factors.push_back({.id = id, .swing = model::Stated{quantity::Number{80 - 10 * j}, {}}});
        for (auto& one : offers) {
            one.factors.push_back({id, rating()});
        }
    }
    offers[0].factors[1].rating = model::UnknownRating{};
    offers[0].factors[3].rating = model::ConditionRating{.chance = *quantity::Rate::of(7, 10)};
    offers[1].factors[2].rating = model::RangeRating{quantity::Number{3}, quantity::Number{6}, quantity::Number{8}};
    offers[2].factors[4].rating = model::ConditionRating{.chance = *quantity::Rate::of(1, 2)};
    diagnostic::Diagnostics diagnostics;
    const auto comparison = choice::compare(offers, {.as_of = *calendar::Date::of(2026, 1, 1)}, diagnostics);
    for (auto _ : state) {
        benchmark::DoNotOptimize(choice::decide(*comparison, priorities, {}, diagnostics));
    }
}
BENCHMARK(decide_among_three_offers)->Unit(benchmark::kMicrosecond);

}  // namespace
