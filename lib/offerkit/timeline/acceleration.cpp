#include <offerkit/timeline/acceleration.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

namespace {

using model::AccelerationOrder;
using model::AccelerationTrigger;
using model::LeavingReason;
using quantity::Fraction;
using quantity::int128;

// Whole shares are counted as they are, parts of shares in the finest part that the grant has: so every division below
// is one of whole numbers, and what is taken plus what is left is exact. Nothing when a count would leave 64 bits.
std::optional<std::int64_t> parts_per_share(std::span<const Earning> served) noexcept {
    int128 parts = 1;
    int128 whole = 0;
    for (const Earning& earning : served) {
        const Fraction& exact = earning.quantity.exact();
        if (exact.denominator() != 1) {
            const auto so_far = static_cast<std::int64_t>(parts);
            parts = static_cast<int128>(so_far / std::gcd(so_far, exact.denominator())) * exact.denominator();
        }
        whole += exact.numerator() / exact.denominator() + 1;
        if (parts > std::numeric_limits<std::int64_t>::max()) {
            return std::nullopt;
        }
    }
    const bool fits = parts == 1 || whole <= std::numeric_limits<std::int64_t>::max() / parts;
    return fits ? std::optional{static_cast<std::int64_t>(parts)} : std::nullopt;
}

// Moves shares of a grant forward to one day.
class Acceleration {
public:
    // `on` is the day after which what is not earned is brought; `dated` the day on which it is brought.
    Acceleration(std::vector<Earning>& served, Date on, Date dated)
        : served_{served}, on_{on}, dated_{dated}, parts_{parts_per_share(served).value_or(1)} {
        for (std::size_t i = 0; i < served.size(); ++i) {
            const Earning& earning = served[i];
            const bool unearned = !earning.earned || *earning.earned > on;
            if (unearned && earning.waiting != Release::impossible && !earning.quantity.is_zero()) {
                unearned_.push_back({i, count_of(earning)});
                total_ += unearned_.back().parts;
            }
        }
        const auto earlier = [&](const Row& a, const Row& b) {
            return earned_before(served_[a.place], served_[b.place]);
        };
        if (!std::is_sorted(unearned_.begin(), unearned_.end(), earlier)) {
            std::stable_sort(unearned_.begin(), unearned_.end(), earlier);
        }
    }

    void bring(const ArmedAcceleration& acceleration) {
        if (std::holds_alternative<model::ServedPart>(acceleration.terms.amount)) {
            bring_served_part(acceleration);
            return;
        }
        const std::int64_t amount = amount_of(acceleration.terms.amount);
        if (amount == 0) {
            return;
        }
        switch (acceleration.terms.order) {
            case AccelerationOrder::prorata: {
                std::int64_t passed = 0;
                std::int64_t given = 0;
                for (const Row& row : unearned_) {
                    passed += row.parts;
                    const auto until = static_cast<std::int64_t>(static_cast<int128>(amount) * passed / total_);
                    take(row, until - given, acceleration);
                    given = until;
                }
                break;
            }
            case AccelerationOrder::soonest:
                take_in_turn(unearned_.begin(), unearned_.end(), amount, acceleration);
                break;
            case AccelerationOrder::last:
                take_in_turn(unearned_.rbegin(), unearned_.rend(), amount, acceleration);
                break;
        }
    }

private:
    struct Row {
        std::size_t place;
        std::int64_t parts;
    };

    [[nodiscard]] std::int64_t count_of(const Earning& earning) const {
        const Fraction& exact = earning.quantity.exact();
        return exact.numerator() * (parts_ / exact.denominator());
    }

    // Of the next tranche alone: by the days since the tranche before it, else since vesting began.
    void bring_served_part(const ArmedAcceleration& acceleration) {
        if (unearned_.empty()) {
            return;
        }
        const auto next = served_[unearned_.front().place].earned;
        std::optional<Date> before = acceleration.vesting_start;
        for (const Earning& earning : served_) {
            const bool plain = !earning.quantity.is_zero() && !earning.accelerated();
            if (plain && earning.earned && *earning.earned <= on_ && (!before || *earning.earned > *before)) {
                before = earning.earned;
            }
        }
        if (!next || !before || *before >= on_ || *before >= *next) {
            return;
        }
        const auto end = std::find_if(unearned_.begin(), unearned_.end(),
                                      [&](const Row& row) { return served_[row.place].earned != next; });
        int128 parts = 0;
        for (auto row = unearned_.begin(); row != end; ++row) {
            parts += row->parts;
        }
        const auto amount = static_cast<std::int64_t>(parts * on_.days_since(*before) / next->days_since(*before));
        take_in_turn(unearned_.begin(), end, amount, acceleration);
    }

