#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/risk/prices/prospect.hpp>

namespace offerkit::choice::decision {

/// The yearly pay of an offer as everything that it may come to, in major units (docs/numbers.md, "Deciding under
/// risk"): what share prices make of it, or the scenarios of an exit in place of the fair value of its shares.
class PayAtRisk {
public:
    /// Yearly pay is `average`, or the yearly average of what is survival-weighted. `moves` says how the prices of
    /// public stock move whose file does not. The comparison is of figures before tax.
    PayAtRisk(const Comparison& comparison, std::size_t offer, bool survival_weighted,
              const model::StocksProfile& moves);

    [[nodiscard]] bool is_uncertain() const noexcept { return prices_.is_uncertain() || by_scenarios(); }
    /// Whether scenarios of an exit stand in it.
    [[nodiscard]] bool by_scenarios() const noexcept { return !cases_.empty(); }
    [[nodiscard]] const risk::Prospect& prices() const noexcept { return prices_; }

    [[nodiscard]] double mean() const noexcept;
    /// One in ten is below it.
    [[nodiscard]] double one_in_ten() const noexcept;
    /// The certain pay that is as good at a risk tolerance R above 0: -R ln E e^(-pay / R).
    [[nodiscard]] double certain_equivalent(double risk_tolerance) const noexcept;

    /// The pay in one future: that of a normal score where prices move it, else of a number between 0 and 1.
    [[nodiscard]] double at_score(double score) const noexcept;
    [[nodiscard]] double at_chance(double uniform) const noexcept;

private:
    struct Case {
        double chance;
        double pay;
    };

    risk::Prospect prices_;
    std::vector<Case> cases_{};  ///< the lowest first
};

/// How the uncertain pays of some offers move together: draws of them that belong to the stock and the company, not to
/// the place of an offer. Prices by a normal copula on their laws, scenarios independently.
class PayDraws {
public:
    /// `pays` and `companies` by offer; they outlive this.
    PayDraws(std::span<const PayAtRisk> pays, std::span<const std::string> companies);

    [[nodiscard]] bool any() const noexcept { return !by_price_.empty() || !by_chance_.empty(); }

    /// Calls `set(offer, pay)` for each offer with uncertain pay; `uniform()` gives numbers between 0 and 1.
    template <class Uniform, class Set>
    void draw(Uniform&& uniform, const Set& set) {
        for (double& normal : normals_) {
            normal = normal_of(uniform());
        }
        for (std::size_t row = 0; row < by_price_.size(); ++row) {
            set(by_price_[row], pays_[by_price_[row]].at_score(score_of(row)));
        }
        for (const std::size_t offer : by_chance_) {
            set(offer, pays_[offer].at_chance(uniform()));
        }
    }

private:
    [[nodiscard]] static double normal_of(double uniform) noexcept;
    [[nodiscard]] double score_of(std::size_t row) const noexcept;

    std::span<const PayAtRisk> pays_;
    std::vector<std::size_t> by_price_{};
    std::vector<std::size_t> by_chance_{};
    std::vector<std::vector<double>> lower_{};
    std::vector<double> normals_{};
};

}  // namespace offerkit::choice::decision
