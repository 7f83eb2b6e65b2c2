#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/paths/terms.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/career_plan.hpp>

namespace offerkit::choice::paths {

/// Something in a plan that is legal and probably not meant.
struct PlanWarning {
    diagnostic::Code code;
    diagnostic::Span span{};
    std::string message;
    std::string help{};
};

/// What tilts a plan: losses, promotion or exits stated for some paths only, a rung that pays less than the one below,
/// a first job far off its rung, no losses anywhere.
[[nodiscard]] std::vector<PlanWarning> review(const model::CareerPlan& plan, const Terms& terms);

}  // namespace offerkit::choice::paths
