#include <offerkit/timeline/schedule.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/vesting_check.hpp>
#include <offerkit/quantity/detail/wide_fraction.hpp>
#include <offerkit/quantity/factor.hpp>
#include <offerkit/timeline/allocation.hpp>
#include <offerkit/timeline/cliff.hpp>
#include <offerkit/timeline/dated_quantities.hpp>
#include <offerkit/timeline/settling.hpp>
#include <offerkit/timeline/vest_days.hpp>

namespace offerkit::timeline {

namespace {

namespace codes = diagnostic::codes;
using model::Segment;
using quantity::Fraction;
using quantity::detail::WideFraction;

// Where the next segment begins.
struct Cursor {
    Date begin;                        // of no meaning while it waits
    Release release = Release::dated;  // else an event it hangs on has no date, or missed its deadline
    int anchor_day = 1;
};

// Lays a schedule's grid and gives its shares out, with weights that are exact in `Part`.
template <class Part>
class Expansion {
public:
    Expansion(const ScheduleTerms& terms, const EventBook& events, Diagnostics& diagnostics)
        : terms_{terms}, events_{events}, diagnostics_{diagnostics}, vest_days_{terms.day_of_month, terms.named_days} {}

    /// Says why, when the terms do not allow it.
    Fit run() {
        const Fit laid = terms_.vesting.dates.empty() ? lay_segments() : lay_dates();
        const Fit held = laid == Fit::done ? apply_cliffs(grid_, cliffs_, diagnostics_) : laid;
        if (held != Fit::done) {
            return held;
        }
        const std::span<const BasicRun<Part>> runs{grid_.runs};
        const bool given = terms_.allocation == model::Allocation::fractional
                               ? allocate_fractionally(terms_.quantity, runs, exact_)
                               : allocate(terms_.allocation, terms_.quantity, grid_.installments, runs, lost_);
        if (given && unnamed_) {
            warn_of_unnamed(*unnamed_);
        }
        return given ? Fit::done : Fit::too_fine;
    }

    /// What each day of the grid earns, in the order of the segments.
    template <class Take>
    void each(Take take) const {
        for (const Run& run : grid_.runs) {
            Earning earning{.segment = run.segment, .anchor_day = run.anchor_day, .waiting = why_waiting(run)};
            for (std::size_t i = run.first; i < run.first + run.count; ++i) {
                const Installment& installment = grid_.installments[i];
                earning.scheduled = installment.date;
                earning.earned = installment.date;
                earning.quantity = exact_.empty() ? Shares{installment.amount} : Shares{exact_[i]};
                take(earning);
            }
        }
    }

    [[nodiscard]] std::size_t days() const noexcept { return grid_.installments.size(); }
    [[nodiscard]] Shares lost() const noexcept { return lost_; }

private:
    using Run = BasicRun<Part>;

    [[nodiscard]] Date day_after(Date begin, Period period, int anchor_day) {
        if (period.in_months() && !period.is_zero()) {
            return noted(vest_days_.after(begin, period.count(), anchor_day));
        }
        return begin.plus_days(period.count());
    }

    // A day picked in its month: the first in a month in which no day is named is worth a word.
    [[nodiscard]] Date noted(Date day) {
        if (vest_days_.lacks(day.month()) && !unnamed_) {
            unnamed_ = day;
        }
        return day;
    }

    void warn_of_unnamed(Date day) const {
        diagnostics_.warning(codes::unnamed_vest_day, terms_.vesting.span,
                             diagnostic::formatted("`align` names no day in the month of a vest, which falls on {}, "
                                                   "the day of the month on which vesting starts",
                                                   to_string(day)),
                             "name a day of each month in which something vests, or write `day_of_month` and let "
                             "`align` move the start alone");
    }

    Fit lay_dates() {
        const auto& dates = terms_.vesting.dates;
        if (!gives_whole_grant(terms_, diagnostics_)) {
            return Fit::refused;
        }
        for (const auto& dated : dates) {
            const Part portion{dated.portion ? *dated.portion
                                             : Fraction::of(*dated.quantity, terms_.quantity).value_or(Fraction{})};
            grid_.runs.push_back({1, grid_.installments.size(), 1, portion, portion});
            grid_.installments.push_back({dated.date, 0});
        }
        const auto earlier = [](const Installment& a, const Installment& b) { return a.date < b.date; };
        auto& days = grid_.installments;
        if (!std::is_sorted(days.begin(), days.end(), earlier)) {
            std::stable_sort(days.begin(), days.end(), earlier);
            reorder_runs_by_date();
        }
        return Fit::done;
    }

    // Dated portions may stand in the file in any order; each is a run of one.
    void reorder_runs_by_date() {
        auto& runs = grid_.runs;
        std::vector<std::pair<Date, Run>> paired;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            paired.emplace_back(terms_.vesting.dates[i].date, runs[i]);
        }
        std::stable_sort(paired.begin(), paired.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < runs.size(); ++i) {
            runs[i] = paired[i].second;
            runs[i].first = i;
        }
    }

