#include <offerkit/tax/assessment.hpp>

#include <algorithm>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/tax/detail/line_evaluation.hpp>

namespace offerkit::tax {

namespace {

using detail::household;
using detail::Values;
using diagnostic::formatted;
using quantity::Money;

/// Every amount of a household.
std::vector<Money> amounts_of(const Household& who) {
    std::vector<Money> amounts{who.long_gain, who.short_gain, who.iso_spread, who.other_income};
    for (const Earner& earner : who.earners) {
        amounts.insert(amounts.end(), {earner.cash, earner.equity, earner.pretax_retirement, earner.pretax_benefits,
                                       earner.se, earner.pay_no_payroll, earner.equity_passed});
    }
    return amounts;
}

/// Whether a household is one that a plan is for; if not, why.
bool fits(const Plan& plan, const Household& who, diagnostic::Diagnostics& problems, Span span) {
    if (who.earners.empty() || who.earners.size() > 2) {
        problems.error(diagnostic::codes::bad_number, span, "a household has one or two earners",
                       "give one earner, or two where the spouse is paid");
        return false;
    }
    const auto amounts = amounts_of(who);
    const auto other = std::find_if(amounts.begin(), amounts.end(),
                                    [&](Money amount) { return amount.currency() != plan.currency(); });
    if (other != amounts.end()) {
        const std::string currency{plan.currency().code()};
        problems.error(
            diagnostic::codes::conflict, span,
            formatted("the household earns in {} and its taxes are in {}", other->currency().code(), currency),
            formatted("give every amount in {}", currency));
        return false;
    }
    return true;
}

/// The values of the inputs, as earners and the household read them.
Values inputs_of(const Plan& plan, const Household& who) {
    expects(!who.earners.empty() && who.earners.size() <= 2);
    Values values(input_count + plan.lines().size());
    const auto set = [&](Input input) -> std::array<Exact, 3>& { return values[static_cast<std::size_t>(input)]; };
    const auto amount = [&](Money money) {
        expects(money.currency() == plan.currency());
        return Exact{money};
    };
    for (std::size_t i = 0; i < who.earners.size(); ++i) {
        const Earner& earner = who.earners[i];
        set(Input::cash)[i] = amount(earner.cash);
        set(Input::equity)[i] = amount(earner.equity);
        set(Input::pay)[i] = amount(earner.cash) + amount(earner.equity);
        set(Input::pretax_retirement)[i] = amount(earner.pretax_retirement);
        set(Input::pretax_benefits)[i] = amount(earner.pretax_benefits);
        set(Input::se)[i] = amount(earner.se);
        set(Input::pay_no_payroll)[i] = amount(earner.pay_no_payroll);
        set(Input::equity_passed)[i] = amount(earner.equity_passed);
    }
    for (std::size_t input = 0; input < input_count; ++input) {
        if (model::is_of_earner(static_cast<Input>(input))) {
            values[input][household] = values[input][0] + values[input][1];
        }
    }
    const Exact children{who.children};
    set(Input::children) = {children, children, children};
    // What the household has together, a line of each earner reads for the first one.
    const auto together = [&](Input input, const Exact& value) { set(input) = {value, Exact{}, value}; };
    together(Input::long_gain, amount(who.long_gain));
    together(Input::short_gain, amount(who.short_gain));
    together(Input::iso_spread, amount(who.iso_spread));
    together(Input::other_income, amount(who.other_income));
    if (who.earners.size() == 2) {
        together(Input::lesser_pay, std::min(set(Input::pay)[0], set(Input::pay)[1]));
    }
    return values;
}

bool counts_as_state_tax(const Line& line) noexcept {
    return line.deductible || line.is == Component::state_income_tax || line.is == Component::local_income_tax;
}

/// Evaluates lines from the first on, in their order.
bool run(std::span<const Plan::Ready> lines, std::size_t earners, Values& values) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        detail::LineEvaluation evaluation{lines[i], values};
        auto& value = values[input_count + i];
        if (lines[i].line->per_earner) {
            value = {};
            for (std::size_t earner = 0; earner < earners; ++earner) {
                value[earner] = evaluation.run(earner);
            }
            value[household] = value[0] + value[1];
        } else {
            value[household] = evaluation.run(household);
        }
        if (evaluation.overflowed() || value[household].overflowed()) {
            return false;
        }
    }
    return true;
}

