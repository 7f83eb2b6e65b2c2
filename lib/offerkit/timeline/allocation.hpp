#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/vesting_terms.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/shares.hpp>

namespace offerkit::quantity::detail {
class WideFraction;
}

namespace offerkit::timeline {

/// One day of a schedule's grid and what it is given.
struct Installment {
    std::optional<calendar::Date> date{};  ///< absent while the event its segment starts at has no date
    std::int64_t amount = 0;
};

/// A stretch of the grid whose installments weigh the same. Weights are exact in `Part`.
template <class Part>
struct BasicRun {
    std::int32_t segment = 1;
    std::size_t first = 0;  ///< its installments in the grid: [first, first + count)
    std::size_t count = 0;
    Part weight{};   ///< of each installment, as a part of the grant
    Part portion{};  ///< of the run, as a part of the grant (of a cliff's lump: of its whole segment)
    std::optional<quantity::Rate>
        lump_of_next{};           ///< a cliff's own portion: this part of what it and the next run share
    std::int32_t anchor_day = 0;  ///< the day of the month that its months are counted on; 0 where it has no months
    bool waits = false;           ///< its segment starts at an event that has no date in time: it has no day yet
    bool never_comes = false;     ///< that event missed its deadline
};

using Run = BasicRun<quantity::Fraction>;
/// For weights that leave 64 bits.
using WideRun = BasicRun<quantity::detail::WideFraction>;

/// Gives `quantity` whole units to the installments by the rule, so that they add up to it (with `lost`, which only
/// `truncate_forfeit` leaves). The weights of all runs add up to exactly 1. Rules: docs/numbers.md,
/// "Allocation", after Open Cap Format `AllocationType`. False when a product leaves 128 bits; of wide runs, when their
/// common denominator leaves the bits that are kept. The rule is any but `fractional`.
[[nodiscard]] bool allocate(model::Allocation rule, std::int64_t quantity, std::vector<Installment>& grid,
                            std::span<const Run> runs, quantity::Shares& lost);
[[nodiscard]] bool allocate(model::Allocation rule, std::int64_t quantity, std::vector<Installment>& grid,
                            std::span<const WideRun> runs, quantity::Shares& lost);

/// The same by the rule `fractional`: each installment its exact part, one for each of the grid. False when a part, or
/// a sum of them, leaves 64 bits.
[[nodiscard]] bool allocate_fractionally(std::int64_t quantity, std::span<const Run> runs,
                                         std::vector<quantity::Fraction>& exact);
[[nodiscard]] bool allocate_fractionally(std::int64_t quantity, std::span<const WideRun> runs,
                                         std::vector<quantity::Fraction>& exact);

}  // namespace offerkit::timeline