    Fit lay_segments() {
        const auto& segments = terms_.vesting.segments;
        std::size_t tranches = 0;
        for (const auto& segment : segments) {
            tranches += static_cast<std::size_t>(*model::step_count(segment));
        }
        grid_.runs.reserve(segments.size() + 1);
        grid_.installments.reserve(tranches + 1);
        Cursor cursor{terms_.start, Release::dated, terms_.start.day()};
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const Fit laid = lay_segment(segments[i], static_cast<std::int32_t>(i + 1), cursor);
            if (laid != Fit::done) {
                return laid;
            }
        }
        const bool all_dated =
            std::none_of(grid_.runs.begin(), grid_.runs.end(), [](const Run& run) { return run.waits; });
        if (terms_.vesting.cliff && holds(*terms_.vesting.cliff) && all_dated) {
            hold(*terms_.vesting.cliff, 0, terms_.start, terms_.start.day());
        }
        return Fit::done;
    }

    // A cliff of no length holds nothing back, but may release a portion of its own at once.
    [[nodiscard]] static bool holds(const model::Cliff& cliff) noexcept {
        return !cliff.after.is_zero() || cliff.portion.has_value();
    }

    // The cliff holds back what has been laid from that run on.
    void hold(const model::Cliff& cliff, std::size_t first_run, Date begin, int anchor_day) {
        cliffs_.push_back({&cliff, day_after(begin, cliff.after, anchor_day), first_run, grid_.runs.size()});
    }

    Fit lay_segment(const Segment& segment, std::int32_t number, Cursor& cursor) {
        if (segment.start) {
            await(*segment.start, cursor);
        }
        const int steps = *model::step_count(segment);
        const Part portion{segment.portion};
        const auto weight = portion.over(Part{static_cast<std::int64_t>(steps)});
        if (!weight) {
            return Fit::too_fine;
        }
        Run run{number, grid_.installments.size(), static_cast<std::size_t>(steps), *weight, portion};
        const bool in_days = !segment.over.is_zero() && !segment.every.in_months();
        run.anchor_day = in_days ? 0 : cursor.anchor_day;
        if (cursor.release != Release::dated) {
            wait_as_one(run, portion, cursor.release);
            return Fit::done;
        }
        const Date begin = cursor.begin;
        const Date end = segment.over.in_months() ? DayRule{}.apply(begin, segment.over.count(), cursor.anchor_day)
                                                  : begin.plus_days(segment.over.count());
        if (end.year() > calendar::last_year) {
            diagnostics_.error(codes::schedule_too_long, segment.span, "this schedule runs past the year 2999",
                               "check `over` and the day it starts");
            return Fit::refused;
        }
        grid_.runs.push_back(run);
        if (segment.over.is_zero()) {
            grid_.installments.push_back({begin, 0});
        } else if (segment.every.in_months()) {
            lay_months(run, segment.every.count(), cursor);
        } else {
            for (int i = 1; i <= steps; ++i) {
                grid_.installments.push_back(
                    {begin.plus_days(static_cast<std::int64_t>(segment.every.count()) * i), 0});
            }
        }
        if (segment.cliff && holds(*segment.cliff)) {
            hold(*segment.cliff, grid_.runs.size() - 1, begin, cursor.anchor_day);
        }
        cursor.begin = segment.over.is_zero() ? begin : end;
        return Fit::done;
    }

    // From a segment that starts at an event on, everything begins at its day, or waits for it.
    void await(const model::EventStart& start, Cursor& cursor) const {
        const Opening opening = opening_of({&start.event, 1}, terms_.gate_deadline, events_);
        cursor.release = opening.release;
        if (opening.date) {
            cursor.begin = start.after.after(*opening.date);
            cursor.anchor_day = cursor.begin.day();
        }
    }

    // Without a day to begin on there is no grid: the whole segment waits as one.
    void wait_as_one(Run run, const Part& portion, Release release) {
        run.count = 1;
        run.weight = portion;
        run.waits = true;
        run.never_comes = release == Release::impossible;
        grid_.runs.push_back(run);
        grid_.installments.push_back({std::nullopt, 0});
    }

    // Counting months up from the begin: each day is picked in its own month, so no clamp is carried on.
    void lay_months(const Run& run, int every, const Cursor& from) {
        int year = from.begin.year();
        int month = from.begin.month();
        auto& days = grid_.installments;
        days.resize(run.first + run.count);
        for (Installment& installment : std::span{days}.subspan(run.first)) {
            month += every;
            if (month > 12) {
                year += (month - 1) / 12;
                month = (month - 1) % 12 + 1;
            }
            installment.date = noted(vest_days_.in_month(year, month, from.anchor_day));
        }
    }

