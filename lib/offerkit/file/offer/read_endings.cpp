#include <offerkit/file/offer/read_endings.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using model::Grant;
using model::Instrument;
using model::LeavingReason;
using model::ShareRounding;

/// What an acceleration takes, and from which tranches.
void read_how_much(const View& table, model::Acceleration& acceleration) {
    table.refuse_together("amount", {"months", "quantity"});
    if (!table.has("amount")) {
        table.refuse_together("months", {"quantity"});
    }
    const Node* written = table.find("amount");
    if (const auto months = table.count("months")) {
        acceleration.amount = model::Period::months(static_cast<int>(months->value));
    } else if (const auto quantity = table.count("quantity")) {
        acceleration.amount = quantity->value;
    } else if (written != nullptr && written->kind == NodeKind::text && written->text == "pro_rata") {
        acceleration.amount = model::ServedPart{};
        table.refuse("order", "has no meaning beside a part of the next tranche alone");
        return;
    } else if (!table.has("months") && !table.has("quantity")) {
        if (const auto amount = table.rate("amount")) {
            acceleration.amount = amount->value;
        }
    }
    const auto order = table.choice<model::AccelerationOrder>("order");
    if (order) {
        acceleration.order = order->value;
    }
}

std::optional<model::Acceleration> read_acceleration(const View& table) {
    using Trigger = model::AccelerationTrigger;
    const auto trigger = table.choice<Trigger>("trigger");
    const auto event = table.text("event");
    const auto within = table.period("within");
    const auto before = table.period("before");
    model::Acceleration acceleration;
    acceleration.span = table.span("trigger");
    read_how_much(table, acceleration);
    if (!trigger) {
        return std::nullopt;
    }
    acceleration.trigger = trigger->value;
    const bool by_event = !model::reason_of(trigger->value);
    if (by_event) {
        table.require("event", "a single or double trigger names one");
    } else {
        table.refuse("event", "belongs to a single or double trigger");
    }
    if (trigger->value != Trigger::double_trigger) {
        table.refuse("within", "belongs to a double trigger: it is the time in which being let go counts");
        table.refuse("before", "belongs to a double trigger: it is how long before its event being let go counts");
    } else if (before) {
        acceleration.before = before->value;
    }
    if (event) {
        acceleration.event = event->value;
        acceleration.span = event->span;
    }
    if (within) {
        acceleration.within = within->value;
    } else if (trigger->value == Trigger::double_trigger && !table.has("within")) {
        table.context().assume(table.path_of("within"), "any time",
                               "a double trigger without `within` holds at any time after its event",
                               acceleration.span);
    }
    return acceleration;
}

/// Each looks at every tranche, and may split it.
constexpr std::size_t most_accelerations = 1'000;

void read_accelerations(const View& table, Grant& grant) {
    for (const View& part : table.tables("acceleration")) {
        if (grant.accelerations.size() == most_accelerations) {
            table.context().error(codes::schedule_too_long, part.span(), "this grant has more than 1,000 accelerations",
                                  "a letter has two or three: keep what it says");
            break;
        }
        if (auto acceleration = read_acceleration(part)) {
            grant.accelerations.push_back(std::move(*acceleration));
        }
    }
}

std::optional<model::TerminationWindow> read_window(const View& table) {
    const auto reason = table.choice<LeavingReason>("reason");
    const auto period = table.period("period");
    if (!reason || !period) {
        return std::nullopt;
    }
    return model::TerminationWindow{reason->value, period->value, period->span};
}

std::optional<model::Performance> read_performance(const View& table) {
    model::Performance performance;
    performance.span = table.span("curve");
    if (auto measure = table.text("measure")) {
        performance.measure = std::move(measure->value);
    }
    const auto expected = table.number("expected");
    const auto evaluation = table.date("evaluation");
    performance.round = read_rounding(table);
    for (const auto& [result, payout] : table.pairs("curve")) {
        if (!performance.curve.empty() && result.value <= performance.curve.back().measure) {
            table.context().error(codes::wrong_order, result.span, "the results of a curve rise strictly",
                                  "put the pairs in rising order, each result once");
        } else if (!performance.curve.empty() && payout < performance.curve.back().payout) {
            table.context().error(codes::wrong_order, result.span, "a better result pays less here than the one before",
                                  "the payouts of a curve never fall; where less is better, write the results as "
                                  "negative numbers");
        }
        performance.curve.push_back({result.value, payout});
    }
    if (evaluation) {
        performance.evaluation = evaluation->value;
    }
    if (!expected || performance.curve.empty()) {
        return std::nullopt;
    }
    performance.expected = expected->value;
    return performance;
}

