#include <offerkit/file/ocf/schedule.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/ocf/conditions.hpp>
#include <offerkit/file/ocf/day_of_month.hpp>
#include <offerkit/file/ocf/deadlines.hpp>
#include <offerkit/file/ocf/path.hpp>
#include <offerkit/file/ocf/portions.hpp>
#include <offerkit/file/ocf/words.hpp>
#include <offerkit/file/tree/tree_parts.hpp>

namespace offerkit::file {

namespace {

using calendar::Date;
using diagnostic::formatted;
using diagnostic::Span;
using diagnostic::ticked;
using quantity::Fraction;

/// "12 months", "30 days".
std::string period_text(std::int64_t count, bool in_months) {
    return std::to_string(count) + (in_months ? " month" : " day") + (count == 1 ? "" : "s");
}

class Translation {
public:
    Translation(const OcfObject& terms, std::vector<OcfCondition> conditions, const std::vector<OcfRecord>& records,
                const std::string& suffix)
        : terms_{terms}, conditions_{std::move(conditions)}, records_{records}, suffix_{suffix}, portions_{terms} {
        for (const auto& condition : conditions_) {
            places_.emplace(condition.id, condition.place);
        }
    }

    std::optional<OcfSchedule> run() {
        const bool allocated = translate_allocation();
        auto path = follow_ocf_path(terms_, conditions_);
        if (!check_records() || !path || !allocated) {
            return std::nullopt;
        }
        path_ = std::move(*path);
        note_path();
        if (!take_ocf_day_of_month(terms_, path_, result_.keys)) {
            return std::nullopt;
        }
        const bool dated = std::any_of(path_.begin(), path_.end(),
                                       [](const auto* step) { return step->trigger == OcfTrigger::absolute; });
        if (!(dated ? translate_dates() : translate_steps()) || !translate_sides()) {
            return std::nullopt;
        }
        return std::move(result_);
    }

private:
    void cannot(Span span, std::string message, std::string help) const {
        terms_.not_expressible(span, std::move(message), std::move(help));
    }

    bool translate_allocation() {
        const auto word = terms_.text("allocation_type");
        if (!word) {
            return false;
        }
        auto ours = allocation_of(word->value);
        if (!ours) {
            terms_.wrong(word->span, formatted("there is no allocation `{}`", word->value),
                         "it is CUMULATIVE_ROUNDING, CUMULATIVE_ROUND_DOWN, FRONT_LOADED, BACK_LOADED, or one of the "
                         "last two with _TO_SINGLE_TRANCHE behind it");
            return false;
        }
        result_.keys.push_back(entry("allocation", text_node(std::move(*ours), word->span)));
        return true;
    }

    // What is recorded must be of a condition that waits for a record, once.
    bool check_records() {
        bool sound = true;
        for (const auto& record : records_) {
            const auto place = places_.find(record.condition);
            const auto* condition = place == places_.end() ? nullptr : &conditions_[place->second];
            if (condition == nullptr ||
                (condition->trigger != OcfTrigger::start && condition->trigger != OcfTrigger::event)) {
                terms_.wrong(record.span,
                             formatted("`{}` is no start and no event of {}", record.condition, terms_.name()),
                             "`vesting_condition_id` names a condition with that trigger");
                sound = false;
            }
            if (!days_.emplace(record.condition, record.date).second) {
                terms_.wrong(record.span,
                             formatted("condition `{}` is recorded twice for one security", record.condition),
                             "keep the record that holds");
                sound = false;
            }
        }
        return sound;
    }

    [[nodiscard]] std::optional<Date> recorded(const OcfCondition& condition) const {
        const auto day = days_.find(condition.id);
        return day == days_.end() ? std::nullopt : std::optional{day->second};
    }

    void note_path() {
        on_path_.assign(conditions_.size(), false);
        led_to_by_.assign(conditions_.size(), 0);
        std::vector<std::size_t> last_by(conditions_.size(), path_.size());
        for (std::size_t i = 0; i < path_.size(); ++i) {
            on_path_[path_[i]->place] = true;
            for (const std::size_t next : path_[i]->next_places) {
                // A step that names a condition twice leads to it once.
                led_to_by_[next] += i + 1 < path_.size() && last_by[next] != i ? 1U : 0U;
                last_by[next] = i;
            }
        }
    }

