#pragma once

#include <cstddef>

#include <offerkit/report/career/career.hpp>

/// A plan whose names have been cut, for a screen that has no room for long ones.
namespace offerkit::report {

/// Copies of what a view shows, with names of paths, rungs and companies of at most `longest` columns (at least 6).
/// Names that would look alike end with their place, so that no two are told apart by what was cut.
class ShortNamed {
public:
    ShortNamed(const CareerView& view, std::size_t longest);

    /// Lives no longer than this.
    [[nodiscard]] CareerView view() const { return {plan_, terms_, career_, {}, false}; }

private:
    model::CareerPlan plan_;
    choice::paths::Terms terms_;
    choice::paths::Career career_;
};

}  // namespace offerkit::report
