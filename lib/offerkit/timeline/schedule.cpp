#include <offerkit/timeline/schedule.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/model/vesting_check.hpp>
#include <offerkit/timeline/allocation.hpp>

namespace offerkit::timeline {

namespace {

namespace codes = diagnostic::codes;
using model::Cliff;
using model::Segment;
using quantity::Fraction;
using quantity::Rate;

Fraction whole_grant() { return Fraction{1}; }

// Where the next segment begins: nothing while an event it hangs on has no date.
struct Cursor {
    std::optional<Date> begin;
    Release release = Release::dated;  // why there is no begin
    int anchor_day = 1;
};

// The stretch of the grid that one cliff holds back.
struct Stretch {
    std::size_t first_run;
    std::size_t last_run;  // exclusive
    Date begin;
    int anchor_day;
};

class Expansion {
public:
    Expansion(const ScheduleTerms& terms, const EventBook& events, Diagnostics& diagnostics)
        : terms_{terms}, events_{events}, diagnostics_{diagnostics} {}

    std::optional<Schedule> run() {
        const auto& vesting = terms_.vesting;
        if (!model::check_terms(vesting, diagnostics_) || !(vesting.dates.empty() ? lay_segments() : lay_dates())) {
            return std::nullopt;
        }
        for (const auto& held : cliffs_) {
            if (!apply_cliff(*held.cliff, held.stretch)) {
                return std::nullopt;
            }
        }
        Shares lost;
        const bool fractional = terms_.allocation == model::Allocation::fractional;
        const bool given = fractional ? allocate_fractionally(terms_.quantity, runs_, exact_)
                                      : allocate(terms_.allocation, terms_.quantity, grid_, runs_, lost);
        if (!given) {
            diagnostics_.error(
                codes::overflow, vesting.span,
                "the portions of this schedule are too fine to be computed exactly for a grant of this size",
                "write portions with fewer digits, or as fractions such as \"1/3\"");
            return std::nullopt;
        }
        return release(lost);
    }

private:
    struct HeldCliff {
        const Cliff* cliff;
        Stretch stretch;
    };

    [[nodiscard]] Date day_after(Date begin, Period period, int anchor_day) const {
        if (period.in_months() && !period.is_zero()) {
            return terms_.day_of_month.apply(begin, period.count(), anchor_day);
        }
        return begin.plus_days(period.count());
    }

    bool lay_dates() {
        const auto& dates = terms_.vesting.dates;
        if (!gives_whole_grant()) {
            return false;
        }
        for (const auto& dated : dates) {
            const auto portion = dated.portion ? dated.portion : Fraction::of(*dated.quantity, terms_.quantity);
            runs_.push_back({1, grid_.size(), 1, *portion, *portion});
            grid_.push_back({dated.date, 0});
        }
        const auto earlier = [](const Installment& a, const Installment& b) { return a.date < b.date; };
        if (!std::is_sorted(grid_.begin(), grid_.end(), earlier)) {
            std::stable_sort(grid_.begin(), grid_.end(), earlier);
            reorder_runs_by_date();
        }
        segments_of_terms_ = 0;
        return true;
    }

    // Dated quantities are checked here, where the grant's own is known; portions were checked with the terms.
    bool gives_whole_grant() {
        std::int64_t given = 0;
        bool in_shares = false;
        for (const auto& dated : terms_.vesting.dates) {
            in_shares = in_shares || dated.quantity.has_value();
            if (__builtin_add_overflow(given, dated.quantity.value_or(0), &given)) {
                given = -1;
                break;
            }
        }
        if (!in_shares || given == terms_.quantity) {
            return true;
        }
        if (given < 0) {
            diagnostics_.error(codes::portions_sum, terms_.vesting.span,
                               "the quantities add up to more than can be counted",
                               "check the number of digits of each `quantity`");
            return false;
        }
        const bool missing = given < terms_.quantity;
        const std::string gap = diagnostic::grouped(missing ? terms_.quantity - given : given - terms_.quantity);
        const bool one = gap == "1";
        diagnostics_.error(codes::portions_sum, terms_.vesting.span,
                           "the quantities add up to " + diagnostic::grouped(given) + ", but the grant is of " +
                               diagnostic::grouped(terms_.quantity),
                           gap +
                               (missing ? one ? " is missing: add it to a date" : " are missing: add them to a date"
                                : one   ? " is too much: take it off a date"
                                        : " are too many: take them off a date") +
                               ", or change what is granted");
        return false;
    }

