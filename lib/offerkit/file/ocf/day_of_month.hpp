#pragma once

#include <span>
#include <vector>

#include <offerkit/file/ocf/conditions.hpp>
#include <offerkit/file/ocf/object.hpp>
#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

/// Adds our `day_of_month` to the keys of a grant if the steps of its path count months. Returns false, and reports it,
/// if they follow more rules than the one that our terms have.
[[nodiscard]] bool take_ocf_day_of_month(const OcfObject& terms, std::span<const OcfCondition* const> path,
                                         std::vector<Entry>& keys);

}  // namespace offerkit::file
