#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/after_tax/law.hpp>
#include <offerkit/choice/after_tax/taxed_pay.hpp>
#include <offerkit/tax/assessment.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/valued_offer.hpp>

/// From an offer to what stays of it after tax, year by year (docs/numbers.md, "After tax").
namespace offerkit::choice {

/// What the taxes of one year of an offer are computed from, in the currency of the place.
struct TaxedPay {
    Money cash;
    Money equity;           ///< share income that is taxed
    Money no_payroll;       ///< income that payroll taxes leave out
    Money spread;           ///< of incentive options
    Money untaxed;          ///< share income that is counted and not taxed: options without a planned exercise
    bool contract = false;  ///< net earnings of a contract, where the law of the place has lines for them
    bool passed = false;    ///< the employer's contributions on shares are borne by the person

    [[nodiscard]] static TaxedPay none(quantity::Currency currency) noexcept {
        const Money zero = Money::zero(currency);
        return {zero, zero, zero, zero, zero};
    }
    /// All share income that the year counts.
    [[nodiscard]] Money shares() const noexcept { return equity + spread + untaxed; }
    /// Cash and shares: what the year comes to before tax.
    [[nodiscard]] Money counted() const noexcept { return cash + no_payroll + shares(); }
    [[nodiscard]] bool operator==(const TaxedPay&) const noexcept = default;
};

/// Taxes of some pay in one year, as what the offer adds to those of the household.
struct PayTaxes {
    std::array<Money, tax::component_count> components;
    Money employee;  ///< the sum of those that are taken from pay
    Money employer;
    Money withheld;
    Money deferral;
    Money pretax_benefits;
    std::vector<tax::LineValue> lines{};  ///< of the household's form, line by line
};

/// Taxes of pay by the table of a year. Nothing, and reported, when an amount leaves 128 bits or the deferral is above
/// the limit of the law.
[[nodiscard]] std::optional<PayTaxes> taxes_of(const TaxedPay& pay, const tax::Plan& plan,
                                               const TaxedHousehold& household, diagnostic::Diagnostics& problems);

/// One year of an offer after tax, in the currency of the place.
struct TaxYear {
    int year = 1;  ///< of the window
    const tax::Plan* plan = nullptr;
    int table_year = 0;  ///< of the oldest number that was used
    tax::Standing standing = tax::Standing::enacted;
    TaxedPay pay;
    PayTaxes taxes;
    Money after_tax;     ///< cash and shares, less what is taken
    Money take_home;     ///< less what goes into the retirement plan and benefits
    Money equity_costs;  ///< taxes with the year's shares less taxes without them, in the same place
    Money next_of_cash;  ///< taken of the next thousand
    Money next_of_equity;

    [[nodiscard]] Money counted() const noexcept { return pay.counted(); }
};

/// An offer after tax. Pointers lead into the offer and the law, which have to outlive it.
struct AfterTax {
    const value::ValuedOffer* offer = nullptr;
    const TaxLaw* law = nullptr;
    TaxedHousehold household;
    std::vector<TaxYear> years{};
    /// The twins of the definitions in the currency of the results; `target` and `guaranteed` have none and stay as
    /// they are before tax.
    value::Definitions definitions;
};

/// What taxing needs beside the offer and its law.
struct TaxingContext {
    const model::Valuation& valuation;
    value::Discounting& discounting;
    const model::Household* household = nullptr;  ///< null: one person without anything else
    std::span<const value::RateSource> rates{};
};

/// Taxes a valued offer. Nothing, and reported, when it cannot be: no exchange rate, too large an amount, a deferral
/// above the limit.
[[nodiscard]] std::optional<AfterTax> after_tax(const value::ValuedOffer& valued, const TaxLaw& law,
                                                const TaxingContext& context, diagnostic::Diagnostics& problems);

/// The twin of one definition, as `after_tax` finds it, without anything else: for offers that are valued many times.
/// `definition`: one that has a twin.
[[nodiscard]] std::optional<Money> after_tax_figure(const value::ValuedOffer& valued, const TaxLaw& law,
                                                    const TaxingContext& context, model::Definition definition,
                                                    diagnostic::Diagnostics& problems);

}  // namespace offerkit::choice
