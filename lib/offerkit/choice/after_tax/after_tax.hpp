#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/tax/assessment.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::model {
struct Household;
}
namespace offerkit::value {
class Discounting;
}

/// From an offer to what stays of it after tax, year by year (docs/numbers.md, "After tax").
namespace offerkit::choice {

using quantity::Money;

/// How much numbers that the law raises with prices rise in a year without a table, where the household does not say:
/// about what the indexes behind the tables have risen by in the long run.
[[nodiscard]] quantity::Rate usual_index() noexcept;

/// The tax year of each year of a window: the one in which its middle lies. A part of a year counts as a whole one.
[[nodiscard]] std::vector<int> tax_years_of(const timeline::Window& window, calendar::DayOfYear begins);

/// The law of one offer's place, made ready for each year of its window.
struct TaxLaw {
    model::PlaceProfile place;
    std::vector<tax::Plan> years{};  ///< one for each year of the window, in order; never empty
    /// Whether a place that it is compared with limits deferrals: then "max" is nothing where this one does not.
    bool limit_elsewhere = false;

    /// Whether the law states how much may be paid in before tax.
    [[nodiscard]] bool limits_deferral() const { return years.front().forms().front().limit("deferral") != nullptr; }

    [[nodiscard]] quantity::Currency currency() const noexcept { return years.front().currency(); }
    [[nodiscard]] const tax::Plan& of_year(int year) const { return years.at(static_cast<std::size_t>(year - 1)); }
};

/// A household in the currency of a place: amounts of a year.
struct TaxedHousehold {
    tax::Status status = tax::Status::single;
    std::int64_t children = 0;
    Money spouse_pay;
    Money deferral;
    bool most_deferral = false;    ///< the limit of the law instead of `deferral`
    bool limit_elsewhere = false;  ///< as in the law: without a limit here "max" is nothing
    Money pretax_benefits;
    Money other_income;
    tax::Deduction deduction = tax::Deduction::best;
    diagnostic::Span deferral_span{};
};

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

/// The taxes of each offer of a comparison, in its order; nothing for an offer whose place is not known.
using AfterTaxes = std::span<const std::optional<AfterTax>>;

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
