#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <offerkit/model/offer.hpp>

namespace offerkit::authoring {

/// The text of an offer file with these ratings in its `[factors]`: each replaces the value that stands there, or
/// follows the last one, or begins the table at the end of the file. Every other byte stays, comments too. `nullopt`
/// if the ratings there are written in a form that is not edited line by line (`factors = {...}`, `[factors.x]`,
/// values over several lines), or if the text is no TOML file.
[[nodiscard]] std::optional<std::string> with_factors(std::string_view text,
                                                      std::span<const model::FactorRating> ratings);

}  // namespace offerkit::authoring
