#include <offerkit/report/calendar/events.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/schedules.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/timeline/exercise.hpp>
#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/sign_on.hpp>
#include <offerkit/timeline/vest_days.hpp>

namespace offerkit::report {
namespace {

using calendar::Date;
using calendar::Period;
using quantity::Money;
using quantity::Shares;
using timeline::CashFlow;
using timeline::Category;
using value::GrantTimeline;
using value::OfferTimeline;
using value::ValuedTranche;
using value::VestState;

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

/// "353 shares", "24,000 options".
std::string noun_of(const GrantTimeline& grant, Shares quantity) {
    if (is_cash(grant)) {
        return about(Money{quantity.whole(), grant.grant.currency});
    }
    const bool one = quantity == Shares{1};
    return text_of(quantity) + (is_option(grant.grant.instrument) ? one ? " option" : " options"
                                : one                             ? " share"
                                                                  : " shares");
}

/// What a share is taken to be worth on a day to come: "at USD 170.00, the price of 2026-01-15, growing 5% a year".
std::string price_words(const model::Stock& stock) {
    std::string text = "at " + std::string(stock.currency.code()) + " " + to_grouped(stock.price.value) + " a share, ";
    text += stock.kind == model::StockKind::private_company ? "the fair value of common of " : "the price of ";
    text += to_string(stock.as_of.value);
    if (!stock.path.empty()) {
        text += ", and the later prices in the file";
    } else if (!stock.growth.value.is_zero()) {
        text += ", growing " + to_percent(stock.growth.value) + " a year";
    }
    if (stock.kind == model::StockKind::private_company && !stock.discount.is_zero()) {
        text += ", less a discount of " + to_percent(stock.discount);
    }
    return text;
}

/// The day on which the first cliff of a grant falls; nothing without one, or where it hangs on an event.
std::optional<Date> cliff_day(const model::Grant& paper, Date vesting_start) {
    if (paper.vesting.segments.empty()) {
        return std::nullopt;
    }
    const auto& first = paper.vesting.segments.front();
    const auto& cliff = paper.vesting.cliff ? paper.vesting.cliff : first.cliff;
    if (!cliff || cliff->after.is_zero() || first.start) {
        return std::nullopt;
    }
    return cliff->after.in_months()
               ? timeline::vest_days_of(paper).after(vesting_start, cliff->after.count(), vesting_start.day())
               : cliff->after.after(vesting_start);
}

/// How often each key was given: two things of one name still get keys of their own.
using KeyUses = std::map<std::string, int>;

class Writer {
public:
    Writer(const OfferTimeline& timeline, std::string name, const model::Valuation& valuation, CalendarFacts& facts,
           KeyUses& uses)
        : timeline_(timeline),
          offer_(*timeline.offer),
          name_(std::move(name)),
          valuation_(valuation),
          facts_(facts),
          uses_(uses) {}

    bool write(diagnostic::Diagnostics& diagnostics) {
        add_employment();
        for (const auto& grant : timeline_.grants) {
            add_vests(grant);
        }
        add_expiries();
        return add_payments(diagnostics);
    }

private:
    /// `what` names the day among those of the offer; a second one of that name is numbered.
    void add(Date date, CalendarKind kind, const std::string& what, const std::string& summary,
             std::string description) {
        std::string key = offer_.company + "\n" + base_name(offer_.file) + "\n" + what;
        if (const int times = ++uses_[key]; times > 1) {
            key += "\n" + std::to_string(times);
        }
        description += (description.empty() ? "" : "\n") + std::string("Told by offerkit on ") +
                       to_string(valuation_.as_of) + " from " + base_name(offer_.file) + ".";
        facts_.events.push_back({date, kind, std::move(key), name_ + ": " + summary, std::move(description)});
    }

    [[nodiscard]] bool over_by(Date day) const { return offer_.end && offer_.end->value < day; }

