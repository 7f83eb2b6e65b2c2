#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/period.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

using calendar::Date;
using calendar::Period;
using quantity::Rate;

/// How whole shares are given to tranches when the grant does not divide evenly (Open Cap Format `AllocationType`,
/// and three rules that plans use beside it).
enum class Allocation {
    cumulative_round_down,
    cumulative_rounding,
    cumulative_round_up,
    front_loaded,
    back_loaded,
    front_loaded_to_single_tranche,
    back_loaded_to_single_tranche,
    round_up_short_last,
    truncate_forfeit,
    fractional,
};
[[nodiscard]] constexpr auto words(Allocation) noexcept {
    using enum Allocation;
    return std::to_array<Word<Allocation>>({{cumulative_round_down, "cumulative_round_down"},
                                            {cumulative_rounding, "cumulative_rounding"},
                                            {cumulative_round_up, "cumulative_round_up"},
                                            {front_loaded, "front_loaded"},
                                            {back_loaded, "back_loaded"},
                                            {front_loaded_to_single_tranche, "front_loaded_to_single_tranche"},
                                            {back_loaded_to_single_tranche, "back_loaded_to_single_tranche"},
                                            {round_up_short_last, "round_up_short_last"},
                                            {truncate_forfeit, "truncate_forfeit"},
                                            {fractional, "fractional"}});
}

/// Nothing is released before the cliff; on it comes what has accrued, or a portion of its own.
struct Cliff {
    Period after = Period::months(0);  ///< from the nominal start of the segment (inline: of the schedule)
    std::optional<Rate> portion{};     ///< of the segment (inline: of the schedule); absent: what has accrued by then
    Span span{};
};

/// A grid that begins some time after something happens: "event:ipo + 6 months".
struct EventStart {
    std::string event;
    Period after = Period::months(0);
    Span span{};
};

/// One even stretch of a schedule: `portion` of the grant in equal steps of `every` over `over`.
struct Segment {
    Rate portion{1};
    Period over = Period::months(0);  ///< "0 days": at once
    Period every = Period::months(0);
    std::optional<Cliff> cliff{};
    std::vector<std::string> gates{};  ///< any one of these events opens it; empty: always open
    std::optional<EventStart> start{};
    Span span{};
};

/// A tranche whose date the letter names: `portion` of the grant, or a number of shares.
struct DatedPortion {
    Date date;
    std::optional<Rate> portion{};
    std::optional<std::int64_t> quantity{};
    Span span{};
};

/// When a grant vests, as its papers say it: segments one after the other, or dates. Exactly one of the two lists is
/// filled. The portions of the segments (or of the dates) add to exactly 1.
struct VestingTerms {
    std::vector<Segment> segments{};
    std::vector<DatedPortion> dates{};
    std::optional<Cliff> cliff{};  ///< of an inline schedule: spans all its segments
    std::string profile{};         ///< the id it came from; empty when the file spells it out
    Span span{};
};

}  // namespace offerkit::model
