#include <algorithm>

#include "file/reading.hpp"
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

const std::string ipo = "[[event]]\nid = \"ipo\"\ndate = 2027-08-31\nchance = \"40%\"\ndeadline = 2030-01-01\n";

const model::Event& event(const model::Offer& offer, const std::string& id) {
    const auto* found = model::find_event(offer, id);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("an event after another has its date, its chance and its deadline from it") {
    const auto offer = offers::read(reading::with_top(
        "[[event]]\nid = \"end\"\nafter = { event = \"lock\", plus = \"10 days\" }\nchance = \"10%\"\n[[event]]\nid = "
        "\"lock\"\nafter = { event = \"ipo\", plus = \"6 months\" }\n" +
        ipo));
    CHECK(event(offer, "lock").date == offers::date(2028, 2, 29));
    CHECK(event(offer, "lock").chance == quantity::Rate::of(2, 5));
    CHECK(event(offer, "lock").deadline == offers::date(2030, 7, 1));
    CHECK(event(offer, "end").date == offers::date(2028, 3, 10));
    CHECK(event(offer, "end").chance == quantity::Rate::of(1, 10));
}

TEST_CASE("an event after one without a date has none, until the other gets one") {
    auto offer = offers::read(
        reading::with_top("[[event]]\nid = \"ipo\"\n[[event]]\nid = \"lock\"\nafter = { event = \"ipo\" }\n"));
    CHECK_FALSE(event(offer, "lock").date);
    offer.events[0].date = offers::date(2027, 6, 1);
    diagnostic::Diagnostics diagnostics;
    CHECK(model::date_events(offer, diagnostics));
    CHECK(event(offer, "lock").date == offers::date(2027, 6, 1));
}

TEST_CASE("a circle of events, an unknown one, and a date beside `after` are refused") {
    const auto circle = reading::offer(reading::with_top(
        "[[event]]\nid = \"a\"\nafter = { event = \"b\" }\n[[event]]\nid = \"b\"\nafter = { event = \"c\" "
        "}\n[[event]]\nid = \"c\"\nafter = { event = \"b\" }\n"));
    CHECK(circle.only("12:19 conflict"));
    const auto itself =
        reading::offer(reading::with_top("[[event]]\nid = \"a\"\nafter = { event = \"a\", plus = \"1 month\" }\n"));
    CHECK(itself.only("6:19 conflict"));
    const auto unknown =
        reading::offer(reading::with_top("[[event]]\nid = \"a\"\nafter = { event = \"b\", plus = \"1 month\" }\n"));
    CHECK(unknown.only("6:19 unknown-event"));
    const auto both = reading::offer(
        reading::with_top(ipo + "[[event]]\nid = \"a\"\ndate = 2027-01-01\nafter = { event = \"ipo\" }\n"));
    CHECK(both.only("12:1 conflict"));
    const auto late = reading::offer(
        reading::with_top(ipo + "[[event]]\nid = \"a\"\nafter = { event = \"ipo\", plus = \"1000 years\" }\n"));
    CHECK(late.only("11:19 schedule-too-long"));
    // Nobody computes with an event whose day could not be told.
    for (const auto* refused : {&circle, &itself, &unknown, &both, &late}) {
        CAPTURE(refused->problems);
        CHECK_FALSE(refused->offer);
    }
}

TEST_CASE("a long chain of events is dated without a deep call") {
    std::string text = "[[event]]\nid = \"e0\"\ndate = 2027-01-01\n";
    for (int i = 1; i < 5'000; ++i) {
        text += "[[event]]\nid = \"e" + std::to_string(i) + "\"\nafter = { event = \"e" + std::to_string(i - 1) +
                "\", plus = \"1 day\" }\n";
    }
    const auto offer = offers::read(reading::with_top(text));
    CHECK(offer.events.back().date == offers::date(2027, 1, 1).plus_days(4'999));
}
