#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>

namespace offerkit::choice::decision {

enum class VerdictClass { clear, ask_first, leaning, toss_up };
/// "clear", "ask_first", "leaning", "toss_up".
[[nodiscard]] std::string_view to_string(VerdictClass verdict) noexcept;

/// What to do, by a rule fixed before anybody saw the offers (docs/numbers.md, "The verdict").
struct Verdict {
    VerdictClass verdict = VerdictClass::clear;
    std::size_t leader = 0;
    std::optional<double> margin{};  ///< the leader's value less the second's; absent for a single offer
    std::optional<std::size_t> second{};
    std::vector<std::size_t> tied_with{};  ///< the others whose value is the leader's, in the order given
    bool dominant = false;                 ///< the leader dominates every rival, plainly or under the stated order
    double steadiness = 1;                 ///< P: the smallest of `wins` over rivals
    std::vector<double> wins{};  ///< by offer: share of draws in which the leader beats it, ties half; 1 for itself
};

/// For each offer the share of draws, at least 1, in which the leader beats it: weights ~ w x U[0.8, 1.2], and ratings.
[[nodiscard]] std::vector<double> wins_of(std::size_t leader, const Judgement& judgement, std::uint64_t samples,
                                          std::uint64_t seed);

/// The class by its rule.
[[nodiscard]] VerdictClass verdict_of(bool dominant, double steadiness, double most_valuable_question,
                                      double margin) noexcept;

}  // namespace offerkit::choice::decision
