#include <cli/dialogue/elicitation_steps.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <cli/dialogue/answers.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::cli::elicitation {
namespace {

using model::FilingStatus;
using model::Household;
using model::Priorities;
using model::Stated;
using quantity::Money;

constexpr std::string_view no = "no";
constexpr std::string_view most = "max";

std::string spoken(Money amount) { return diagnostic::grouped(to_plain(amount)); }

Understood<std::optional<FilingStatus>> status_of(const std::string& answer) {
    if (answer == no) {
        return std::optional<FilingStatus>{};
    }
    if (const auto status = from_word<FilingStatus>(answer)) {
        return status;
    }
    return misunderstood(diagnostic::formatted("`{}` is no way to file", answer),
                         "answer with single, joint, head or separate, or with no");
}

/// A yearly amount; `known` is what stands already, else nothing is the answer.
bool ask_amount(Dialogue& dialogue, std::string_view question, quantity::Currency currency,
                std::optional<Stated<Money>>& known) {
    const auto amount =
        dialogue.ask<Money>(question, known ? spoken(known->value) : std::string{"0"},
                            [&](const std::string& answer) { return answers::amount(answer, currency); });
    if (!amount) {
        return false;
    }
    if (amount->is_zero()) {
        known.reset();
    } else {
        known = Stated<Money>{*amount};
    }
    return true;
}

bool ask_deferral(Dialogue& dialogue, quantity::Currency currency, Household& household) {
    const std::string likely = household.most_deferral ? std::string{most}
                               : household.deferral    ? spoken(household.deferral->value)
                                                       : std::string{"0"};
    // Nothing stands for as much as the law allows.
    using Deferral = std::optional<Money>;
    const auto deferral = dialogue.ask<Deferral>("Into a retirement plan a year, before tax (max: all that may be)",
                                                 likely, [&](const std::string& answer) -> Understood<Deferral> {
                                                     if (answer == most) {
                                                         return Deferral{};
                                                     }
                                                     auto amount = answers::amount(answer, currency);
                                                     if (!amount) {
                                                         return tl::unexpected(amount.error());
                                                     }
                                                     return Deferral{*amount};
                                                 });
    if (!deferral) {
        return false;
    }
    household.deferral.reset();
    household.most_deferral.reset();
    if (!*deferral) {
        household.most_deferral = diagnostic::Span{};
    } else if (!(*deferral)->is_zero()) {
        household.deferral = Stated<Money>{**deferral};
    }
    return true;
}

bool ask_children(Dialogue& dialogue, Household& household) {
    constexpr std::int64_t most_children = 20;
    const auto children = dialogue.ask<quantity::Number>(
        "Children", std::to_string(household.children ? household.children->value : 0),
        [](const std::string& answer) -> Understood<quantity::Number> {
            auto count = answers::number_between(answer, quantity::Number{0}, quantity::Number{most_children});
            if (count && !count->is_whole()) {
                return misunderstood("children are counted whole", "answer with such as 2");
            }
            return count;
        });
    if (!children) {
        return false;
    }
    const std::int64_t count = children->numerator();
    household.children = count > 0 ? std::optional{Stated<std::int64_t>{count, {}}} : std::nullopt;
    return true;
}

}  // namespace

bool set_household(Dialogue& dialogue, Priorities& priorities) {
    dialogue.gap();
    const auto& known = priorities.household;
    const std::string likely =
        known ? std::string{word(known->status ? known->status->value : FilingStatus::single)} : std::string{no};
    const auto status = dialogue.ask<std::optional<FilingStatus>>(
        "How do you file: single, joint, head, separate? (no: no taxes)", likely, status_of);
    if (!status) {
        return false;
    }
    if (!*status) {
        priorities.household.reset();
        return true;
    }
    if (!priorities.currency && !choose_currency(dialogue, priorities)) {
        return false;
    }
    const quantity::Currency currency = priorities.currency->value;
    Household household = known.value_or(Household{});
    household.status = Stated<FilingStatus>{**status, {}};
    const std::string in = ", in " + std::string{currency.code()};
    if (**status != FilingStatus::joint) {
        household.spouse_pay.reset();
    } else if (!ask_amount(dialogue, "Your spouse's pay a year" + in, currency, household.spouse_pay)) {
        return false;
    }
    if (!ask_children(dialogue, household) || !ask_deferral(dialogue, currency, household)) {
        return false;
    }
    // What is stated for each place is not asked for again.
    if (household.spending_in.empty() &&
        !ask_amount(dialogue, "What living takes a year, after tax" + in, currency, household.spending)) {
        return false;
    }
    priorities.household = std::move(household);
    return true;
}

}  // namespace offerkit::cli::elicitation
