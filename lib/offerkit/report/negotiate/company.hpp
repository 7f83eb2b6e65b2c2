#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/report/product/document.hpp>

/// What a sale of a private company would have to bring, as `negotiate` says it.
namespace offerkit::report {

/// "236 million after one more round": the value of the company at which the offer at hand ties, for the first screen;
/// empty where its shares are not private or the number of them is not known.
[[nodiscard]] std::string company_tie_words(const choice::Negotiation& found);
/// A sentence for each tie, and why no sign-on stands for options; empty where there is none.
[[nodiscard]] std::vector<std::string> company_tie_lines(const choice::Negotiation& found);
/// `break_even[]`.
[[nodiscard]] Document company_ties_document(const choice::Negotiation& found);

}  // namespace offerkit::report
