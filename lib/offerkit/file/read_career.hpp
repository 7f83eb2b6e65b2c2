#pragma once

#include <optional>
#include <string>

#include <offerkit/file/read.hpp>
#include <offerkit/model/career_plan.hpp>

namespace offerkit::file {

/// Reads a career plan from a text. Offers that it names are not read.
[[nodiscard]] std::optional<model::CareerPlan> read_plan_text(const Reading& reading, std::string name,
                                                              std::string text);
/// The same from a file.
[[nodiscard]] std::optional<model::CareerPlan> read_plan_file(const Reading& reading, const std::string& path);

}  // namespace offerkit::file
