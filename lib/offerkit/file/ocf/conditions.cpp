#include <offerkit/file/ocf/conditions.hpp>

#include <map>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::file {

namespace {

using diagnostic::formatted;
using quantity::Fraction;
using quantity::int128;
using Need = OcfObject::Need;

/// Longer periods and more of them are slips: a calendar ends long before.
constexpr std::int64_t most_steps = 1'000'000;

class ConditionReader {
public:
    ConditionReader(const Json& json, const OcfObject& terms, std::int64_t shares)
        : object_{json, "a vesting condition of " + terms.name(), terms.diagnostics()}, shares_{shares} {}

    std::optional<OcfCondition> read() {
        const auto id = object_.text("id");
        if (!id) {
            return std::nullopt;
        }
        object_ = {object_.json(), "condition `" + id->value + "`", object_.diagnostics()};
        OcfCondition condition{.object = object_, .id = id->value};
        const bool known =
            object_.knows_only({"id", "description", "portion", "quantity", "trigger", "next_condition_ids"});
        const bool amount = read_amount(condition);
        const bool trigger = read_trigger(condition);
        const bool next = read_next(condition);
        return known && amount && trigger && next ? std::optional{std::move(condition)} : std::nullopt;
    }

private:
    bool read_amount(OcfCondition& condition) {
        if (object_.has("portion") == object_.has("quantity")) {
            object_.wrong(object_.span(),
                          formatted("{} has {}", object_.name(),
                                    object_.has("portion") ? "both `portion` and `quantity`"
                                                           : "neither `portion` nor `quantity`"),
                          "Open Cap Format wants exactly one of them; `\"quantity\": \"0\"` vests nothing");
            return false;
        }
        return object_.has("quantity") ? read_quantity(condition) : read_portion(condition);
    }

    bool read_quantity(OcfCondition& condition) {
        const auto shares = object_.count("quantity", 0);
        if (!shares) {
            return false;
        }
        const auto portion = Fraction::of(shares->value, shares_);
        condition.portion = *portion;
        condition.quantity = shares->value;
        return true;
    }

    bool read_portion(OcfCondition& condition) {
        const auto part = object_.object("portion");
        const auto numerator = part ? part->numeric("numerator") : std::nullopt;
        const auto denominator = part ? part->numeric("denominator") : std::nullopt;
        if (!numerator || !denominator || !part->knows_only({"numerator", "denominator", "remainder"})) {
            return false;
        }
        if (numerator->value < Fraction{} || denominator->value <= Fraction{}) {
            object_.wrong(part->span(), formatted("the portion of {} is not a share of a whole", object_.name()),
                          "a numerator of at least 0 stands over a denominator above 0");
            return false;
        }
        const auto ratio =
            Fraction::of(static_cast<int128>(numerator->value.numerator()) * denominator->value.denominator(),
                         static_cast<int128>(numerator->value.denominator()) * denominator->value.numerator());
        if (!ratio) {
            object_.wrong(part->span(), formatted("the portion of {} is too fine to be exact", object_.name()),
                          "write it with fewer digits");
            return false;
        }
        condition.portion = *ratio;
        const auto remainder = part->boolean("remainder");
        condition.of_the_rest = remainder && remainder->value;
        return true;
    }

    bool read_trigger(OcfCondition& condition) {
        const auto trigger = object_.object("trigger");
        const auto type = trigger ? trigger->text("type") : std::nullopt;
        if (!type) {
            return false;
        }
        if (type->value == "VESTING_START_DATE") {
            condition.trigger = OcfTrigger::start;
            return trigger->knows_only({"type"});
        }
        if (type->value == "VESTING_EVENT") {
            condition.trigger = OcfTrigger::event;
            return trigger->knows_only({"type"});
        }
        if (type->value == "VESTING_SCHEDULE_ABSOLUTE") {
            condition.trigger = OcfTrigger::absolute;
            const auto date = trigger->date("date");
            condition.date = date ? std::optional{date->value} : std::nullopt;
            return date.has_value() && trigger->knows_only({"type", "date"});
        }
        if (type->value == "VESTING_SCHEDULE_RELATIVE") {
            condition.trigger = OcfTrigger::relative;
            return read_period(*trigger, condition);
        }
        object_.wrong(
            type->span, formatted("there is no trigger `{}`", type->value),
            "it is VESTING_START_DATE, VESTING_SCHEDULE_RELATIVE, VESTING_SCHEDULE_ABSOLUTE or VESTING_EVENT");
        return false;
    }

