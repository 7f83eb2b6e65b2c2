#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>

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

/// The largest of the floor and the offers in hand.
[[nodiscard]] double best_in_hand(const Search& search) noexcept;

/// The chance of at least one further offer, of any worth, by a day on which one may come.
struct AnyBy {
    Date date;
    double chance = 0;
};
/// By day, each once.
[[nodiscard]] std::vector<AnyBy> any_by(const Search& search);

/// What the best is expected to be if every process could be awaited with all offers still open.
[[nodiscard]] double expected_best(const Search& search);

/// How many processes accepting or waiting looks at; more states than theirs would take too long.
inline constexpr std::size_t most_processes = 12;
/// The processes that can change what to do: chance above 0 and worth more than the floor, and of these the
/// `most_processes` with the largest chance times gain, in the order given.
[[nodiscard]] std::vector<std::size_t> processes_that_count(const Search& search);

/// Whether two values are the same but for the last digits of a sum: within 1e-9 of the larger.
[[nodiscard]] bool tie(double a, double b) noexcept;

}  // namespace offerkit::choice::search
