#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <offerkit/timeline/findings.hpp>
#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

/// The gates of a schedule looked up; what a departure does is left at its default.
[[nodiscard]] SettlingTerms settling_terms(const ScheduleTerms& terms, const EventBook& events);

/// The last step from service to tranches (docs/numbers.md, "Events" and "Leaving"): nothing is released before its
/// gates are open, nor before the grant is made where earlier tranches fold onto it; a departure takes what is not
/// earned by its day, what is still held then unless the grant keeps it, and everything for a reason that takes vested
/// shares too. Earnings are added one at a time, in any order; tranches come out by date.
class Settling {
public:
    /// Terms must outlive it.
    Settling(const SettlingTerms& terms, const std::optional<Departure>& departure);

    void reserve(std::size_t earnings) { schedule_.tranches.reserve(earnings); }
    void add(const Earning& earning);
    [[nodiscard]] Schedule finish(Shares lost);

private:
    void open_segment(std::int32_t segment);
    void depart(Tranche& tranche) const;

    const SettlingTerms& terms_;
    std::optional<Departure> departure_;
    bool takes_vested_ = false;
    std::int32_t segment_ = 0;        // the one that the next two are of
    Release held_ = Release::dated;   // by its gates
    std::optional<Date> earliest_{};  // that its gates and the grant date allow
    bool in_order_ = true;
    Schedule schedule_{};
};

}  // namespace offerkit::timeline
