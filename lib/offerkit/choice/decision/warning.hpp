#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/words.hpp>

namespace offerkit::choice::decision {

enum class WarningKind {
    missing_rating,     ///< a factor that an offer does not rate, taken as unknown
    must_have,          ///< the leader fails a must-have
    not_made,           ///< what is no offer yet, counted as if it were one
    pay_outside_scale,  ///< pay counted at the nearer end of its scale
    named_like_money,   ///< a factor whose name says money
    split_branch,       ///< a branch split so far that it holds over half the factors
    many_factors,       ///< more than ten
    equal_column,       ///< a factor on which all offers are equal
    importance,         ///< weights whose two ends nobody wrote down
    other_winner,       ///< another offer leads at equal or rank-order-centroid weights
    sampled             ///< a figure that is otherwise exact was sampled
};
[[nodiscard]] constexpr auto words(WarningKind) noexcept {
    using enum WarningKind;
    return std::to_array<Word<WarningKind>>({{missing_rating, "missing-rating"},
                                             {must_have, "must-have"},
                                             {not_made, "not-made"},
                                             {pay_outside_scale, "pay-outside-scale"},
                                             {named_like_money, "named-like-money"},
                                             {split_branch, "split-branch"},
                                             {many_factors, "many-factors"},
                                             {equal_column, "equal-column"},
                                             {importance, "importance"},
                                             {other_winner, "other-winner"},
                                             {sampled, "sampled"}});
}

/// Something to know before relying on a decision. `message` is a clause without the offer's name, such as "yearly pay
/// of 500,000 USD is above the best end of its scale, 450,000 USD, and counts as that": the offer it is about stands
/// beside it.
struct Warning {
    WarningKind kind = WarningKind::equal_column;
    std::optional<std::size_t> offer{};
    std::vector<std::size_t> factors{};
    std::string message;
};

}  // namespace offerkit::choice::decision
