#include <offerkit/file/ocf/deadlines.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/ocf/words.hpp>

namespace offerkit::file {

namespace {

using calendar::Date;
using diagnostic::formatted;

/// A day without shares, and where it stands among what may follow its step.
struct Ending {
    const OcfCondition* condition;
    std::size_t place;
    Date day;
};

/// What a step may be followed by: days that end vesting, and what vests.
struct Following {
    std::vector<Ending> endings{};
    std::vector<std::pair<const OcfCondition*, std::size_t>> awaited{};  ///< with its place
    const OcfCondition* waits_for_day = nullptr;                         ///< one of the awaited that is no event
};

Date counted_from(Date begin, int count, const OcfCondition& ending) {
    if (!ending.in_months) {
        return begin.plus_days(count);
    }
    const auto day = day_of_month_of(*ending.day_of_month);
    return (day ? day->rule : calendar::DayRule{}).apply(begin, count, begin.day());
}

std::optional<Date> recorded(const OcfCondition& condition, const OcfSides& sides) {
    const bool records = condition.trigger == OcfTrigger::start || condition.trigger == OcfTrigger::event;
    const auto day = records ? sides.days.find(condition.id) : sides.days.end();
    return day == sides.days.end() ? std::nullopt : std::optional{day->second};
}

/// The day of a condition without shares; nullopt, with a diagnostic, where it is not known or never comes.
std::optional<Date> day_of(const OcfCondition& ending, const OcfSides& sides) {
    if (ending.trigger == OcfTrigger::absolute) {
        return ending.date;
    }
    const auto begin = recorded(sides.conditions[ending.relative_place], sides);
    if (!begin) {
        sides.terms.not_expressible(ending.object.span(),
                                    formatted("`{}` ends vesting on a day that is not known: `{}` is not recorded",
                                              ending.id, ending.relative_to.value),
                                    "add its TX_VESTING_START or TX_VESTING_EVENT");
        return std::nullopt;
    }
    const std::int64_t count = ending.length * ending.occurrences;
    const bool counted = count <= std::int64_t{366} * calendar::last_year;
    const auto day = counted ? counted_from(*begin, static_cast<int>(count), ending) : Date::clamped(9999, 12, 31);
    if (day.year() > calendar::last_year) {
        sides.terms.not_expressible(ending.object.span(),
                                    formatted("`{}` ends vesting after the year 2999, and so never", ending.id),
                                    "take the condition out, or count a shorter time");
        return std::nullopt;
    }
    return day;
}

std::optional<Following> following(const OcfCondition& step, const OcfSides& sides) {
    Following all;
    for (std::size_t i = 0; i < step.next_places.size(); ++i) {
        const OcfCondition& next = sides.conditions[step.next_places[i]];
        if (sides.on_path[next.place] || !next.vests_nothing()) {
            all.awaited.emplace_back(&next, i);
            all.waits_for_day = next.trigger != OcfTrigger::event ? &next : all.waits_for_day;
        } else if (next.trigger == OcfTrigger::relative || next.trigger == OcfTrigger::absolute) {
            const auto day = day_of(next, sides);
            if (!day) {
                return std::nullopt;
            }
            all.endings.push_back({&next, i, *day});
        }
    }
    return all;
}

}  // namespace

std::optional<std::vector<OcfDeadline>> deadlines_after(const OcfCondition& step, const OcfSides& sides) {
    const auto next = following(step, sides);
    if (!next) {
        return std::nullopt;
    }
    std::vector<OcfDeadline> deadlines;
    const auto& endings = next->endings;
    if (endings.empty()) {
        return deadlines;
    }
    const OcfCondition& first = *endings.front().condition;
    if (next->waits_for_day != nullptr) {
        sides.terms.not_expressible(
            first.object.span(),
            formatted("`{}` may end vesting while `{}` only waits for a day", first.id, next->waits_for_day->id),
            "our terms have deadlines for events alone: take out what never comes first");
        return std::nullopt;
    }
    if (next->awaited.empty()) {
        sides.terms.not_expressible(first.object.span(),
                                    formatted("`{}` ends vesting where nothing is left to vest", first.id),
                                    "take the condition out");
        return std::nullopt;
    }
    // The earliest day named before each event, and the earliest of all those after it.
    std::vector<Date> from_here(endings.size(), endings.back().day);
    for (std::size_t i = endings.size() - 1; i-- > 0;) {
        from_here[i] = std::min(from_here[i + 1], endings[i].day);
    }
    std::size_t passed = 0;
    std::optional<Date> before;
    for (const auto& [event, place] : next->awaited) {
        for (; passed < endings.size() && endings[passed].place < place; ++passed) {
            before = before ? std::min(*before, endings[passed].day) : endings[passed].day;
        }
        if (before) {
            deadlines.push_back({event->place, before->plus_days(-1)});
        }
        if (passed < endings.size()) {
            deadlines.push_back({event->place, from_here[passed]});
        }
    }
    return deadlines;
}

}  // namespace offerkit::file
