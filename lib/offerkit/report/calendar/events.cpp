#include <offerkit/report/calendar/events.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/calendar/vests.hpp>
#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/schedules.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/timeline/exercise.hpp>
#include <offerkit/value/payment_days.hpp>

namespace offerkit::report {
namespace {

using calendar::Date;
using diagnostic::formatted;
using quantity::Money;
using quantity::Shares;
using timeline::CashFlow;
using timeline::Category;
using value::GrantTimeline;
using value::OfferTimeline;

/// How often each key was given: two things of one name still get keys of their own.
using KeyUses = std::map<std::string, int>;

class Writer {
public:
    Writer(const OfferTimeline& timeline, const CalendarWords& words, const model::Valuation& valuation,
           std::vector<CalendarEvent>& events, std::vector<std::string>& left_out, KeyUses& uses)
        : timeline_(timeline),
          offer_(*timeline.offer),
          words_(words),
          valuation_(valuation),
          events_(events),
          left_out_(left_out),
          uses_(uses) {}

    /// The days before those of the grants.
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

    /// What has no day, and the days after those of the grants. False when a payment is too large, which is reported.
    bool add_the_rest(diagnostic::Diagnostics& diagnostics) {
        for (const auto& grant : timeline_.grants) {
            leave_out(grant);
        }
        add_expiries();
        return add_payments(diagnostics);
    }

private:
    /// `what` names the day among those of the offer; a second one of that name is numbered.
    void add(Date date, CalendarKind kind, const std::string& what, const std::string& summary,
             std::string description) {
        const int times = ++uses_[words_.key_start() + what];
        events_.push_back(words_.event(date, kind, what, times, summary, std::move(description)));
    }

    /// Says what of a grant has no day.
    void leave_out(const GrantTimeline& grant) {
        const auto tell = [&](Shares quantity, const std::string& why) {
            if (!quantity.is_zero()) {
                left_out_.push_back(
                    formatted("{}: {} of {} {}", words_.name(), noun_of(grant, quantity), grant.grant.id, why));
            }
        };
        const std::string events = joined(grant.grant.events, "or");
        tell(grant.pending, "have no day: they wait for " + events);
        tell(grant.impossible, formatted("can no longer vest: {} missed the deadline", events));
        tell(grant.forfeited, "are forfeited on leaving");
        tell(grant.beyond, "vest after the time asked for by `--horizon`");
    }

    void add_expiries() {
        for (const auto& grant : timeline_.grants) {
            const auto* paper = grant.grant.paper;
            const auto day = paper != nullptr ? timeline::last_exercise_day(*paper) : std::nullopt;
            if (!day) {
                continue;
            }
            const bool exercised = has_strike(grant.grant.instrument);
            if (!exercised && grant.pending.is_zero()) {
                continue;
            }
            add(*day, CalendarKind::expiry, formatted("grant\n{}\nexpiry", grant.grant.id),
                exercised ? "last day to exercise " + grant.grant.id
                          : formatted("last day for {} to be released", grant.grant.id),
                exercised ? formatted("What of the {} is not exercised by then expires. Leaving ends this earlier.",
                                      noun_of(grant, grant.grant.quantity))
                          : formatted("{} lapse where nothing that they wait for ({}) has come by then.",
                                      noun_of(grant, grant.pending), joined(grant.grant.events, "or")));
        }
    }

    bool add_payments(diagnostic::Diagnostics& diagnostics) {
        const auto days = value::payment_days(offer_, valuation_, diagnostics);
        if (!days) {
            return false;
        }
        for (const auto& flow : days->payments) {
            add_payment(flow);
        }
        if (!offer_.bonuses.empty() || (offer_.base && offer_.base->extra)) {
            left_out_.push_back(formatted("{}: bonuses are listed up to {}; `--horizon` changes how far", words_.name(),
                                          to_string(days->until)));
        }
        for (const auto& end : days->clawback_ends) {
            const auto& sign_on = *end.sign_on;
            add(end.on, CalendarKind::clawback_end, formatted("sign-on\n{}\nclawback", sign_on.name),
                formatted("clawback of {} has ended", name_of(sign_on.name, "the sign-on")),
                clawback_words(*sign_on.clawback, sign_on.amount.value));
        }
        return true;
    }