    // Dated portions may stand in the file in any order; each is a run of one.
    void reorder_runs_by_date() {
        std::vector<std::pair<Date, Run>> paired;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            paired.emplace_back(terms_.vesting.dates[i].date, runs_[i]);
        }
        std::stable_sort(paired.begin(), paired.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            runs_[i] = paired[i].second;
            runs_[i].first = i;
        }
    }

    bool lay_segments() {
        const auto& segments = terms_.vesting.segments;
        std::size_t tranches = 0;
        for (const auto& segment : segments) {
            tranches += static_cast<std::size_t>(*model::step_count(segment));
        }
        runs_.reserve(segments.size() + 1);
        grid_.reserve(tranches + 1);
        segments_of_terms_ = segments.size();
        Cursor cursor{terms_.start, Release::dated, terms_.start.day()};
        for (std::size_t i = 0; i < segments.size(); ++i) {
            if (!lay_segment(segments[i], static_cast<std::int32_t>(i + 1), cursor)) {
                return false;
            }
        }
        const bool all_dated =
            std::all_of(grid_.begin(), grid_.end(), [](const Installment& i) { return i.date.has_value(); });
        if (terms_.vesting.cliff && !terms_.vesting.cliff->after.is_zero() && all_dated) {
            cliffs_.push_back({&*terms_.vesting.cliff, {0, runs_.size(), terms_.start, terms_.start.day()}});
        }
        return true;
    }

    bool lay_segment(const Segment& segment, std::int32_t number, Cursor& cursor) {
        if (segment.start) {
            const std::string* event = &segment.start->event;
            const Opening opening = opening_of({event, 1}, terms_.gate_deadline, events_);
            cursor.release = opening.release;
            cursor.begin = std::nullopt;
            if (opening.release == Release::dated && opening.date) {
                cursor.begin = segment.start->after.after(*opening.date);
                cursor.anchor_day = cursor.begin->day();
            }
        }
        const int steps = *model::step_count(segment);
        const auto weight = Fraction::of(segment.portion.numerator(),
                                         static_cast<quantity::int128>(segment.portion.denominator()) * steps);
        if (!weight) {
            diagnostics_.error(codes::overflow, segment.span, "this portion is too fine to be divided exactly",
                               "write it with fewer digits, or as a fraction such as \"1/3\"");
            return false;
        }
        const std::size_t first = grid_.size();
        if (!cursor.begin) {
            // Without a day to begin on there is no grid: the whole segment waits as one.
            runs_.push_back({number, first, 1, segment.portion, segment.portion});
            grid_.push_back({std::nullopt, 0});
            waiting_.resize(runs_.size(), Release::dated);
            waiting_.back() = cursor.release;
            return true;
        }
        const Date begin = *cursor.begin;
        const Date end = segment.over.in_months() ? DayRule{}.apply(begin, segment.over.count(), cursor.anchor_day)
                                                  : begin.plus_days(segment.over.count());
        if (end.year() > calendar::last_year) {
            diagnostics_.error(codes::schedule_too_long, segment.span, "this schedule runs past the year 2999",
                               "check `over` and the day it starts");
            return false;
        }
        runs_.push_back({number, first, static_cast<std::size_t>(steps), *weight, segment.portion});
        waiting_.resize(runs_.size(), Release::dated);
        if (segment.over.is_zero()) {
            grid_.push_back({begin, 0});
        } else if (segment.every.in_months()) {
            // Counting months up from the begin: each day is picked in its own month, so no clamp is carried on.
            const int every = segment.every.count();
            int year = begin.year();
            int month = begin.month();
            for (int i = 1; i <= steps; ++i) {
                month += every;
                if (month > 12) {
                    year += (month - 1) / 12;
                    month = (month - 1) % 12 + 1;
                }
                grid_.push_back({terms_.day_of_month.in_month(year, month, cursor.anchor_day), 0});
            }
        } else {
            for (int i = 1; i <= steps; ++i) {
                grid_.push_back({begin.plus_days(static_cast<std::int64_t>(segment.every.count()) * i), 0});
            }
        }
        if (segment.cliff && !segment.cliff->after.is_zero()) {
            cliffs_.push_back({&*segment.cliff, {runs_.size() - 1, runs_.size(), begin, cursor.anchor_day}});
        }
        cursor.begin = segment.over.is_zero() ? begin : end;
        return true;
    }

