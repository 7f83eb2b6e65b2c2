#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/value_function.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/numeric/cholesky.hpp>
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

    struct Case {
        double chance;
        double pay;
    };
    /// The pay in each scenario, the lowest first; empty where prices move it.
    [[nodiscard]] std::span<const Case> cases() const noexcept { return cases_; }
    /// The pay in the future that has a normal score, where prices move it.
    [[nodiscard]] double at_score(double score) const noexcept;

private:
    [[nodiscard]] double at_chance(double chance) const noexcept;

    risk::Prospect prices_;
    std::vector<Case> cases_{};
};

/// How the uncertain pays of some offers move together: prices by a normal copula on their laws, scenarios
/// independently. In an order that belongs to the stocks and the companies, not to the places of the offers, so that
/// random numbers given out in it do as well.
class PayDraws {
public:
    /// `pays` and `companies` by offer; the pays outlive this.
    PayDraws(std::span<const PayAtRisk> pays, std::span<const std::string> companies);

    [[nodiscard]] bool any() const noexcept { return !by_price_.empty() || !by_chance_.empty(); }
    [[nodiscard]] const PayAtRisk& pay(std::size_t offer) const noexcept { return pays_[offer]; }

    /// Offers whose pay prices move. The score of number i of them is the sum of lower()[i][k] times normal draw k,
    /// over k up to i.
    [[nodiscard]] std::span<const std::size_t> by_price() const noexcept { return by_price_; }
    [[nodiscard]] const numeric::Matrix& lower() const noexcept { return lower_; }
    /// Offers whose pay is one of some scenarios.
    [[nodiscard]] std::span<const std::size_t> by_chance() const noexcept { return by_chance_; }

private:
    std::span<const PayAtRisk> pays_;
    std::vector<std::size_t> by_price_{};
    std::vector<std::size_t> by_chance_{};
    numeric::Matrix lower_{};
};

/// Yearly pay that is not certain, drawn beside the ratings: valued on the curve of its factor, also beyond its ends.
struct DrawnPay {
    const PayDraws& draws;
    ValueFunction value;
    std::size_t factor = 0;  ///< that is yearly pay, and has weight
    std::vector<double>
        added{};  ///< by offer, to each value: 0, or what counting pay at the end of its scale takes away

    [[nodiscard]] double value_of(std::size_t offer, double pay) const noexcept { return value.at(pay) + added[offer]; }
};

}  // namespace offerkit::choice::decision
