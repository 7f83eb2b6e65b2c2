#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// The words that tax forms are written in. Each list of words is in the order of its enumeration.
namespace offerkit::model {

/// How a household files.
enum class FilingStatus { single, joint, head, separate };
inline constexpr std::array<std::string_view, 4> filing_status_words{"single", "joint", "head", "separate"};

/// How the value of a line is made: from a number by status, from a table, or from other lines.
enum class LineKind { amount, bands, steps, curve, sum, least, greatest, product };
inline constexpr std::array<std::string_view, 8> line_kind_words{"amount", "bands", "steps",    "curve",
                                                                 "sum",    "least", "greatest", "product"};

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
inline constexpr std::array<std::string_view, 11> tax_component_words{
    "income_tax",       "amt",    "niit",     "social_security", "medicare", "additional_medicare", "state_income_tax",
    "local_income_tax", "social", "employer", "withheld"};

/// What a line may read without a line before it: first what each earner has, then what the household has.
enum class TaxInput {
    cash,
    equity,
    pay,
    pretax_retirement,
    pretax_benefits,
    children,
    long_gain,
    short_gain,
    iso_spread,
    other_income,
    lesser_pay,
    state_income_tax,
};
inline constexpr std::array<std::string_view, 12> tax_input_words{
    "cash",      "equity",     "pay",        "pretax_retirement", "pretax_benefits", "children",
    "long_gain", "short_gain", "iso_spread", "other_income",      "lesser_pay",      "state_income_tax"};

/// Whether each earner has it; the others belong to the household.
[[nodiscard]] constexpr bool is_of_earner(TaxInput input) noexcept { return input <= TaxInput::pretax_benefits; }

/// Whether numbers stand in law or in an official table, or are carried from an earlier year.
enum class Standing { enacted, projected };
inline constexpr std::array<std::string_view, 2> standing_words{"enacted", "projected"};

/// How sure the facts of a form are.
enum class Confidence { high, medium, low };
inline constexpr std::array<std::string_view, 3> confidence_words{"high", "medium", "low"};

/// The place of a word in its list, as what it stands for.
template <class T, std::size_t N>
[[nodiscard]] constexpr std::optional<T> word_meaning(const std::array<std::string_view, N>& words,
                                                      std::string_view word) noexcept {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional{static_cast<T>(found - words.begin())};
}

[[nodiscard]] constexpr std::string_view to_string(FilingStatus status) noexcept {
    return filing_status_words[static_cast<std::size_t>(status)];
}
[[nodiscard]] constexpr std::string_view to_string(TaxComponent component) noexcept {
    return tax_component_words[static_cast<std::size_t>(component)];
}
[[nodiscard]] constexpr std::string_view to_string(Standing standing) noexcept {
    return standing_words[static_cast<std::size_t>(standing)];
}

/// Whether a component is taken from what the person earns.
[[nodiscard]] constexpr bool is_employee_side(TaxComponent component) noexcept {
    return component != TaxComponent::employer && component != TaxComponent::withheld;
}

}  // namespace offerkit::model
