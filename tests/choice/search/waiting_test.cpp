// Accepting or waiting (docs/pipeline.md): against a plain tree in which no two states are one, and what holds for any
// search.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/choice/search/expected_best.hpp>
#include <offerkit/choice/search/search.hpp>
#include <offerkit/choice/search/waiting.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::search;
using offerkit::calendar::Date;

namespace {

const Date today = Date::clamped(2026, 1, 20);

Date day(int after) { return today.plus_days(after); }

/// Of the sums that both sides add in their own order.
bool same(double a, double b) { return std::fabs(a - b) <= 1e-12 * std::max({std::fabs(a), std::fabs(b), 1.0}); }
bool at_least(double a, double b) { return a > b || same(a, b); }

struct Open {
    double value;
    Date until;
};

/// The value of a state, by following every answer by itself, day after day: nothing is skipped, merged or kept.
double tree(const Search& search, Date now, Date end, std::vector<Open> held);

/// The same before it is known which of the processes from the n-th on answer on the day with an offer.
double answers(const Search& search, Date now, Date end, std::vector<Open> held, std::size_t n) {
    while (n < search.processes.size() && search.processes[n].expected != now) {
        ++n;
    }
    if (n == search.processes.size()) {
        return tree(search, now, end, std::move(held));
    }
    const Process& process = search.processes[n];
    std::vector<Open> with = held;
    with.push_back({process.value, process.until()});
    return process.chance * answers(search, now, end, std::move(with), n + 1) +
           (1 - process.chance) * answers(search, now, end, std::move(held), n + 1);
}

double tree(const Search& search, Date now, Date end, std::vector<Open> held) {
    std::erase_if(held, [&](const Open& open) { return open.until < now; });
    double best = search.floor;
    for (const Open& open : held) {
        best = std::max(best, open.value);
    }
    if (now == end) {
        return best;
    }
    return std::max(best, answers(search, now.plus_days(1), end, std::move(held), 0) - search.cost_per_week / 7);
}

double by_tree(const Search& search) {
    Date end = search.today;
    std::vector<Open> held;
    for (const auto& offer : search.offers) {
        held.push_back({offer.value, offer.until.value_or(Date::clamped(2100, 1, 1))});
    }
    for (const auto& process : search.processes) {
        end = std::max(end, process.expected);
    }
    return tree(search, search.today, end, std::move(held));
}

Search any_search(int most_processes, int most_days) {
    Search search{.today = today, .floor = double(*rc::gen::inRange(0, 1'000))};
    search.cost_per_week = *rc::gen::arbitrary<bool>() ? *rc::gen::inRange(0, 200) : 0;
    const int offers = *rc::gen::inRange(0, 4);
    for (int i = 0; i < offers; ++i) {
        search.offers.push_back({"offer " + std::to_string(i), double(*rc::gen::inRange(0, 1'500)), std::nullopt});
        if (*rc::gen::inRange(0, 4) > 0) {
            search.offers.back().until = day(*rc::gen::inRange(0, most_days + 2));
        }
    }
    const int processes = *rc::gen::inRange(0, most_processes + 1);
    for (int i = 0; i < processes; ++i) {
        search.processes.push_back({.name = "process " + std::to_string(i),
                                    .value = double(*rc::gen::inRange(0, 2'000)),
                                    .chance = *rc::gen::inRange(0, 101) / 100.0,
                                    .expected = day(*rc::gen::inRange(1, most_days + 1)),
                                    .open_days = *rc::gen::inRange(0, most_days)});
    }
    return search;
}

Search any_search() { return any_search(6, 40); }

/// An offer of 900 until the ninth day, a process of 1,200 at 40% that answers on the sixteenth, one of 1,000 at 25%
/// that answers on the seventh and stays open for two weeks; 700 in any case.
Search exploding() {
    return {.today = today,
            .floor = 700,
            .offers = {{"A", 900, day(9)}},
            .processes = {{"B", 1'200, 0.4, day(16), 7}, {"C", 1'000, 0.25, day(7), 14}}};
}

}  // namespace

TEST_CASE("what to do hangs on what comes: keep C and wait for B, or take A") {
    // With C: .4 x 1,200 + .6 x 1,000 = 1,080; without: A, as .4 x 1,200 + .6 x 700 = 900; .25 x 1,080 + .75 x 900.
    const Plan plan = best_plan(exploding());
    CHECK(plan.value == Approx(945).epsilon(1e-14));
    CHECK(plan.take_now == 900);
    CHECK(plan.wait == Approx(945).epsilon(1e-14));
    CHECK(plan.today.kind == Action::Kind::wait);
    REQUIRE(plan.arrivals.size() == 1);
    CHECK(plan.arrivals.front().on == day(7));
    REQUIRE(plan.arrivals.front().branches.size() == 2);
    const auto& with = plan.arrivals.front().branches[0];
    CHECK(with.came == std::vector<std::size_t>{1});
    CHECK(with.action.kind == Action::Kind::wait);
    CHECK(with.action.best == Held{true, 1});
    CHECK(with.action.next == day(16));
    const auto& without = plan.arrivals.front().branches[1];
    CHECK(without.came.empty());
    CHECK(without.action.kind == Action::Kind::take);
    CHECK(without.action.best == Held{false, 0});
    CHECK(without.action.by == day(9));
}

TEST_CASE("days of extension are worth what answers within them") {
    const auto found = extensions(exploding());
    REQUIRE(found.size() == 5);
    CHECK(found[0].worth == 0);
    for (std::size_t i = 1; i < found.size(); ++i) {
        CHECK(found[i].worth == Approx(90).epsilon(1e-12));
    }
    const auto hurried = hurries(exploding());
    REQUIRE(hurried.size() == 2);
    CHECK(hurried[0].worth == Approx(90).epsilon(1e-12));
    CHECK(hurried[0].by == day(9));
    CHECK_FALSE(hurried[0].in_time);
    CHECK(hurried[1].in_time);
    CHECK(hurried[1].worth == 0);
}

TEST_CASE("the induction is the plain tree") {
    support::holds("the value of a search, each answer followed by itself", [] {
        const Search search = any_search(4, 9);
        const double expected = by_tree(search);
        RC_LOG() << "tree " << expected << ", induction " << value_of(search);
        RC_ASSERT(same(value_of(search), expected));
    });
}

TEST_CASE("what holds for every search") {
    support::holds("it is worth no less than what is in hand, and the plan says the same as the value", [] {
        const Search search = any_search();
        const Plan plan = best_plan(search);
        RC_ASSERT(plan.value >= best_in_hand(search));
        RC_ASSERT(plan.value >= search.floor);
        RC_ASSERT(plan.value == std::max(plan.take_now, plan.wait));
        RC_ASSERT(plan.value == value_of(search));
        RC_ASSERT(at_least(search.cost_per_week == 0 ? expected_best(search) : 1e300, plan.value));
    });
    support::holds("a higher chance, a larger offer, a later deadline never lower it; a higher cost never raises it",
                   [] {
                       const Search search = any_search();
                       const double before = value_of(search);
                       Search better = search;
                       if (!better.processes.empty()) {
                           auto& process = better.processes[*rc::gen::inRange<std::size_t>(0, better.processes.size())];
                           process.chance = std::min(1.0, process.chance + 0.2);
                           process.value += *rc::gen::inRange(0, 300);
                       }
                       if (!better.offers.empty()) {
                           auto& offer = better.offers[*rc::gen::inRange<std::size_t>(0, better.offers.size())];
                           offer.value += *rc::gen::inRange(0, 300);
                           if (offer.until) {
                               offer.until = offer.until->plus_days(*rc::gen::inRange(0, 20));
                           }
                       }
                       RC_ASSERT(at_least(value_of(better), before));
                       Search dearer = search;
                       dearer.cost_per_week += 50;
                       RC_ASSERT(at_least(before, value_of(dearer)));
                   });
    support::holds("the order in which things are given changes no bit", [] {
        Search search = any_search();
        const double before = value_of(search);
        std::reverse(search.processes.begin(), search.processes.end());
        std::reverse(search.offers.begin(), search.offers.end());
        RC_ASSERT(value_of(search) == before);
    });
    support::holds("what cannot come, or is worth no more than the floor, changes only the chances by day", [] {
        Search search = any_search();
        const double before = value_of(search);
        const double best = expected_best(search);
        const std::size_t days = any_by(search).size();
        search.processes.push_back({"never", 5'000, 0, day(50), 3});
        search.processes.push_back({"poor", search.floor, 0.9, day(51), 30});
        RC_ASSERT(value_of(search) == before);
        RC_ASSERT(expected_best(search) == best);
        RC_ASSERT(any_by(search).size() == days + 2);
    });
    support::holds("one late process at no cost: the larger of the offer and of what waiting is expected to bring", [] {
        const double floor = *rc::gen::inRange(0, 1'000);
        const double in_hand = *rc::gen::inRange(0, 1'500);
        const double value = *rc::gen::inRange(0, 2'000);
        const double p = *rc::gen::inRange(0, 101) / 100.0;
        const Search search{.today = today,
                            .floor = floor,
                            .offers = {{"A", in_hand, day(3)}},
                            .processes = {{"B", value, p, day(9), 7}}};
        const double waiting = p * std::max(value, floor) + (1 - p) * floor;
        RC_ASSERT(same(value_of(search), std::max({in_hand, floor, waiting})));
    });
    support::holds("more days of extension are worth no less, and no extension or hurry costs anything at no cost", [] {
        Search search = any_search();
        search.cost_per_week = 0;
        double before = 0;
        for (const auto& extension : extensions(search)) {
            RC_ASSERT(extension.worth >= 0);
            RC_ASSERT(at_least(extension.worth + value_of(search), before + value_of(search)));
            before = extension.worth;
        }
    });
}

TEST_CASE("beyond twelve processes those with most to gain are looked at") {
    Search search{.today = today, .floor = 100};
    for (int i = 0; i < 15; ++i) {
        search.processes.push_back({"process " + std::to_string(i), 200.0 + 10 * i, 0.1, day(1 + i % 4), 3});
    }
    const auto counted = processes_that_count(search);
    REQUIRE(counted.size() == most_processes);
    CHECK(counted.front() == 3);
    CHECK(counted.back() == 14);
    CHECK(value_of(search) > 100);
}

TEST_CASE("nothing in hand and nothing under way is worth the floor") {
    const Plan plan = best_plan({.today = today, .floor = 70});
    CHECK(plan.value == 70);
    CHECK(plan.wait == 70);
    CHECK(plan.today.kind == Action::Kind::stop);
    CHECK(extensions({.today = today}).empty());
    CHECK(hurries({.today = today}).empty());
}

TEST_CASE("the offer that lapses first; of the same day the larger, then the name") {
    CHECK_FALSE(first_to_lapse({.today = today, .offers = {{"A", 5, std::nullopt}}}).has_value());
    const Search search{.today = today,
                        .offers = {{"C", 5, day(4)}, {"B", 7, day(4)}, {"A", 7, day(4)}, {"D", 9, day(5)}}};
    CHECK(first_to_lapse(search) == 2U);
}

TEST_CASE("the best of several chances falls through to the next") {
    // .4 x 300 + .6 x (.5 x 250 + .5 x 200) = 120 + .6 x 225 = 255.
    CHECK(expected_best({{.5, 250}, {.4, 300}}, 200) == Approx(255));
    // One below what is there anyway changes nothing.
    CHECK(expected_best({{.9, 150}, {.4, 300}}, 200) == Approx(240));
    CHECK(expected_best({}, 200) == 200);
}

TEST_CASE("of two offers that are worth the same the one that stays open longer is held, however they are given") {
    const InHand soon{"A", 900, day(3)};
    const InHand later{"B", 900, day(6)};
    const InHand open{"C", 900, std::nullopt};
    const auto held = [](const std::vector<InHand>& offers) {
        const Plan plan = best_plan({.today = today, .floor = 700, .offers = offers});
        REQUIRE(plan.today.best.has_value());
        CHECK(plan.today.kind == Action::Kind::take);
        CHECK(plan.today.by == offers[plan.today.best->index].until);
        return offers[plan.today.best->index].name;
    };
    CHECK(held({soon, later}) == "B");
    CHECK(held({later, soon}) == "B");
    CHECK(held({soon, open}) == "C");
    CHECK(held({open, soon}) == "C");
    CHECK(held({later, open, soon}) == "C");
}

TEST_CASE("of many that answer on one day each is told alone, and last that none came") {
    const auto on_one_day = [](std::size_t processes) {
        Search search{.today = today, .floor = 100};
        for (std::size_t i = 0; i < processes; ++i) {
            search.processes.push_back({"process " + std::to_string(i), 200.0 + double(i), 0.5, day(5), 7});
        }
        const Plan plan = best_plan(search);
        REQUIRE(plan.arrivals.size() == 1);
        CHECK(plan.arrivals.front().may_come.size() == processes);
        std::vector<std::vector<std::size_t>> came;
        for (const Branch& branch : plan.arrivals.front().branches) {
            came.push_back(branch.came);
            // Whoever came last would be taken: nothing else is under way.
            CHECK(branch.value == (branch.came.empty() ? 100 : 200 + double(branch.came.front())));
        }
        REQUIRE_FALSE(came.empty());
        CHECK(came.back().empty());
        came.pop_back();
        std::sort(came.begin(), came.end());
        return came;
    };
    CHECK(on_one_day(4) == std::vector<std::vector<std::size_t>>{{0}, {1}, {2}, {3}});
    // Of up to three every set: two have both, either and none.
    CHECK(on_one_day(3).size() == 7);
    CHECK(on_one_day(2).size() == 3);
}

TEST_CASE("who is asked to hurry for an offer that lapses today answers tomorrow at the earliest") {
    const Search search{.today = today,
                        .floor = 700,
                        .offers = {{"A", 900, today}},
                        .processes = {{"B", 1'200, 0.4, day(16), 7}, {"C", 1'000, 0.5, day(1), 7}}};
    const auto found = hurries(search);
    REQUIRE(found.size() == 2);
    CHECK(found[0].by == day(1));
    CHECK_FALSE(found[0].in_time);
    CHECK(found[1].by == day(1));
    CHECK(found[1].in_time);
    // As it is: .5 x 1,000, and .5 x 900 for B alone. With B tomorrow: .4 x 1,200 + .6 x (.5 x 1,000 + .5 x 700) = 990.
    CHECK(value_of(search) == Approx(950).epsilon(1e-12));
    CHECK(found[0].worth == Approx(40).epsilon(1e-12));
    CHECK(found[1].worth == 0);
}

TEST_CASE("an offer that is worth no more than the floor gives waiting no end and no cost") {
    for (const double value : {60.0, 70.0}) {
        const Plan plan =
            best_plan({.today = today, .floor = 70, .cost_per_week = 7, .offers = {{"A", value, day(7)}}});
        CHECK(plan.value == 70);
        CHECK(plan.wait == 70);
        CHECK(plan.today.kind == Action::Kind::stop);
    }
}