    [[nodiscard]] bool on_path(const OcfCondition& condition) const { return on_path_[condition.place]; }

    bool translate_dates() {
        std::vector<Node> days;
        for (const auto* step : path_) {
            const bool plain_start = step->trigger == OcfTrigger::start && step->vests_nothing();
            if (plain_start) {
                continue;
            }
            if (step->trigger != OcfTrigger::absolute) {
                cannot(step->object.span(),
                       formatted("`{}` stands in one chain with fixed dates, and has none", step->id),
                       "our terms have dates or periods: write all the dates out, as `vestings`");
                return false;
            }
            const auto part = portions_.part_of(*step);
            if (!part || !portions_.give(*step, part)) {
                return false;
            }
            if (part->is_zero()) {
                continue;
            }
            const Span span = step->object.span();
            days.push_back(table_node({entry("date", date_node(*step->date, span)),
                                       entry("portion", text_node(quantity::to_ratio(*part), span))},
                                      span));
        }
        if (!portions_.add_up()) {
            return false;
        }
        const Span span = terms_.span("vesting_conditions");
        result_.keys.push_back(entry("vesting", table_node({entry("on", list_node(std::move(days), span))}, span)));
        return true;
    }

    bool translate_steps() {
        for (std::size_t i = 0; i < path_.size(); ++i) {
            const OcfCondition& step = *path_[i];
            const OcfCondition* before = i == 0 ? nullptr : path_[i - 1];
            const bool sound =
                step.trigger == OcfTrigger::relative ? add_stretch(step, before) : add_moment(step, before);
            if (!sound) {
                return false;
            }
        }
        if (!portions_.add_up()) {
            return false;
        }
        const Span span = terms_.span("vesting_conditions");
        if (segments_.empty()) {
            return false;
        }
        result_.keys.push_back(entry("segment", list_node(std::move(segments_), span)));
        return true;
    }

    /// A start or an event: what follows counts from it, and it may vest something at once.
    bool add_moment(const OcfCondition& step, const OcfCondition* before) {
        if (step.trigger == OcfTrigger::start) {
            if (before != nullptr) {
                cannot(step.object.span(), formatted("the vesting start `{}` comes after another condition", step.id),
                       "our schedules begin with it");
                return false;
            }
            result_.start = recorded(step);
            result_.awaits_start = !result_.start;
        }
        if (step.trigger == OcfTrigger::event || !result_.start) {
            pending_start_ = add_event(step);
        }
        const auto part = portions_.part_of(step);
        if (!part || !portions_.give(step, part)) {
            return false;
        }
        if (!part->is_zero()) {
            add_segment(step, *part, "0 days", "", "");
        }
        return true;
    }

    bool add_stretch(const OcfCondition& step, const OcfCondition* before) {
        if (before == nullptr || step.relative_to.value != before->id) {
            cannot(step.relative_to.span,
                   formatted("`{}` counts from `{}`, and comes after {}", step.id, step.relative_to.value,
                             before == nullptr ? "nothing" : ticked(before->id)),
                   "our stretches follow each other: write the dates out, as `vestings`");
            return false;
        }
        const auto part = portions_.part_of(step);
        const auto whole = part ? part->times(Fraction{step.occurrences}) : std::nullopt;
        if (!part) {
            return false;
        }
        if (!portions_.give(step, whole)) {
            return false;
        }
        const bool at_once = step.length == 0;
        add_segment(step, *whole, period_text(step.length * step.occurrences, step.in_months && !at_once),
                    at_once ? "" : period_text(step.length, step.in_months),
                    step.cliff_installment >= 2 && !at_once
                        ? period_text(step.length * step.cliff_installment, step.in_months)
                        : "");
        return true;
    }

    void add_segment(const OcfCondition& step, const Fraction& portion, const std::string& over,
                     const std::string& every, const std::string& cliff) {
        const Span span = step.object.span();
        std::vector<Entry> keys{entry("portion", text_node(quantity::to_ratio(portion), span)),
                                entry("over", text_node(over, span))};
        if (!every.empty()) {
            keys.push_back(entry("every", text_node(every, span)));
        }
        if (!cliff.empty()) {
            keys.push_back(entry("cliff", text_node(cliff, span)));
        }
        if (!pending_start_.empty()) {
            keys.push_back(entry("start", text_node("event:" + std::exchange(pending_start_, {}), span)));
        }
        segments_.push_back(table_node(std::move(keys), span));
    }

