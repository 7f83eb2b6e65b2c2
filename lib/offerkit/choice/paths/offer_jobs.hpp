#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/paths/plan_terms.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/valuation.hpp>

namespace offerkit::choice::paths {

/// The offer of a path that names one.
struct NamedOffer {
    std::size_t path = 0;
    model::Offer offer;
};

/// What the first jobs of a plan pay, month by month: the flows that `compare` counts on the paid basis, refreshers
/// counted, each in the month of the job in which it is dated; month 1 holds the first day and what is dated before it.
/// Leaving takes back sign-ons, and brings severance and holidays, as `leave` says. By path; nullopt where a path names
/// no offer. Nothing when an offer cannot be valued, which is reported at its line. `valuation`: as-of day and rates;
/// the rest of it is the plan's.
[[nodiscard]] std::optional<std::vector<std::optional<OfferJob>>> offer_jobs(const model::CareerPlan& plan,
                                                                             std::span<const NamedOffer> named,
                                                                             model::Valuation valuation,
                                                                             diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::choice::paths
