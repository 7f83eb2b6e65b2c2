#pragma once

#include <span>
#include <string>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/report/figure/paper.hpp>

namespace offerkit::report {

/// Who leads by each of the definitions that a letter or a recruiter may mean: the chosen one, the first year,
/// annualized pay and present value. There is at least one offer.
[[nodiscard]] Choices definition_choices(const choice::Comparison& comparison, const std::vector<std::string>& names);

}  // namespace offerkit::report
