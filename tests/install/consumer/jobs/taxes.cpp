// What a single person on a salary of 250,000 pays in New York City in 2026.
#include <iostream>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/tax/assessment.hpp>

using namespace offerkit;

void taxes(const file::ProfileStore& profiles, diagnostic::Sources& sources, diagnostic::Diagnostics& problems) {
    const auto place = profiles.place("us-ny-nyc", {sources, problems});
    auto chain = place ? profiles.tax_chain(*place, 2026, {sources, problems}) : std::nullopt;
    if (!chain) {
        return;
    }
    // The index raises numbers marked `indexed` in years that no form has yet.
    const auto index = *quantity::Rate::of(2, 100);
    const auto plan = tax::Plan::make(*std::move(chain), {2026, tax::Status::single, index}, problems);
    if (!plan) {
        return;
    }
    auto earner = tax::Earner::none(plan->currency());
    earner.cash = quantity::Money{250'000'00, plan->currency()};
    if (const auto assessment = tax::evaluate(*plan, tax::Household::of(earner), tax::Deduction::best, problems)) {
        std::cout << "single: " << to_grouped(assessment->employee) << '\n';
    }
}
