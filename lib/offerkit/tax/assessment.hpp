#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/tax/household.hpp>
#include <offerkit/tax/plan.hpp>

namespace offerkit::tax {

/// What one line came to.
struct LineValue {
    const Form* form = nullptr;
    const Line* line = nullptr;
    std::array<Exact, 2> of_earner{};  ///< of a line of each earner; 0 for an earner who is not there
    Exact value{};                     ///< of the household; of such a line the sum
};

/// The taxes of one household in one year. Pointers lead into the plan, which has to outlive it.
struct Assessment {
    /// The sum of the lines of each component, exact and rounded half up to the minor unit once.
    std::array<quantity::Money, component_count> components;
    /// All that is taken from what the earners have: the sum of the rounded components of their side.
    quantity::Money employee;
    quantity::Money employer;
    quantity::Money withheld;
    /// What would be taken with the standard deduction; the same as `employee` where nothing better was found.
    quantity::Money employee_standard;
    /// Every line in the order of the forms; a form that was evaluated twice with what the second pass gave.
    std::vector<LineValue> lines{};

    [[nodiscard]] quantity::Money of(Component component) const noexcept {
        return components[static_cast<std::size_t>(component)];
    }
};

/// The taxes of a household. Two passes: the chain in order with no state tax, then, where the better deduction is
/// asked for, the first form again with the state and local tax of the first pass; never a fixed point. Forms that read
/// the first one keep what it gave with the standard deduction. Nothing when a figure leaves 128 bits. The household is
/// one of one or two earners, in the currency of the plan.
[[nodiscard]] std::optional<Assessment> assess(const Plan& plan, const Household& household,
                                               Deduction deduction = Deduction::best);

/// The same, and reports at `span` what went wrong: also a household that the plan is not for.
[[nodiscard]] std::optional<Assessment> evaluate(const Plan& plan, const Household& household, Deduction deduction,
                                                 diagnostic::Diagnostics& problems, Span span = {});

/// What is taken of the next pay of the first earner, in cash or in shares: found by evaluating again, so that it
/// agrees with the law wherever that bends. Nothing when a figure leaves 128 bits. The household is as for `assess`.
struct TakenOfNext {
    quantity::Money cash;
    quantity::Money equity;
};
[[nodiscard]] std::optional<TakenOfNext> taken_of_next(const Plan& plan, const Household& household,
                                                       quantity::Money more, Deduction deduction = Deduction::best);

/// The lines of a component with an amount of their own: what an employer pays, line by line.
struct ComponentLine {
    const LineValue* line = nullptr;
    Component is = Component::social;
    quantity::Money amount;
};
[[nodiscard]] std::vector<ComponentLine> component_lines(const Plan& plan, const Assessment& assessment);

}  // namespace offerkit::tax