    void add_employment() {
        const bool searching = offer_.kind == model::OfferKind::search;
        add(offer_.start.value, CalendarKind::first_day, "first day", "first day",
            searching ? "The search is taken to end in a job that begins on this day." : "");
        if (offer_.decide_by && offer_.kind == model::OfferKind::offer) {
            add(offer_.decide_by->value, CalendarKind::decide_by, "decide by", "last day to decide on the offer",
                "The offer says so; asking for more time is a usual request.");
        }
        if (offer_.end) {
            add(offer_.end->value, CalendarKind::last_day, "last day", "last day employed",
                "What vests later is forfeited.");
        }
    }

    [[nodiscard]] const model::Grant* paper_of(const GrantTimeline& grant) const {
        const auto found = std::find_if(offer_.grants.begin(), offer_.grants.end(),
                                        [&](const model::Grant& each) { return each.id == grant.grant.id; });
        return grant.grant.refresher || found == offer_.grants.end() ? nullptr : &*found;
    }

    void add_vests(const GrantTimeline& grant) {
        const auto* paper = paper_of(grant);
        const auto cliff = paper != nullptr ? cliff_day(*paper, grant.grant.vesting_start) : std::nullopt;
        for (const auto& tranche : grant.tranches) {
            const bool comes = tranche.state == VestState::vested || tranche.state == VestState::unvested ||
                               tranche.state == VestState::accelerated;
            if (comes && tranche.tranche.date) {
                add_vest(grant, tranche, cliff && tranche.tranche.scheduled == cliff);
            }
        }
        const auto leave_out = [&](Shares quantity, const std::string& why) {
            if (!quantity.is_zero()) {
                facts_.left_out.push_back(name_ + ": " + noun_of(grant, quantity) + " of " + grant.grant.id + " " +
                                          why);
            }
        };
        const std::string events = joined(grant.grant.events, "or");
        leave_out(grant.pending, "have no day: they wait for " + events);
        leave_out(grant.impossible, "can no longer vest: " + events + " missed the deadline");
        leave_out(grant.forfeited, "are forfeited on leaving");
        leave_out(grant.beyond, "vest after the time asked for by `--horizon`");
    }

    void add_vest(const GrantTimeline& grant, const ValuedTranche& valued, bool cliff) {
        const auto& tranche = valued.tranche;
        const std::string what = noun_of(grant, tranche.quantity);
        const bool worth_something = valued.value && !valued.value->is_zero() && !is_cash(grant);
        std::string summary = what +
                              (is_cash(grant)                  ? " paid"
                               : tranche.quantity == Shares{1} ? " vests"
                                                               : " vest") +
                              (tranche.accelerated() ? " early" : "") + (cliff ? " (cliff)" : "") +
                              (worth_something ? ", worth " + about(*valued.value) : std::string());
        std::string text = "Grant " + grant.grant.id + " (" + std::string(instrument_word(grant.grant.instrument)) +
                           "): " + quantity_text(grant, tranche.quantity) + " of " +
                           quantity_text(grant, grant.grant.quantity);
        text += valued.cumulative ? ", " + quantity_text(grant, *valued.cumulative) + " by then.\n" : ".\n";
        text += cliff ? "The cliff ends: nothing vests before this day.\n" : "";
        text += worth_of(grant, valued);
        const std::string grid = tranche.accelerated() ? "accelerated " + std::to_string(tranche.acceleration)
                                                       : to_string(tranche.scheduled.value_or(*tranche.date));
        add(*tranche.date, CalendarKind::vest,
            "grant\n" + grant.grant.id + "\nvest\n" + grid + "\n" + std::to_string(tranche.segment), summary,
            std::move(text));
    }

    [[nodiscard]] std::string worth_of(const GrantTimeline& grant, const ValuedTranche& valued) const {
        if (is_cash(grant)) {
            return "Before tax.";
        }
        if (!offer_.stock || !valued.value) {
            return grant.grant.not_known.strike && !grant.grant.not_known.price
                       ? "The file states no strike, so this is not valued."
                       : "The file states no share price, so this is not valued.";
        }
        return "Worth " + with_currency(*valued.value) + " " + price_words(*offer_.stock) +
               (grant.grant.strike ? "; the strike of " + to_grouped(*grant.grant.strike) + " is taken off" : "") +
               ". Before tax.";
    }

