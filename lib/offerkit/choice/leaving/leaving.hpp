#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/value/findings.hpp>

namespace offerkit::value {
class LeavingBook;
}

/// Leaving the jobs at hand: what each would cost on a day, and what waiting changes.
namespace offerkit::choice {

/// When and why somebody leaves, and whether the months after that day are looked at.
struct LeavingTerms {
    std::optional<calendar::Date> on{};  ///< the last day employed; the as-of day where absent
    model::LeavingReason reason = model::LeavingReason::voluntary;
    bool by_month = false;  ///< a row for each month of the valuation's horizon
};

/// What leaving each offer takes. The offers must outlive it.
struct LeavingAnswers {
    std::shared_ptr<const std::vector<value::LeavingBook>> books{};  ///< what the answers point into
    std::vector<value::LeavingAnswer> answers{};
};

/// Leaves each offer as the terms say (docs/numbers.md, "Leaving"), in the valuation's currency or else the first
/// offer's. An offer that cannot be spelled out or converted, or whose amounts are too large, is reported and left out;
/// no offers give no answers.
[[nodiscard]] LeavingAnswers leaving(std::span<const model::Offer> offers, const model::Valuation& valuation,
                                     const LeavingTerms& terms, diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::choice
