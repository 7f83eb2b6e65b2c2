#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/tax/form.hpp>

/// The taxes of a household in one tax year: who is taxed on what, the forms made ready for it, and what they come to.
namespace offerkit::tax {

/// What one person earns in the year.
struct Earner {
    quantity::Money cash;               ///< base, bonus, sign-on, cash grants and taxable benefits
    quantity::Money equity;             ///< share income taxed as pay, when it vests or is exercised
    quantity::Money pretax_retirement;  ///< deferrals that are out of income tax
    quantity::Money pretax_benefits;    ///< what is out of income tax and of payroll taxes
    quantity::Money se;                 ///< net earnings of a contract, which are not in cash or equity
    quantity::Money pay_no_payroll;     ///< income that payroll taxes leave out, not in cash or equity
    quantity::Money equity_passed;      ///< of equity, what the earner bears the employer's contributions on

    [[nodiscard]] static Earner none(quantity::Currency currency) noexcept {
        const auto zero = quantity::Money::zero(currency);
        return {zero, zero, zero, zero, zero, zero, zero};
    }
};

/// One or two earners and what they have together. All amounts are in the currency of the forms.
struct Household {
    std::vector<Earner> earners{};  ///< one or two: a second one only where the spouse is paid
    std::int64_t children = 0;
    quantity::Money long_gain;
    quantity::Money short_gain;
    quantity::Money iso_spread;  ///< of incentive options exercised and held past the end of the year
    quantity::Money other_income;

    /// One earner with nothing else.
    [[nodiscard]] static Household of(const Earner& earner) {
        const auto zero = quantity::Money::zero(earner.cash.currency());
        return {.earners = {earner}, .long_gain = zero, .short_gain = zero, .iso_spread = zero, .other_income = zero};
    }
};

/// Whether the better of the standard deduction and of state and local tax is taken, or the standard one whatever it
/// is.
enum class Deduction { best, standard };

/// What tax is asked for: the tax year, the status, and how much indexed numbers rise in a year after the last table.
struct Question {
    int year = 0;
    Status status = Status::single;
    quantity::Rate index{};
};

/// What of a chain was used for a question, for people to read.
struct FormUse {
    std::string id;
    std::string name;                       ///< "us-ca-2026": the profile
    std::string title;                      ///< "California"
    int year = 0;                           ///< of the profile
    int table_year = 0;                     ///< of its oldest number
    Standing standing = Standing::enacted;  ///< projected when any of its numbers is
    std::vector<std::string> projected{};   ///< the lines whose numbers are
    Confidence confidence = Confidence::low;
    bool checked = false;
    std::string note{};  ///< what is contested or left out
};

/// A chain of forms made ready for one question: each line has the numbers of the status, raised to the year, and knows
/// by its place what it reads. Making it takes longer than evaluating it, which is done for many households.
class Plan {
public:
    /// The chain in its order, each form after those it uses. Nothing, with the reasons reported at `span`, when a form
    /// does not know the status, the forms do not fit together, a number leaves 128 bits, or there is no form.
    [[nodiscard]] static std::optional<Plan> make(std::vector<Form> chain, const Question& question,
                                                  diagnostic::Diagnostics& problems, Span span = {});

    [[nodiscard]] const Question& question() const noexcept { return question_; }
    [[nodiscard]] quantity::Currency currency() const noexcept { return forms().front().currency; }
    [[nodiscard]] const std::vector<Form>& forms() const noexcept { return *forms_; }
    [[nodiscard]] std::vector<FormUse> uses() const;

    /// A line of one status and year, and what it is made of: for evaluating alone.
    struct Ready;
    struct Band;
    struct Bound;
    struct Fall;
    struct Step;
    [[nodiscard]] std::span<const Ready> lines() const noexcept;
    /// How many of the lines belong to the first form.
    [[nodiscard]] std::size_t of_first() const noexcept { return forms().front().lines.size(); }
    /// Whether the first form asks for state and local tax, so that a second pass can change it.
    [[nodiscard]] bool reads_state_tax() const noexcept { return reads_state_tax_; }

    /// Whether any line reads an input.
    [[nodiscard]] bool reads(Input input) const noexcept { return reads_[static_cast<std::size_t>(input)]; }

private:
    Plan(std::vector<Form> chain, const Question& question);
    [[nodiscard]] bool fits_together(diagnostic::Diagnostics& problems, Span span) const;
    [[nodiscard]] bool ready_lines();
    [[nodiscard]] Ready ready(const Form& form, std::uint32_t number, const Line& line) const;
    [[nodiscard]] std::vector<Band> bands_of(const Form& form, const Line& line) const;
    [[nodiscard]] std::uint32_t place_of(std::uint32_t form, const Reference& reference) const;

    std::shared_ptr<const std::vector<Form>> forms_;
    Question question_;
    std::shared_ptr<const std::vector<Ready>> lines_{};
    bool reads_state_tax_ = false;
    std::array<bool, input_count> reads_{};
};

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
