#include <offerkit/choice/paths/walk.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/numeric/detail/lanes.hpp>

namespace offerkit::choice::paths {

namespace {

std::size_t at(int month) noexcept { return static_cast<std::size_t>(month); }

std::size_t year_of(int month) noexcept { return static_cast<std::size_t>((month - 1) / 12); }

/// Adds each amount, times a factor, two side by side: much of the time goes here.
void add_times(double factor, const double* amounts, int count, double* to) noexcept {
    using numeric::detail::load;
    using numeric::detail::store;
    int i = 0;
    for (; i + 1 < count; i += 2) {
        store(to + i, load(to + i) + factor * load(amounts + i));
    }
    if (i < count) {
        to[i] += factor * amounts[i];
    }
}

}  // namespace

Calendar::Calendar(const Terms& terms)
    : rung_pay(at(terms.horizon) + 1), discount(at(terms.horizon) + 1), discounted(at(terms.horizon) + 1) {
    discount[0] = 1;
    for (int month = 1; month <= terms.horizon; ++month) {
        rung_pay[at(month)] = std::pow(1 + terms.pay_growth, static_cast<double>(year_of(month))) / 12;
        discount[at(month)] = std::pow(1 + terms.discount_rate, -month / 12.0);
        discounted[at(month)] = discounted[at(month) - 1] + rung_pay[at(month)] * discount[at(month)];
    }
}

struct Walker::State {
    std::size_t path = 0;       ///< that is walked
    std::size_t rules = 0;      ///< the path whose rules hold
    std::size_t job = nowhere;  ///< the path whose first job it is
    std::size_t rung = 0;
    double factor = 1;  ///< personal: what comebacks, gains and later pay made of it
    int start = 1;      ///< the first month of the employment
    std::size_t employments = 0;
    std::size_t switches = 0;
    bool paid = false;      ///< an exit has
    bool own_left = false;  ///< the path's own first job
    bool turn_ahead = false;
    // Of the employment:
    double scale = 1;  ///< of what its papers state
    int end = 0;       ///< its last month
    End why = End::none;

    /// An end in `month`. In one month a loss comes before a choice, and a planned leaving before a change of jobs.
    void may_end(int month, End reason) noexcept {
        if (month < end || (month == end && reason < why)) {
            end = month;
            why = reason;
        }
    }
};

/// What a rung pays in the months of one employment, as its raises come.
class Walker::Levels {
public:
    Levels(double base, const std::vector<Raise>& raises, int start, int end)
        : raises_{raises}, base_{base}, full_{base}, settled_{start}, end_{end} {
        for (const Raise& raise : raises) {
            full_ += raise.by;
            settled_ = std::max(settled_, raise.after + std::max(raise.over, 1));
        }
        first_raise_ = raises.empty() ? settled_ : raises.front().after;
    }

    [[nodiscard]] double base() const noexcept { return base_; }

    [[nodiscard]] double in(int month) const noexcept {
        if (month >= settled_) {
            return full_;
        }
        if (month <= first_raise_) {
            return base_;
        }
        double amount = base_;
        for (const Raise& raise : raises_) {
            const int passed = month - raise.after;
            if (passed > 0) {
                amount += passed >= raise.over ? raise.by : raise.by * passed / raise.over;
            }
        }
        return amount;
    }