    bool read_period(const OcfObject& trigger, OcfCondition& condition) {
        const auto relative_to = trigger.text("relative_to_condition_id");
        const auto period = trigger.object("period");
        if (!relative_to || !period) {
            return false;
        }
        condition.relative_to = *relative_to;
        const auto length = period->count("length", 0);
        const auto occurrences = period->count("occurrences", 1);
        const auto type = period->text("type");
        const auto cliff = period->count("cliff_installment", 0, Need::optional);
        const bool known = trigger.knows_only({"type", "period", "relative_to_condition_id"}) &&
                           period->knows_only({"type", "length", "occurrences", "cliff_installment", "day_of_month"});
        if (!known || !length || !occurrences || !type || (period->has("cliff_installment") && !cliff)) {
            return false;
        }
        if (type->value != "MONTHS" && type->value != "DAYS") {
            object_.wrong(type->span, formatted("there is no period in `{}`", type->value), "it is MONTHS or DAYS");
            return false;
        }
        if (length->value > most_steps || occurrences->value > most_steps) {
            object_.wrong(period->span(), "this period runs past any calendar", "check `length` and `occurrences`");
            return false;
        }
        condition.length = length->value;
        condition.occurrences = occurrences->value;
        condition.in_months = type->value == "MONTHS";
        condition.cliff_installment = cliff ? cliff->value : 0;
        if (condition.cliff_installment > condition.occurrences) {
            object_.wrong(cliff->span, formatted("the cliff of {} lies past its last installment", object_.name()),
                          formatted("it is at most `occurrences`, {}", std::to_string(condition.occurrences)));
            return false;
        }
        if (condition.in_months) {
            condition.day_of_month = period->text("day_of_month");
            return condition.day_of_month.has_value();
        }
        return true;
    }

    bool read_next(OcfCondition& condition) {
        const Json* list = object_.value("next_condition_ids", Json::Kind::list);
        if (list == nullptr) {
            return false;
        }
        for (const Json& id : list->items) {
            if (id.kind != Json::Kind::text) {
                object_.wrong(id.span,
                              formatted("`next_condition_ids` of {} holds {}", object_.name(), described(id.kind)),
                              "it is a list of ids, each in quotation marks");
                return false;
            }
            condition.next.push_back({id.text, id.span});
        }
        return true;
    }

    OcfObject object_;
    std::int64_t shares_;
};

/// Finds what the conditions name: every id must be of a condition, and each condition has an id of its own.
bool find_places(std::vector<OcfCondition>& conditions) {
    std::map<std::string_view, std::size_t> places;
    bool sound = true;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        conditions[i].place = i;
        if (!places.emplace(conditions[i].id, i).second) {
            conditions[i].object.wrong(conditions[i].object.span("id"),
                                       formatted("two conditions have the id `{}`", conditions[i].id),
                                       "give each condition its own");
            sound = false;
        }
    }
    for (auto& condition : conditions) {
        const auto place_of = [&](const model::Stated<std::string>& id) {
            const auto found = places.find(id.value);
            if (found == places.end()) {
                condition.object.wrong(id.span, formatted("no condition of these terms has the id `{}`", id.value),
                                       "name a condition that stands in `vesting_conditions`");
                sound = false;
            }
            return found == places.end() ? std::size_t{0} : found->second;
        };
        for (const auto& id : condition.next) {
            condition.next_places.push_back(place_of(id));
        }
        if (condition.trigger == OcfTrigger::relative) {
            condition.relative_place = place_of(condition.relative_to);
        }
    }
    return sound;
}

}  // namespace

std::optional<std::vector<OcfCondition>> read_ocf_conditions(const OcfObject& terms, std::int64_t shares) {
    const Json* list = terms.value("vesting_conditions", Json::Kind::list);
    if (list == nullptr) {
        return std::nullopt;
    }
    constexpr std::size_t most_conditions = 1'000;
    if (list->items.empty() || list->items.size() > most_conditions) {
        terms.wrong(
            list->span,
            formatted("{} has {}", terms.name(), list->items.empty() ? "no condition" : "more than 1,000 conditions"),
            "vesting terms hold one condition for each step");
        return std::nullopt;
    }
    std::vector<OcfCondition> conditions;
    bool sound = terms.knows_only(
        {"object_type", "id", "comments", "name", "description", "allocation_type", "vesting_conditions"});
    for (const Json& item : list->items) {
        if (item.kind != Json::Kind::object) {
            terms.wrong(item.span, formatted("a vesting condition is an object, not {}", described(item.kind)),
                        "compare it with the schema of Open Cap Format");
            sound = false;
            continue;
        }
        auto condition = ConditionReader{item, terms, shares}.read();
        sound = sound && condition.has_value();
        if (condition) {
            conditions.push_back(std::move(*condition));
        }
    }
    return sound && find_places(conditions) ? std::optional{std::move(conditions)} : std::nullopt;
}

}  // namespace offerkit::file