void read_expiry(const View& table, Grant& grant) {
    const Node* node = table.find("expires");
    if (node == nullptr) {
        return;
    }
    if (node->kind != NodeKind::table) {
        if (const auto after = table.period("expires")) {
            grant.expires = model::Expiry{after->value, false, after->span};
        }
        return;
    }
    const auto expiry = table.table("expires");
    const auto after = expiry->period("after");
    const auto day_before = expiry->boolean("day_before");
    if (after) {
        grant.expires = model::Expiry{after->value, day_before && day_before->value, after->span};
    }
}

void read_exercise(const View& table, bool instrument_is_known, Grant& grant) {
    const auto exercise = table.table("exercise");
    if (!exercise) {
        return;
    }
    grant.exercise = exercise->date("on");
    if (instrument_is_known && !model::is_option(grant.instrument)) {
        table.refuse("exercise", "belongs to options", "take it out: only an iso or nso is exercised");
    }
    if (grant.exercise && grant.exercise->value < grant.grant_date) {
        table.context().error(codes::wrong_order, grant.exercise->span,
                              diagnostic::formatted("options are exercised on or after their grant date, {}",
                                                    calendar::to_string(grant.grant_date)),
                              "check both dates");
    }
}

void add_window(Context& context, const model::TerminationWindow& window, Grant& grant) {
    if (grant.expires && window.period.in_years() > grant.expires->after.in_years()) {
        context.error(codes::wrong_order, window.span,
                      diagnostic::formatted("this window is longer than the whole life of the grant, {}",
                                            calendar::to_string(grant.expires->after)),
                      "an exercise window never runs past `expires`",
                      diagnostic::Related{grant.expires->span, "`expires` stands here"});
    }
    const auto same = std::find_if(grant.termination_windows.begin(), grant.termination_windows.end(),
                                   [&](const auto& other) { return other.reason == window.reason; });
    if (same != grant.termination_windows.end()) {
        context.error(codes::duplicate_id, window.span,
                      "there are two windows for one reason, and only one of them can hold",
                      "keep the one that the plan states; `reason = \"any\"` covers what has none of its own",
                      diagnostic::Related{same->span, "the first one stands here"});
    }
    grant.termination_windows.push_back(window);
}

void read_performances(const View& table, bool instrument_is_known, Grant& grant) {
    const auto performances = table.tables("performance");
    for (const View& part : performances) {
        grant.performance = read_performance(part);
    }
    if (performances.size() > 1) {
        table.context().error(codes::conflict, performances[1].span(), "a grant has one [[grant.performance]] at most",
                              "write each measure as a grant of its own");
    }
    if (grant.instrument != Instrument::psu && instrument_is_known) {
        table.refuse("performance", "belongs to performance shares", "write `instrument = \"psu\"`, or take it out");
    }
}

}  // namespace

ShareRounding read_rounding(const View& table) {
    const auto round = table.choice<ShareRounding>("round");
    return round ? round->value : ShareRounding::down;
}

std::vector<LeavingReason> read_reasons(const View& table, std::string_view key) {
    return table.choices<LeavingReason>(key);
}

void read_endings(const View& table, bool instrument_is_known, Grant& grant) {
    read_expiry(table, grant);
    if (const auto early = table.boolean("early_exercise")) {
        grant.early_exercise = early->value;
    }
    read_exercise(table, instrument_is_known, grant);
    // The default is worth a line only where shares wait for an event after their time is served.
    const auto& segments = grant.vesting.segments;
    const bool held_back =
        !grant.gates.empty() ||
        std::any_of(segments.begin(), segments.end(), [](const auto& segment) { return !segment.gates.empty(); });
    if (held_back || table.has("after_leaving")) {
        if (const auto after = table.choice<model::AfterLeaving>("after_leaving")) {
            grant.after_leaving = after->value;
        }
    }
    grant.forfeits_vested = read_reasons(table, "forfeits_vested");
    read_accelerations(table, grant);
    for (const View& part : table.tables("termination_window")) {
        if (const auto window = read_window(part)) {
            add_window(table.context(), *window, grant);
        }
    }
    read_performances(table, instrument_is_known, grant);
}

}  // namespace offerkit::file
