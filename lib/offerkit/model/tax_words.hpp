#pragma once

#include <array>

#include <offerkit/words.hpp>

/// What tax forms are made of, in the words that they are written in.
namespace offerkit::model {

/// How a household files.
enum class FilingStatus { single, joint, head, separate };
[[nodiscard]] constexpr auto words(FilingStatus) noexcept {
    using enum FilingStatus;
    return std::to_array<Word<FilingStatus>>(
        {{single, "single"}, {joint, "joint"}, {head, "head"}, {separate, "separate"}});
}

/// How the value of a line is made: from a number by status, from a table, or from other lines.
enum class LineKind { amount, bands, steps, curve, sum, least, greatest, product };
[[nodiscard]] constexpr auto words(LineKind) noexcept {
    using enum LineKind;
    return std::to_array<Word<LineKind>>({{amount, "amount"},
                                          {bands, "bands"},
                                          {steps, "steps"},
                                          {curve, "curve"},
                                          {sum, "sum"},
                                          {least, "least"},
                                          {greatest, "greatest"},
                                          {product, "product"}});
}

/// What a line counts as; a line that counts as nothing is a step on the way.
enum class TaxComponent {
    income_tax,
    amt,
    niit,
    social_security,
    medicare,
    additional_medicare,
    state_income_tax,
    local_income_tax,
    social,
    employer,  ///< borne by the employer: never taken from pay
    withheld,  ///< taken in advance: not a tax
};
[[nodiscard]] constexpr auto words(TaxComponent) noexcept {
    using enum TaxComponent;
    return std::to_array<Word<TaxComponent>>({{income_tax, "income_tax"},
                                              {amt, "amt"},
                                              {niit, "niit"},
                                              {social_security, "social_security"},
                                              {medicare, "medicare"},
                                              {additional_medicare, "additional_medicare"},
                                              {state_income_tax, "state_income_tax"},
                                              {local_income_tax, "local_income_tax"},
                                              {social, "social"},
                                              {employer, "employer"},
                                              {withheld, "withheld"}});
}

/// What a line may read without a line before it: first what each earner has, then what the household has.
enum class TaxInput {
    cash,
    equity,
    pay,
    pretax_retirement,
    pretax_benefits,
    se,              ///< net earnings of a contract; not in `pay`
    pay_no_payroll,  ///< income that payroll taxes leave out: the discount of a purchase plan; not in `pay`
    equity_passed,   ///< share income, inside `equity`, on which the holder bears the employer's contributions
    children,
    long_gain,
    short_gain,
    iso_spread,
    other_income,
    lesser_pay,
    state_income_tax,
};
[[nodiscard]] constexpr auto words(TaxInput) noexcept {
    using enum TaxInput;
    return std::to_array<Word<TaxInput>>({{cash, "cash"},
                                          {equity, "equity"},
                                          {pay, "pay"},
                                          {pretax_retirement, "pretax_retirement"},
                                          {pretax_benefits, "pretax_benefits"},
                                          {se, "se"},
                                          {pay_no_payroll, "pay_no_payroll"},
                                          {equity_passed, "equity_passed"},
                                          {children, "children"},
                                          {long_gain, "long_gain"},
                                          {short_gain, "short_gain"},
                                          {iso_spread, "iso_spread"},
                                          {other_income, "other_income"},
                                          {lesser_pay, "lesser_pay"},
                                          {state_income_tax, "state_income_tax"}});
}

/// Whether each earner has it; the others belong to the household.
[[nodiscard]] constexpr bool is_of_earner(TaxInput input) noexcept { return input <= TaxInput::equity_passed; }

/// Whether numbers stand in law or in an official table, or are carried from an earlier year.
enum class Standing { enacted, projected };
[[nodiscard]] constexpr auto words(Standing) noexcept {
    using enum Standing;
    return std::to_array<Word<Standing>>({{enacted, "enacted"}, {projected, "projected"}});
}

/// How sure the facts of a form are.
enum class Confidence { high, medium, low };
[[nodiscard]] constexpr auto words(Confidence) noexcept {
    using enum Confidence;
    return std::to_array<Word<Confidence>>({{high, "high"}, {medium, "medium"}, {low, "low"}});
}

/// Whether a component is taken from what the person earns.
[[nodiscard]] constexpr bool is_employee_side(TaxComponent component) noexcept {
    return component != TaxComponent::employer && component != TaxComponent::withheld;
}

}  // namespace offerkit::model
