#pragma once

#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

/// What an offer comes to in one of its scenarios of an exit.
struct ExitCase {
    quantity::Rate chance{};
    Money figure;
};

/// The present value or the average of an offer in each of its scenarios: what its shares then bring in place of their
/// fair value, and the rest of the offer. Empty without scenarios.
[[nodiscard]] std::vector<ExitCase> exit_cases(const value::ValuedOffer& offer, model::Definition figure,
                                               const model::Valuation& valuation, value::Discounting& discounting);

}  // namespace offerkit::choice