    // Holds back what a cliff holds back. Without a portion of its own the dates move and the amounts stay; with one,
    // the portion becomes a run of its own and the rest is spread over what follows.
    bool apply_cliff(const Cliff& cliff, Stretch stretch) {
        const Date day = day_after(stretch.begin, cliff.after, stretch.anchor_day);
        const std::size_t first = runs_[stretch.first_run].first;
        const Run& last_run = runs_[stretch.last_run - 1];
        const std::size_t past = last_run.first + last_run.count;
        const auto date_at = [&](std::size_t i) { return *grid_[i].date; };
        Date last_date = date_at(first);
        std::size_t after = 0;
        for (std::size_t i = first; i < past; ++i) {
            last_date = std::max(last_date, date_at(i));
            after += date_at(i) > day ? 1U : 0U;
        }
        if (day > last_date) {
            diagnostics_.error(codes::cliff_past_end, cliff.span,
                               "the cliff (" + to_string(cliff.after) + ", on " + to_string(day) +
                                   ") lies past the last tranche on " + to_string(last_date),
                               "a cliff lies inside its schedule: shorten it, or lengthen `over`");
            return false;
        }
        if (cliff.portion && *cliff.portion < whole_grant() && after == 0) {
            diagnostics_.error(codes::cliff_past_end, cliff.span,
                               "the cliff releases " + quantity::to_percent(*cliff.portion, 4) +
                                   " and no tranche follows it to release the rest",
                               "move the cliff before the last tranche, or leave `portion` out");
            return false;
        }
        if (after == 0) {
            diagnostics_.warning(
                codes::cliff_at_end, cliff.span,
                "nothing vests before the end: the cliff falls on the last tranche, " + to_string(last_date),
                "if that is what the letter says, nothing needs to change");
        }
        if (!cliff.portion) {
            for (std::size_t i = first; i < past; ++i) {
                if (date_at(i) <= day) {
                    grid_[i].date = day;
                }
            }
            return true;
        }
        return split_at_cliff(*cliff.portion, cliff.span, stretch, day);
    }

