#pragma once

#include <cstddef>
#include <span>

#include <offerkit/report/show/show.hpp>
#include <offerkit/report/words/first_screen.hpp>

namespace offerkit::report {

/// The answer of `show` in whole units: what an offer pays year by year, what people call it, how sure it is and what
/// to ask. Several offers stand below each other, a line of figures and a line of words each. At least one.
[[nodiscard]] FirstScreen show_first_screen(std::span<const ShownOffer> offers);

}  // namespace offerkit::report
