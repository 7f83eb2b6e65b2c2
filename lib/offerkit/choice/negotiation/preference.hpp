#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>
#include <offerkit/choice/decision/value_function.hpp>
#include <offerkit/choice/negotiation/metric.hpp>

namespace offerkit::choice::negotiation {

/// How good it is to have an offer at some pay: the pay itself, or the value that a decision gives it with everything
/// else that counts (docs/numbers.md, "Deciding"). Values are compared with each other alone: their unit has no meaning
/// outside.
class Preference {
public:
    /// Money alone.
    explicit Preference(quantity::Currency currency) noexcept : currency_{currency} {}
    /// Everything that counts. Money is one of the judgement's factors, and has weight. `lost_to_risk`, by offer, in
    /// major units, is what its pay counts for less than it is: with exponential utility more certain pay counts in
    /// full.
    Preference(quantity::Currency currency, const decision::Judgement& judgement, std::vector<double> lost_to_risk);

    /// Whether anything but money counts.
    [[nodiscard]] bool counts_more_than_money() const noexcept { return weighed_.has_value(); }
    /// With other factors pay outside its scale counts as that of the nearer end, as it does in a decision.
    [[nodiscard]] double value(std::size_t offer, Money pay) const noexcept;
    /// The value of having no pay, and the worst of everything else.
    [[nodiscard]] double nothing() const noexcept;
    /// The least pay, to the minor unit, at which an offer is worth that much, also beyond its scale; nothing where no
    /// pay does it.
    [[nodiscard]] std::optional<Money> pay_for(std::size_t offer, double value) const noexcept;

private:
    struct Weighed {
        double weight;             // of money
        std::vector<double> rest;  // of each offer: what everything but money comes to
        std::vector<double> lost;  // of each offer: to risk
        decision::ValueFunction of_pay;
    };
    quantity::Currency currency_;
    std::optional<Weighed> weighed_{};
};

}  // namespace offerkit::choice::negotiation