struct Totals {
    std::array<Money, component_count> components;
    Money employee;
};

std::optional<Totals> totals_of(const Plan& plan, const Values& values) {
    std::array<Exact, component_count> sums{};
    const auto lines = plan.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].line->is) {
            sums[static_cast<std::size_t>(*lines[i].line->is)] += values[input_count + i][household];
        }
    }
    const Money zero = Money::zero(plan.currency());
    std::array<Money, component_count> rounded{zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero};
    quantity::int128 employee = 0;
    for (std::size_t i = 0; i < component_count; ++i) {
        const auto money = to_money(sums[i], plan.currency());
        if (!money) {
            return std::nullopt;
        }
        rounded[i] = *money;
        employee += model::is_employee_side(static_cast<Component>(i)) ? money->minor() : 0;
    }
    if (!quantity::fits_int64(employee)) {
        return std::nullopt;
    }
    return Totals{rounded, Money{static_cast<std::int64_t>(employee), plan.currency()}};
}

}  // namespace

std::optional<Assessment> assess(const Plan& plan, const Household& who, Deduction deduction) {
    Values values = inputs_of(plan, who);
    const auto lines = plan.lines();
    if (!run(lines, who.earners.size(), values)) {
        return std::nullopt;
    }
    auto totals = totals_of(plan, values);
    if (!totals) {
        return std::nullopt;
    }
    const Money standard = totals->employee;
    if (deduction == Deduction::best && plan.reads_state_tax()) {
        Exact state;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (counts_as_state_tax(*lines[i].line)) {
                state += values[input_count + i][household];
            }
        }
        values[static_cast<std::size_t>(Input::state_income_tax)] = {state, Exact{}, state};
        if (state.overflowed() || !run(lines.first(plan.of_first()), who.earners.size(), values)) {
            return std::nullopt;
        }
        totals = totals_of(plan, values);
        if (!totals) {
            return std::nullopt;
        }
    }
    Assessment result{.components = totals->components,
                      .employee = totals->employee,
                      .employer = totals->components[static_cast<std::size_t>(Component::employer)],
                      .withheld = totals->components[static_cast<std::size_t>(Component::withheld)],
                      .employee_standard = standard};
    result.lines.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& value = values[input_count + i];
        result.lines.push_back({&plan.forms()[lines[i].form], lines[i].line, {value[0], value[1]}, value[household]});
    }
    return result;
}

std::optional<Assessment> evaluate(const Plan& plan, const Household& who, Deduction deduction,
                                   diagnostic::Diagnostics& problems, Span span) {
    if (!fits(plan, who, problems, span)) {
        return std::nullopt;
    }
    auto assessment = assess(plan, who, deduction);
    if (!assessment) {
        problems.error(diagnostic::codes::overflow, span,
                       formatted("the tax of {} is too large to be computed exactly", plan.forms().back().name()),
                       "check the number of digits of what is earned");
    }
    return assessment;
}

std::optional<TakenOfNext> taken_of_next(const Plan& plan, const Household& who, Money more, Deduction deduction) {
    expects(!who.earners.empty());
    // More of what is earned already: under a contract that is net earnings, whatever they are paid in.
    const Earner& now_earned = who.earners.front();
    const bool contract = !now_earned.se.is_zero();
    Household in_cash = who;
    (contract ? in_cash.earners.front().se : in_cash.earners.front().cash) += more;
    Household in_shares = who;
    (contract ? in_shares.earners.front().se : in_shares.earners.front().equity) += more;
    if (!now_earned.equity_passed.is_zero()) {
        in_shares.earners.front().equity_passed += more;
    }
    const auto now = assess(plan, who, deduction);
    const auto cash = assess(plan, in_cash, deduction);
    const auto equity = assess(plan, in_shares, deduction);
    if (!now || !cash || !equity) {
        return std::nullopt;
    }
    return TakenOfNext{cash->employee - now->employee, equity->employee - now->employee};
}

std::vector<ComponentLine> component_lines(const Plan& plan, const Assessment& assessment) {
    std::vector<ComponentLine> result;
    for (const LineValue& line : assessment.lines) {
        if (line.line->is) {
            const auto amount = to_money(line.value, plan.currency());
            // The sum that it is part of fitted.
            result.push_back({&line, *line.line->is, amount.value_or(Money::zero(plan.currency()))});
        }
    }
    return result;
}

}  // namespace offerkit::tax
