#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::choice {

/// What an offer has paid to somebody who leaves on a day, of their own accord.
struct Stay {
    calendar::Date on;  ///< the last day employed: an anniversary of the first day looked at
    Money paid;         ///< by then or on leaving, what arrives on that day included
    Money clawback;     ///< to be paid back
    Money net;
};

/// The same of all offers after so many years.
struct StayYear {
    int years = 1;
    std::vector<Stay> offers{};          ///< in the order given
    std::vector<std::size_t> leaders{};  ///< the largest net, and all that tie with it
};

/// After one, two, three and four years, whatever the horizon (docs/numbers.md, "If you leave after"). Offers are those
/// of the comparison. Nothing when one of them cannot be valued so far ahead, which is reported.
[[nodiscard]] std::optional<std::vector<StayYear>> stay(const Comparison& comparison,
                                                        std::span<const model::Offer> offers, Diagnostics& diagnostics);

}  // namespace offerkit::choice
