#pragma once

#include <string_view>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/keys/view.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/career_prior.hpp>

namespace offerkit::file {

/// The [[prior]] tables of a profile of kind "career". What is wrong with them is reported.
[[nodiscard]] std::vector<model::CareerPrior> read_priors(const View& view);

/// All priors of a store, a person's own first; each input once. A profile that cannot be read is left out with a
/// warning.
[[nodiscard]] std::vector<model::CareerPrior> all_priors(const ProfileStore& store, diagnostic::Sources& sources,
                                                         diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::file
