#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/negotiation/lever.hpp>

namespace offerkit::choice::negotiation {

/// What a lever or a package is to reach: the best alternative (with everything that counts, where priorities say so),
/// or the target.
enum class Goal { batna, target };
[[nodiscard]] std::string_view to_string(Goal goal) noexcept;

/// Why a lever alone does not do it.
enum class Obstacle {
    nothing,
    over_cap,  ///< the band ends before
    no_effect  ///< however much of it moves the metric too little, or not at all
};

/// What one lever alone would take to reach a goal.
struct LeverAnswer {
    Goal goal = Goal::target;
    LeverKind lever = LeverKind::base;
    std::optional<Amount> needed{};  ///< the change; absent where nothing does it
    std::optional<Amount> level{};   ///< the new amount
    std::optional<Money> resulting{};
    std::optional<Amount> cap{};
    bool is_new = false;  ///< the offer has none of it yet
    bool reachable = false;
    Obstacle obstacle = Obstacle::nothing;
    model::Flexibility flexibility = model::Flexibility::none;
    std::vector<std::string> settings{};  ///< of `--set`; empty where there is nothing to change
    std::string said{};                   ///< the same at the next number that people say, for a page
};

/// Every lever of the offer against one goal, by flexibility.
[[nodiscard]] std::vector<LeverAnswer> answers(Goal goal, Money amount, const model::Offer& offer, Appraiser& appraiser,
                                               const model::NegotiationProfile& practice);

/// The levers that an ask can move, the easiest first: equity once, in the unit that the letter quotes. What is fixed
/// by policy is not asked for.
[[nodiscard]] std::vector<LeverKind> by_ease(const model::Offer& offer, const Appraiser& appraiser,
                                             const model::NegotiationProfile& practice);

/// `easiest_first` fills the lever that moves most easily up to its cap before the next; `spread` asks every lever that
/// moves at all for an equal part, less what whole shares bring beyond theirs. Neither asks for what is fixed by
/// policy.
enum class PackageKind { easiest_first, spread };
[[nodiscard]] std::string_view to_string(PackageKind kind) noexcept;

struct PackagePart {
    LeverKind lever = LeverKind::base;
    Amount needed;
    Amount level;
    bool at_cap = false;
    std::string setting;
};

/// A combined ask inside every cap.
struct Package {
    Goal goal = Goal::target;
    PackageKind kind = PackageKind::easiest_first;
    std::vector<PackagePart> parts{};
    Money resulting;
    bool reachable = true;  ///< else all levers stand at their caps and it is still short
};
[[nodiscard]] Package pack(PackageKind kind, Goal goal, Money amount, const model::Offer& offer, Appraiser& appraiser,
                           const model::NegotiationProfile& practice);

/// The same value a year in every lever: what so much more base is worth in the others.
struct Exchange {
    Money base;   ///< more a year, in the offer's currency
    Money worth;  ///< what that adds to the metric
    struct Equal {
        LeverKind lever = LeverKind::sign_on;
        Amount amount;
    };
    std::vector<Equal> equals{};  ///< levers that can make it up
};
[[nodiscard]] std::optional<Exchange> exchange_of(const model::Offer& offer, Appraiser& appraiser);

/// The highest that a lever may stand at, and who says so.
struct Ceiling {
    LeverKind lever = LeverKind::base;
    Amount cap;
    bool from_band = false;  ///< else the usual room of such an employer
    std::string source{};
    std::optional<calendar::Date> as_of{};
};
/// Of every lever that an ask can move and that has one, the easiest first.
[[nodiscard]] std::vector<Ceiling> ceilings_of(const model::Offer& offer, const Appraiser& appraiser,
                                               const model::NegotiationProfile& practice);
/// The metric with every lever at its ceiling, or with those of the band alone; nothing where there is none.
[[nodiscard]] std::optional<Money> with_all_at(const std::vector<Ceiling>& ceilings, bool band_alone,
                                               const model::Offer& offer, Appraiser& appraiser);

}  // namespace offerkit::choice::negotiation
