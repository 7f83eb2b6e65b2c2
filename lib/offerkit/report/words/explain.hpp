#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::report {

/// Where one figure comes from: the line that it follows from and the rule that made it.
struct Trace {
    int year = 0;        ///< of the window; 0 for a figure of the whole time
    std::string figure;  ///< "base", "equity: new-hire", "total", "present_value"
    quantity::Money amount;
    std::optional<diagnostic::Span> place{};  ///< absent where it follows from other figures alone
    std::string rule;
};

/// Every figure of an offer, in the order in which it is shown: the parts of each year, its total, the definitions.
[[nodiscard]] std::vector<Trace> traces_of(const value::ValuedOffer& offer, const model::Valuation& valuation);

/// "offer.toml:14", or the name alone for a place that is a whole file.
[[nodiscard]] std::string place_of(const diagnostic::Span& span, const diagnostic::Sources& sources);

/// The same for somebody who knows the file at hand: "line 14" of it, and the whole place elsewhere.
[[nodiscard]] std::string place_beside(const std::string& file, const diagnostic::Span& span,
                                       const diagnostic::Sources& sources);

[[nodiscard]] Table explanation_table(const value::ValuedOffer& offer, const model::Valuation& valuation,
                                      const diagnostic::Sources& sources);
/// `{year, figure, amount, place, rule}` for each.
[[nodiscard]] Document explanation_document(const value::ValuedOffer& offer, const model::Valuation& valuation,
                                            const diagnostic::Sources& sources);

}  // namespace offerkit::report
