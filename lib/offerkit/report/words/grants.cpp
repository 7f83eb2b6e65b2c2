#include <offerkit/report/words/grants.hpp>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/timeline/absence.hpp>

namespace offerkit::report {
namespace {

using model::AccelerationTrigger;
using timeline::Forfeiture;
using timeline::Release;
using timeline::ResolvedGrant;
using timeline::Tranche;

std::string named(const std::string& event, bool plain) { return plain ? event : "`" + event + "`"; }

/// Any one of the gates. Each tranche says which it waits for, so of a great many only the first are named.
std::string any_of(const std::vector<std::string>& gates, bool plain) {
    constexpr std::size_t most_named = 20;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < gates.size() && i < most_named; ++i) {
        names.push_back(named(gates[i], plain));
    }
    if (gates.size() > most_named) {
        names.push_back(counted(gates.size() - most_named, "other"));
    }
    return joined(names, "or");
}

const model::VestingTerms* vesting_of(const model::Offer& offer, const ResolvedGrant& grant) {
    if (const auto* paper = grant.paper) {
        return &paper->vesting;
    }
    return offer.refresher ? &offer.refresher->vesting : nullptr;
}

const model::Segment* segment_of(const model::Offer& offer, const ResolvedGrant& grant, const Tranche& tranche) {
    const auto* vesting = vesting_of(offer, grant);
    return vesting == nullptr || vesting->segments.empty()
               ? nullptr
               : &vesting->segments[static_cast<std::size_t>(tranche.segment - 1)];
}

/// The gates that keep a tranche: those of the grant, of its segment, or both, where either keeps it as it is.
std::string gates_of(const model::Offer& offer, const ResolvedGrant& grant, const Tranche& tranche, bool plain) {
    std::vector<std::string> words;
    const auto* paper = grant.paper;
    const auto keeps = [&](const timeline::Opening& gate) {
        return tranche.release == Release::dated || tranche.release == Release::forfeited
                   ? !tranche.date || gate.date == tranche.date
                   : gate.release == tranche.release;
    };
    if (paper != nullptr && !paper->gates.empty() && keeps(grant.settling.grant_gate)) {
        words.push_back(any_of(paper->gates, plain));
    }
    const auto* segment = segment_of(offer, grant, tranche);
    if (segment != nullptr && !segment->gates.empty() &&
        keeps(grant.settling.segment_gates[static_cast<std::size_t>(tranche.segment - 1)])) {
        words.push_back(any_of(segment->gates, plain));
    }
    return joined(words, "and");
}

/// The event that the grid of a tranche begins at: that of its segment, or of the last one before it that has one.
std::string start_event(const model::Offer& offer, const ResolvedGrant& grant, const Tranche& tranche, bool plain) {
    const auto* vesting = vesting_of(offer, grant);
    for (auto segment = static_cast<std::size_t>(tranche.segment); vesting != nullptr && segment > 0; --segment) {
        if (vesting->segments.size() >= segment && vesting->segments[segment - 1].start) {
            return named(vesting->segments[segment - 1].start->event, plain);
        }
    }
    return "its event";
}

std::string moved_words(const model::LeaveOfAbsence& leave) {
    const auto from = " the leave from " + to_string(leave.from);
    if (leave.treatment == model::LeaveTreatment::skip_and_append) {
        return diagnostic::formatted("skipped by{} and appended at the end", from);
    }
    const auto length = timeline::length_of(leave);
    return diagnostic::formatted(
        "moved {} by{}", counted(static_cast<std::size_t>(length.count()), length.in_months() ? "month" : "day"), from);
}

std::string acceleration_words(const model::Acceleration& acceleration, bool plain) {
    switch (acceleration.trigger) {
        case AccelerationTrigger::single_trigger: return "accelerated by " + named(acceleration.event, plain);
        case AccelerationTrigger::double_trigger:
            return diagnostic::formatted("accelerated by leaving {}{}", acceleration.before ? "around " : "after ",
                                         named(acceleration.event, plain));
        case AccelerationTrigger::death: return "accelerated by death";
        case AccelerationTrigger::disability: return "accelerated by disability";
        case AccelerationTrigger::without_cause: return "accelerated by being let go";
        case AccelerationTrigger::good_reason: return "accelerated by leaving for good reason";
        case AccelerationTrigger::retirement: return "accelerated by retirement";
    }
    return {};
}

std::string forfeiture_words(const model::Offer& offer, const ResolvedGrant& grant, const Tranche& tranche,
                             bool plain) {
    switch (tranche.forfeiture) {
        case Forfeiture::none: break;
        case Forfeiture::not_earned:
            return tranche.earned ? "earned after the last day employed"
                                  : awaited_by(offer, grant, tranche, plain) + " had not come by the last day employed";
        case Forfeiture::still_held:
            return diagnostic::formatted("still held for {} on the last day employed",
                                         gates_of(offer, grant, tranche, plain));
        case Forfeiture::vested_too: return "leaving for this reason forfeits what has vested as well";
        case Forfeiture::not_granted: return "granted after the last day employed";
    }
    return {};
}

/// The days around its event on which a leaving speeds the grant up.
std::string time_around_event(const model::Acceleration& acceleration) {
    if (acceleration.before) {
        return diagnostic::formatted("from {} before `{}` to {} after it", to_string(*acceleration.before),
                                     acceleration.event,
                                     acceleration.within ? to_string(*acceleration.within) : std::string("any time"));
    }
    return acceleration.within
               ? diagnostic::formatted("within {} of `{}`", to_string(*acceleration.within), acceleration.event)
               : diagnostic::formatted("at any time after `{}`", acceleration.event);
}

}  // namespace

