#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <offerkit/model/offer.hpp>

/// The events of an offer by their id, for whoever looks up more than one of them.
namespace offerkit::model {

/// Finds an event by its id in about the same time, however many there are. The events have to outlive the index and
/// to keep their ids; what else is said of them may change. A copy costs nothing.
class EventIndex {
public:
    EventIndex() = default;  ///< of no events
    EventIndex(const std::vector<Event>& events);

    /// The first event of that id; nothing when there is none.
    [[nodiscard]] const Event* find(std::string_view id) const noexcept;

private:
    std::span<const Event> events_{};
    std::shared_ptr<const std::vector<const Event*>> by_id_{};  ///< only where there are many
};

}  // namespace offerkit::model