    [[nodiscard]] std::int64_t amount_of(const decltype(model::Acceleration::amount)& amount) const {
        int128 parts = 0;
        if (const auto* rate = std::get_if<quantity::Rate>(&amount)) {
            parts = static_cast<int128>(total_) * rate->numerator() / rate->denominator();
        } else if (const auto* period = std::get_if<Period>(&amount)) {
            const Date until = period->after(on_);
            for (const Row& row : unearned_) {
                const auto& earned = served_[row.place].earned;
                parts += earned && *earned <= until ? row.parts : 0;
            }
        } else if (const auto* quantity = std::get_if<std::int64_t>(&amount)) {
            parts = static_cast<int128>(*quantity) * parts_;
        }
        return static_cast<std::int64_t>(std::min<int128>(parts, total_));
    }

    template <class Iterator>
    void take_in_turn(Iterator row, const Iterator& end, std::int64_t left, const ArmedAcceleration& acceleration) {
        for (; row != end && left > 0; ++row) {
            const std::int64_t taken = std::min(left, row->parts);
            take(*row, taken, acceleration);
            left -= taken;
        }
    }

    void take(const Row& row, std::int64_t parts, const ArmedAcceleration& acceleration) {
        if (parts == 0) {
            return;
        }
        Earning taken = served_[row.place];
        taken.earned = dated_;
        taken.waiting = Release::dated;
        taken.acceleration = acceleration.place;
        taken.brought_by_leaving = acceleration.terms.trigger != AccelerationTrigger::single_trigger;
        if (parts == row.parts) {
            served_[row.place] = taken;
            return;
        }
        taken.quantity = Shares{*Fraction::of(parts, parts_)};
        served_[row.place].quantity = Shares{*Fraction::of(row.parts - parts, parts_)};
        served_.push_back(taken);
    }

    std::vector<Earning>& served_;
    Date on_;
    Date dated_;
    std::int64_t parts_;
    std::vector<Row> unearned_{};
    std::int64_t total_ = 0;
};

}  // namespace

std::optional<Date> day_of(const ArmedAcceleration& acceleration, const std::optional<Departure>& departure) noexcept {
    const auto& event = acceleration.event_date;
    const auto& terms = acceleration.terms;
    if (const auto reason = model::reason_of(terms.trigger)) {
        return departure && departure->reason == *reason ? std::optional{departure->on} : std::nullopt;
    }
    if (terms.trigger == AccelerationTrigger::single_trigger) {
        return event && departure && departure->on < *event ? std::nullopt : event;
    }
    const bool let_go = departure && (departure->reason == LeavingReason::without_cause ||
                                      departure->reason == LeavingReason::good_reason);
    if (!let_go || !event) {
        return std::nullopt;
    }
    if (*event <= departure->on) {
        const bool in_time = !terms.within || departure->on <= terms.within->after(*event);
        return in_time ? std::optional{departure->on} : std::nullopt;
    }
    const bool looks_back = terms.before && terms.before->after(*event, -1) <= departure->on;
    return looks_back ? event : std::nullopt;
}

bool any_set_off(std::span<const ArmedAcceleration> accelerations, const std::optional<Departure>& departure) noexcept {
    return std::any_of(accelerations.begin(), accelerations.end(), [&](const ArmedAcceleration& acceleration) {
        return day_of(acceleration, departure).has_value();
    });
}

std::vector<Earning> accelerated(std::vector<Earning> served, std::span<const ArmedAcceleration> accelerations,
                                 const std::optional<Departure>& departure) {
    std::vector<std::pair<Date, const ArmedAcceleration*>> in_turn;
    for (const ArmedAcceleration& acceleration : accelerations) {
        if (const auto day = day_of(acceleration, departure)) {
            in_turn.emplace_back(*day, &acceleration);
        }
    }
    std::stable_sort(in_turn.begin(), in_turn.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [day, acceleration] : in_turn) {
        const Date last_day = departure ? departure->on : day;
        Acceleration{served, std::min(day, last_day), day}.bring(*acceleration);
    }
    return served;
}

bool any_sum_fits(std::span<const Earning> served) noexcept { return parts_per_share(served).has_value(); }

}  // namespace offerkit::timeline
