// Events by their id: the index finds what looking at each of them finds.

#include <string>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/model/event_index.hpp>

#include "support/catch.hpp"

using namespace offerkit::model;

TEST_CASE("an index finds the first event of an id, or none, among any number of events") {
    support::holds("as one by one", [] {
        const auto count = *rc::gen::inRange<std::size_t>(0, 60);
        std::vector<Event> events(count);
        for (auto& event : events) {
            event.id = "e" + std::to_string(*rc::gen::inRange(0, 40));
        }
        const EventIndex index{events};
        for (int i = 0; i < 42; ++i) {
            const std::string id = i == 41 ? "" : "e" + std::to_string(i);
            const Event* first = nullptr;
            for (const auto& event : events) {
                first = first == nullptr && event.id == id ? &event : first;
            }
            RC_ASSERT(index.find(id) == first);
        }
    });
}

TEST_CASE("an index of no events finds nothing") { CHECK(EventIndex{}.find("sale") == nullptr); }
