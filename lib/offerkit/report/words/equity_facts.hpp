#pragma once

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>

/// What `show` says of an offer's shares beside their worth: the part of a private company they are, what they take to
/// own, and the dates that United States tax law adds to options.
namespace offerkit::report {

/// The headings and tables of both, as far as they apply to the first offer.
void add_equity_facts(Page& page, const choice::Comparison& shown);

/// `private_equity` of `show`; null where it does not apply.
[[nodiscard]] Document private_equity_document(const choice::Comparison& shown);
/// `option_facts` of `show`; null without iso, nso or rsa grants.
[[nodiscard]] Document option_facts_document(const choice::Comparison& shown);

}  // namespace offerkit::report
