#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/search_plan.hpp>

/// A search at one moment: what is in hand and what may come, each by its value (docs/pipeline.md). Values are in one
/// unit, whichever it is; every answer is in it too. Nothing is drawn: chances are multiplied and added.
namespace offerkit::choice::search {

using calendar::Date;

/// An offer in hand.
struct InHand {
    std::string name;
    double value = 0;
    std::optional<Date> until{};  ///< the last day on which it can be taken; absent: it stays open
};

/// A process, which ends in an offer or not, independently of the others.
struct Process {
    std::string name;
    double value = 0;
    double chance = 0;           ///< 0 to 1
    Date expected;               ///< after today: the day on which it is known, and the offer there
    std::int64_t open_days = 7;  ///< from then on the offer can be taken for so many days

    [[nodiscard]] Date until() const noexcept { return expected.plus_days(open_days); }
};

struct Search {
    Date today;
    double floor = 0;          ///< what is there without any offer
    double cost_per_week = 0;  ///< of waiting
    std::vector<InHand> offers{};
    std::vector<Process> processes{};
};

/// The chance of at least one further offer, of any worth, by a day on which one may come.
struct AnyBy {
    Date date;
    double chance = 0;
};

/// Something that can be taken.
struct Held {
    bool of_process = false;
    std::size_t index = 0;  ///< in the offers or processes of the search
    friend bool operator==(const Held&, const Held&) = default;
};

/// What is best on a day, given what is in hand.
struct Action {
    enum class Kind {
        take,  ///< the best in hand
        stop,  ///< wait for nothing more and stay with the floor
        wait,  ///< until the next day on which something may arrive
    };
    Kind kind = Kind::stop;
    std::optional<Held> best{};           ///< in hand, if it is worth more than the floor: taken, or kept while waiting
    std::optional<Date> by{};             ///< of taking: the last day on which it is as good; absent: any day
    std::optional<Date> next{};           ///< of waiting: the day of the next possible arrival
    std::vector<std::size_t> may_come{};  ///< of waiting: the processes that may end in an offer then
};

/// One case of a day on which something may arrive, after nothing has arrived before.
struct Branch {
    std::vector<std::size_t> came{};  ///< processes that ended in an offer on that day; empty: none did
    double value = 0;
    Action action{};
};
struct Arrival {
    Date on;
    std::vector<std::size_t> may_come{};
    std::vector<Branch> branches{};  ///< the one in which nothing came is the last
};

/// What to do today and at each next arrival.
struct Plan {
    double value = 0;     ///< of the best plan: V today
    double take_now = 0;  ///< of the best in hand today, the floor included
    double wait = 0;      ///< of taking nothing today and acting best afterwards
    Action today{};
    std::vector<Arrival> arrivals{};  ///< as long as one waits while nothing comes
};

/// What so many days more for the offer that lapses first are worth.
struct Extension {
    std::int64_t days = 0;
    double worth = 0;
};

/// What it is worth that a process answers on the last day of the offer that lapses first (tomorrow at the earliest).
struct Hurry {
    std::size_t process = 0;
    Date by;
    bool in_time = false;  ///< it answers by then anyway, and nothing changes
    double worth = 0;
};

/// The Beta distributions of the three rates, once the record is counted: a + successes, b + settled - successes.
using Rates = std::array<model::BetaPrior, model::funnel_steps>;

}  // namespace offerkit::choice::search
