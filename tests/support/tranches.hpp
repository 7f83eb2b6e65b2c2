#pragma once

#include <string>
#include <vector>

#include <offerkit/timeline/grant.hpp>

/// Schedules as a test writes them down.
namespace tranches {

using Rows = std::vector<std::string>;

/// "2027-03-02 25", with ", accelerated", ", pending", ", impossible" or ", forfeited" behind; "no date 25" without a
/// day.
Rows rows(const offerkit::timeline::Schedule& schedule);

/// Shares by what has become of them. `kept` are released or waiting and were not accelerated.
struct Sums {
    offerkit::quantity::Shares kept{};
    offerkit::quantity::Shares accelerated{};
    offerkit::quantity::Shares impossible{};
    offerkit::quantity::Shares forfeited{};
    offerkit::quantity::Shares lost{};

    [[nodiscard]] offerkit::quantity::Shares total() const {
        return kept + accelerated + impossible + forfeited + lost;
    }
    [[nodiscard]] offerkit::quantity::Shares gained() const { return kept + accelerated; }
};
Sums sums(const offerkit::timeline::Schedule& schedule);

}  // namespace tranches
