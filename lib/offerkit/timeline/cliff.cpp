#include <offerkit/timeline/cliff.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/detail/wide_fraction.hpp>

namespace offerkit::timeline {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using diagnostic::formatted;
using quantity::Fraction;
using quantity::Rate;
using quantity::detail::WideFraction;

const Rate full_rate{1};

/// The sum of fractions as long as it is exact.
template <class Part>
class ExactSum {
public:
    void add(const Part& part) {
        const auto next = sum_.plus(part);
        exact_ = exact_ && next.has_value();
        sum_ = next.value_or(sum_);
    }
    [[nodiscard]] const Part& value() const noexcept { return sum_; }
    [[nodiscard]] bool exact() const noexcept { return exact_; }

private:
    Part sum_;
    bool exact_ = true;
};

// rest x total / following: what each remaining weight is multiplied by.
template <class Part>
std::optional<Part> scale_of(const Part& rest, const Part& following, const Part& total) {
    if (following.is_zero()) {
        return Part{};
    }
    const auto ratio = total.over(following);
    return ratio ? rest.times(*ratio) : std::nullopt;
}

template <class Part>
void copy_run(const Grid<Part>& from, BasicRun<Part> run, Grid<Part>& to) {
    const std::size_t first = run.first;
    run.first = to.installments.size();
    for (std::size_t i = first; i < first + run.count; ++i) {
        to.installments.push_back(from.installments[i]);
    }
    to.runs.push_back(run);
}

// Adds a stretch with its cliff's portion as a run of one day, and what follows it with weights that share the rest.
// False when a weight is not exact.
template <class Part>
bool add_split(const Grid<Part>& grid, const HeldCliff& held, const Rate& portion, Grid<Part>& to) {
    using Run = BasicRun<Part>;
    ExactSum<Part> total;
    ExactSum<Part> following;
    std::int32_t segment_of_cliff = grid.runs[held.first_run].segment;
    for (std::size_t r = held.first_run; r < held.last_run; ++r) {
        const Run& run = grid.runs[r];
        total.add(run.portion);
        for (std::size_t i = run.first; i < run.first + run.count; ++i) {
            if (*grid.installments[i].date > held.day) {
                following.add(run.weight);
            } else {
                segment_of_cliff = run.segment;
            }
        }
    }
    const auto lump = total.value().times(Part{portion});
    const auto scale = scale_of(Part{*full_rate.minus(portion)}, following.value(), total.value());
    if (!total.exact() || !following.exact() || !lump || !scale) {
        return false;
    }
    const bool one_segment = held.last_run - held.first_run == 1;
    Run lump_run{segment_of_cliff, to.installments.size(), 1, *lump, one_segment ? total.value() : *lump};
    lump_run.lump_of_next = one_segment ? std::optional{portion} : std::nullopt;
    lump_run.anchor_day = grid.runs[held.first_run].anchor_day;
    to.runs.push_back(lump_run);
    to.installments.push_back({held.day, 0});
    for (std::size_t r = held.first_run; r < held.last_run; ++r) {
        Run left = grid.runs[r];
        const std::size_t first = left.first;
        left.first = to.installments.size();
        left.count = 0;
        for (std::size_t i = first; i < first + grid.runs[r].count; ++i) {
            if (*grid.installments[i].date > held.day) {
                to.installments.push_back(grid.installments[i]);
                ++left.count;
            }
        }
        const auto weight = left.weight.times(*scale);
        const auto of_all = weight ? weight->times(Part{static_cast<std::int64_t>(left.count)}) : std::nullopt;
        if (!of_all) {
            return false;
        }
        if (left.count != 0) {
            left.weight = *weight;
            left.portion = *of_all;
            to.runs.push_back(left);
        }
    }
    return true;
}

// Reports what makes no sense; how many tranches follow the cliff otherwise.
template <class Part>
std::optional<std::size_t> following(const Grid<Part>& grid, const HeldCliff& held,
                                     diagnostic::Diagnostics& diagnostics) {
    const model::Cliff& cliff = *held.cliff;
    const auto& last_run = grid.runs[held.last_run - 1];
    const std::size_t first = grid.runs[held.first_run].first;
    Date last_date = *grid.installments[first].date;
    std::size_t after = 0;
    for (std::size_t i = first; i < last_run.first + last_run.count; ++i) {
        last_date = std::max(last_date, *grid.installments[i].date);
        after += *grid.installments[i].date > held.day ? 1U : 0U;
    }
    if (held.day > last_date) {
        diagnostics.error(codes::cliff_past_end, cliff.span,
                          formatted("the cliff ({}, on {}) lies past the last tranche on {}", to_string(cliff.after),
                                    to_string(held.day), to_string(last_date)),
                          "a cliff lies inside its schedule: shorten it, or lengthen `over`");
        return std::nullopt;
    }
    if (cliff.portion && *cliff.portion < full_rate && after == 0) {
        diagnostics.error(codes::cliff_past_end, cliff.span,
                          formatted("the cliff releases {} and no tranche follows it to release the rest",
                                    quantity::to_percent(*cliff.portion, 4)),
                          "move the cliff before the last tranche, or leave `portion` out");
        return std::nullopt;
    }
    if (after == 0) {
        diagnostics.warning(
            codes::cliff_at_end, cliff.span,
            formatted("nothing vests before the end: the cliff falls on the last tranche, {}", to_string(last_date)),
            "if that is what the letter says, nothing needs to change");
    }
    return after;
}

template <class Part>
void hold_back(Grid<Part>& grid, const HeldCliff& held) {
    const auto& last_run = grid.runs[held.last_run - 1];
    for (std::size_t i = grid.runs[held.first_run].first; i < last_run.first + last_run.count; ++i) {
        grid.installments[i].date = std::max(*grid.installments[i].date, held.day);
    }
}

template <class Part>
Fit apply(Grid<Part>& grid, std::span<const HeldCliff> cliffs, diagnostic::Diagnostics& diagnostics) {
    bool any_portion = false;
    for (const HeldCliff& held : cliffs) {
        if (!following(grid, held, diagnostics)) {
            return Fit::refused;
        }
        if (held.cliff->portion) {
            any_portion = true;
        } else {
            hold_back(grid, held);
        }
    }
    if (!any_portion) {
        return Fit::done;
    }
    Grid<Part> split;
    std::size_t next = 0;
    for (const HeldCliff& held : cliffs) {
        if (!held.cliff->portion) {
            continue;
        }
        for (; next < held.first_run; ++next) {
            copy_run(grid, grid.runs[next], split);
        }
        if (!add_split(grid, held, *held.cliff->portion, split)) {
            return Fit::too_fine;
        }
        next = held.last_run;
    }
    for (; next < grid.runs.size(); ++next) {
        copy_run(grid, grid.runs[next], split);
    }
    grid = std::move(split);
    return Fit::done;
}

}  // namespace

Fit apply_cliffs(Grid<Fraction>& grid, std::span<const HeldCliff> cliffs, diagnostic::Diagnostics& diagnostics) {
    return apply(grid, cliffs, diagnostics);
}

Fit apply_cliffs(Grid<WideFraction>& grid, std::span<const HeldCliff> cliffs, diagnostic::Diagnostics& diagnostics) {
    return apply(grid, cliffs, diagnostics);
}

}  // namespace offerkit::timeline
