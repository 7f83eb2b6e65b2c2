#pragma once

#include <string>
#include <vector>

#include <offerkit/value/leaving_months.hpp>

/// What the page of `leave` says in sentences.
namespace offerkit::report {

/// The answer in a few sentences: what leaving costs, what has to be done in time, and what waiting changes.
[[nodiscard]] std::string leaving_verdict(const value::LeavingAnswer& answer);

/// "find USD 156,188 by 2028-04-30 or lose 74,375 options"; empty where nothing can be exercised.
[[nodiscard]] std::string exercise_words(const value::ToExercise& all);

/// What is worth knowing beside the figures, a sentence each.
[[nodiscard]] std::vector<std::string> leaving_notes(const value::LeavingAnswer& answer);

}  // namespace offerkit::report
