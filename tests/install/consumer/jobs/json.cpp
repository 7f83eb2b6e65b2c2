// The document that `offerkit compare --format json` prints.
#include <offerkit/report/compare/compare.hpp>

using namespace offerkit;

std::string json(std::span<const model::Offer> offers, calendar::Date today, const diagnostic::Sources& sources,
                 diagnostic::Diagnostics& problems) {
    const auto comparison = choice::compare(offers, {.as_of = today}, problems);
    const bool explain = false;
    return comparison ? to_json(report::compare_document(*comparison, explain, sources)) : "";
}
