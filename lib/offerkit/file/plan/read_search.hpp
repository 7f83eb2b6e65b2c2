#pragma once

#include <optional>
#include <string>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/search_plan.hpp>

/// Reads what a pipeline file says of a search.
namespace offerkit::file {

/// The search in a tree whose keys are those of a pipeline file; the context's currency is what its amounts are in
/// when it names none. Problems are reported to the context; what is given counts only when none was an error.
[[nodiscard]] std::optional<model::SearchPlan> read_search_tree(Context& context, const Node& root, std::string name);

}  // namespace offerkit::file
