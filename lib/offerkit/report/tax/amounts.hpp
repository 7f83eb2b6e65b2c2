#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/report/tax/tax.hpp>

/// How the screens of `tax` put components together, and write what is taken.
namespace offerkit::report::detail {

/// Components that stand on one row.
struct TaxGroup {
    std::string_view name;
    std::vector<tax::Component> components;
};

[[nodiscard]] const std::array<TaxGroup, 4>& tax_groups();
[[nodiscard]] quantity::Money sum_of(const choice::TaxYear& year, const TaxGroup& group);

/// "-1,234": what is taken; "0" for nothing.
[[nodiscard]] std::string taken(quantity::Money amount);
/// "36%"; a dash of nothing.
[[nodiscard]] std::string percent_of(quantity::Money part, quantity::Money all);
/// A thousand units of a currency: marginal rates are of the next thousand.
[[nodiscard]] quantity::Money thousand_of(quantity::Currency currency) noexcept;

/// What withholding leaves due of a year's vests; 0 where nothing is withheld, or enough.
[[nodiscard]] quantity::Money due_beyond_withheld(const choice::TaxYear& year) noexcept;

/// Whether all offers are taxed in one currency.
[[nodiscard]] bool in_one_currency(const TaxView& view);

/// The forms of the first years, each once, by name; `projected_alone`: those that are not law.
[[nodiscard]] std::vector<std::string> forms_of(const TaxView& view, bool projected_alone);

/// Adds a text unless it is there.
void add_once(std::vector<std::string>& texts, std::string text);

}  // namespace offerkit::report::detail
