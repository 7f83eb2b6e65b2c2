#pragma once

#include <optional>
#include <string>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/priorities.hpp>

namespace offerkit::file {

/// The priorities in a table whose keys are those of a priorities file, or of a profile of the kind.
[[nodiscard]] model::Priorities read_priorities(const View& view, std::string name);

/// The priorities in a tree. Problems are reported to the context; what is given counts only when none was an error.
[[nodiscard]] std::optional<model::Priorities> read_priorities_tree(Context& context, const Node& root,
                                                                    std::string name);

}  // namespace offerkit::file
