#pragma once

#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/decide/words.hpp>

namespace offerkit::report {

/// Every table behind the advice: weights and how far they reach, ranks, pairs, pay, questions, goals.
[[nodiscard]] Page decide_detail(const DecideView& view, const DecideWords& words);

/// Every product of weight and value, offer by offer, with the line of its rating and the rules.
[[nodiscard]] Page decide_explanation(const DecideView& view, const DecideWords& words);

}  // namespace offerkit::report
