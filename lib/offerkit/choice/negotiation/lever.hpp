#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/choice/negotiation/metric.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::choice::negotiation {

/// 0 for what moves most easily.
[[nodiscard]] int stiffness_of(model::Flexibility flexibility) noexcept;

/// One lever of one offer: writes so many steps more of it into the offer, and says which `--set` does the same. A step
/// is a cent, a share, or 0.01% of base. What the offer has none of yet begins at nothing.
class Lever {
public:
    /// The lever of that kind, if the offer has it: equity needs a price to count shares by, and shares in money need a
    /// grant without a strike. `level` is not one: it is a question, and has no steps.
    [[nodiscard]] static std::optional<Lever> of(LeverKind kind, const model::Offer& offer, const Appraiser& appraiser);

    [[nodiscard]] LeverKind kind() const noexcept { return kind_; }
    /// Whether the offer has nothing of it yet.
    [[nodiscard]] bool is_new() const noexcept { return is_new_; }
    /// What the lever stands at after so many steps.
    [[nodiscard]] Amount at(std::int64_t steps) const;
    /// So many steps by themselves.
    [[nodiscard]] Amount change(std::int64_t steps) const;
    /// The highest it may stand at by the offer's band, else by the usual room of such an employer, in its own unit,
    /// and how many steps that leaves: 0 where it stands there already or above.
    struct Cap {
        Amount amount;
        std::int64_t steps = 0;
    };
    [[nodiscard]] const std::optional<Cap>& cap() const noexcept { return cap_; }

    /// Raises it by so many steps in an offer like the one it was made for.
    void apply(model::Offer& offer, std::int64_t steps) const;
    /// The argument of `--set` that does the same, without a file.
    [[nodiscard]] std::string setting(std::int64_t steps) const;
    /// What of the offer it moves, and nothing else, so that only that is valued anew.
    [[nodiscard]] model::Offer moved_part(const model::Offer& offer) const;
    /// A guess at how many steps an amount of the metric's total may take.
    [[nodiscard]] std::int64_t steps_for(Money amount) const noexcept;
    /// The most steps that are looked at.
    [[nodiscard]] std::int64_t most_steps() const noexcept;

    /// For equity in money: the lever in shares that it rests on, and the steps here that are just enough for so many
    /// steps there. Nothing for other levers, and for grants of money.
    [[nodiscard]] std::optional<std::int64_t> steps_for_shares(std::int64_t shares, const model::Offer& offer) const;

private:
    Lever(LeverKind kind, std::size_t index, Amount start) noexcept : kind_{kind}, index_{index}, start_{start} {}

    [[nodiscard]] static std::optional<Lever> of_pay(LeverKind kind, const model::Offer& offer,
                                                     const Appraiser& appraiser);
    [[nodiscard]] static std::optional<Lever> of_equity(LeverKind kind, const model::Offer& offer,
                                                        const Appraiser& appraiser);
    void cap_at(std::int64_t start, std::int64_t highest);
    static void cap_by_room(Lever& lever, const quantity::Rate& share, const Appraiser& appraiser);

    LeverKind kind_;
    std::size_t index_;  // of the bonus, sign-on or grant
    Amount start_;
    bool is_new_ = false;
    bool by_amount_ = false;  // a bonus of money, or a grant of money
    bool alone_ = true;       // the only one of its kind, so that a path needs no place
    std::string id_{};        // of the grant, where a path can name it
    std::string key_{};       // "salary", "hourly", "daily"
    std::optional<Cap> cap_{};
};

/// How far a lever has to go, and where that leads.
struct Reach {
    std::int64_t steps = 0;
    Money resulting;
};

/// The smallest number of steps of the lever alone at which the offer reaches a goal, while one step less does not
/// reach it; 0 where it does so already. Nothing where no number of steps does, as when nothing of a grant vests in
/// time. What the lever leaves alone is valued once.
[[nodiscard]] std::optional<Reach> reach(const Lever& lever, const model::Offer& offer, Money goal,
                                         Appraiser& appraiser);

}  // namespace offerkit::choice::negotiation