    [[nodiscard]] static Release why_waiting(const Run& run) {
        return run.never_comes ? Release::impossible : run.waits ? Release::pending : Release::dated;
    }

    const ScheduleTerms& terms_;
    const EventBook& events_;
    Diagnostics& diagnostics_;
    VestDays vest_days_;
    Grid<Part> grid_;
    std::vector<Fraction> exact_;  // beside the grid's days, when the allocation is fractional
    std::vector<HeldCliff> cliffs_;
    std::optional<Date> unnamed_;  // the first day in a month in which `align` names none
    Shares lost_;
};

void report(const Diagnostics& found, Diagnostics& diagnostics) {
    for (const auto& each : found.all()) {
        diagnostics.add(each);
    }
}

// Expands the terms in 64 bits, and only where those end in wide numbers, and gives what came of it to `take`. What the
// narrow try found out on its way is found out again by the wide one.
template <class Take>
bool expanded(const ScheduleTerms& terms, const EventBook& events, Diagnostics& diagnostics, Take take) {
    if (terms.quantity < 0) {
        diagnostics.error(codes::bad_number, terms.vesting.span, "what vests is not negative", "write 0 or more");
        return false;
    }
    if (!model::check_terms(terms.vesting, diagnostics)) {
        return false;
    }
    Diagnostics found;
    Expansion<Fraction> narrow{terms, events, found};
    Fit fit = narrow.run();
    if (fit == Fit::done) {
        take(narrow);
    } else if (fit == Fit::too_fine) {
        found = {};
        Expansion<WideFraction> wide{terms, events, found};
        fit = wide.run();
        if (fit == Fit::done) {
            take(wide);
        }
    }
    report(found, diagnostics);
    if (fit == Fit::too_fine) {
        diagnostics.error(codes::overflow, terms.vesting.span,
                          "the portions of this schedule are too fine to be computed exactly for a grant of this size",
                          "write portions with fewer digits, or as fractions such as \"1/3\"");
    }
    return fit == Fit::done;
}

}  // namespace

Opening opening_of(std::span<const std::string> gates, std::optional<Date> deadline, const EventBook& events) noexcept {
    if (gates.empty()) {
        return {};
    }
    Opening result{Release::impossible, std::nullopt};
    for (const std::string& gate : gates) {
        const model::Event* event = events.events.find(gate);
        if (event == nullptr) {
            continue;
        }
        std::optional<Date> last = event->deadline;
        if (deadline && (!last || *deadline < *last)) {
            last = deadline;
        }
        if (event->date) {
            if ((!last || *event->date <= *last) && (!result.date || *event->date < *result.date)) {
                result = {Release::dated, event->date};
            }
        } else if (result.release == Release::impossible && (!last || events.as_of <= *last)) {
            result.release = Release::pending;
        }
    }
    return result;
}

bool earned_before(const Earning& a, const Earning& b) noexcept {
    return a.earned && (!b.earned || *a.earned < *b.earned);
}

double nominal_years(const model::VestingTerms& vesting, Date start) noexcept {
    double years = 0;
    for (const auto& segment : vesting.segments) {
        years += segment.over.in_years();
    }
    for (const auto& dated : vesting.dates) {
        years = std::max(years, static_cast<double>(dated.date.days_since(start)) / quantity::days_per_year);
    }
    return years;
}

std::optional<Service> serve(const ScheduleTerms& terms, const EventBook& events, Diagnostics& diagnostics) {
    Service service;
    auto& earnings = service.earnings;
    const bool sound = expanded(terms, events, diagnostics, [&](const auto& expansion) {
        service.lost = expansion.lost();
        earnings.reserve(expansion.days());
        expansion.each([&](const Earning& earning) {
            if (!earnings.empty() && earnings.back().segment == earning.segment &&
                earnings.back().scheduled == earning.scheduled) {
                earnings.back().quantity += earning.quantity;
            } else {
                earnings.push_back(earning);
            }
        });
    });
    if (!sound) {
        return std::nullopt;
    }
    if (!std::is_sorted(earnings.begin(), earnings.end(), earned_before)) {
        std::stable_sort(earnings.begin(), earnings.end(), earned_before);
    }
    return service;
}

std::optional<Schedule> expand(const ScheduleTerms& terms, const EventBook& events, Diagnostics& diagnostics) {
    std::optional<Schedule> schedule;
    const bool sound = expanded(terms, events, diagnostics, [&](const auto& expansion) {
        const SettlingTerms holds = settling_terms(terms, events);
        Settling settling{holds, std::nullopt};
        settling.reserve(expansion.days());
        expansion.each([&](const Earning& earning) { settling.add(earning); });
        schedule = settling.finish(expansion.lost());
    });
    return sound ? std::move(schedule) : std::nullopt;
}

}  // namespace offerkit::timeline
