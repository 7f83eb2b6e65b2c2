#include <cli/dialogue/elicitation.hpp>

#include <cli/dialogue/elicitation_steps.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli {
namespace {

/// Equal weights as the swings that say the same, for the dialogue to begin from.
void spell_out_equal_weights(model::Priorities& priorities) {
    if (!priorities.equal_weights) {
        return;
    }
    constexpr std::int64_t full = 100;
    const model::Stated<quantity::Number> swing{quantity::Number{full}};
    priorities.equal_weights = false;
    if (priorities.money) {
        priorities.money->swing = swing;
    }
    for (model::Factor& factor : priorities.factors) {
        factor.swing = swing;
    }
}

}  // namespace

std::optional<model::Priorities> elicit_priorities(Dialogue& dialogue, const model::Priorities* start) {
    model::Priorities priorities{.file = {}};
    if (start != nullptr) {
        priorities = *start;
        spell_out_equal_weights(priorities);
    }
    dialogue.say(
        "What matters to you in a job? Say it before you look at the offers, so that none of them says it for you."
        " Enter takes what stands in [brackets], `?` explains a question, `back` goes back.");
    if (!priorities.profile.empty()) {
        dialogue.say(diagnostic::formatted(
            "Begun from the profile `{}`, which is only a starting point: change whatever does not fit you.",
            priorities.profile));
    }
    const bool pay_counts = priorities.money || start == nullptr;
    const bool done = elicitation::name_factors(dialogue, priorities) && elicitation::set_musts(dialogue, priorities) &&
                      elicitation::set_pay(dialogue, priorities, pay_counts) &&
                      elicitation::weigh(dialogue, priorities) && elicitation::confirm_worths(dialogue, priorities) &&
                      elicitation::set_risk(dialogue, priorities) && elicitation::set_household(dialogue, priorities);
    return done ? std::optional{std::move(priorities)} : std::nullopt;
}

}  // namespace offerkit::cli
