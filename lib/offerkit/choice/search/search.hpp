#pragma once

#include <cstddef>
#include <vector>

#include <offerkit/choice/search/findings.hpp>

/// What is asked of a search without accepting or waiting.
namespace offerkit::choice::search {

/// The largest of the floor and the offers in hand.
[[nodiscard]] double best_in_hand(const Search& search) noexcept;

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
