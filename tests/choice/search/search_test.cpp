// A search at one moment, apart from what to do (docs/pipeline.md).

#include <offerkit/choice/search/search.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using namespace offerkit::choice::search;

namespace {

const calendar::Date today = calendar::Date::clamped(2026, 3, 1);

}  // namespace

TEST_CASE("the chance of an offer by a day grows from day to day, and each day is told once") {
    const Search search{
        .today = today,
        .processes = {
            {"A", 1, 0.5, today.plus_days(9)}, {"B", 1, 0.2, today.plus_days(3)}, {"C", 1, 0.4, today.plus_days(9)}}};
    const auto days = any_by(search);
    REQUIRE(days.size() == 2);
    CHECK(days[0].date == today.plus_days(3));
    CHECK(days[0].chance == Approx(0.2).margin(1e-12));
    // 1 - .8 x .5 x .6.
    CHECK(days[1].date == today.plus_days(9));
    CHECK(days[1].chance == Approx(0.76).margin(1e-12));
    CHECK(any_by({.today = today}).empty());
}

TEST_CASE("the best in hand is the largest of the floor and the offers") {
    CHECK(best_in_hand({.today = today, .floor = 70}) == 70);
    CHECK(best_in_hand({.today = today, .floor = 70, .offers = {{"A", 60, {}}, {"B", 90, {}}}}) == 90);
    CHECK(best_in_hand({.today = today, .floor = 70, .offers = {{"A", 60, {}}}}) == 70);
    // .5 x 100 + .5 x 80.
    CHECK(expected_best({.today = today,
                         .floor = 70,
                         .offers = {{"A", 80, {}}},
                         .processes = {{"B", 100, 0.5, today.plus_days(1)}}}) == Approx(90));
}

TEST_CASE("a process counts with some chance of more than the floor, and of more than twelve the name breaks a tie") {
    Search search{.today = today, .floor = 100};
    search.processes = {{"none", 200, 0, today.plus_days(1)},
                        {"no more", 100, 0.5, today.plus_days(1)},
                        {"counts", 101, 0.5, today.plus_days(1)}};
    CHECK(processes_that_count(search) == std::vector<std::size_t>{2});
    search.processes.clear();
    for (int i = 0; i < 12; ++i) {
        search.processes.push_back({"m", 300, 0.5, today.plus_days(1)});
    }
    CHECK(processes_that_count(search).size() == 12);
    // Chance times gain: .25 x 400 and .5 x 200 are the same 100, so that the name decides.
    search.processes.push_back({"z", 500, 0.25, today.plus_days(1)});
    search.processes.push_back({"a", 500, 0.25, today.plus_days(1)});
    const auto counted = processes_that_count(search);
    REQUIRE(counted.size() == 12);
    CHECK(counted.front() == 0);
    CHECK(counted[10] == 10);
    CHECK(counted.back() == 13);
}

TEST_CASE("two values tie within a billionth of the larger") {
    CHECK(tie(1e9, 1e9 + 1));
    CHECK_FALSE(tie(1e9, 1e9 + 2));
    CHECK(tie(1e9 + 1, 1e9));
    CHECK_FALSE(tie(0, 1e-12));
    CHECK(tie(0, 0));
    CHECK(tie(-1e9, -1e9 - 1));
    CHECK_FALSE(tie(-1e9, 1e9));
}

TEST_CASE("an offer that comes stays open for its days") {
    const Process process{"A", 1, 0.5, today.plus_days(3), 5};
    CHECK(process.until() == today.plus_days(8));
}
