#pragma once

#include <optional>
#include <string>

#include <offerkit/file/keys/view.hpp>

namespace offerkit::file {

/// The offer in a tree. Problems are reported to the context; what is given counts only when none was an error.
[[nodiscard]] std::optional<model::Offer> read_offer_tree(Context& context, const Node& root, std::string name);

}  // namespace offerkit::file
