#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <offerkit/choice/search/search.hpp>

/// Accepting or waiting, by backward induction over the days on which something arrives or lapses
/// (docs/pipeline.md, "Accept or wait"). The best plan may depend on what has come, so it is a plan, not a date.
namespace offerkit::choice::search {

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

/// The best plan. Ties go to taking. The processes that count are looked at.
[[nodiscard]] Plan best_plan(const Search& search);
/// V today alone.
[[nodiscard]] double value_of(const Search& search);

/// The offer in hand that lapses first (of the same day the larger, then the name); nothing where none does.
[[nodiscard]] std::optional<std::size_t> first_to_lapse(const Search& search) noexcept;

inline constexpr std::array<std::int64_t, 5> extension_days{3, 7, 14, 21, 28};
/// What so many days more for the offer that lapses first are worth.
struct Extension {
    std::int64_t days = 0;
    double worth = 0;
};
/// One for each of `extension_days`; empty where no offer in hand lapses.
[[nodiscard]] std::vector<Extension> extensions(const Search& search);

/// What it is worth that a process answers on the last day of the offer that lapses first (tomorrow at the earliest).
struct Hurry {
    std::size_t process = 0;
    Date by;
    bool in_time = false;  ///< it answers by then anyway, and nothing changes
    double worth = 0;
};
/// One for each process, in their order; empty where no offer in hand lapses.
[[nodiscard]] std::vector<Hurry> hurries(const Search& search);

}  // namespace offerkit::choice::search
