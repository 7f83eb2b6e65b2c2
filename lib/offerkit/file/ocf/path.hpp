#pragma once

#include <optional>
#include <vector>

#include <offerkit/file/ocf/conditions.hpp>

namespace offerkit::file {

/// The one way through a graph of vesting conditions that vests step by step, from the condition that no other leads
/// to. Beside it may stand conditions that end it: a day that vests nothing, or an event that vests all of the rest. A
/// graph that forks, goes in a circle, or has conditions that nothing leads to is reported, and nothing is given. The
/// conditions must outlive the path.
[[nodiscard]] std::optional<std::vector<const OcfCondition*>> follow_ocf_path(
    const OcfObject& terms, const std::vector<OcfCondition>& conditions);

}  // namespace offerkit::file
