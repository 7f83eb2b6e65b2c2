#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/paths/figures.hpp>
#include <offerkit/choice/paths/plan_terms.hpp>
#include <offerkit/file/read_any.hpp>

/// Career plans written as text in a test.
namespace careers {

/// Reads a plan that must be free of errors; fails the test with its problems otherwise.
offerkit::model::CareerPlan read(const std::string& text);

/// The terms of such a plan, which names no offer file.
offerkit::choice::paths::Terms terms(const std::string& text);

/// "3:7 unknown-rung: no [[rung]] has the id `x` (did you mean ...?)": the problems that reading a plan finds.
std::vector<std::string> problems(const std::string& text);

/// A figure by its name in tests/data/career_paths.json; nullopt where it does not apply. Fails the test when there is
/// no figure of the name.
std::optional<double> figure(const offerkit::choice::paths::Terms& terms, const offerkit::choice::paths::Career& career,
                             const std::string& name);

}  // namespace careers
