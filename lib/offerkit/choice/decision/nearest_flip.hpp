#pragma once

#include <optional>

#include <offerkit/choice/decision/decision.hpp>

namespace offerkit::choice {

/// The weight of one factor at which another offer draws level with the leader, the other weights keeping their ratios.
struct WeightFlip {
    std::size_t factor = 0;
    double weight = 0;               ///< its share of 1
    std::optional<double> points{};  ///< the same as swing points beside the other swings as they stand; absent where
                                     ///< the factor has no swing above 0 of its own at the top of the value tree
    double stated_points = 0;        ///< its swing as stated, where `points` is there
    std::optional<std::size_t> winner{};  ///< who leads beyond it
};

/// The rating of one offer at which the first place changes hands.
struct RatingFlip {
    RatingChange change;
    std::optional<double> chance{};  ///< of a condition: the chance of meeting it that does the same
    double stated_chance = 0;        ///< its chance as stated, where `chance` is there
};

/// What it would take to change the decision, the least of each kind. Absent where no such change does it.
struct Flips {
    std::optional<WeightFlip> weight{};
    std::optional<RatingFlip> rating{};
    std::optional<PriceOfChoice> pay{};  ///< a rival's yearly pay, on the scale of money
};

/// The nearest changes (docs/numbers.md, "What would change it"): of the weights the one that is to be multiplied or
/// divided by least, of the ratings the one that moves least on its scale, of the pays the one that rises least. All
/// empty for a single offer. The priorities are those of the decision.
[[nodiscard]] Flips nearest_flips(const Decision& decision, const model::Priorities& priorities);

}  // namespace offerkit::choice
