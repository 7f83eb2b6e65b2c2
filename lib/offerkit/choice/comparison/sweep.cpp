#include <offerkit/choice/comparison/sweep.hpp>

#include <algorithm>
#include <cmath>

namespace offerkit::choice {

namespace {

std::vector<std::size_t> leaders_of(std::span<const Money> figures) {
    std::vector<std::size_t> leaders;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (leaders.empty() || figures[i] > figures[leaders.front()]) {
            leaders.assign(1, i);
        } else if (figures[i] == figures[leaders.front()]) {
            leaders.push_back(i);
        }
    }
    return leaders;
}

int decimals_of(const SweepValue& value) {
    const std::size_t point = value.text.find('.');
    return point == std::string::npos
               ? 0
               : static_cast<int>(std::count_if(value.text.begin() + static_cast<std::ptrdiff_t>(point),
                                                value.text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

double shown(const SweepValue& value) { return value.number->approximate() * (value.percent ? 100.0 : 1.0); }

/// A value between two others, to so many decimals as people read it.
std::optional<SweepValue> value_at(double number, int decimals, bool percent) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    const double steps = std::nearbyint(number * static_cast<double>(scale));
    if (!(std::fabs(steps) < 9e17)) {
        return std::nullopt;
    }
    const auto exact = quantity::Number::of(static_cast<std::int64_t>(steps), scale);
    const auto stored = exact && percent ? exact->times(*quantity::Number::of(1, 100)) : exact;
    if (!stored) {
        return std::nullopt;
    }
    return SweepValue{quantity::to_decimal(*exact) + (percent ? "%" : ""), *stored, percent};
}

/// Finds where two offers change places between two rows, by false position (the Illinois rule) on the model itself.
class CrossingFinder {
public:
    CrossingFinder(const SweepRow& before, const SweepRow& after, const Evaluate& evaluate)
        : values_{before.values}, from_{before.leaders.front()}, to_{after.leaders.front()}, evaluate_{evaluate} {
        const SweepValue& low = before.values.back();
        const SweepValue& high = after.values.back();
        if (low.number && high.number && low.percent == high.percent) {
            // The leader of a row with a tie has crossed there already.
            const auto gap = [&](const SweepRow& row) {
                return static_cast<double>((row.figures[from_] - row.figures[to_]).minor());
            };
            const int decimals = std::min(std::max(decimals_of(low), decimals_of(high)) + 2, 8);
            at_ = solve(shown(low), gap(before), shown(high), gap(after), decimals, low.percent);
        }
    }

    [[nodiscard]] const std::optional<SweepValue>& at() const noexcept { return at_; }

private:
    std::optional<SweepValue> solve(double low, double at_low, double high, double at_high, int decimals,
                                    bool percent) {
        std::optional<SweepValue> best;
        constexpr int most_steps = 12;
        int side = 0;
        for (int step = 0; step < most_steps && at_low != at_high; ++step) {
            const double guess = low + (high - low) * at_low / (at_low - at_high);
            const auto value = value_at(guess, decimals, percent);
            if (!value || (best && value->text == best->text)) {
                break;
            }
            best = value;
            values_.back() = *value;
            const auto figures = evaluate_(values_);
            if (!figures) {
                break;  // finer than the key may be written: the straight line is what there is
            }
            const auto gap = static_cast<double>(((*figures)[from_] - (*figures)[to_]).minor());
            if (gap == 0) {
                break;
            }
            // The figures are those of the value as it is written.
            if (gap > 0) {
                low = shown(*value);
                at_low = gap;
                at_high = side == 1 ? at_high / 2 : at_high;
                side = 1;
            } else {
                high = shown(*value);
                at_high = gap;
                at_low = side == -1 ? at_low / 2 : at_low;
                side = -1;
            }
        }
        return best;
    }

    std::vector<SweepValue> values_;
    std::size_t from_;
    std::size_t to_;
    const Evaluate& evaluate_;
    std::optional<SweepValue> at_{};
};

}  // namespace

std::optional<Sweep> sweep(std::span<const SweepAxis> axes, const Evaluate& evaluate) {
    Sweep result;
    std::size_t rows = axes.empty() ? 0 : 1;
    for (const auto& axis : axes) {
        if (axis.values.size() > most_sweep_rows) {
            return std::nullopt;
        }
        result.paths.push_back(axis.path);
        rows *= axis.values.size();
        if (rows > most_sweep_rows) {
            return std::nullopt;
        }
    }
    if (rows == 0) {
        return std::nullopt;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<SweepValue> values(axes.size());
        std::size_t rest = row;
        for (std::size_t axis = axes.size(); axis-- > 0;) {
            values[axis] = axes[axis].values[rest % axes[axis].values.size()];
            rest /= axes[axis].values.size();
        }
        auto figures = evaluate(values);
        if (!figures) {
            return std::nullopt;
        }
        auto leaders = leaders_of(*figures);
        result.rows.push_back({std::move(values), std::move(*figures), std::move(leaders)});
    }
    const std::size_t along = axes.back().values.size();
    for (std::size_t row = 1; row < rows; ++row) {
        const SweepRow& before = result.rows[row - 1];
        const SweepRow& after = result.rows[row];
        if (row % along != 0 && before.leaders.front() != after.leaders.front()) {
            const CrossingFinder finder{before, after, evaluate};
            result.crossings.push_back(
                {before.values, after.values, finder.at(), before.leaders.front(), after.leaders.front()});
        }
    }
    return result;
}

}  // namespace offerkit::choice
