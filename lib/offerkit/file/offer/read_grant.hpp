#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::file {

/// Every [[grant]] of an offer whose start and stock have been read into `offer`. Problems are reported; what cannot be
/// read is left out.
[[nodiscard]] std::vector<model::Grant> read_grants(const View& root, const model::Offer& offer);

/// [refresher], when there is one.
[[nodiscard]] std::optional<model::Refresher> read_refresher(const View& root);

/// Checks that every event a grant waits for stands in [[event]], with the near ones named.
void check_events(const View& root, const model::Offer& offer);

}  // namespace offerkit::file
