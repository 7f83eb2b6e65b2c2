#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/negotiation.hpp>

/// What the first screen of `negotiate` and the page behind it both say.
namespace offerkit::report {

/// Why the target is what it is: "what the best other offer comes to".
[[nodiscard]] std::string target_words(const choice::Negotiation& found);
/// From which chance of losing the offer on asking does not pay; empty where that cannot be said.
[[nodiscard]] std::string worth_asking_words(const choice::Negotiation& found);
/// What such an employer can give beside money, without what the file says already.
[[nodiscard]] std::vector<std::string> non_cash_asks(const choice::Negotiation& found);

}  // namespace offerkit::report
