#include <offerkit/value/waiting.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <offerkit/timeline/exercise.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/exits.hpp>

namespace offerkit::value {

namespace {

using calendar::Date;
using quantity::Factor;
using timeline::ResolvedGrant;
using timeline::Tranche;

/// Gates of a grant and of one of its segments: any one of each kind opens it, and both have to be open.
class Gates {
public:
    Gates(const timeline::EventBook& events, const model::Grant& paper)
        : paper_{paper}, events_{events}, own_{awaited(paper.gates)} {}

    /// The chance that a tranche of that segment is released.
    [[nodiscard]] Factor chance_of(std::int32_t segment) {
        const auto known = chances_.find(segment);
        return known != chances_.end() ? known->second : chances_.emplace(segment, chance(segment)).first->second;
    }

private:
    [[nodiscard]] Factor chance(std::int32_t segment) const {
        std::vector<const model::Event*> of_segment;
        const auto index = static_cast<std::size_t>(segment - 1);
        if (index < paper_.vesting.segments.size()) {
            of_segment = awaited(paper_.vesting.segments[index].gates);
        }
        if (own_.empty() || of_segment.empty()) {
            return Factor{} - none_of(own_.empty() ? of_segment : own_);
        }
        // Of two kinds of gates each opens by itself: an event may stand in both.
        auto either = own_;
        const std::set<const model::Event*> known(own_.begin(), own_.end());
        std::copy_if(of_segment.begin(), of_segment.end(), std::back_inserter(either),
                     [&](const model::Event* event) { return !known.contains(event); });
        return Factor{} - none_of(own_) - none_of(of_segment) + none_of(either);
    }

    /// The gates that may still open and have no date; none where a dated one opens in time.
    [[nodiscard]] std::vector<const model::Event*> awaited(std::span<const std::string> gates) const {
        const auto deadline = timeline::last_exercise_day(paper_);
        std::vector<const model::Event*> result;
        std::set<const model::Event*> known;
        if (timeline::opening_of(gates, deadline, events_).release != timeline::Release::pending) {
            return result;
        }
        for (const std::string& gate : gates) {
            const bool waits =
                timeline::opening_of({&gate, 1}, deadline, events_).release == timeline::Release::pending;
            // What waits is an event of the offer.
            const model::Event* event = waits ? events_.events.find(gate) : nullptr;
            if (event != nullptr && known.insert(event).second) {
                result.push_back(event);
            }
        }
        return result;
    }

    [[nodiscard]] static Factor none_of(std::span<const model::Event* const> events) {
        Factor none{};
        for (const auto* event : events) {
            if (event->chance) {
                none = none * (Factor{} - Factor::of(*event->chance));
            }
        }
        return none;
    }

    const model::Grant& paper_;
    const timeline::EventBook& events_;
    std::vector<const model::Event*> own_;      ///< those gates of the grant that are awaited
    std::map<std::int32_t, Factor> chances_{};  ///< by segment, as far as asked for
};

/// The day on which nothing but an event without a date holds a tranche.
std::optional<Date> served_on(const ResolvedGrant& grant, const Tranche& tranche) {
    if (!tranche.earned) {
        return std::nullopt;
    }
    Date day = *tranche.earned;
    const auto after = [&](const std::optional<Date>& other) { day = other && *other > day ? *other : day; };
    if (grant.settling.before_grant == model::BeforeGrant::fold) {
        after(grant.settling.grant_date);
    }
    after(grant.settling.grant_gate.date);
    const auto index = static_cast<std::size_t>(tranche.segment - 1);
    if (index < grant.settling.segment_gates.size()) {
        after(grant.settling.segment_gates[index].date);
    }
    return day;
}

}  // namespace

std::vector<WaitingTranche> waiting_tranches(const timeline::EventBook& events, const model::Offer& offer,
                                             const ResolvedGrant& grant, const timeline::Window& window) {
    std::vector<WaitingTranche> result;
    const model::Grant* paper = grant.gated ? grant.paper : nullptr;
    if (paper == nullptr || told_by_exits(offer, grant)) {
        return result;
    }
    Gates gates{events, *paper};
    for (const Tranche& tranche : grant.schedule.tranches) {
        const auto day =
            tranche.release == timeline::Release::pending ? served_on(grant, tranche) : std::optional<Date>{};
        const int year = day ? window.year_of_vest(*day) : 0;
        if (year == 0) {
            continue;
        }
        result.push_back({&tranche, *day, year, gates.chance_of(tranche.segment)});
    }
    return result;
}

Factor counted_part(model::Pending pending, const WaitingTranche& waiting) noexcept {
    switch (pending) {
        case model::Pending::none: return Factor{0.0, 0.0};
        case model::Pending::chance: return waiting.chance;
        case model::Pending::all: break;
    }
    return {};
}

std::optional<std::vector<timeline::CashFlow>> waiting_flows(const timeline::EventBook& events,
                                                             const model::Offer& offer,
                                                             std::span<const ResolvedGrant> grants,
                                                             timeline::PriceCurve* prices,
                                                             const timeline::Window& window, model::Pending pending) {
    std::vector<timeline::CashFlow> flows;
    if (pending == model::Pending::none) {
        return flows;
    }
    for (const auto& grant : grants) {
        for (const auto& waiting : waiting_tranches(events, offer, grant, window)) {
            const auto worth =
                worth_on(grant, waiting.tranche->quantity, prices, events.as_of, counted_part(pending, waiting));
            if (!worth) {
                return std::nullopt;
            }
            if (worth->is_zero()) {
                continue;
            }
            flows.push_back({.date = waiting.day,
                             .amount = *worth,
                             .category = timeline::Category::equity,
                             .certainty = timeline::Certainty::uncertain,
                             .year = waiting.year,
                             .span = grant.span,
                             .label = grant.id,
                             .payable = false,
                             .timing = {timeline::Timing::Kind::gain, std::nullopt},
                             .waits = true});
        }
    }
    return flows;
}

}  // namespace offerkit::value