    void add_payment(const CashFlow& flow) {
        if (flow.category == Category::bonus) {
            // A deferred part has a day of its own; the rest belongs to the year that earns it, whenever it is paid.
            const std::string which =
                flow.label.ends_with("(deferred)") ? to_string(flow.date) : std::to_string(flow.year);
            add(flow.date, CalendarKind::bonus, formatted("bonus\n{}\n{}", flow.label, which),
                formatted("{} of {} expected", name_of(flow.label, "bonus"), about(flow.amount)),
                formatted("{}, {}. Before tax.", with_currency(flow.amount),
                          flow.certainty == timeline::Certainty::guaranteed ? "guaranteed for that year"
                                                                            : "if it is paid out as the file expects"));
        } else {
            add(flow.date, CalendarKind::sign_on, formatted("sign-on\n{}\npayment", flow.label),
                formatted("{} of {} paid", name_of(flow.label, "sign-on"), about(flow.amount)),
                formatted("{}. Before tax.", with_currency(flow.amount)));
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
                text +=
                    clawback.full_for
                        ? formatted("all of what was paid for {}, and from then on a part that shrinks month by month",
                                    to_string(*clawback.full_for))
                        : "a part that shrinks month by month";
                break;
        }
        if (clawback.share != quantity::Fraction{1}) {
            text += formatted(", {} of it", to_percent(clawback.share));
        }
        return formatted("{} ({} in all; {} from the {}).{}", text, with_currency(amount), to_string(clawback.within),
                         clawback.from == model::ClawbackFrom::payment ? "payment" : "first day",
                         clawback.waived.empty() ? "" : " Some reasons for leaving waive it; the file names them.");
    }

    const OfferTimeline& timeline_;
    const model::Offer& offer_;
    const CalendarWords& words_;
    const model::Valuation& valuation_;
    std::vector<CalendarEvent>& events_;
    std::vector<std::string>& left_out_;
    KeyUses& uses_;
};

/// All days by date. Those that are not vests are few, and stand there in words.
struct Days {
    struct Day {
        Date date;
        std::uint32_t offer = 0;
        std::uint32_t place = 0;  ///< among the vests of the offer, or among the others
        bool vest = false;
    };
    std::span<const OfferTimeline> offers;
    std::vector<CalendarWords> words{};
    std::vector<std::vector<VestDay>> vests{};
    std::vector<CalendarEvent> others{};
    std::vector<Day> all{};

    void add(std::size_t offer, std::size_t first_of_others, std::size_t first_after_vests) {
        const auto number = static_cast<std::uint32_t>(offer);
        const auto add_others = [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) {
                all.push_back({others[i].date, number, static_cast<std::uint32_t>(i), false});
            }
        };
        add_others(first_of_others, first_after_vests);
        for (std::size_t i = 0; i < vests[offer].size(); ++i) {
            all.push_back({vests[offer][i].date, number, static_cast<std::uint32_t>(i), true});
        }
        add_others(first_after_vests, others.size());
    }

    [[nodiscard]] CalendarEvent event(std::size_t i) const {
        const Day& day = all[i];
        return day.vest ? vest_event(offers[day.offer], words[day.offer], vests[day.offer][day.place])
                        : others[day.place];
    }
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
    const auto days = std::make_shared<Days>(Days{offers});
    KeyUses uses;
    VestUses vest_uses;
    bool sound = true;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto& words = days->words.emplace_back(*offers[i].offer, names[i], valuation.as_of);
        Writer writer{offers[i], words, valuation, days->others, facts.left_out, uses};
        const std::size_t first = days->others.size();
        writer.add_employment();
        days->vests.push_back(vest_days(offers[i], words, vest_uses));
        const std::size_t after_vests = days->others.size();
        sound = writer.add_the_rest(diagnostics) && sound;
        days->add(i, first, after_vests);
    }
    if (!sound) {
        return std::nullopt;
    }
    std::stable_sort(days->all.begin(), days->all.end(),
                     [](const Days::Day& a, const Days::Day& b) { return a.date < b.date; });
    facts.count = days->all.size();
    facts.event = [days](std::size_t place) { return days->event(place); };
    return facts;
}

}  // namespace offerkit::report