std::string awaited_by(const model::Offer& offer, const ResolvedGrant& grant, const Tranche& tranche, bool plain) {
    return tranche.waiting != Release::dated ? start_event(offer, grant, tranche, plain)
                                             : gates_of(offer, grant, tranche, plain);
}

std::string reason_of(const model::Offer& offer, const ResolvedGrant& grant, const Tranche& tranche, bool plain) {
    switch (tranche.release) {
        case Release::pending: return "waits for " + awaited_by(offer, grant, tranche, plain);
        case Release::impossible: return awaited_by(offer, grant, tranche, plain) + " missed the deadline";
        case Release::forfeited: return forfeiture_words(offer, grant, tranche, plain);
        case Release::dated: break;
    }
    // The last step that set its day, and what had brought it early.
    std::vector<std::string> reasons;
    const bool held = *tranche.date > *tranche.earned;
    if (tranche.accelerated()) {
        const auto& terms = grant.accelerations[static_cast<std::size_t>(tranche.acceleration)].terms;
        reasons.push_back(acceleration_words(terms, plain));
    }
    if (held) {
        const auto gates = gates_of(offer, grant, tranche, plain);
        reasons.push_back("held until " + (gates.empty() ? "the grant date" : gates));
    } else if (!tranche.accelerated() && tranche.awaited_evaluation) {
        reasons.emplace_back("earned when the measure is evaluated");
    } else if (!tranche.accelerated() && tranche.absence >= 0) {
        reasons.push_back(moved_words(offer.leaves_of_absence[static_cast<std::size_t>(tranche.absence)]));
    }
    return joined(reasons);
}

std::string performance_words(const model::Performance& performance, const timeline::PerformanceOutcome& outcome) {
    const auto& expected = performance.expected;
    const std::string result =
        expected.is_whole() ? diagnostic::grouped(expected.numerator()) : quantity::to_decimal(expected);
    return diagnostic::formatted("{} of a target of {}, at {} of {}", quantity::to_percent(outcome.payout),
                                 counted(outcome.target),
                                 performance.measure.empty() ? "a result" : performance.measure, result);
}

std::string amount_words(const model::Acceleration& acceleration) {
    std::string words;
    bool partial = true;
    if (const auto* rate = std::get_if<quantity::Rate>(&acceleration.amount)) {
        words = quantity::to_percent(*rate) + " of what is unvested";
        partial = *rate < quantity::Rate{1};
    } else if (const auto* period = std::get_if<calendar::Period>(&acceleration.amount)) {
        words = "what was to vest within " + to_string(*period);
    } else if (const auto* quantity = std::get_if<std::int64_t>(&acceleration.amount)) {
        words = counted(quantity::Shares{*quantity});
    } else {
        return "the part of the next tranche that has been served, by days";
    }
    if (partial) {
        switch (acceleration.order) {
            case model::AccelerationOrder::prorata: words += ", from all later tranches alike"; break;
            case model::AccelerationOrder::soonest: words += ", from the soonest tranches"; break;
            case model::AccelerationOrder::last: words += ", from the last tranches"; break;
        }
    }
    return words;
}

std::string trigger_words(const model::Acceleration& acceleration) {
    switch (acceleration.trigger) {
        case AccelerationTrigger::single_trigger: return diagnostic::formatted("when `{}` happens", acceleration.event);
        case AccelerationTrigger::double_trigger:
            return "on being let go or leaving for good reason " + time_around_event(acceleration);
        case AccelerationTrigger::death: return "on death";
        case AccelerationTrigger::disability: return "on disability";
        case AccelerationTrigger::without_cause: return "on being let go";
        case AccelerationTrigger::good_reason: return "on leaving for good reason";
        case AccelerationTrigger::retirement: return "on retirement";
    }
    return {};
}

std::string not_known_note(const ResolvedGrant& grant) {
    const auto& what = grant.not_known;
    return diagnostic::formatted("the worth of `{}` is not known: ask for {}; it counts as 0 in every total", grant.id,
                                 what.strike && what.price ? "the strike and the 409A price"
                                 : what.strike             ? "the strike"
                                                           : "the price");
}

std::vector<std::string> grant_notes(const ResolvedGrant& grant) {
    std::vector<std::string> notes;
    const auto* paper = grant.paper;
    if (paper != nullptr && paper->performance && grant.performance) {
        notes.push_back(diagnostic::formatted("`{}` counts {}: {}", grant.id, counted(grant.quantity),
                                              performance_words(*paper->performance, *grant.performance)));
    }
    if (grant.not_known.any()) {
        notes.push_back(not_known_note(grant));
    }
    for (const auto& acceleration : grant.accelerations) {
        const auto& terms = acceleration.terms;
        const bool waits = terms.trigger == AccelerationTrigger::single_trigger && !acceleration.event_date;
        const bool by_being_let_go = terms.trigger == AccelerationTrigger::double_trigger ||
                                     terms.trigger == AccelerationTrigger::without_cause ||
                                     terms.trigger == AccelerationTrigger::good_reason;
        if (waits || by_being_let_go) {
            notes.push_back(diagnostic::formatted("`{}` would accelerate {} ({}); not counted", grant.id,
                                                  trigger_words(terms), amount_words(terms)));
        }
    }
    return notes;
}

}  // namespace offerkit::report
