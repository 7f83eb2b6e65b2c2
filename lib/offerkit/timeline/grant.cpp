#include <offerkit/timeline/grant.hpp>

#include <algorithm>
#include <set>
#include <string_view>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/vesting_check.hpp>
#include <offerkit/timeline/absence.hpp>
#include <offerkit/timeline/acceleration.hpp>
#include <offerkit/timeline/exercise.hpp>
#include <offerkit/timeline/grant_count.hpp>
#include <offerkit/timeline/performance.hpp>
#include <offerkit/timeline/schedule.hpp>
#include <offerkit/timeline/settling.hpp>
#include <offerkit/timeline/vest_days.hpp>

namespace offerkit::timeline {

namespace {

namespace codes = diagnostic::codes;

quantity::Currency currency_of(const model::Offer& offer, const model::Grant& grant) {
    if (const auto* value = std::get_if<model::ValueGrant>(&grant.amount)) {
        return value->value.currency();
    }
    return offer.stock ? offer.stock->currency : offer.currency;
}

void note_events(const model::Grant& grant, ResolvedGrant& resolved) {
    std::set<std::string_view> noted;
    const auto add = [&](const std::string& event) {
        if (noted.insert(event).second) {
            resolved.events.push_back(event);
        }
    };
    std::for_each(grant.gates.begin(), grant.gates.end(), add);
    for (const auto& segment : grant.vesting.segments) {
        std::for_each(segment.gates.begin(), segment.gates.end(), add);
        if (segment.start) {
            add(segment.start->event);
        }
    }
    resolved.gated = !resolved.events.empty();
}

// What is exercised can be so only while the grant lives: a tranche dated after that could never be used.
bool ends_in_time(const model::Grant& grant, const Service& service, Diagnostics& diagnostics) {
    const auto end = last_exercise_day(grant);
    if (!end || !model::has_strike(grant.instrument)) {
        return true;
    }
    const auto late = std::find_if(service.earnings.rbegin(), service.earnings.rend(),
                                   [&](const Earning& each) { return each.scheduled && *each.scheduled > *end; });
    if (late == service.earnings.rend()) {
        return true;
    }
    diagnostics.error(codes::wrong_order, grant.expires->span,
                      diagnostic::formatted("this grant ends on {}, before the last of it vests, on {}",
                                            to_string(*end), to_string(*late->scheduled)),
                      "what vests after `expires` can never be exercised: check both");
    return false;
}

bool perform(const model::Performance& performance, Service& service, ResolvedGrant& resolved,
             Diagnostics& diagnostics) {
    const auto payout = payout_of(performance, diagnostics);
    if (!payout) {
        return false;
    }
    const Shares target = resolved.quantity;
    const auto earned = pay_out(service, target.whole(), *payout, performance.round);
    if (!earned) {
        diagnostics.error(codes::overflow, performance.span,
                          "this payout comes to more shares, or finer parts of them, than can be counted",
                          "check the curve and the number granted");
        return false;
    }
    resolved.performance = PerformanceOutcome{target, *payout};
    resolved.quantity = Shares{*earned};
    return true;
}

// Looks the events of the accelerations up.
void arm(const model::EventIndex& events, const model::Grant& grant, ResolvedGrant& resolved) {
    for (std::size_t i = 0; i < grant.accelerations.size(); ++i) {
        const model::Acceleration& terms = grant.accelerations[i];
        const model::Event* event = events.find(terms.event);
        resolved.accelerations.push_back({terms, static_cast<std::int32_t>(i),
                                          event != nullptr ? event->date : std::nullopt, resolved.vesting_start});
    }
}

NotKnown not_known_of(const model::Offer& offer, const model::Grant& grant) {
    if (grant.instrument == model::Instrument::cash) {
        return {};
    }
    // The gain of phantom shares may be counted from nothing.
    const bool has_strike = model::has_strike(grant.instrument) && grant.instrument != model::Instrument::phantom;
    return {.strike = has_strike && !grant.strike, .price = !offer.stock || !offer.stock->price_is_known};
}

std::optional<quantity::Fraction> ownership_of(const model::Offer& offer, const model::Grant& grant,
                                               std::int64_t quantity) {
    if (const auto* counted = std::get_if<model::QuantityGrant>(&grant.amount); counted && counted->ownership) {
        return counted->ownership->value;
    }
    if (const auto* share = std::get_if<model::OwnershipGrant>(&grant.amount)) {
        return share->share;
    }
    const bool owned = grant.instrument != model::Instrument::phantom && grant.instrument != model::Instrument::sar &&
                       grant.instrument != model::Instrument::cash;
    return owned && offer.stock && offer.stock->fully_diluted.value_or(0) > 0
               ? quantity::Fraction::of(quantity, *offer.stock->fully_diluted)
               : std::nullopt;
}

// Settles what is served with the departure that the offer states.
void settle_for(const model::Offer& offer, Service service, ResolvedGrant& resolved) {
    resolved.served = std::move(service.earnings);
    resolved.schedule.lost = service.lost;
    resolved.schedule = settle(resolved, departure_of(offer));
}

ScheduleTerms schedule_terms(const model::Grant& grant, std::int64_t quantity) {
    return {.vesting = grant.vesting,
            .quantity = quantity,
            .start = aligned_start(grant),
            .grant_date = grant.grant_date,
            .allocation = grant.allocation,
            .day_of_month = grant.day_of_month,
            .named_days = named_days_of(grant),
            .before_grant = grant.before_grant,
            .gates = grant.gates,
            .gate_deadline = last_exercise_day(grant)};
}

// What is known of a grant before its service is reckoned.
ResolvedGrant stated_facts(const model::Offer& offer, const model::Grant& grant, const GrantCount& count,
                           const ScheduleTerms& terms, const EventBook& events) {
    ResolvedGrant resolved{.id = grant.id,
                           .paper = &grant,
                           .instrument = grant.instrument,
                           .currency = currency_of(offer, grant),
                           .grant_date = grant.grant_date,
                           .vesting_start = terms.start,
                           .settling = settling_terms(terms, events)};
    resolved.quantity = Shares{count.quantity};
    resolved.quantity_rule = count.rule;
    resolved.converted_on = count.converted_on;
    resolved.ownership = ownership_of(offer, grant, count.quantity);
    resolved.not_known = not_known_of(offer, grant);
    if (const auto* value = std::get_if<model::ValueGrant>(&grant.amount)) {
        resolved.quoted_value = value->value;
    }
    if (grant.strike) {
        resolved.strike = grant.strike->value;
    }
    resolved.settling.after_leaving = grant.after_leaving;
    resolved.settling.forfeits_vested = grant.forfeits_vested;
    resolved.vesting_years = std::max(1.0, nominal_years(grant.vesting, resolved.vesting_start));
    resolved.span = grant.amount_span;
    note_events(grant, resolved);
    return resolved;
}

// The refresher numbered `n`, given on a day at its price.
std::optional<ResolvedGrant> resolve_refresher(const model::Offer& offer, int n, Date day, const DayPrice& price,
                                               const EventBook& events, Diagnostics& diagnostics) {
    const model::Refresher& refresher = *offer.refresher;
    const std::int64_t shares =
        shares_for(refresher.value.value, refresher.probability, price, model::ShareRounding::down).value_or(0);
    const ScheduleTerms terms{.vesting = refresher.vesting,
                              .quantity = shares,
                              .start = day,
                              .grant_date = day,
                              .day_of_month = refresher.day_of_month};
    auto service = serve(terms, events, diagnostics);
    if (!service || !take_leaves(*service, offer.leaves_of_absence, terms, diagnostics)) {
        return std::nullopt;
    }
    ResolvedGrant grant{.id = "refresher-" + std::to_string(n),
                        .instrument = model::Instrument::rsu,
                        .currency = offer.stock->currency,
                        .grant_date = day,
                        .vesting_start = day,
                        .settling = settling_terms(terms, events)};
    grant.quantity = Shares{shares};
    grant.converted_on = day;
    grant.quantity_rule = diagnostic::formatted("{} at the price of {}, rounded down",
                                                amount_text(refresher.value.value), to_string(day));
    grant.quoted_value = quantity::multiply(refresher.value.value, refresher.probability);
    grant.vesting_years = std::max(1.0, nominal_years(refresher.vesting, day));
    grant.refresher = true;
    grant.span = refresher.value.span;
    settle_for(offer, std::move(*service), grant);
    return grant;
}

}  // namespace

Date aligned_start(const model::Grant& grant) noexcept {
    const Date start = grant.vesting_start.value;
    std::optional<Date> first;
    for (const auto& day : grant.align) {
        const Date candidate = day.on_or_after(start);
        if (!first || candidate < *first) {
            first = candidate;
        }
    }
    return first.value_or(start);
}

std::optional<ResolvedGrant> resolve(const model::Offer& offer, const model::Grant& grant, Date as_of,
                                     Diagnostics& diagnostics) {
    return resolve(offer, grant, EventBook{offer.events, as_of}, diagnostics);
}

std::optional<ResolvedGrant> resolve(const model::Offer& offer, const model::Grant& grant, const EventBook& events,
                                     Diagnostics& diagnostics) {
    const auto count = count_of(offer, grant, diagnostics);
    if (!count) {
        return std::nullopt;
    }
    if (grant.instrument == model::Instrument::cash && grant.allocation == model::Allocation::fractional) {
        diagnostics.error(codes::conflict, grant.span,
                          "money is paid in whole minor units, so `fractional` does not apply to a cash grant",
                          "leave `allocation` out");
        return std::nullopt;
    }
    const ScheduleTerms terms = schedule_terms(grant, count->quantity);
    auto service = serve(terms, events, diagnostics);
    if (!service || !ends_in_time(grant, *service, diagnostics)) {
        return std::nullopt;
    }
    ResolvedGrant resolved = stated_facts(offer, grant, *count, terms, events);
    if (grant.performance && !perform(*grant.performance, *service, resolved, diagnostics)) {
        return std::nullopt;
    }
    if (grant.allocation == model::Allocation::fractional && !any_sum_fits(service->earnings)) {
        diagnostics.error(codes::overflow, grant.amount_span,
                          "the parts of shares of this grant are too fine to be added up exactly",
                          "write portions with fewer digits, or leave `allocation = \"fractional\"` out");
        return std::nullopt;
    }
    if (!take_leaves(*service, offer.leaves_of_absence, terms, diagnostics)) {
        return std::nullopt;
    }
    if (grant.performance && grant.performance->evaluation) {
        await_evaluation(*service, *grant.performance->evaluation);
    }
    arm(events.events, grant, resolved);
    settle_for(offer, std::move(*service), resolved);
    return resolved;
}

bool ResolvedGrant::held_by_gate(std::int32_t segment) const noexcept {
    const auto& gates = settling.segment_gates;
    const auto place = static_cast<std::size_t>(segment - 1);
    return settling.grant_gate.date.has_value() || (place < gates.size() && gates[place].date.has_value());
}

std::optional<Departure> departure_of(const model::Offer& offer) noexcept {
    return offer.end ? std::optional{Departure{offer.end->value}} : std::nullopt;
}

Schedule settle(const ResolvedGrant& grant, const std::optional<Departure>& departure) {
    Settling settling{grant.settling, departure};
    const auto settled = [&](const std::vector<Earning>& served) {
        settling.reserve(served.size());
        for (const Earning& earning : served) {
            settling.add(earning);
        }
        return settling.finish(grant.schedule.lost);
    };
    return any_set_off(grant.accelerations, departure)
               ? settled(accelerated(grant.served, grant.accelerations, departure))
               : settled(grant.served);
}

std::vector<ResolvedGrant> resolve_refreshers(const model::Offer& offer, Date from_day, bool including_from_day,
                                              Date last_day, Date as_of, Diagnostics& diagnostics) {
    std::vector<ResolvedGrant> resolved;
    if (!offer.refresher || !offer.stock) {
        return resolved;
    }
    const model::Refresher& refresher = *offer.refresher;
    Date first = refresher.first_after.after(offer.start.value);
    if (refresher.on) {
        first = refresher.on->on_or_after(first);
    }
    PriceCurve prices{*offer.stock};
    const EventBook events{offer.events, as_of};
    std::int64_t tranches = 0;
    for (int n = 1;; ++n) {
        const Date day = refresher.every.after(first, n - 1);
        if (day > last_day || (offer.end && day > offer.end->value)) {
            break;
        }
        if (static_cast<std::int64_t>(resolved.size()) >= model::most_tranches) {
            diagnostics.error(codes::schedule_too_long, refresher.span,
                              "refreshers come so often that there are more than 10,000 of them", "check `every`");
            break;
        }
        if (day < from_day || (day == from_day && !including_from_day)) {
            continue;
        }
        tranches += model::tranche_count(refresher.vesting);
        if (tranches > model::most_tranches_of_offer) {
            diagnostics.error(codes::schedule_too_long, refresher.span,
                              "the refreshers together have more than 100,000 tranches",
                              "check `every` and the schedule, or look at a shorter time with `--horizon`");
            break;
        }
        auto grant = resolve_refresher(offer, n, day, prices.before_discount(day), events, diagnostics);
        if (!grant) {
            break;
        }
        resolved.push_back(std::move(*grant));
    }
    return resolved;
}

}  // namespace offerkit::timeline
