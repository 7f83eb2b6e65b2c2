#pragma once

#include <optional>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/priorities.hpp>

namespace offerkit::choice {

/// What the uncertain present value of an offer is worth for certain to somebody with wealth apart from the job and a
/// constant relative risk aversion (docs/numbers.md, "Worth to you").
struct WorthToYou {
    Money mean;    ///< over share prices, or over the scenarios of an exit in place of the fair value of shares
    Money amount;  ///< u^-1(E u(wealth + present value)) - wealth; at most the mean
};

/// One an offer, in the order of the comparison; nothing for an offer of which nothing is uncertain, and for all of
/// them where the priorities state no `wealth` and `risk_aversion`, or there are more offers than have bands. Reported,
/// as nothing for all: wealth in another currency, and wealth that with what is certain of an offer is not above 0.
[[nodiscard]] std::vector<std::optional<WorthToYou>> worths_to_you(const Comparison& comparison,
                                                                   const model::StocksProfile& defaults,
                                                                   const model::Priorities& priorities,
                                                                   Diagnostics& diagnostics);

}  // namespace offerkit::choice
