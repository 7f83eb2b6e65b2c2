#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/timeline/allocation.hpp>

namespace offerkit::timeline {

/// A schedule's days and how they weigh, before shares are given to them. Weights are exact in `Part`.
template <class Part>
struct Grid {
    std::vector<BasicRun<Part>> runs{};
    std::vector<Installment> installments{};
};

/// A cliff, the day it falls on, and the stretch of the grid that it holds back.
struct HeldCliff {
    const model::Cliff* cliff = nullptr;
    calendar::Date day;
    std::size_t first_run = 0;
    std::size_t last_run = 0;  ///< exclusive
};

/// What has come of a step whose numbers may be too fine for it.
enum class Fit { done, refused, too_fine };

/// Holds back what the cliffs hold back, each a stretch of its own, in the order of the grid (docs/numbers.md,
/// "Cliff"). Without a portion of its own a cliff moves the days before it onto its own and leaves the weights; with
/// one, the portion becomes a run of its own and the rest is spread over what follows. A cliff past the end of its
/// stretch, or one that leaves nothing to release the rest after it, is reported at its line and refused.
[[nodiscard]] Fit apply_cliffs(Grid<quantity::Fraction>& grid, std::span<const HeldCliff> cliffs,
                               diagnostic::Diagnostics& diagnostics);
[[nodiscard]] Fit apply_cliffs(Grid<quantity::detail::WideFraction>& grid, std::span<const HeldCliff> cliffs,
                               diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::timeline
