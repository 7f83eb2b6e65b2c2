#pragma once

#include <optional>
#include <vector>

#include <offerkit/file/keys/view.hpp>

/// The parts of an offer that are paid in money.
namespace offerkit::file {

[[nodiscard]] std::optional<model::Base> read_base(const View& root);
[[nodiscard]] std::vector<model::Bonus> read_bonuses(const View& root);
[[nodiscard]] std::vector<model::SignOn> read_sign_ons(const View& root);
[[nodiscard]] model::Benefits read_benefits(const View& root);
[[nodiscard]] std::vector<model::Cost> read_costs(const View& root);

}  // namespace offerkit::file
