#include <offerkit/value/non_compete.hpp>

namespace offerkit::value {

using quantity::Factor;
using quantity::Fraction;
using quantity::Money;

std::optional<NonCompete> non_compete_of(const model::Offer& offer, Factor annualized, Factor salary,
                                         quantity::Currency currency) {
    if (!offer.leaving || !offer.leaving->non_compete) {
        return std::nullopt;
    }
    const auto& terms = *offer.leaving;
    const Fraction years = years_of(terms.non_compete->value);
    const Factor paid = salary * Factor::of(terms.non_compete_pay);
    const Factor cost = (annualized + paid * Factor{-1.0, 0.0}) * Factor::of(years);
    if (!quantity::fits(paid) || !quantity::fits(cost)) {
        return std::nullopt;
    }
    const auto rounded = [&](Factor minor) { return Money{quantity::round_half_up(minor), currency}; };
    return NonCompete{.time = terms.non_compete->value,
                      .months = years.times(Fraction{12}).value_or(years),
                      .paid = rounded(paid),
                      .against = rounded(annualized),
                      .cost = rounded(cost)};
}

}  // namespace offerkit::value
