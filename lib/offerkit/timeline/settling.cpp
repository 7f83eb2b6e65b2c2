#include <offerkit/timeline/settling.hpp>

#include <algorithm>

namespace offerkit::timeline {

namespace {

// By date, what has none last; within a day by the grid, then by segment.
bool comes_before(const Tranche& a, const Tranche& b) {
    if (a.date != b.date) {
        return a.date && (!b.date || *a.date < *b.date);
    }
    if (a.scheduled != b.scheduled) {
        return a.scheduled && (!b.scheduled || *a.scheduled < *b.scheduled);
    }
    return a.segment < b.segment;
}

// One row a date, segment and state, of what is forfeited by why; what has no date keeps a row for each day of its
// grid.
bool same_row(const Tranche& a, const Tranche& b) {
    return a.date == b.date && a.segment == b.segment && a.release == b.release && a.accelerated() == b.accelerated() &&
           a.brought_by_leaving == b.brought_by_leaving && a.forfeiture == b.forfeiture &&
           (a.date || a.scheduled == b.scheduled);
}

void merge_into(Tranche& row, const Tranche& other) {
    row.quantity += other.quantity;
    row.scheduled = std::max(row.scheduled, other.scheduled);
    row.earned = std::max(row.earned, other.earned);
    row.absence = std::max(row.absence, other.absence);
    row.awaited_evaluation = row.awaited_evaluation || other.awaited_evaluation;
}

std::vector<Tranche> merged(const std::vector<Tranche>& tranches) {
    // Sorting put rows of one date side by side, but segments and states may take turns within it.
    std::vector<Tranche> rows;
    rows.reserve(tranches.size());
    for (const Tranche& tranche : tranches) {
        auto place = rows.rbegin();
        while (place != rows.rend() && place->date == tranche.date && !same_row(*place, tranche) && tranche.date) {
            ++place;
        }
        if (place != rows.rend() && same_row(*place, tranche)) {
            merge_into(*place, tranche);
        } else {
            rows.push_back(tranche);
        }
    }
    return rows;
}

}  // namespace

SettlingTerms settling_terms(const ScheduleTerms& terms, const EventBook& events) {
    SettlingTerms settling{.grant_date = terms.grant_date,
                           .grant_gate = opening_of(terms.gates, terms.gate_deadline, events),
                           .before_grant = terms.before_grant};
    const auto& segments = terms.vesting.segments;
    if (std::any_of(segments.begin(), segments.end(),
                    [](const model::Segment& segment) { return !segment.gates.empty(); })) {
        for (const auto& segment : segments) {
            settling.segment_gates.push_back(opening_of(segment.gates, terms.gate_deadline, events));
        }
    }
    return settling;
}

Settling::Settling(const SettlingTerms& terms, const std::optional<Departure>& departure)
    : terms_{terms}, departure_{departure} {
    takes_vested_ = departure && std::find(terms.forfeits_vested.begin(), terms.forfeits_vested.end(),
                                           departure->reason) != terms.forfeits_vested.end();
}

void Settling::open_segment(std::int32_t segment) {
    segment_ = segment;
    const Opening gate =
        terms_.segment_gates.empty() ? Opening{} : terms_.segment_gates[static_cast<std::size_t>(segment - 1)];
    held_ = std::max(terms_.grant_gate.release, gate.release);
    earliest_ = std::max(terms_.grant_gate.date, gate.date);
    if (terms_.before_grant == model::BeforeGrant::fold) {
        earliest_ = std::max(earliest_, std::optional{terms_.grant_date});
    }
}

void Settling::add(const Earning& earning) {
    if (earning.quantity.is_zero()) {
        return;
    }
    if (earning.segment != segment_) {
        open_segment(earning.segment);
    }
    auto& tranches = schedule_.tranches;
    Tranche& tranche = tranches.emplace_back(earning);
    tranche.release = std::max(earning.waiting, held_);
    if (tranche.release == Release::dated) {
        tranche.date = earliest_ && *earning.earned < *earliest_ ? earliest_ : earning.earned;
    }
    if (departure_) {
        depart(tranche);
    }
    if (tranches.size() == 1) {
        return;
    }
    Tranche& before = *(tranches.end() - 2);
    if (same_row(before, tranche)) {
        merge_into(before, tranche);
        tranches.pop_back();
    } else {
        in_order_ = in_order_ && comes_before(before, tranche);
    }
}

void Settling::depart(Tranche& tranche) const {
    // What an event brings that is looked back from comes on the event's day, after the last day employed.
    const bool looked_back = tranche.brought_by_leaving && tranche.earned && *tranche.earned > departure_->on;
    const Date on = looked_back ? *tranche.earned : departure_->on;
    const auto forfeit = [&](Forfeiture why) {
        tranche.release = Release::forfeited;
        tranche.forfeiture = why;
    };
    if (tranche.waiting == Release::impossible) {
        return;
    }
    if (terms_.grant_date > departure_->on) {
        forfeit(Forfeiture::not_granted);
    } else if (!tranche.earned || *tranche.earned > on) {
        forfeit(Forfeiture::not_earned);
    } else if (takes_vested_) {
        forfeit(Forfeiture::vested_too);
    } else if (tranche.release != Release::impossible && !(tranche.date && *tranche.date <= on) &&
               terms_.after_leaving == model::AfterLeaving::forfeit) {
        forfeit(Forfeiture::still_held);
    }
}

Schedule Settling::finish(Shares lost) {
    schedule_.lost = lost;
    if (!in_order_) {
        std::stable_sort(schedule_.tranches.begin(), schedule_.tranches.end(), comes_before);
        schedule_.tranches = merged(schedule_.tranches);
    }
    return std::move(schedule_);
}

}  // namespace offerkit::timeline
