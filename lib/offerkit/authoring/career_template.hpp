#pragma once

#include <optional>
#include <span>
#include <string>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::authoring {

/// What a plan begins from: an offer, the name of its file as the plan writes it, and what is known of its pay.
struct PlannedOffer {
    const model::Offer* offer = nullptr;
    std::string file;
    std::string rung{};                       ///< the standard rung of its level; empty where that is not known
    std::optional<quantity::Money> yearly{};  ///< its yearly average, where it can be valued
};

/// A career plan to fill in, from one or two offers: rungs from the ladder, the pay of an offer's own rung from its
/// average, first jobs from the offers. What has no source stands there as "?" with a question beside it, which
/// `career` refuses to pass over. Its dates follow from `today`.
[[nodiscard]] std::string career_template(std::span<const PlannedOffer> offers, calendar::Date today);

}  // namespace offerkit::authoring