    bool split_at_cliff(const Rate& portion, Span span, const Stretch& stretch, Date day) {
        const auto rest = *whole_grant().minus(portion);
        std::vector<Run> runs{runs_.begin(), runs_.begin() + static_cast<std::ptrdiff_t>(stretch.first_run)};
        std::vector<Installment> grid{grid_.begin(),
                                      grid_.begin() + static_cast<std::ptrdiff_t>(runs_[stretch.first_run].first)};
        // What is left of the grid after the cliff, and how much of the whole it weighs.
        Fraction total;
        Fraction following;
        std::int32_t segment_of_cliff = runs_[stretch.first_run].segment;
        bool exact = true;
        const auto add = [&](Fraction& sum, const Fraction& part) {
            const auto next = sum.plus(part);
            exact = exact && next.has_value();
            sum = next.value_or(sum);
        };
        for (std::size_t r = stretch.first_run; r < stretch.last_run; ++r) {
            const Run& run = runs_[r];
            add(total, run.portion);
            for (std::size_t i = run.first; i < run.first + run.count; ++i) {
                if (*grid_[i].date > day) {
                    add(following, run.weight);
                } else {
                    segment_of_cliff = run.segment;
                }
            }
        }
        const auto lump = total.times(portion);
        const auto scale = following.is_zero() ? std::optional{Fraction{0}} : divide(rest, following, total);
        const bool one_segment = stretch.last_run - stretch.first_run == 1;
        if (exact && lump && scale) {
            Run lump_run{segment_of_cliff, grid.size(), 1, *lump, one_segment ? total : *lump};
            lump_run.lump_of_next = one_segment ? std::optional{portion} : std::nullopt;
            runs.push_back(lump_run);
            grid.push_back({day, 0});
            for (std::size_t r = stretch.first_run; r < stretch.last_run; ++r) {
                const Run& run = runs_[r];
                Run left{run.segment, grid.size(), 0, Fraction{0}, Fraction{0}};
                for (std::size_t i = run.first; i < run.first + run.count; ++i) {
                    if (*grid_[i].date > day) {
                        grid.push_back(grid_[i]);
                        ++left.count;
                    }
                }
                const auto weight = run.weight.times(*scale);
                const auto whole =
                    weight ? weight->times(Fraction{static_cast<std::int64_t>(left.count)}) : std::nullopt;
                exact = exact && whole.has_value();
                if (exact && left.count != 0) {
                    left.weight = *weight;
                    left.portion = *whole;
                    runs.push_back(left);
                }
            }
        }
        if (!exact || !lump || !scale) {
            diagnostics_.error(codes::overflow, span, "this cliff portion is too fine to be computed exactly",
                               "write it with fewer digits, or as a fraction such as \"1/3\"");
            return false;
        }
        // The runs after the stretch keep their order and follow in the grid.
        for (std::size_t r = stretch.last_run; r < runs_.size(); ++r) {
            Run run = runs_[r];
            const std::size_t first = run.first;
            run.first = grid.size();
            for (std::size_t i = first; i < first + run.count; ++i) {
                grid.push_back(grid_[i]);
            }
            runs.push_back(run);
        }
        const auto added = static_cast<std::ptrdiff_t>(runs.size()) - static_cast<std::ptrdiff_t>(runs_.size());
        std::vector<Release> waiting(runs.size(), Release::dated);
        for (std::size_t r = stretch.last_run; r < runs_.size(); ++r) {
            waiting[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(r) + added)] =
                waiting_.empty() ? Release::dated : waiting_[r];
        }
        for (auto& held : cliffs_) {
            if (held.stretch.first_run >= stretch.last_run) {
                held.stretch.first_run =
                    static_cast<std::size_t>(static_cast<std::ptrdiff_t>(held.stretch.first_run) + added);
                held.stretch.last_run =
                    static_cast<std::size_t>(static_cast<std::ptrdiff_t>(held.stretch.last_run) + added);
            }
        }
        runs_ = std::move(runs);
        grid_ = std::move(grid);
        waiting_ = std::move(waiting);
        return true;
    }

    // rest x total / following: what each remaining weight is multiplied by.
    static std::optional<Fraction> divide(const Fraction& rest, const Fraction& following, const Fraction& total) {
        const auto ratio = Fraction::of(static_cast<quantity::int128>(total.numerator()) * following.denominator(),
                                        static_cast<quantity::int128>(total.denominator()) * following.numerator());
        return ratio ? rest.times(*ratio) : std::nullopt;
    }

    [[nodiscard]] const Segment* segment_of(const Run& run) const {
        return segments_of_terms_ == 0 ? nullptr : &terms_.vesting.segments[static_cast<std::size_t>(run.segment - 1)];
    }

