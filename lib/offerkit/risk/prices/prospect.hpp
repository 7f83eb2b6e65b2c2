#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <offerkit/risk/prices/exposure.hpp>
#include <offerkit/risk/prices/findings.hpp>
#include <offerkit/risk/prices/law.hpp>

namespace offerkit::risk {

/// Everything that one figure of one offer may come to. Without anything uncertain it is a point.
class Prospect {
public:
    /// Takes the vests in any order; over `most_dates` of them are merged by twelfths of a year at their mean time.
    /// Exact where there are no strikes and the law passes its check; else simulated. `scores` says how far from its
    /// middle the table of scores is wanted: of one whose quantiles alone are read, `ScoreTable::for_quantiles`.
    explicit Prospect(Exposure exposure, std::size_t scores = ScoreTable::middle);

    [[nodiscard]] const Exposure& exposure() const noexcept { return exposure_; }
    [[nodiscard]] bool is_uncertain() const noexcept { return exposure_.is_uncertain(); }
    [[nodiscard]] Method method() const noexcept { return simulated_.empty() ? Method::exact : Method::simulated; }
    /// Whether vests were merged by months.
    [[nodiscard]] bool merged() const noexcept { return merged_; }

    [[nodiscard]] double mean() const noexcept { return mean_; }
    [[nodiscard]] double quantile(double chance) const noexcept;
    [[nodiscard]] Quantiles quantiles() const noexcept;
    /// Half the width of the widest 95% interval of the quantiles above; 0 where they are exact.
    [[nodiscard]] double half_width() const noexcept;
    /// The chance of less than an amount; an amount that is reached exactly counts half.
    [[nodiscard]] double below(double amount) const noexcept;
    /// The mean of the worst tenth.
    [[nodiscard]] double shortfall() const noexcept;
    /// The chance that every option in it is worth nothing on each of its days; nothing without options.
    [[nodiscard]] std::optional<double> chance_all_worthless() const noexcept { return all_worthless_; }

    /// What the same amount for certain would be worth to somebody with exponential utility: -R ln E e^(-F / R), R the
    /// risk tolerance, above 0. At most the mean; the mean itself of a point.
    [[nodiscard]] double certain_equivalent(double risk_tolerance) const noexcept;
    /// The same with constant relative risk aversion, above 0, and wealth apart: u^-1(E u(wealth + F)) - wealth, u(x) =
    /// x^(1 - a) / (1 - a), ln x at 1. Nothing where wealth + the certain part is not above 0.
    [[nodiscard]] std::optional<double> certain_equivalent(double wealth, double risk_aversion) const noexcept;

    /// The law and its scores; null where the figure is a point or simulated.
    [[nodiscard]] const Law* law() const noexcept { return law_ ? &*law_ : nullptr; }
    [[nodiscard]] const ScoreTable* scores() const noexcept { return scores_ ? &*scores_ : nullptr; }

private:
    template <class Function>
    [[nodiscard]] double mean_of(const Function& function) const noexcept;

    Exposure exposure_;
    bool merged_ = false;
    double mean_ = 0;
    std::optional<Law> law_{};
    std::optional<ScoreTable> scores_{};
    std::vector<double> simulated_{};  ///< in order of size
    std::optional<double> all_worthless_{};
};

}  // namespace offerkit::risk
