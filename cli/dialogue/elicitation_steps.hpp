#pragma once

#include <string>

#include <cli/dialogue/dialogue.hpp>
#include <offerkit/model/priorities.hpp>

/// The steps of an elicitation. Each asks about one side of the priorities and changes them accordingly; false when the
/// dialogue has stopped.
namespace offerkit::cli::elicitation {

/// Which factors there are: those that stand already, without the ends of whose scales no weight has a meaning, and
/// more of the person's own. There is at least one afterwards.
[[nodiscard]] bool name_factors(Dialogue& dialogue, model::Priorities& priorities);
/// What no offer may go below.
[[nodiscard]] bool set_musts(Dialogue& dialogue, model::Priorities& priorities);
/// The currency of amounts; those that stand already keep their digits.
[[nodiscard]] bool choose_currency(Dialogue& dialogue, model::Priorities& priorities);
/// Whether yearly pay counts, and its scale. `counted`: unless the person says otherwise.
[[nodiscard]] bool set_pay(Dialogue& dialogue, model::Priorities& priorities, bool counted);
/// Which swing matters most, and the others beside it; then the same among the children of each factor that has some.
[[nodiscard]] bool weigh(Dialogue& dialogue, model::Priorities& priorities);
/// What the swings say in money, to be confirmed or corrected.
[[nodiscard]] bool confirm_worths(Dialogue& dialogue, model::Priorities& priorities);

/// How much risk weighs, where pay counts: by what somebody would take for certain in place of a coin that decides pay.
[[nodiscard]] bool set_risk(Dialogue& dialogue, model::Priorities& priorities);

/// Who is taxed and what living costs, where taxes are to count.
[[nodiscard]] bool set_household(Dialogue& dialogue, model::Priorities& priorities);

/// What a factor is called, and the same as it fits into a question.
[[nodiscard]] std::string name_of(const model::Factor& factor);
[[nodiscard]] std::string label_of(const model::Factor& factor);
/// "from "I learn nothing new" to "the steepest curve I can handle"": the two ends of its scale in words.
[[nodiscard]] std::string ends_of(const model::Factor& factor);
/// A number as one answers it.
[[nodiscard]] std::string plain(const quantity::Number& number);

}  // namespace offerkit::cli::elicitation
