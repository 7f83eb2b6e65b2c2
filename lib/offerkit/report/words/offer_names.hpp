#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <offerkit/model/offer.hpp>

namespace offerkit::report {

/// What offers are called beside each other: by company, and where two are of one company by company and file
/// ("Meta (second-offer)"), with its folder where that tells them apart; one file given twice is numbered ("Meta 1",
/// "Meta 2"). In the order given.
[[nodiscard]] std::vector<std::string> offer_names(std::span<const model::Offer* const> offers);

/// The names at these places, in their order.
[[nodiscard]] std::vector<std::string> names_of(std::span<const std::size_t> places,
                                                const std::vector<std::string>& names);

/// "Staff Engineer, L6": role and level, as far as they are stated; empty where neither is.
[[nodiscard]] std::string role_of(const model::Offer& offer);

/// "written", "verbal", "still interviewing, chance 40%", "held now", "still searching".
[[nodiscard]] std::string standing_of(const model::Offer& offer);

/// Names of at most `width` columns (at least 6). Those that would look alike end with their place, so that no two are
/// told apart by what was cut.
[[nodiscard]] std::vector<std::string> names_within(const std::vector<std::string>& names, std::size_t width);

}  // namespace offerkit::report
