#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/ocf/conditions.hpp>
#include <offerkit/file/ocf/object.hpp>

namespace offerkit::file {

/// The last day on which an event counts.
struct OcfDeadline {
    std::size_t condition;  ///< the event, by its place among the conditions
    calendar::Date day;
};

/// What the deadlines of a path hang on.
struct OcfSides {
    const OcfObject& terms;
    const std::vector<OcfCondition>& conditions;
    const std::vector<bool>& on_path;                        ///< beside the conditions
    const std::map<std::string_view, calendar::Date>& days;  ///< what is recorded, by the name of its condition
};

/// The deadlines that days without shares after `step` set to the events that it waits for: a day that is named before
/// an event wins when both come on one day. nullopt, with a diagnostic at its place, where our terms cannot say it.
[[nodiscard]] std::optional<std::vector<OcfDeadline>> deadlines_after(const OcfCondition& step, const OcfSides& sides);

}  // namespace offerkit::file
