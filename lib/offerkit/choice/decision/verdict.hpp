#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/hanging.hpp>
#include <offerkit/choice/decision/judgement.hpp>
#include <offerkit/words.hpp>

namespace offerkit::choice::decision {

enum class VerdictClass { hangs_on, clear, ask_first, leaning, toss_up };
[[nodiscard]] constexpr auto words(VerdictClass) noexcept {
    using enum VerdictClass;
    return std::to_array<Word<VerdictClass>>({{hangs_on, "hangs_on"},
                                              {clear, "clear"},
                                              {ask_first, "ask_first"},
                                              {leaning, "leaning"},
                                              {toss_up, "toss_up"}});
}

/// What to do, by a rule fixed before anybody saw the offers (docs/numbers.md, "The verdict").
struct Verdict {
    VerdictClass verdict = VerdictClass::clear;
    std::size_t leader = 0;
    std::optional<double> margin{};  ///< the leader's value less the second's; absent for a single offer
    std::optional<std::size_t> second{};
    std::vector<std::size_t> tied_with{};  ///< the others whose value is the leader's, in the order given
    bool dominant = false;                 ///< the leader dominates every rival at expected ratings
    bool dominant_for_sure = false;        ///< the same, however the ratings turn out
    double steadiness = 1;                 ///< P: the smallest of `wins` over rivals
    double wide_steadiness = 1;            ///< the same with weights up to twice or half as large
    std::vector<double> wins{};   ///< by offer: share of draws in which the leader beats it, ties half; 1 for itself
    bool not_in_writing = false;  ///< the leader is no offer on paper, and so at most `leaning`
    std::optional<HangingLead> hangs_on{};  ///< what waits, where counting it puts another offer first
    bool open_dates = false;  ///< a schedule that begins at an undated event could put another offer first
};

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
