#pragma once

#include <optional>
#include <vector>

#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

/// An offer with its grants counted, its tranches dated and the paper of each at hand: terms become facts here, once,
/// for everything that values, leaves or lists them. The offer must outlive it.
struct ResolvedOffer {
    const model::Offer* offer = nullptr;
    std::vector<ResolvedGrant> grants{};      ///< in the order of the file
    std::vector<ResolvedGrant> refreshers{};  ///< by day
    bool complete = true;                     ///< false where a grant could not be spelled out and was left out

    /// Adds the refreshers that `window` brings up to a day (docs/numbers.md, "Refreshers"). Returns false, and reports
    /// it, if the offer promises some and has no price to turn them into shares.
    [[nodiscard]] bool add_refreshers(const Window& window, Date last_day, Date as_of, Diagnostics& diagnostics);
    /// All grants in one list, refreshers last; none stay here.
    [[nodiscard]] std::vector<ResolvedGrant> take_all();
};

/// Resolves the grants of an offer as of a day. A grant whose terms cannot be spelled out is reported at its lines.
[[nodiscard]] ResolvedOffer resolve(const model::Offer& offer, Date as_of, Diagnostics& diagnostics);

}  // namespace offerkit::timeline
