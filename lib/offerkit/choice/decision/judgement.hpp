#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/model/priorities.hpp>

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

/// Reads offers against priorities (docs/numbers.md, "Deciding"): one offer at least. `pay` is each offer's yearly pay
/// in the currency of the priorities' money. Reports, naming both files: ratings outside their scale and ratings of a
/// factor with children (errors), ratings that no factor asks for and factors without a rating (warnings), priorities
/// that hold no factor (an error). Nothing when there was an error. The priorities are as `file::read_priorities`
/// accepts them, and outlive the result.
[[nodiscard]] std::optional<Judgement> judge(std::span<const model::Offer* const> offers, std::span<const Money> pay,
                                             const model::Priorities& priorities, Diagnostics& diagnostics);

}  // namespace offerkit::choice::decision
