#include <offerkit/file/ocf/day_of_month.hpp>

#include <string>

#include <offerkit/calendar/day_rule.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/ocf/words.hpp>
#include <offerkit/file/tree/tree_parts.hpp>

namespace offerkit::file {

namespace {

using diagnostic::formatted;

}  // namespace

bool take_ocf_day_of_month(const OcfObject& terms, std::span<const OcfCondition* const> path,
                           std::vector<Entry>& keys) {
    calendar::DayRule rule{};
    const model::Stated<std::string>* first = nullptr;
    const OcfCondition* month_before = nullptr;
    for (const auto* step : path) {
        if (step->trigger != OcfTrigger::relative) {
            continue;
        }
        if (!step->in_months) {
            if (month_before != nullptr && rule != calendar::DayRule{}) {
                terms.not_expressible(
                    step->object.span(),
                    formatted("`{}` counts days from a day of the month that `{}` was moved to", step->id,
                              month_before->id),
                    "our terms count on from where the months end: write the dates out, as `vestings`");
                return false;
            }
            continue;
        }
        const auto day = day_of_month_of(*step->day_of_month);
        if (!day) {
            terms.wrong(step->day_of_month->span,
                        formatted("there is no day of the month `{}`", step->day_of_month->value),
                        "it is \"01\" to \"28\", \"29_OR_LAST_DAY_OF_MONTH\" to \"31_OR_LAST_DAY_OF_MONTH\", or "
                        "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH");
            return false;
        }
        month_before = step;
        if (first == nullptr) {
            first = &*step->day_of_month;
            rule = day->rule;
            keys.push_back(entry("day_of_month", day->node));
        } else if (first->value != step->day_of_month->value) {
            terms.not_expressible(step->day_of_month->span,
                                  formatted("the conditions fall on different days of the month, `{}` and `{}`",
                                            first->value, step->day_of_month->value),
                                  "our terms have one rule for a grant: write the dates out, as `vestings`");
            return false;
        }
    }
    return true;
}

}  // namespace offerkit::file
