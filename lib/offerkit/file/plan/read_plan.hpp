#pragma once

#include <optional>
#include <string>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/career_plan.hpp>

namespace offerkit::file {

/// Most paths of a plan, and most years.
inline constexpr std::size_t most_paths = 8;
inline constexpr int most_plan_years = 40;

/// The career plan in a tree. Problems are reported to the context; what is given counts only when none was an error.
[[nodiscard]] std::optional<model::CareerPlan> read_plan_tree(Context& context, const Node& root, std::string name);

}  // namespace offerkit::file
