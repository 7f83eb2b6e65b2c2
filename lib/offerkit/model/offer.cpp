#include <offerkit/model/offer.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::model {

namespace {
constexpr int days_in_a_week = 7;
}  // namespace

const Event* find_event(const Offer& offer, std::string_view id) noexcept {
    const auto found =
        std::find_if(offer.events.begin(), offer.events.end(), [&](const Event& event) { return event.id == id; });
    return found == offer.events.end() ? nullptr : &*found;
}

Rate years_of(const PaidTime& time) noexcept {
    const auto count = time.period.count();
    return time.in_weeks             ? *Rate::of(count / days_in_a_week, 52)
           : time.period.in_months() ? *Rate::of(count, 12)
                                     : *Rate::of(count, 365);
}

std::string to_string(const PaidTime& time) {
    if (!time.in_weeks) {
        return calendar::to_string(time.period);
    }
    const auto weeks = time.period.count() / days_in_a_week;
    return std::to_string(weeks) + (weeks == 1 ? " week" : " weeks");
}

void assume_raise(Offer& offer, const Stated<Rate>& raise) {
    if (!offer.base || offer.base->raise_stated) {
        return;
    }
    offer.base->raise = raise;
    const auto own = std::find_if(offer.assumptions.begin(), offer.assumptions.end(),
                                  [](const Assumption& assumption) { return assumption.key == "base.raise"; });
    Assumption assumption{offer.company, "base.raise", quantity::to_percent(raise.value),
                          "yearly raise, by your priorities", raise.span};
    if (own != offer.assumptions.end()) {
        *own = std::move(assumption);
    } else {
        offer.assumptions.push_back(std::move(assumption));
    }
}

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;

/// Follows events to those that they come after.
class EventChains {
public:
    EventChains(std::vector<Event>& events, diagnostic::Diagnostics& diagnostics)
        : events_{events}, diagnostics_{diagnostics}, states_(events.size(), State::open) {
        for (std::size_t i = 0; i < events.size(); ++i) {
            places_.emplace(events[i].id, i);
        }
    }

    bool date() {
        for (std::size_t i = 0; i < events_.size(); ++i) {
            date_from(i);
        }
        return sound_;
    }

private:
    enum class State { open, on_the_way, done };

    [[nodiscard]] std::optional<std::size_t> before(std::size_t place) const {
        const auto& after = events_[place].after;
        const auto found = after ? places_.find(after->event) : places_.end();
        return found != places_.end() ? std::optional{found->second} : std::nullopt;
    }

    void date_from(std::size_t place) {
        std::vector<std::size_t> chain;
        std::optional<std::size_t> next = place;
        while (next && states_[*next] == State::open) {
            states_[*next] = State::on_the_way;
            chain.push_back(*next);
            next = before(*next);
        }
        const bool circle = next && states_[*next] == State::on_the_way;
        if (circle) {
            report_circle(chain, *next);
        }
        for (auto each = chain.rbegin(); each != chain.rend(); ++each) {
            states_[*each] = State::done;
            if (events_[*each].after && !circle) {
                date_one(events_[*each], before(*each));
            }
        }
    }

    void date_one(Event& event, std::optional<std::size_t> place) {
        const Event* first = place ? &events_[*place] : nullptr;
        event.date = std::nullopt;
        if (first == nullptr) {
            return;
        }
        const Period plus = event.after->plus;
        if (first->date) {
            event.date = plus.after(*first->date);
        }
        if (!event.chance) {
            event.chance = first->chance;
        }
        // What comes too late to count for the first comes too late for what follows from it.
        if (first->deadline) {
            const Date last = plus.after(*first->deadline);
            event.deadline = event.deadline ? std::min(*event.deadline, last) : last;
        }
        if (event.date && event.date->year() > calendar::last_year) {
            diagnostics_.error(
                codes::schedule_too_long, event.after->span,
                formatted("`{}` falls past the year 2999, {} after `{}`", event.id, to_string(plus), first->id),
                formatted("check `plus` and the date of `{}`", first->id));
            event.date = std::nullopt;
            sound_ = false;
        }
    }

    void report_circle(const std::vector<std::size_t>& chain, std::size_t closing) {
        constexpr std::size_t most_named = 6;
        std::string names;
        std::size_t named = 0;
        for (auto each = std::find(chain.begin(), chain.end(), closing); each != chain.end(); ++each) {
            if (named++ < most_named) {
                names += formatted("`{}` after ", events_[*each].id);
            }
        }
        names += formatted("{}`{}`", named > most_named ? "... after " : "", events_[closing].id);
        diagnostics_.error(codes::conflict, events_[chain.back()].after->span,
                           formatted("these events come after each other in a circle: {}", names),
                           "write `date` instead of `after` in one of them, or neither while it is open");
        sound_ = false;
    }

    std::vector<Event>& events_;
    diagnostic::Diagnostics& diagnostics_;
    std::vector<State> states_;
    std::map<std::string_view, std::size_t> places_{};
    bool sound_ = true;
};

}  // namespace

bool date_events(Offer& offer, diagnostic::Diagnostics& diagnostics) {
    return EventChains{offer.events, diagnostics}.date();
}

}  // namespace offerkit::model
