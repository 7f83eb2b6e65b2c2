#include <offerkit/timeline/absence.hpp>

#include <algorithm>
#include <vector>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/timeline/vest_days.hpp>

namespace offerkit::timeline {

namespace {

namespace codes = diagnostic::codes;
using model::LeaveOfAbsence;
using model::LeaveTreatment;

// How far a row has been moved from a day of the plain grid. Months are kept apart from the day they are counted from,
// so that a day clamped to a short month's end is picked anew in the month where it comes to rest.
struct Course {
    Date origin;
    int months = 0;
    std::int64_t days = 0;
};

class Absences {
public:
    Absences(Service& service, const ScheduleTerms& terms, Diagnostics& diagnostics)
        : rows_{service.earnings},
          terms_{terms},
          vest_days_{terms.day_of_month, terms.named_days},
          diagnostics_{diagnostics} {
        courses_.reserve(rows_.size());
        for (const Earning& row : rows_) {
            courses_.push_back({row.earned.value_or(terms.start)});
        }
    }

    bool take(const LeaveOfAbsence& leave, std::int32_t place) {
        switch (leave.treatment) {
            case LeaveTreatment::none: return true;
            case LeaveTreatment::extend: extend(leave, place); break;
            case LeaveTreatment::skip_and_append:
                if (!skip_and_append(leave, place)) {
                    return false;
                }
                break;
        }
        const bool inside = std::all_of(rows_.begin(), rows_.end(), [](const Earning& row) {
            return !row.earned || row.earned->year() <= calendar::last_year;
        });
        if (!inside) {
            diagnostics_.error(codes::schedule_too_long, leave.span,
                               "this leave of absence moves a vest past the year 2999", "check its dates");
        }
        return inside;
    }

private:
    // The month that a day of the grid stands for: a rule that steps one day back may leave it.
    [[nodiscard]] Date in_its_month(Date day) const {
        return vest_days_.rule().kind() == DayRule::Kind::anchor_day_minus_one ? day.plus_days(1) : day;
    }

    // A day of the grid some months on. What the day rule picked it picks again; other days, such as those a letter
    // names or a cliff counted in days, keep their day of the month.
    [[nodiscard]] Date months_after(Date origin, int months, int anchor_day) const {
        if (months == 0) {
            return origin;
        }
        const Date month = in_its_month(origin);
        const bool picked = anchor_day != 0 && vest_days_.in_month(month.year(), month.month(), anchor_day) == origin;
        if (!picked) {
            return origin.plus_months(months);
        }
        const Date later = Date::clamped(month.year(), month.month(), 1).plus_months(months);
        return vest_days_.in_month(later.year(), later.month(), anchor_day);
    }

    [[nodiscard]] Date day_of(const Course& course, int anchor_day) const {
        return months_after(course.origin, course.months, anchor_day).plus_days(course.days);
    }

    void extend(const LeaveOfAbsence& leave, std::int32_t place) {
        const Period length = length_of(leave);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!rows_[i].earned || *rows_[i].earned < leave.from) {
                continue;
            }
            (length.in_months() ? courses_[i].months += length.count() : courses_[i].days += length.count());
            rows_[i].earned = day_of(courses_[i], rows_[i].anchor_day);
            rows_[i].absence = place;
        }
    }

    bool skip_and_append(const LeaveOfAbsence& leave, std::int32_t place) {
        std::vector<std::size_t> skipped;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const auto& day = rows_[i].earned;
            if (day && *day >= leave.from && *day < leave.to && !rows_[i].quantity.is_zero()) {
                skipped.push_back(i);
            }
        }
        if (skipped.empty()) {
            return true;
        }
        std::stable_sort(skipped.begin(), skipped.end(),
                         [&](std::size_t a, std::size_t b) { return earned_before(rows_[a], rows_[b]); });
        const std::size_t last = last_row();
        const auto step = step_of(rows_[last]);
        if (!step) {
            const bool dates = terms_.vesting.segments.empty();
            diagnostics_.error(
                codes::no_step, leave.span,
                diagnostic::formatted(
                    "this leave appends what falls into it at further steps of the schedule, and {} has none",
                    dates ? "a schedule of fixed dates" : "the last segment, which vests at once,"),
                "write `treatment = \"extend\"`, or the dates as the company sets them after the leave",
                diagnostic::Related{terms_.vesting.span, "this is the schedule"});
            return false;
        }
        const Earning end = rows_[last];
        Course course = courses_[last];
        std::optional<Date> previous;
        for (const std::size_t i : skipped) {
            Earning& row = rows_[i];
            row.absence = place;
            row.anchor_day = end.anchor_day;
            if (!end.earned) {
                // What it would follow has no day yet, so neither has this.
                row.earned = std::nullopt;
                row.waiting = end.waiting;
                continue;
            }
            if (previous != row.earned) {
                previous = row.earned;
                course.origin = step->in_months() ? months_after(course.origin, step->count(), end.anchor_day)
                                                  : course.origin.plus_days(step->count());
            }
            courses_[i] = course;
            row.earned = day_of(course, end.anchor_day);
        }
        return true;
    }

    // The row that comes last; of one day, of the later segment.
    [[nodiscard]] std::size_t last_row() const {
        std::size_t last = 0;
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            const bool sooner = earned_before(rows_[i], rows_[last]);
            const bool later = earned_before(rows_[last], rows_[i]);
            if (later || (!sooner && rows_[i].segment >= rows_[last].segment)) {
                last = i;
            }
        }
        return last;
    }

    [[nodiscard]] std::optional<Period> step_of(const Earning& row) const {
        const auto& segments = terms_.vesting.segments;
        if (segments.empty()) {
            return std::nullopt;
        }
        const Period every = segments[static_cast<std::size_t>(row.segment - 1)].every;
        return every.is_zero() ? std::nullopt : std::optional{every};
    }

    std::vector<Earning>& rows_;
    std::vector<Course> courses_;  // beside the rows
    const ScheduleTerms& terms_;
    VestDays vest_days_;
    Diagnostics& diagnostics_;
};

}  // namespace

Period length_of(const LeaveOfAbsence& leave) noexcept {
    return leave.from.day() == leave.to.day() ? Period::months(leave.to.whole_months_since(leave.from))
                                              : Period::days(static_cast<int>(leave.to.days_since(leave.from)));
}

bool take_leaves(Service& service, std::span<const LeaveOfAbsence> leaves, const ScheduleTerms& terms,
                 Diagnostics& diagnostics) {
    if (service.earnings.empty() || leaves.empty()) {
        return true;
    }
    Absences absences{service, terms, diagnostics};
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        if (!absences.take(leaves[i], static_cast<std::int32_t>(i))) {
            return false;
        }
    }
    return true;
}

}  // namespace offerkit::timeline
