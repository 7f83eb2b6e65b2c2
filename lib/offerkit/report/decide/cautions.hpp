#pragma once

#include <string>
#include <vector>

#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/decide/words.hpp>

namespace offerkit::report {

/// What to know before relying on a decision, a sentence each; what holds for several offers is told once.
[[nodiscard]] std::vector<std::string> cautions_of(const DecideView& view, const DecideWords& words);

/// The same in as few words as tell what to look for; empty where there is nothing. What the leader misses is left to
/// the must-haves.
[[nodiscard]] std::string beware_of(const DecideView& view, const DecideWords& words);

}  // namespace offerkit::report
