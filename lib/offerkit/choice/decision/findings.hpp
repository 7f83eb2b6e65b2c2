#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/model/priorities.hpp>
#include <offerkit/words.hpp>

/// What the parts of a decision find (docs/numbers.md, "Deciding").
namespace offerkit::choice::decision {

/// values[offer][factor]: how well an offer does on a factor, 0 at the worst end of its fixed scale and 1 at the best.
using Values = std::vector<std::vector<double>>;

/// One step from the top of a value tree down to a factor: its share of what its parent has to give.
struct LocalWeight {
    std::string factor;
    double weight = 1;
};

/// A factor that is rated: a leaf of the value tree, or yearly pay.
struct DecisionFactor {
    std::string id{};    ///< as the files write it; `money` for yearly pay
    std::string name{};  ///< for reading; the id where the priorities name none
    bool money = false;
    double weight = 0;                     ///< its share of 1, the product of `path`
    std::vector<LocalWeight> path{};       ///< from the top of the tree down to itself
    model::Goal goal = model::Goal::none;  ///< its own, else that of the nearest parent with one
    double worst = 0;                      ///< ends of its scale: in points, or in major units of money
    double best = 10;
    const model::Factor* stated = nullptr;  ///< the caller's; nothing for money
};

enum class RatingKind {
    certain,    ///< one number; also pay
    range,      ///< P10, P50 and P90, taken with chances .3, .4 and .3
    condition,  ///< met or not
    unknown,    ///< stated as unknown: uniform on the scale
    missing     ///< not stated at all, and taken as unknown
};

struct Outcome {
    double chance = 1;
    double rating = 0;  ///< on the factor's scale
    double value = 0;   ///< 0 to 1
};

/// What one offer's file says of one factor. Ratings of different offers and factors are taken as independent.
struct Rating {
    RatingKind kind = RatingKind::certain;
    std::vector<Outcome> outcomes{};  ///< empty for an unknown, which may lie anywhere on the scale
    double rating = 0;                ///< expected, on the factor's scale
    double value = 0;                 ///< expected
    bool clamped = false;             ///< pay outside its scale, counted at the nearer end
    bool askable = true;              ///< somebody at the company could tell
    diagnostic::Span span{};

    [[nodiscard]] bool uncertain() const noexcept {
        return kind == RatingKind::unknown || kind == RatingKind::missing || outcomes.size() > 1;
    }
    [[nodiscard]] bool continuous() const noexcept { return outcomes.empty(); }
    /// The least and the most it may turn out to be worth, 0 to 1.
    [[nodiscard]] double least() const noexcept;
    [[nodiscard]] double most() const noexcept;
};

/// Offers and priorities as numbers: what all the mathematics of a decision starts from.
struct Judgement {
    std::vector<DecisionFactor> factors{};       ///< in the order of the priorities, money first
    std::vector<std::vector<Rating>> ratings{};  ///< [offer][factor]
    std::optional<std::size_t> money{};          ///< which of the factors is yearly pay
    std::optional<double> risk_tolerance{};      ///< of yearly pay, in major units

    [[nodiscard]] std::size_t offers() const noexcept { return ratings.size(); }
    [[nodiscard]] std::vector<double> weights() const;
    /// Expected values.
    [[nodiscard]] Values values() const;
};

/// One must-have and how one offer does on it. Nobody is removed for it.
struct MustHaveResult {
    std::size_t offer = 0;
    std::size_t factor = 0;
    double at_least = 0;               ///< as stated; on a scale of costs, at most
    double rating = 0;                 ///< expected
    double chance = 1;                 ///< of reaching it
    std::optional<double> required{};  ///< chance asked for; absent: it has to be certain
    double shortfall = 0;  ///< in points of the scale from the expected rating to the bar; 0 when it reaches it
    bool met = true;       ///< the chance is at least the one asked for; true for what is not known
    bool known = true;     ///< false: the rating is not known, and may turn out either way
};

/// How sure a choice is at the stated weights, over the ratings that are not certain.
struct Prospects {
    std::vector<double> probability_best{};  ///< by offer; ties split; sum to 1
    std::vector<double> expected_regret{};   ///< E[max V - V_i]
    double expected_best = 0;                ///< E[max V]
    bool sampled = false;   ///< over 2^16 combinations for an offer, or 100 unknowns in all: from draws instead
    double half_width = 0;  ///< of the probabilities when sampled: 1.96 sqrt(p (1 - p) / N), the largest
};

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

enum class DominanceKind {
    plain,   ///< at least as good on every factor, better on one: better whatever the weights
    ordered  ///< better for all weights in the stated order (Kmietowicz & Pearman 1984)
};

/// `a` is better than `b` without knowing the weights exactly.
struct Dominance {
    std::size_t a = 0;
    std::size_t b = 0;
    DominanceKind kind = DominanceKind::plain;
};

struct Interval {
    double low = 0;
    double high = 1;
};

/// How far the weight of one factor can go, the others keeping their ratios, before another offer leads, and before any
/// two offers change places. Absent where there are no others to keep ratios: a single factor, or one with all weight.
struct WeightInterval {
    std::size_t factor = 0;
    std::optional<Interval> winner{};
    std::optional<Interval> order{};
    std::optional<std::size_t> next_below{};  ///< who leads below the winner's interval; absent where it begins at 0
    std::optional<std::size_t> next_above{};  ///< who leads above it; absent where it ends at 1
};

/// Two offers over all weights, at expected ratings.
struct Pairwise {
    std::size_t a = 0;
    std::size_t b = 0;
    double index = 0.5;              ///< share of all weights for which a beats b
    double index_under_order = 0.5;  ///< share of those in the stated order
    bool sampled = false;            ///< the orders of equal weights were sampled
};

/// For how many weights an offer takes each rank, and the typical weights of those who would put it first (SMAA-2,
/// Lahdelma & Salminen 2001).
struct Acceptability {
    std::vector<double> ranks{};                           ///< shares of the weights; ties split; sum to 1
    double half_width = 0;                                 ///< 1.96 sqrt(p (1 - p) / N), the largest over ranks
    std::optional<std::vector<double>> central_weights{};  ///< by factor; absent where it is never first
};

/// Who wins when one goal is all that counts, or most of it.
struct GoalLens {
    model::Goal goal = model::Goal::none;
    double share = 1;  ///< the weight of the goal's factors together: 1, then 0.6
    std::size_t winner = 0;
    std::vector<std::size_t> tied_with{};  ///< others that do as well
    std::vector<double> values{};          ///< by offer
};

/// What knowing one rating for sure, before choosing, is worth: "ask this first".
struct Question {
    std::size_t offer = 0;
    std::size_t factor = 0;
    double value = 0;               ///< E over the rating of max E[V], less max E[V] without it (EVPPI), exact
    std::optional<double> money{};  ///< the same a year, in major units; absent where money has no weight
};

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