    /// The last month that is paid the same as this one.
    [[nodiscard]] int same_until(int month) const noexcept {
        return month >= settled_ ? end_ : month <= first_raise_ ? std::min(first_raise_, end_) : month;
    }

private:
    const std::vector<Raise>& raises_;
    double base_;
    double full_;      ///< with all raises
    int settled_;      ///< the first month that is paid in full
    int end_;          ///< of the employment
    int first_raise_;  ///< the month of the first promotion
};

Walker::Walker(const Terms& terms) : terms_{&terms}, calendar_{terms} {
    has_more_value_ = std::any_of(terms.paths.begin(), terms.paths.end(), [](const Path& path) {
        const auto& more = path.job.more_value;
        return std::any_of(more.begin(), more.end(), [](double value) { return value != 0; });
    });
}

void Walker::go(World& world, std::size_t path, const Turn* turn, Walk& into) {
    into.money.assign(at(terms_->horizon) + 1, 0.0);
    into.more_value.assign(has_more_value_ ? at(terms_->horizon) + 1 : 0, 0.0);
    into.exit_value = into.later_value = 0;
    into.months_out = 0;
    into.lost_a_job = false;
    State state{
        .path = path, .rules = path, .job = path, .rung = terms_->paths[path].rung, .turn_ahead = turn != nullptr};
    // A turn ends months out, those that reach behind the horizon as well.
    while (state.start <= terms_->horizon || state.turn_ahead) {
        if (state.turn_ahead && state.start > turn->at) {
            begin_turn(*turn, state, world, into);
        }
        work(world, state, turn, into);
    }
    into.rung = state.rung;
}

/// Between two jobs: months out end, and a job not yet begun is dropped.
void Walker::begin_turn(const Turn& turn, State& state, const World& world, Walk& into) {
    into.sight = {.months_out = state.start - 1 - turn.at,
                  .rung = state.rung,
                  .paid = state.paid,
                  .downturn = world.downturn(year_of(turn.at))};
    state.turn_ahead = false;
    state.rules = state.job = turn.to;
    state.start = turn.at + 1;
    ++state.employments;  // the one dropped counts
}

/// The month at whose end the hazard reaches what the draw endures; past any horizon where the job ends before.
int Walker::lost_in(World& world, const State& state) const {
    const Rules& rules = terms_->paths[state.rules].rules;
    if (rules.hazard <= 0 && rules.hazard_in_downturn <= 0) {
        return terms_->horizon + 1;
    }
    const double endured = world.endurance(state.employments);
    const int last = std::min(state.end, terms_->horizon);
    // Most short employments end before; what binary fractions lose decides nothing here.
    if (endured > 1.000001 * std::max(rules.hazard, rules.hazard_in_downturn) * (last - state.start + 1)) {
        return terms_->horizon + 1;
    }
    double hazard = 0;
    for (int month = state.start; month <= last;) {
        const double monthly = world.downturn(year_of(month)) ? rules.hazard_in_downturn : rules.hazard;
        const int months = static_cast<int>(year_of(month) + 1) * 12 - month + 1;
        if (monthly > 0 && hazard + monthly * months >= endured) {
            const double more = std::ceil((endured - hazard) / monthly);
            return month + std::clamp(static_cast<int>(more), 1, months) - 1;
        }
        hazard += monthly * months;
        month += months;
    }
    return terms_->horizon + 1;
}

/// Promotions of the employment, none after its end; where one does not come in time the job may end.
void Walker::climb(World& world, State& state) {
    const Rules& rules = terms_->paths[state.rules].rules;
    raises_.clear();
    int since = state.start - 1;
    while (state.rung + 1 < terms_->rungs.size()) {
        const Promotion& next = rules.promotions[state.rung + 1];
        if (!next.exists()) {
            return;
        }
        const int months = world.promoted_after(state.rules, state.rung + 1);
        if (next.out_after > 0 && months > next.out_after) {
            state.may_end(since + next.out_after, End::loss);
            return;
        }
        if (since + months > std::min(state.end, terms_->horizon)) {
            return;
        }
        const double from = terms_->rungs[state.rung].pay[world.pay_level()];
        const double to = terms_->rungs[state.rung + 1].pay[world.pay_level()];
        since += months;
        raises_.push_back({since, next.pay_over, from, to - from});
        ++state.rung;
    }
}

void Walker::work(World& world, State& state, const Turn* turn, Walk& into) {
    const Path& rules = terms_->paths[state.rules];
    const int horizon = terms_->horizon;
    state.end = horizon + 1;
    state.why = End::none;
    if (state.job != nowhere) {
        const Path& first = terms_->paths[state.job];
        state.rung = std::max(state.rung, first.rung);
        const Exit* exit = exit_of(first.job, world);
        if (exit != nullptr && exit->ends) {
            state.may_end(state.start - 1 + exit->after, End::loss);
        }
        if (first.job.leave_after > 0) {
            state.may_end(state.start - 1 + first.job.leave_after, End::choice);
        }
    }
    if (rules.rules.switch_every > 0) {
        state.may_end(state.start - 1 + rules.rules.switch_every, End::change);
    }
    if (state.turn_ahead) {
        state.may_end(turn->at, End::turn);
    }
    state.may_end(lost_in(world, state), End::loss);
    const std::size_t from_rung = state.rung;
    climb(world, state);
    ++state.employments;
    if (state.job != nowhere) {
        const auto& own = terms_->rungs[terms_->paths[state.job].rung];
        state.scale = 12 * calendar_.rung_pay[at(state.start)] * terms_->rungs[from_rung].pay[world.pay_level()] /
                      own.pay[world.pay_level()];
        state.paid = pay_exit(world, state, into) || state.paid;
    }
    pay(world, state, from_rung, std::min(state.end, horizon), into);
    if (state.end > horizon) {
        state.start = horizon + 1;
        return;
    }
    leave(world, state, turn, into);
}

void Walker::pay(const World& world, const State& state, std::size_t from_rung, int end, Walk& into) const {
    const Levels levels{terms_->rungs[from_rung].pay[world.pay_level()], raises_, state.start, end};
    const int first_of_rung = state.job != nowhere ? pay_stated(levels, state, end, into) : state.start;
    const double discounted = pay_rung(levels, state.factor, first_of_rung, end, into);
    if (state.own_left && first_of_rung <= end) {
        into.later_value += discounted / (1 + terms_->paths[state.path].later_pay[world.later_level()]);
    }
}

/// Pays what the papers of a first job state, up to a month at most. Returns the month after the last one paid.
int Walker::pay_stated(const Levels& levels, const State& state, int end, Walk& into) const {
    const auto& more = terms_->paths[state.job].job.more_value;
    const auto& stated = terms_->paths[state.job].job.pay;
    const int last = std::min(end, state.start - 1 + static_cast<int>(stated.size()));
    const bool has_more = has_more_value_ && !more.empty();
    double* const money = into.money.data();  // plain pointers: much of the time goes here
    const double* const stated_in = stated.data();
    int month = state.start;
    while (month <= last) {
        const double scale = state.scale * (levels.in(month) / levels.base());
        const int until = std::min(last, levels.same_until(month));
        for (int m = month; has_more && m <= until; ++m) {
            into.more_value[at(m)] += more[at(m - state.start)] * scale * calendar_.discount[at(state.start - 1)];
        }
        add_times(scale, stated_in + (month - state.start), until + 1 - month, money + month);
        month = until + 1;
    }
    return month;
}

/// Pays the rung from one month to another. Returns what that comes to, discounted.
double Walker::pay_rung(const Levels& levels, double factor, int month, int end, Walk& into) const {
    double* const money = into.money.data();
    const double* const rung_pay = calendar_.rung_pay.data();
    double discounted = 0;
    while (month <= end) {
        const double unit = factor * levels.in(month);
        const int until = levels.same_until(month);
        discounted += unit * (calendar_.discounted[at(until)] - calendar_.discounted[at(month) - 1]);
        add_times(unit, rung_pay + month, until + 1 - month, money + month);
        month = until + 1;
    }
    return discounted;
}

/// What the first employer's exit brings, to who is there or has kept a part. Whether it finds the person there.
bool Walker::pay_exit(const World& world, const State& state, Walk& into) const {
    const Exit* exit = exit_of(terms_->paths[state.job].job, world);
    if (exit == nullptr) {
        return false;
    }
    const int month = state.start - 1 + exit->after;
    if (month > terms_->horizon) {
        return false;
    }
    const bool there = month <= state.end;
    double amount = exit->worth;
    if (!there) {
        const auto served = at(state.end - state.start + 1);
        amount = exit->kept.empty() ? 0 : amount * exit->kept[std::min(served, exit->kept.size() - 1)];
    }
    into.money[at(month)] += amount;
    if (state.job == state.path && !state.own_left) {
        into.exit_value += amount * calendar_.discount[at(month)];
    }
    return there && amount > 0;
}

void Walker::leave_first_job(const World& world, State& state) const {
    const Path& first = terms_->paths[state.job];
    state.factor *= 1 + first.later_pay[world.later_level()];
    const double one_up = state.paid ? first.one_up_after_success : first.one_up;
    const int moved = static_cast<int>(state.rung) + first.rungs_moved + (world.one_up() < one_up ? 1 : 0);
    state.rung = static_cast<std::size_t>(std::clamp(moved, 0, static_cast<int>(terms_->rungs.size()) - 1));
    state.own_left = true;
    state.rules = first.then == nowhere ? state.rules : first.then;
    state.job = first.then_offer ? first.then : nowhere;
}

void Walker::leave(World& world, State& state, const Turn* turn, Walk& into) const {
    const End why = state.why;
    const Rules& rules = terms_->paths[state.rules].rules;
    if (why == End::turn) {
        into.sight = {.first_job = state.job == state.path && !state.own_left,
                      .rung = state.rung,
                      .paid = state.paid,
                      .downturn = world.downturn(year_of(turn->at))};
        state.turn_ahead = false;
    }
    int out = 0;
    if (why == End::loss) {
        into.lost_a_job = true;
        out = rules.months_out;
        into.months_out += std::min(out, terms_->horizon - state.end);
        state.factor *= rules.comeback[world.comeback_level()];
    } else if (why == End::change) {
        state.factor *= 1 + rules.gain[world.gain_level(state.switches++)];
    }
    if (state.job != nowhere) {
        settle(state, into);
        leave_first_job(world, state);
    }
    if (why == End::turn) {
        state.rules = state.job = turn->to;
    }
    state.start = state.end + 1 + out;
}

/// What leaving a first job takes back and brings, by its papers.
void Walker::settle(const State& state, Walk& into) const {
    const FirstJob& job = terms_->paths[state.job].job;
    const auto& amounts = state.why == End::loss ? job.on_loss : job.on_leaving;
    if (!amounts.empty()) {
        const auto served = std::min(at(state.end - state.start + 1), amounts.size() - 1);
        into.money[at(state.end)] += amounts[served] * state.scale;
    }
}

}  // namespace offerkit::choice::paths
