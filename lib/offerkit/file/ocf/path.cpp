#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/ocf/path.hpp>

#include <algorithm>
#include <string>

namespace offerkit::file {

namespace {

using diagnostic::formatted;

using Path = std::vector<const OcfCondition*>;

/// Whether a condition only ends the way: on a day, vesting nothing, or at an event, vesting all of the rest.
bool stands_beside(const OcfCondition& condition) {
    if (!condition.next.empty() || condition.trigger == OcfTrigger::start) {
        return false;
    }
    return condition.trigger == OcfTrigger::event ? condition.vests_all_of_the_rest() : condition.vests_nothing();
}

/// The first condition that no other leads to; where each is led to, the first.
const OcfCondition* root_of(const std::vector<OcfCondition>& conditions) {
    std::vector<bool> led_to(conditions.size(), false);
    for (const auto& condition : conditions) {
        for (const std::size_t next : condition.next_places) {
            led_to[next] = true;
        }
    }
    const auto root = std::find(led_to.begin(), led_to.end(), false);
    return &conditions[root == led_to.end() ? 0 : static_cast<std::size_t>(root - led_to.begin())];
}

Path ways_on(const OcfCondition& step, const std::vector<OcfCondition>& conditions) {
    Path onward;
    Path rest;
    for (const std::size_t place : step.next_places) {
        const OcfCondition& next = conditions[place];
        if (!stands_beside(next)) {
            onward.push_back(&next);
        } else if (!next.vests_nothing()) {
            rest.push_back(&next);
        }
    }
    // With nothing else to go on to, all of the rest at an event is simply the next step.
    return onward.empty() ? rest : onward;
}

bool covers_all(const OcfObject& terms, const Path& path, const std::vector<OcfCondition>& conditions) {
    std::vector<bool> reached(conditions.size(), false);
    for (const auto* step : path) {
        reached[step->place] = true;
        for (const std::size_t next : step->next_places) {
            reached[next] = true;
        }
    }
    const auto missed = std::find(reached.begin(), reached.end(), false);
    if (missed == reached.end()) {
        return true;
    }
    const OcfCondition& condition = conditions[static_cast<std::size_t>(missed - reached.begin())];
    terms.not_expressible(condition.object.span(),
                          formatted("no way from `{}` leads to `{}`", path.front()->id, condition.id),
                          "take the condition out, or name it in the `next_condition_ids` that it comes after");
    return false;
}

}  // namespace

std::optional<Path> follow_ocf_path(const OcfObject& terms, const std::vector<OcfCondition>& conditions) {
    expects(!conditions.empty());
    Path path;
    std::vector<bool> passed(conditions.size(), false);
    for (const OcfCondition* step = root_of(conditions); step != nullptr;) {
        if (passed[step->place]) {
            terms.wrong(step->object.span(), formatted("the conditions lead back to `{}`", step->id),
                        "the graph of vesting conditions must end");
            return std::nullopt;
        }
        passed[step->place] = true;
        path.push_back(step);
        const auto onward = ways_on(*step, conditions);
        if (onward.size() > 1) {
            terms.not_expressible(step->object.span("next_condition_ids"),
                                  formatted("after `{}` vesting may go on by `{}` or by `{}`, whichever comes first",
                                            step->id, onward[0]->id, onward[1]->id),
                                  "our terms have one way through a schedule: write the likelier one as an offer file");
            return std::nullopt;
        }
        step = onward.empty() ? nullptr : onward.front();
    }
    return covers_all(terms, path, conditions) ? std::optional{std::move(path)} : std::nullopt;
}

}  // namespace offerkit::file
