#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/vest/facts.hpp>
#include <offerkit/value/vest_periods.hpp>

/// The tables of `vest`, said once for the page and the sheet.
namespace offerkit::report {

/// What a page calls the offers and their worth. A sheet needs neither.
struct VestTitles {
    std::vector<std::string> offers{};
    std::string worth{};
};

/// A row for each tranche.
[[nodiscard]] Columns<VestLine> tranche_columns(std::span<const value::OfferTimeline> offers, VestTitles titles = {});

/// A row for each stretch of time.
[[nodiscard]] Columns<value::VestPeriod> period_columns(std::span<const value::OfferTimeline> offers,
                                                        value::VestStep step, value::VestRows rows,
                                                        VestTitles titles = {});

}  // namespace offerkit::report
