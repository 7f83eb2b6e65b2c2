#include <offerkit/choice/search/waiting.hpp>

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include <offerkit/choice/search/search.hpp>
#include <offerkit/contract.hpp>

namespace offerkit::choice::search {

namespace {

/// Which processes have an offer open: a bit for each, the most valuable process first.
using Mask = std::uint32_t;

constexpr Mask bit(std::size_t i) noexcept { return Mask{1} << i; }

/// Calls `each` with every subset of a mask, the mask itself first and the empty one last.
template <class Each>
void for_subsets(Mask mask, Each each) {
    for (Mask subset = mask;; subset = (subset - 1) & mask) {
        each(subset);
        if (subset == 0) {
            return;
        }
    }
}

/// The value of each state: on each day, with each set of offers of processes in hand. Offers given are in hand until
/// their day whatever happens, so they are no part of the state.
class Induction {
public:
    explicit Induction(const Search& search) : search_{search} {
        for (const std::size_t i : processes_that_count(search)) {
            order_.push_back(i);
        }
        // Equal values by chance and day: the order in which they are given changes no bit.
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            const Process& left = search.processes[a];
            const Process& right = search.processes[b];
            return std::tuple{-left.value, left.expected, left.chance, left.open_days} <
                   std::tuple{-right.value, right.expected, right.chance, right.open_days};
        });
        find_days();
        solve();
    }

    [[nodiscard]] double value() const noexcept { return at(0, 0); }

    [[nodiscard]] Plan plan() const {
        Plan plan;
        plan.take_now = at_hand(0, 0);
        plan.wait = waiting(0, 0);
        plan.value = at(0, 0);
        plan.today = action(0, 0);
        std::optional<std::size_t> day = plan.today.kind == Action::Kind::wait ? next_arrival(0) : std::nullopt;
        while (day) {
            plan.arrivals.push_back(arrival(*day));
            day = plan.arrivals.back().branches.back().action.kind == Action::Kind::wait ? next_arrival(*day)
                                                                                         : std::nullopt;
        }
        return plan;
    }

private:
    struct Day {
        Date date;
        Mask arriving = 0;
        Mask live = 0;                   ///< what can be in hand on the day
        Mask staying = 0;                ///< what does not lapse on it
        double sure = 0;                 ///< the largest of the floor and the offers given
        std::vector<double> values{};    ///< by state
        std::vector<double> expected{};  ///< of the next day, before it is known what arrives on it, by state
    };

    [[nodiscard]] const Process& process(std::size_t i) const noexcept { return search_.processes[order_[i]]; }
    [[nodiscard]] bool is_open(const InHand& offer, Date date) const noexcept {
        return !offer.until || *offer.until >= date;
    }

    void find_days() {
        std::vector<Date> dates{search_.today};
        const auto add = [&](Date date) {
            if (date > search_.today) {
                dates.push_back(date);
            }
        };
        for (std::size_t i = 0; i < order_.size(); ++i) {
            add(process(i).expected);
            add(process(i).until());
        }
        for (const auto& offer : search_.offers) {
            if (offer.until && offer.value > search_.floor) {
                add(*offer.until);
            }
        }
        std::sort(dates.begin(), dates.end());
        dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
        for (const Date date : dates) {
            Day day{.date = date, .sure = search_.floor};
            for (std::size_t i = 0; i < order_.size(); ++i) {
                day.arriving |= process(i).expected == date ? bit(i) : 0;
                day.live |= process(i).expected <= date && process(i).until() >= date ? bit(i) : 0;
                day.staying |= process(i).until() > date ? bit(i) : 0;
            }
            for (const auto& offer : search_.offers) {
                day.sure = is_open(offer, date) ? std::max(day.sure, offer.value) : day.sure;
            }
            days_.push_back(std::move(day));
        }
    }

    void solve() {
        const std::size_t states = std::size_t{1} << order_.size();
        for (std::size_t k = days_.size(); k-- > 0;) {
            Day& day = days_[k];
            if (k + 1 < days_.size()) {
                const Day& next = days_[k + 1];
                day.expected = next.values;
                for (std::size_t i = 0; i < order_.size(); ++i) {
                    if ((next.arriving & bit(i)) != 0) {
                        const double p = process(i).chance;
                        for_subsets(next.live & ~bit(i), [&](Mask held) {
                            day.expected[held] = p * day.expected[held | bit(i)] + (1 - p) * day.expected[held];
                        });
                    }
                }
            }
            day.values.assign(states, 0);
            for_subsets(day.live, [&](Mask held) { day.values[held] = std::max(at_hand(k, held), waiting(k, held)); });
        }
    }

    [[nodiscard]] double at(std::size_t k, Mask held) const noexcept { return days_[k].values[held]; }

    /// The best that can be taken on a day.
    [[nodiscard]] double at_hand(std::size_t k, Mask held) const noexcept {
        return held == 0 ? days_[k].sure : std::max(days_[k].sure, process(first(held)).value);
    }
    [[nodiscard]] static std::size_t first(Mask held) noexcept {
        return static_cast<std::size_t>(std::countr_zero(held));
    }

