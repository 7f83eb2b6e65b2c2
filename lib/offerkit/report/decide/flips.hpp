#pragma once

#include <string>

#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/decide/words.hpp>

namespace offerkit::report {

/// The nearest changes that would make another offer lead, a line each: of a weight, of a rating, of yearly pay. Each
/// number is rounded away from what holds now, so that what is written is enough. `first_alone`: the first of them.
[[nodiscard]] std::string changed_by(const DecideView& view, const DecideWords& words, bool first_alone);

}  // namespace offerkit::report
