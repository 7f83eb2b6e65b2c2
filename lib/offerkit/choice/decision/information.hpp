#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>

namespace offerkit::choice::decision {

/// What knowing one rating for sure, before choosing, is worth: "ask this first".
struct Question {
    std::size_t offer = 0;
    std::size_t factor = 0;
    double value = 0;               ///< E over the rating of max E[V], less max E[V] without it (EVPPI), exact
    std::optional<double> money{};  ///< the same a year, in major units; absent where money has no weight
};

/// One for each condition and each rating that is not known, the most valuable first. Also what nobody can be asked:
/// `Rating::askable` says so.
[[nodiscard]] std::vector<Question> questions(const Judgement& judgement);

}  // namespace offerkit::choice::decision