    /// Of taking nothing that day.
    [[nodiscard]] double waiting(std::size_t k, Mask held) const noexcept {
        if (k + 1 == days_.size()) {
            return search_.floor;
        }
        constexpr double days_a_week = 7;
        const auto days = static_cast<double>(days_[k + 1].date.days_since(days_[k].date));
        return days_[k].expected[held & days_[k].staying] - search_.cost_per_week * days / days_a_week;
    }

    [[nodiscard]] std::optional<std::size_t> next_arrival(std::size_t k) const noexcept {
        for (std::size_t next = k + 1; next < days_.size(); ++next) {
            if (days_[next].arriving != 0) {
                return next;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<std::size_t> processes_in(Mask mask) const {
        std::vector<std::size_t> result;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            if ((mask & bit(i)) != 0) {
                result.push_back(order_[i]);
            }
        }
        return result;
    }

    /// The best in hand that is worth more than the floor.
    [[nodiscard]] std::optional<Held> best(std::size_t k, Mask held) const noexcept {
        std::optional<Held> found;
        double value = search_.floor;
        std::optional<Date> until;
        for (std::size_t i = 0; i < search_.offers.size(); ++i) {
            const InHand& offer = search_.offers[i];
            const bool stays_longer = found && offer.value == value && until && (!offer.until || *offer.until > *until);
            if (is_open(offer, days_[k].date) && (offer.value > value || stays_longer)) {
                found = Held{false, i};
                value = offer.value;
                until = offer.until;
            }
        }
        if (held != 0 && process(first(held)).value > value) {
            found = Held{true, order_[first(held)]};
        }
        return found;
    }

    [[nodiscard]] Action action(std::size_t k, Mask held) const {
        Action action{.best = best(k, held)};
        const double now = at_hand(k, held);
        const double later = waiting(k, held);
        if (later > now && !tie(now, later)) {
            action.kind = Action::Kind::wait;
            const auto next = next_arrival(k);
            if (next) {
                action.next = days_[*next].date;
                action.may_come = processes_in(days_[*next].arriving);
            }
            return action;
        }
        if (!action.best) {
            return action;
        }
        action.kind = Action::Kind::take;
        action.by = days_[k].date;
        if (search_.cost_per_week == 0) {
            const Held& taken = *action.best;
            action.by = taken.of_process ? search_.processes[taken.index].until() : search_.offers[taken.index].until;
        }
        return action;
    }

    /// All sets of what may arrive where these are few; else each process alone.
    [[nodiscard]] Arrival arrival(std::size_t k) const {
        constexpr int few = 3;
        const Day& day = days_[k];
        Arrival result{.on = day.date, .may_come = processes_in(day.arriving)};
        const auto add = [&](Mask came) {
            result.branches.push_back({processes_in(came), at(k, came), action(k, came)});
        };
        if (std::popcount(day.arriving) <= few) {
            for_subsets(day.arriving, add);
            return result;
        }
        for (std::size_t i = 0; i < order_.size(); ++i) {
            if ((day.arriving & bit(i)) != 0) {
                add(bit(i));
            }
        }
        add(0);
        return result;
    }

    const Search& search_;
    std::vector<std::size_t> order_{};
    std::vector<Day> days_{};
};

/// A difference of two values of the same search, without what is left of adding in another order.
double gain(double with, double without) noexcept { return tie(with, without) ? 0 : with - without; }

}  // namespace

Plan best_plan(const Search& search) { return Induction{search}.plan(); }

double value_of(const Search& search) { return Induction{search}.value(); }

std::optional<std::size_t> first_to_lapse(const Search& search) noexcept {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < search.offers.size(); ++i) {
        const InHand& offer = search.offers[i];
        if (!offer.until) {
            continue;
        }
        const InHand* before = first ? &search.offers[*first] : nullptr;
        if (before == nullptr || std::tuple{*offer.until, -offer.value, offer.name} <
                                     std::tuple{*before->until, -before->value, before->name}) {
            first = i;
        }
    }
    return first;
}

std::vector<Extension> extensions(const Search& search) {
    std::vector<Extension> result;
    const auto first = first_to_lapse(search);
    if (!first) {
        return result;
    }
    const double now = value_of(search);
    for (const std::int64_t days : extension_days) {
        Search extended = search;
        extended.offers[*first].until = search.offers[*first].until->plus_days(days);
        result.push_back({days, gain(value_of(extended), now)});
    }
    return result;
}

std::vector<Hurry> hurries(const Search& search) {
    std::vector<Hurry> result;
    const auto first = first_to_lapse(search);
    if (!first) {
        return result;
    }
    const double now = value_of(search);
    const Date by = std::max(*search.offers[*first].until, search.today.plus_days(1));
    const auto counted = processes_that_count(search);
    for (std::size_t i = 0; i < search.processes.size(); ++i) {
        Hurry hurry{.process = i, .by = by, .in_time = search.processes[i].expected <= by};
        if (!hurry.in_time && std::find(counted.begin(), counted.end(), i) != counted.end()) {
            Search hurried = search;
            hurried.processes[i].expected = by;
            hurry.worth = gain(value_of(hurried), now);
        }
        result.push_back(hurry);
    }
    return result;
}

}  // namespace offerkit::choice::search