    Schedule release(Shares lost) {
        Schedule schedule{{}, lost};
        schedule.tranches.reserve(grid_.size());
        const Opening grant_gate = opening_of(terms_.gates, terms_.gate_deadline, events_);
        bool in_order = true;
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            const Run& run = runs_[r];
            const Segment* segment = segment_of(run);
            const Opening segment_gate = segment == nullptr || segment->gates.empty()
                                             ? Opening{}
                                             : opening_of(segment->gates, terms_.gate_deadline, events_);
            const Release held =
                std::max({waiting_.empty() ? Release::dated : waiting_[r], grant_gate.release, segment_gate.release});
            const std::optional<Date> floor = earliest_release(grant_gate, segment_gate);
            for (std::size_t i = run.first; i < run.first + run.count; ++i) {
                const Installment& installment = grid_[i];
                const Shares quantity = exact_.empty() ? Shares{installment.amount} : Shares{exact_[i]};
                if (quantity.is_zero()) {
                    continue;
                }
                std::optional<Date> date;
                if (held == Release::dated) {
                    date = floor && *installment.date < *floor ? floor : installment.date;
                }
                append(schedule.tranches, {date, installment.date, quantity, run.segment, held}, in_order);
            }
        }
        if (!in_order) {
            std::stable_sort(schedule.tranches.begin(), schedule.tranches.end(), comes_before);
            merge(schedule.tranches);
        }
        return schedule;
    }

    // Nothing is released before its gates are open, nor before the grant is made where earlier tranches fold onto it.
    [[nodiscard]] std::optional<Date> earliest_release(const Opening& grant_gate, const Opening& segment_gate) const {
        std::optional<Date> earliest = std::max(grant_gate.date, segment_gate.date);
        if (terms_.before_grant == model::BeforeGrant::fold) {
            earliest = std::max(earliest, std::optional{terms_.grant_date});
        }
        return earliest;
    }

    // By date, what has none last; within a day by the grid, then by segment.
    static bool comes_before(const Tranche& a, const Tranche& b) {
        if (a.date != b.date) {
            return a.date && (!b.date || *a.date < *b.date);
        }
        if (a.scheduled != b.scheduled) {
            return a.scheduled && (!b.scheduled || *a.scheduled < *b.scheduled);
        }
        return a.segment < b.segment;
    }

    // One row a date and segment; what waits keeps a row for each day of its grid.
    static bool same_row(const Tranche& a, const Tranche& b) {
        return a.segment == b.segment && a.date == b.date && a.release == b.release &&
               (a.date || a.scheduled == b.scheduled);
    }

    static void append(std::vector<Tranche>& tranches, const Tranche& tranche, bool& in_order) {
        if (!tranches.empty()) {
            Tranche& last = tranches.back();
            if (same_row(last, tranche)) {
                last.quantity += tranche.quantity;
                last.scheduled = std::max(last.scheduled, tranche.scheduled);
                return;
            }
            in_order = in_order && comes_before(last, tranche);
        }
        tranches.push_back(tranche);
    }

    static void merge(std::vector<Tranche>& tranches) {
        // Sorting put rows of one date side by side, but two segments may take turns within it.
        std::vector<Tranche> merged;
        merged.reserve(tranches.size());
        for (const Tranche& tranche : tranches) {
            auto place = merged.rbegin();
            while (place != merged.rend() && place->date == tranche.date && !same_row(*place, tranche) &&
                   tranche.date) {
                ++place;
            }
            if (place != merged.rend() && same_row(*place, tranche)) {
                place->quantity += tranche.quantity;
                place->scheduled = std::max(place->scheduled, tranche.scheduled);
            } else {
                merged.push_back(tranche);
            }
        }
        tranches = std::move(merged);
    }

    const ScheduleTerms& terms_;
    const EventBook& events_;
    Diagnostics& diagnostics_;
    std::vector<Run> runs_;
    std::vector<Installment> grid_;
    std::vector<Fraction> exact_;   // beside the grid, when the allocation is fractional
    std::vector<Release> waiting_;  // one a run, when any segment starts at an event
    std::vector<HeldCliff> cliffs_;
    std::size_t segments_of_terms_ = 0;
};

}  // namespace

Opening opening_of(std::span<const std::string> gates, std::optional<Date> deadline, const EventBook& events) noexcept {
    if (gates.empty()) {
        return {};
    }
    Opening result{Release::impossible, std::nullopt};
    for (const std::string& gate : gates) {
        const auto event = std::find_if(events.events.begin(), events.events.end(),
                                        [&](const model::Event& e) { return e.id == gate; });
        if (event == events.events.end()) {
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

std::optional<Schedule> expand(const ScheduleTerms& terms, const EventBook& events, Diagnostics& diagnostics) {
    expects(terms.quantity >= 0);
    return Expansion{terms, events, diagnostics}.run();
}

}  // namespace offerkit::timeline
