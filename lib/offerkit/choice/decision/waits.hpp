#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/comparison/hanging.hpp>
#include <offerkit/choice/decision/findings.hpp>

/// What waits for events without a date, and whether the choice hangs on it.
namespace offerkit::choice::decision {

/// Looks at the yearly pay of each offer with and without what waits, everything else that counts as it is. The
/// comparison and the judgement outlive it.
class Waits {
public:
    Waits(const Comparison& comparison, const Judgement& judgement);

    /// The first single event, by offer and then in the order of its file, that puts another offer first when all that
    /// waits for it counts; else all of them together. Nothing where the leader stays, or where pay does not count.
    [[nodiscard]] std::optional<HangingLead> hangs_on() const;

    /// Whether a schedule that begins at an event without a date, and so is in no figure, could put another offer
    /// ahead: its offer with all of its shares at today's price, against the leader without.
    [[nodiscard]] bool could_begin_ahead_of(std::size_t leader) const;

private:
    /// The offers' values with so much yearly pay, in major units.
    [[nodiscard]] std::vector<double> values_at(std::span<const double> pay) const;
    [[nodiscard]] std::size_t leader_at(std::span<const double> pay) const;

    const Comparison& comparison_;
    const Judgement& judgement_;
    bool counts_ = false;         // pay is a factor with weight
    std::vector<double> none_{};  // yearly pay by offer, with nothing that waits
};

}  // namespace offerkit::choice::decision
