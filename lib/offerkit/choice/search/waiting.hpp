#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <offerkit/choice/search/findings.hpp>

/// Accepting or waiting, by backward induction over the days on which something arrives or lapses
/// (docs/pipeline.md, "Accept or wait"). The best plan may depend on what has come, so it is a plan, not a date.
namespace offerkit::choice::search {

/// The best plan. Ties go to taking. The processes that count are looked at.
[[nodiscard]] Plan best_plan(const Search& search);
/// V today alone.
[[nodiscard]] double value_of(const Search& search);

/// The offer in hand that lapses first (of the same day the larger, then the name); nothing where none does.
[[nodiscard]] std::optional<std::size_t> first_to_lapse(const Search& search) noexcept;

inline constexpr std::array<std::int64_t, 5> extension_days{3, 7, 14, 21, 28};
/// One for each of `extension_days`; empty where no offer in hand lapses.
[[nodiscard]] std::vector<Extension> extensions(const Search& search);

/// One for each process, in their order; empty where no offer in hand lapses.
[[nodiscard]] std::vector<Hurry> hurries(const Search& search);

}  // namespace offerkit::choice::search
