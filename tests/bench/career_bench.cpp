#include <string>

#include <benchmark/benchmark.h>

#include <offerkit/choice/paths/figures.hpp>
#include <offerkit/choice/paths/plan_terms.hpp>
#include <offerkit/file/read_any.hpp>

using namespace offerkit;

namespace {

// A large company, a start-up that leads on to it, and a slower one beside them; ten years.
constexpr const char* plan_text = R"(
currency = "USD"
horizon = "10 years"
look = ["4 years", "7 years"]
pay_growth = "3.2%"
spending = 110_000
savings = 60_000
keep = "65%"
wealth = 100_000
risk_aversion = 2
[market]
downturn = "15%"
[[rung]]
id = "senior"
total = { low = 350_000, likely = 400_000, high = 450_000 }
[[rung]]
id = "staff"
total = { low = 500_000, likely = 560_000, high = 620_000 }
[[rung]]
id = "principal"
total = 780_000
[[path]]
id = "large"
rung = "senior"
pay = [475_000, 437_000, 410_000, 392_000]
promotion.staff = { ever = "50%", median = "4 years", slow = "8 years", pay_over = "2 years" }
promotion.principal = { ever = "20%", median = "5 years", slow = "10 years", pay_over = "2 years" }
job_loss = { per_year = "4%", in_downturn = "12%", months_out = 5, comeback = { low = "88%", likely = "93%", high = "98%" } }
[[path]]
id = "slower"
rung = "senior"
pay = [380_000, 390_000, 400_000, 410_000]
promotion.staff = { ever = "40%", median = "5 years", slow = "9 years", pay_over = "2 years" }
promotion.principal = { ever = "10%", median = "5 years", slow = "10 years", pay_over = "2 years" }
job_loss = { per_year = "2%", in_downturn = "6%", months_out = 5, comeback = "93%" }
switch = { every = "4 years", gain = { low = "-3%", likely = "5%", high = "15%" } }
[[path]]
id = "startup"
rung = "senior"
pay = [215_000, 221_000, 228_000, 235_000]
then = "large"
next = { one_up = "30%", one_up_after_success = "55%" }
later_pay = { low = "-8%", likely = "0%", high = "10%" }
job_loss = { per_year = "4%", in_downturn = "12%", months_out = 5, comeback = "93%" }
promotion.staff = { ever = "60%", median = "3 years", slow = "6 years" }
[[path.exit]]
name = "closed"
chance = "60%"
after = "3 years"
[[path.exit]]
name = "little"
chance = "22%"
after = "5 years"
worth = 384_000
[[path.exit]]
name = "well"
chance = "18%"
after = "5 years"
worth = 2_530_000
)";

constexpr const char* turn_text = R"(
[[turn]]
at = "12 months"
from = "startup"
to = "large"
open = "60%"
cost = 20_000
reading = "75%"
)";

choice::paths::Terms terms_of(const std::string& text) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    const file::ProfileStore store{{}};
    return choice::paths::terms_of(*file::read_plan_text({sources, problems, store}, "plan.toml", text));
}

// All figures of 20,000 worlds, three paths and ten years on one core: at most 60 milliseconds; a turn adds at most 15.
void career_of_three_paths(benchmark::State& state) {
    const auto terms = terms_of(std::string{plan_text} + (state.range(0) == 1 ? turn_text : ""));
    for (auto _ : state) {
        benchmark::DoNotOptimize(choice::paths::career(terms, 1, 20'000, 1));
    }
}
BENCHMARK(career_of_three_paths)->ArgName("turns")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
