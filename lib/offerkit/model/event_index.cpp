#include <offerkit/model/event_index.hpp>

#include <algorithm>

namespace offerkit::model {

namespace {

/// A few ids are compared faster than sorted.
constexpr std::size_t few = 16;

}  // namespace

EventIndex::EventIndex(const std::vector<Event>& events) : events_{events} {
    if (events.size() <= few) {
        return;
    }
    auto by_id = std::make_shared<std::vector<const Event*>>();
    by_id->reserve(events.size());
    for (const Event& event : events) {
        by_id->push_back(&event);
    }
    std::stable_sort(by_id->begin(), by_id->end(), [](const Event* a, const Event* b) { return a->id < b->id; });
    by_id_ = std::move(by_id);
}

const Event* EventIndex::find(std::string_view id) const noexcept {
    if (!by_id_) {
        const auto found =
            std::find_if(events_.begin(), events_.end(), [&](const Event& event) { return event.id == id; });
        return found == events_.end() ? nullptr : &*found;
    }
    const auto found = std::lower_bound(by_id_->begin(), by_id_->end(), id,
                                        [](const Event* event, std::string_view wanted) { return event->id < wanted; });
    return found == by_id_->end() || (*found)->id != id ? nullptr : *found;
}

}  // namespace offerkit::model