    void add_expiries() {
        for (const auto& grant : timeline_.grants) {
            const auto* paper = paper_of(grant);
            const auto day = paper != nullptr ? timeline::last_exercise_day(*paper) : std::nullopt;
            if (!day) {
                continue;
            }
            const bool exercised = has_strike(grant.grant.instrument);
            if (!exercised && grant.pending.is_zero()) {
                continue;
            }
            add(*day, CalendarKind::expiry, "grant\n" + grant.grant.id + "\nexpiry",
                exercised ? "last day to exercise " + grant.grant.id
                          : "last day for " + grant.grant.id + " to be released",
                exercised ? "What of the " + noun_of(grant, grant.grant.quantity) +
                                " is not exercised by then expires. Leaving ends this earlier."
                          : noun_of(grant, grant.pending) + " lapse where nothing that they wait for (" +
                                joined(grant.grant.events, "or") + ") has come by then.");
        }
    }

    /// The last day whose payments are told.
    [[nodiscard]] Date told_to() const {
        const bool current = offer_.kind == model::OfferKind::current;
        return valuation_.horizon.after(current ? std::max(valuation_.as_of, offer_.start.value) : offer_.start.value);
    }

    /// The years of employment up to that day, all of them whole, so that no year's bonus is cut.
    [[nodiscard]] timeline::Window years_of_employment() const {
        const Date start = offer_.start.value;
        int years = 1;
        while (start.plus_months(12 * years) < told_to()) {
            ++years;
        }
        return {start, Period::months(12 * years), false, offer_.end ? std::optional{offer_.end->value} : std::nullopt};
    }

    bool add_payments(diagnostic::Diagnostics& diagnostics) {
        const timeline::Window years = years_of_employment();
        if (years.end().year() > calendar::last_year) {
            diagnostics.error(diagnostic::codes::schedule_too_long, offer_.start.span,
                              "the horizon runs past the year 2999", "choose a shorter horizon");
            return false;
        }
        const bool current = offer_.kind == model::OfferKind::current;
        model::Offer paid = offer_;
        if (current && paid.base && !paid.base->as_of) {
            paid.base->as_of = {valuation_.as_of, paid.base->rate.span};
        }
        const auto flows = timeline::pay_flows(paid, years, diagnostics);
        if (!flows) {
            return false;
        }
        for (const auto& flow : payments_of(flows->inside)) {
            if (flow.date <= told_to() && !(current && flow.date <= valuation_.as_of)) {
                add_payment(flow);
            }
        }
        if (!offer_.bonuses.empty() || (offer_.base && offer_.base->extra)) {
            facts_.left_out.push_back(name_ + ": bonuses are told to " + to_string(told_to()) +
                                      "; `--horizon` changes how far");
        }
        for (const auto& sign_on : offer_.sign_ons) {
            const auto day = timeline::SignOnTerms{sign_on, offer_.start.value}.until();
            if (day && !over_by(*day)) {
                add(*day, CalendarKind::clawback_end, "sign-on\n" + sign_on.name + "\nclawback",
                    "clawback of " + name_of(sign_on.name, "the sign-on") + " has ended",
                    clawback_words(*sign_on.clawback, sign_on.amount.value));
            }
        }
        return true;
    }

    /// Two years may earn parts of one payment of a bonus: they come on one day, as one. The year that earns the last
    /// part stands for it.
    static std::vector<CashFlow> payments_of(const std::vector<CashFlow>& flows) {
        std::vector<CashFlow> payments;
        for (const auto& flow : flows) {
            const auto same = std::find_if(payments.begin(), payments.end(), [&](const CashFlow& payment) {
                return flow.category == Category::bonus && payment.category == Category::bonus &&
                       !flow.label.ends_with("(deferred)") && payment.date == flow.date &&
                       payment.label == flow.label && payment.span == flow.span;
            });
            if (same == payments.end()) {
                payments.push_back(flow);
            } else {
                same->amount += flow.amount;
                same->year = flow.year;
                same->certainty = std::max(same->certainty, flow.certainty);
            }
        }
        return payments;
    }

