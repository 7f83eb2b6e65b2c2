#pragma once

#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// One for each condition and each rating that is not known, the most valuable first. Also what nobody can be asked:
/// `Rating::askable` says so.
[[nodiscard]] std::vector<Question> questions(const Judgement& judgement);

}  // namespace offerkit::choice::decision
