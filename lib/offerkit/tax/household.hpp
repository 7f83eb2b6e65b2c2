#pragma once

#include <cstdint>
#include <vector>

#include <offerkit/quantity/money.hpp>

/// Who is taxed, and on what: the inputs of a form for one tax year.
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

}  // namespace offerkit::tax
