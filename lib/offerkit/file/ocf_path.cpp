#include <offerkit/file/ocf_path.hpp>

#include <algorithm>
#include <string>

namespace offerkit::file {

namespace {

using Path = std::vector<const OcfCondition*>;

std::string ticked(std::string_view text) { return "`" + std::string{text} + "`"; }

bool leads_to(const OcfCondition& from, const OcfCondition& to) {
    return std::any_of(from.next.begin(), from.next.end(), [&](const auto& id) { return id.value == to.id; });
}

/// Whether a condition only ends the way: on a day, vesting nothing, or at an event, vesting all of the rest.
bool stands_beside(const OcfCondition& condition) {
    if (!condition.next.empty() || condition.trigger == OcfTrigger::start) {
        return false;
    }
    return condition.trigger == OcfTrigger::event ? condition.vests_all_of_the_rest() : condition.vests_nothing();
}

/// The first condition that no other leads to; where each is led to, the first.
const OcfCondition* root_of(const std::vector<OcfCondition>& conditions) {
    for (const auto& condition : conditions) {
        if (std::none_of(conditions.begin(), conditions.end(),
                         [&](const OcfCondition& other) { return leads_to(other, condition); })) {
            return &condition;
        }
    }
    return &conditions.front();
}

std::vector<const OcfCondition*> ways_on(const OcfCondition& step, const std::vector<OcfCondition>& conditions) {
    std::vector<const OcfCondition*> onward;
    std::vector<const OcfCondition*> rest;
    for (const auto& id : step.next) {
        const auto* next = find_condition(conditions, id.value);
        if (!stands_beside(*next)) {
            onward.push_back(next);
        } else if (!next->vests_nothing()) {
            rest.push_back(next);
        }
    }
    // With nothing else to go on to, all of the rest at an event is simply the next step.
    return onward.empty() ? rest : onward;
}

bool covers_all(const OcfObject& terms, const Path& path, const std::vector<OcfCondition>& conditions) {
    for (const auto& condition : conditions) {
        const bool reached = std::any_of(path.begin(), path.end(), [&](const auto* step) {
            return step == &condition || leads_to(*step, condition);
        });
        if (!reached) {
            terms.not_expressible(condition.object.span(),
                                  "no way from " + ticked(path.front()->id) + " leads to " + ticked(condition.id),
                                  "take the condition out, or name it in the `next_condition_ids` that it comes after");
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<Path> follow_ocf_path(const OcfObject& terms, const std::vector<OcfCondition>& conditions) {
    Path path;
    for (const OcfCondition* step = root_of(conditions); step != nullptr;) {
        if (std::find(path.begin(), path.end(), step) != path.end()) {
            terms.wrong(step->object.span(), "the conditions lead back to " + ticked(step->id),
                        "the graph of vesting conditions must end");
            return std::nullopt;
        }
        path.push_back(step);
        const auto onward = ways_on(*step, conditions);
        if (onward.size() > 1) {
            terms.not_expressible(step->object.span("next_condition_ids"),
                                  "after " + ticked(step->id) + " vesting may go on by " + ticked(onward[0]->id) +
                                      " or by " + ticked(onward[1]->id) + ", whichever comes first",
                                  "our terms have one way through a schedule: write the likelier one as an offer file");
            return std::nullopt;
        }
        step = onward.empty() ? nullptr : onward.front();
    }
    return covers_all(terms, path, conditions) ? std::optional{std::move(path)} : std::nullopt;
}

}  // namespace offerkit::file
