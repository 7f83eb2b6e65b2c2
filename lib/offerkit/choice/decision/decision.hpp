#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/findings.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/priorities.hpp>

namespace offerkit::choice {

/// How a decision is computed, beside offers and priorities.
struct DecisionOptions {
    std::uint64_t samples = 10'000;  ///< of weights, and of the verdict's draws; at least 1
    std::uint64_t seed = 0;
    std::uint64_t draws = 100'000;   ///< of pay, and of ratings that cannot be counted out; at least 1
    bool survival_weighted = false;  ///< pay as the yearly average of the survival-weighted figure
    bool acceptability = true;       ///< over all weights, half of the work; without it both of them are empty
    /// How prices of public stock move where a file does not say; null: all pay is taken as certain, exits left out.
    /// Pay after tax is always taken so.
    const model::StocksProfile* price_moves = nullptr;
};

/// One product of a weighted sum.
struct Contribution {
    std::size_t factor = 0;
    double weight = 0;
    double value = 0;    ///< expected, 0 to 1
    double product = 0;  ///< weight x value; an offer's add up to its value
};

struct Score {
    std::size_t offer = 0;
    std::size_t rank = 1;  ///< equal values share a rank
    double value = 0;      ///< expected, 0 to 1: it alone ranks
    double probability_best = 1;
    double expected_regret = 0;
    std::vector<Contribution> contributions{};  ///< by factor, in the order of the factors
};

/// How much a factor speaks for the leader against a rival: w (v_leader - v_rival).
struct Advantage {
    std::size_t factor = 0;
    double amount = 0;  ///< below 0: it speaks for the rival
};

/// "What decides it": the leader against one rival.
struct LeaderAgainst {
    std::size_t rival = 0;
    double margin = 0;                    ///< the sum of the advantages
    std::vector<Advantage> advantages{};  ///< the largest in size first
};

/// What one full swing of a factor, from its worst end to its best, is worth to this person a year: (w / w_money)
/// (best - worst), in major units of the decision's currency.
struct MoneyEquivalent {
    std::size_t factor = 0;
    double per_swing = 0;
};

/// The yearly pay at which an offer ties the leader (the leader: the second), everything else as it is.
struct PriceOfChoice {
    std::size_t offer = 0;
    std::size_t against = 0;
    std::optional<double> money{};   ///< in major units; absent: no pay in range flips this
    std::optional<double> change{};  ///< from today's pay; below 0 for the leader
};

/// What one expected rating would have to be for an offer to tie the leader, or for the leader to tie the second.
struct RatingChange {
    std::size_t offer = 0;
    std::size_t against = 0;
    std::size_t factor = 0;
    double value_change = 0;  ///< of v; below 0 for the leader
    double rating = 0;        ///< where it would tie, on the factor's scale (pay: major units), also beyond it
    bool feasible = false;    ///< that lies on the scale
};

/// The decision without pay, to be made first: the other factors, their weights rescaled.
struct WithoutMoney {
    std::vector<Score> scores{};  ///< in the order of the offers; contributions name the decision's factors
    std::vector<std::size_t> ranking{};
};

/// A year's pay over 10 futures: one is below `low`, one above `high`.
struct PayBand {
    Money low;
    Money middle;
    Money high;
};

/// Everything `decide` finds. Offers are named by their place in the comparison, factors by theirs in
/// `judgement.factors`; vectors by offer or by factor keep those orders. Amounts that are doubles are estimates in
/// major units of `currency`: round them where they are shown.
struct Decision {
    quantity::Currency currency;
    DecisionOptions options;
    decision::Judgement judgement;
    /// Yearly, by offer; also where money is not a factor. With a risk tolerance and uncertain share prices it is what
    /// the pay counts as: the certain pay that would be as good.
    std::vector<Money> pay{};
    std::vector<Money> mean_pay{};  ///< the same before risk; equal to `pay` where risk does not count
    /// What `pay` is the certain equivalent of, by offer: nothing where no scenario of an exit stands in place of the
    /// fair value of shares, else the mean over the scenarios. Without a risk tolerance they count in the chances
    /// alone.
    std::vector<std::optional<Money>> scenario_mean{};
    /// The pay that one in ten futures stays below, by offer, where it is uncertain and no risk tolerance is given.
    std::vector<std::optional<Money>> pay_one_in_ten{};
    /// What prices of public stock may make of a year's pay, before risk, by offer: nothing where they move none of it,
    /// or where pay is survival-weighted.
    std::vector<std::optional<PayBand>> pay_bands{};
    bool prices_drawn = false;  ///< share prices, in the chances of being best and the regrets
    bool exits_drawn = false;   ///< scenarios of exits, likewise
    std::vector<double> weights{};
    decision::Values values{};           ///< expected
    std::vector<std::size_t> ranking{};  ///< offers by expected value, the best first; ties in the order given
    std::vector<Score> scores{};         ///< by offer
    decision::Verdict verdict{};
    decision::Prospects prospects{};  ///< says whether P(best) and regret are exact
    std::vector<decision::MustHaveResult> must_haves{};
    std::vector<LeaderAgainst> against{};  ///< each rival, in the order of the ranking
    std::vector<decision::Dominance> dominance{};
    std::vector<decision::WeightInterval> weight_intervals{};
    std::vector<decision::Pairwise> pairwise{};
    std::vector<std::vector<std::size_t>> weight_order{};  ///< groups of factors, the heaviest first
    std::vector<decision::Acceptability> acceptability{};
    std::vector<decision::Acceptability> acceptability_under_order{};
    std::vector<MoneyEquivalent> money_equivalents{};  ///< empty where money is no factor or has no weight
    std::vector<PriceOfChoice> price_of_choice{};      ///< by offer; empty as above, or for a single offer
    std::vector<RatingChange> rating_changes{};        ///< every offer on every factor with weight but money
    std::optional<WithoutMoney> without_money{};       ///< absent where money is no factor, or the only one
    std::vector<decision::GoalLens> goal_lenses{};
    std::vector<decision::Question> ask_first{};  ///< the most valuable first
    std::vector<decision::Question> find_out{};   ///< what nobody at the companies can tell, the most valuable first
    std::vector<decision::Warning> warnings{};

    [[nodiscard]] std::size_t leader() const noexcept { return verdict.leader; }
    /// Values of the same offers at other weights: what moving one weight does.
    [[nodiscard]] std::vector<double> values_at(std::span<const double> other_weights) const;
};

/// The yearly pay of each offer that a decision counts: `average`, or the yearly average of `survival_weighted`.
[[nodiscard]] std::vector<Money> yearly_pay(const Comparison& comparison, bool survival_weighted);

/// Decides among offers, any number from one on (docs/numbers.md, "Deciding"); the same bytes on every machine.
/// Comparison and priorities, as the reader accepts them, outlive the result. Nothing, and reported, when ratings do
/// not fit the priorities, or there is no offer, no sample, or money in another currency than the comparison's.
[[nodiscard]] std::optional<Decision> decide(const Comparison& comparison, const model::Priorities& priorities,
                                             const DecisionOptions& options, Diagnostics& diagnostics);

/// The yearly pay at which `offer` would come to `goal`, solved on the value function unclamped; nothing where money
/// does not count or no pay does it. Also of use to the negotiation: the reservation is a tie.
[[nodiscard]] std::optional<double> pay_for_value(const Decision& decision, std::size_t offer, double goal);

}  // namespace offerkit::choice
