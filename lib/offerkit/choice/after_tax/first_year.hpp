#pragma once

#include <optional>

#include <offerkit/choice/after_tax/after_tax.hpp>

namespace offerkit::choice {

/// The first year of an offer in the currency of its place: what `TaxYear` calls so.
struct FirstYear {
    Money counted;
    Money after_tax;
};

/// The first year as `after_tax` finds it, without anything else: for an offer that is taxed at one salary after
/// another. Nothing, and reported, where it cannot be taxed.
[[nodiscard]] std::optional<FirstYear> first_year_after_tax(const value::ValuedOffer& valued, const TaxLaw& law,
                                                            const TaxingContext& context,
                                                            diagnostic::Diagnostics& problems);

}  // namespace offerkit::choice
