#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/after_tax/after_tax.hpp>

/// What the taxes of an offer rest on beside the offer: the household in the terms of its place.
namespace offerkit::choice {

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
