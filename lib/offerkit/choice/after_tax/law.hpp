#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/household.hpp>
#include <offerkit/tax/household.hpp>
#include <offerkit/tax/plan.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/value/exchange.hpp>

/// What the taxes of an offer rest on beside the offer: the forms of its place, and the household that is taxed.
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

/// The household of the priorities, or one person without anything else, with its amounts turned into the currency of a
/// place at the one stated rate. Nothing, and reported, without a rate.
[[nodiscard]] std::optional<TaxedHousehold> household_in(quantity::Currency currency, const model::Household* household,
                                                         std::span<const value::RateSource> rates,
                                                         diagnostic::Diagnostics& problems);

/// What is paid into the retirement plan before tax in a year: the household's amount, or as much as the law allows.
/// Nothing, and reported, where the law of the place states a lower limit, or none, as no other place beside it does.
[[nodiscard]] std::optional<Money> deferral_of(const TaxedHousehold& household, const tax::Plan& plan,
                                               diagnostic::Diagnostics& problems);

}  // namespace offerkit::choice
