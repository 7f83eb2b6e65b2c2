#pragma once

#include <optional>

#include <offerkit/file/keys/view.hpp>

namespace offerkit::file {

/// The clawback of a sign-on; nothing where there is none. Terms that cannot go together are reported.
[[nodiscard]] std::optional<model::Clawback> read_clawback(const View& owner);

}  // namespace offerkit::file
