#pragma once

#include <vector>

#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/decide/words.hpp>

namespace offerkit::report {

/// What a decision advises, a fact a line: what waits, what is missed, what decides it and what would change it, whom
/// to ask first. For one offer alone: what lifts it and what holds it back.
[[nodiscard]] std::vector<Fact> advice_of(const DecideView& view, const DecideWords& words, Brevity brevity);

}  // namespace offerkit::report
