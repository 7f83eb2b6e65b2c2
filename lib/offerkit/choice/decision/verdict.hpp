#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <offerkit/choice/decision/findings.hpp>

namespace offerkit::choice::decision {

/// By offer, the share of draws in which the leader beats it, ties half; 1 for the leader itself.
struct Wins {
    std::vector<double> narrow{};  ///< each weight w drawn from w x U[0.8, 1.2]
    std::vector<double> wide{};    ///< from w x exp(U[-ln 2, ln 2])
};

/// The shares of `samples` draws, at least 1, of weights and open ratings; both spreads stretch the same draws.
[[nodiscard]] Wins wins_of(std::size_t leader, const Judgement& judgement, std::uint64_t samples, std::uint64_t seed);

/// Whether the leader is better than every rival however the ratings turn out: on each factor with weight its worst is
/// at least the rival's best, and on one above it.
[[nodiscard]] bool dominates_for_sure(std::size_t leader, const Judgement& judgement);

/// The class by its rule. `most_valuable_question` is the largest value of something that can be asked.
[[nodiscard]] VerdictClass class_of(const Verdict& verdict, double most_valuable_question) noexcept;

}  // namespace offerkit::choice::decision