    void add_payment(const CashFlow& flow) {
        if (flow.amount.is_zero()) {
            return;
        }
        if (flow.category == Category::bonus) {
            // A deferred part has a day of its own; the rest belongs to the year that earns it, whenever it is paid.
            const std::string which =
                flow.label.ends_with("(deferred)") ? to_string(flow.date) : std::to_string(flow.year);
            add(flow.date, CalendarKind::bonus, "bonus\n" + flow.label + "\n" + which,
                name_of(flow.label, "bonus") + " of " + about(flow.amount) + " expected",
                with_currency(flow.amount) + (flow.certainty == timeline::Certainty::guaranteed
                                                  ? ", guaranteed for that year. Before tax."
                                                  : ", if it is paid out as the file expects. Before tax."));
        } else if (flow.category == Category::sign_on) {
            add(flow.date, CalendarKind::sign_on, "sign-on\n" + flow.label + "\npayment",
                name_of(flow.label, "sign-on") + " of " + about(flow.amount) + " paid",
                with_currency(flow.amount) + ". Before tax.");
        }
    }

    static std::string name_of(const std::string& name, std::string_view otherwise) {
        return name.empty() ? std::string(otherwise) : name;
    }

    static std::string clawback_words(const model::Clawback& clawback, Money amount) {
        std::string text = "Leaving before this day means paying back ";
        switch (clawback.rule) {
            case model::ClawbackRule::full: text += "all of what was paid"; break;
            case model::ClawbackRule::steps: text += "a part that shrinks in steps"; break;
            case model::ClawbackRule::prorated:
                text += clawback.full_for ? "all of what was paid for " + to_string(*clawback.full_for) +
                                                ", and from then on a part that shrinks month by month"
                                          : "a part that shrinks month by month";
                break;
        }
        if (clawback.share != quantity::Fraction{1}) {
            text += ", " + to_percent(clawback.share) + " of it";
        }
        text += " (" + with_currency(amount) + " in all; " + to_string(clawback.within) + " from the " +
                (clawback.from == model::ClawbackFrom::payment ? "payment" : "first day") + ").";
        return text + (clawback.waived.empty() ? "" : " Some reasons for leaving waive it; the file names them.");
    }

    const OfferTimeline& timeline_;
    const model::Offer& offer_;
    std::string name_;
    const model::Valuation& valuation_;
    CalendarFacts& facts_;
    KeyUses& uses_;
};

}  // namespace

std::string_view category_of(CalendarKind kind) noexcept {
    switch (kind) {
        case CalendarKind::vest: return "Vest";
        case CalendarKind::bonus: return "Bonus";
        case CalendarKind::sign_on: return "Sign-on";
        case CalendarKind::first_day:
        case CalendarKind::last_day: return "Employment";
        case CalendarKind::clawback_end:
        case CalendarKind::decide_by:
        case CalendarKind::expiry: return "Deadline";
    }
    return "Vest";
}

std::optional<CalendarFacts> calendar_facts(std::span<const OfferTimeline> offers, const model::Valuation& valuation,
                                            diagnostic::Diagnostics& diagnostics) {
    const auto names = offer_names(papers_of(offers));
    CalendarFacts facts{.name = joined(names), .as_of = valuation.as_of};
    KeyUses uses;
    bool sound = true;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        sound = Writer(offers[i], names[i], valuation, facts, uses).write(diagnostics) && sound;
    }
    if (!sound) {
        return std::nullopt;
    }
    std::stable_sort(facts.events.begin(), facts.events.end(),
                     [](const CalendarEvent& a, const CalendarEvent& b) { return a.date < b.date; });
    return facts;
}

}  // namespace offerkit::report