    /// An event in our terms; its name.
    std::string add_event(const OcfCondition& condition) {
        std::string id = condition.id;
        std::replace_if(id.begin(), id.end(), [](char c) { return c == ' ' || c == '+' || c == '='; }, '-');
        id = (id == "leave" ? "leave-event" : id) + suffix_;
        const std::string plain = id;
        for (int& times = names_[plain]; !taken_.insert(id).second;) {
            id = plain + "-" + std::to_string(++times + 1);
        }
        event_of_.emplace(condition.place, result_.events.size());
        result_.events.push_back({id, recorded(condition), std::nullopt, condition.object.span("id")});
        return id;
    }

    /// What stands beside the path: an event that vests all of the rest, and days that end the waiting for events.
    bool translate_sides() {
        std::vector<Node> accelerations;
        for (const auto& condition : conditions_) {
            if (on_path(condition) || !condition.vests_all_of_the_rest()) {
                continue;
            }
            if (led_to_by_[condition.place] + 1 < path_.size()) {
                const auto without = std::find_if(path_.begin(), path_.end() - 1,
                                                  [&](const auto* step) { return !leads_to(*step, condition); });
                cannot(condition.object.span(),
                       formatted("`{}` vests all of the rest, but not after `{}`", condition.id, (*without)->id),
                       "our accelerations hold as long as anything is unvested");
                return false;
            }
            const Span span = condition.object.span();
            accelerations.push_back(table_node(
                {entry("trigger", text_node("single", span)), entry("event", text_node(add_event(condition), span)),
                 entry("amount", text_node("100%", span)), entry("order", text_node("prorata", span))},
                span));
        }
        if (!accelerations.empty()) {
            result_.keys.push_back(entry("acceleration", list_node(std::move(accelerations), terms_.span())));
        }
        return limit_events();
    }

    /// The last days of the events: the earliest that any step of the path sets.
    bool limit_events() {
        for (const auto* step : path_) {
            const auto deadlines = deadlines_after(*step, {terms_, conditions_, on_path_, days_});
            if (!deadlines) {
                return false;
            }
            for (const auto& [condition, day] : *deadlines) {
                if (const auto event = event_of_.find(condition); event != event_of_.end()) {
                    auto& deadline = result_.events[event->second].deadline;
                    deadline = deadline ? std::min(*deadline, day) : day;
                }
            }
        }
        return true;
    }

    static bool leads_to(const OcfCondition& from, const OcfCondition& to) {
        return std::find(from.next_places.begin(), from.next_places.end(), to.place) != from.next_places.end();
    }

    const OcfObject& terms_;
    std::vector<OcfCondition> conditions_;
    const std::vector<OcfRecord>& records_;
    const std::string& suffix_;
    std::vector<const OcfCondition*> path_{};
    OcfPortions portions_;
    std::vector<Node> segments_{};
    std::string pending_start_{};                       ///< the event that the next segment starts at
    std::map<std::string_view, std::size_t> places_{};  ///< of the conditions by their ids
    std::map<std::string_view, Date> days_{};           ///< what is recorded, by condition
    std::vector<bool> on_path_{};                       ///< beside the conditions
    std::vector<std::size_t> led_to_by_{};              ///< how many steps of the path but the last lead to each
    std::map<std::size_t, std::size_t> event_of_{};     ///< the event of a condition, by their places
    std::map<std::string, int> names_{};                ///< how often each name of an event was changed
    std::set<std::string> taken_{};                     ///< the names of events so far
    OcfSchedule result_{};
};

}  // namespace

std::optional<OcfSchedule> read_ocf_schedule(const OcfObject& terms, std::int64_t quantity,
                                             const std::vector<OcfRecord>& records, const std::string& event_suffix) {
    auto conditions = read_ocf_conditions(terms, quantity);
    if (!conditions) {
        return std::nullopt;
    }
    return Translation{terms, std::move(*conditions), records, event_suffix}.run();
}

}  // namespace offerkit::file
