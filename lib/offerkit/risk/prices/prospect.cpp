#include <offerkit/risk/prices/prospect.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/numeric/normal.hpp>
#include <offerkit/risk/prices/paths.hpp>

namespace offerkit::risk {

namespace {

/// The vests of each twelfth of a year as one, at their mean time weighted by amount.
std::vector<Vest> by_month(std::span<const Vest> vests) {
    std::vector<Vest> months;
    double month = -1;
    for (const Vest& vest : vests) {
        const double own = std::floor(vest.years * 12);
        if (own != month) {
            months.push_back({0, 0});
            month = own;
        }
        months.back().years += vest.amount * vest.years;
        months.back().amount += vest.amount;
    }
    for (Vest& vest : months) {
        vest.years /= vest.amount;
    }
    return months;
}

/// The chance that no strike of an exposure pays anything in a future.
double chance_worthless(Exposure options) {
    options.certain = 0;
    options.vests.clear();
    const auto worths = simulate(std::span{&options, 1});
    const auto worthless = std::count(worths[0].begin(), worths[0].end(), 0.0);
    return static_cast<double>(worthless) / static_cast<double>(path_count);
}

}  // namespace

Prospect::Prospect(Exposure exposure, std::size_t scores) : exposure_{std::move(exposure)} {
    exposure_.vests = in_order(std::move(exposure_.vests));
    if (exposure_.volatility <= 0) {
        // A price that does not move pays what it is expected to.
        for (const Vest& vest : exposure_.vests) {
            exposure_.certain += vest.amount;
        }
        for (const Strike& strike : exposure_.strikes) {
            exposure_.certain += std::max(0.0, strike.amount - strike.strike);
        }
        exposure_.vests.clear();
        exposure_.strikes.clear();
    }
    if (exposure_.vests.size() > most_dates) {
        exposure_.vests = by_month(exposure_.vests);
        merged_ = true;
    }
    mean_ = exposure_.certain;
    if (!exposure_.is_uncertain()) {
        return;
    }
    if (exposure_.strikes.empty() && exposure_.vests.size() <= most_dates) {
        law_ = Law::of(exposure_.vests, exposure_.volatility);
    }
    if (law_) {
        scores_.emplace(*law_, scores);
        for (const Vest& vest : exposure_.vests) {
            mean_ += vest.amount;
        }
        return;
    }
    simulated_ = std::move(simulate(std::span{&exposure_, 1})[0]);
    mean_ = mean_over_pairs(simulated_).mean;
    std::sort(simulated_.begin(), simulated_.end());
    if (!exposure_.strikes.empty()) {
        all_worthless_ = chance_worthless(exposure_);
    }
}

double Prospect::quantile(double chance) const noexcept {
    expects(chance > 0 && chance < 1);
    if (law_) {
        return exposure_.certain + risk::quantile(*law_, *scores_, chance);
    }
    if (simulated_.empty()) {
        return exposure_.certain;
    }
    const double place = chance * static_cast<double>(simulated_.size()) - 0.5;
    const auto low = static_cast<std::size_t>(std::max(0.0, place));
    const std::size_t high = std::min(low + 1, simulated_.size() - 1);
    return simulated_[low] + (place - static_cast<double>(low)) * (simulated_[high] - simulated_[low]);
}

Quantiles Prospect::quantiles() const noexcept {
    Quantiles all{};
    std::transform(shown_chances.begin(), shown_chances.end(), all.begin(),
                   [&](double chance) { return quantile(chance); });
    return all;
}

double Prospect::half_width() const noexcept {
    if (simulated_.empty()) {
        return 0;
    }
    double widest = 0;
    for (const double chance : shown_chances) {
        const double reach = 1.96 * std::sqrt(chance * (1 - chance) / static_cast<double>(simulated_.size()));
        widest = std::max(widest, (quantile(chance + reach) - quantile(chance - reach)) / 2);
    }
    return widest;
}

double Prospect::below(double amount) const noexcept {
    if (law_) {
        return law_->below(amount - exposure_.certain);
    }
    if (simulated_.empty()) {
        return exposure_.certain < amount ? 1 : exposure_.certain > amount ? 0 : 0.5;
    }
    const auto [first, last] = std::equal_range(simulated_.begin(), simulated_.end(), amount);
    const auto less = static_cast<double>(first - simulated_.begin());
    return (less + static_cast<double>(last - first) / 2) / static_cast<double>(simulated_.size());
}

double Prospect::shortfall() const noexcept {
    if (law_) {
        return exposure_.certain + law_->mean_below(risk::quantile(*law_, *scores_, 0.1)) / 0.1;
    }
    if (simulated_.empty()) {
        return exposure_.certain;
    }
    const std::size_t worst = simulated_.size() / 10;
    double sum = 0;
    for (std::size_t i = 0; i < worst; ++i) {
        sum += simulated_[i];
    }
    return sum / static_cast<double>(worst);
}

template <class Function>
double Prospect::mean_of(const Function& function) const noexcept {
    if (law_) {
        return law_->mean_of([&](double x) { return function(exposure_.certain + x); });
    }
    double sum = 0;
    for (const double figure : simulated_) {
        sum += function(figure);
    }
    return sum / static_cast<double>(simulated_.size());
}

double Prospect::certain_equivalent(double risk_tolerance) const noexcept {
    expects(risk_tolerance > 0);
    if (!is_uncertain()) {
        return exposure_.certain;
    }
    if (law_) {
        return exposure_.certain - risk_tolerance * law_->log_laplace(risk_tolerance);
    }
    // Around the smallest figure, so that nothing underflows.
    const double smallest = simulated_.front();
    const double mean = mean_of([&](double x) { return numeric::exponential((smallest - x) / risk_tolerance); });
    return smallest - risk_tolerance * numeric::logarithm(mean);
}

std::optional<double> Prospect::certain_equivalent(double wealth, double risk_aversion) const noexcept {
    expects(risk_aversion > 0);
    const double certain = wealth + exposure_.certain;
    if (certain <= 0) {
        return std::nullopt;
    }
    if (!is_uncertain()) {
        return exposure_.certain;
    }
    // In parts of the certain amount, so that no power leaves the range of a double.
    const auto log_part = [&](double x) { return numeric::logarithm((wealth + x) / certain); };
    if (risk_aversion == 1) {
        return certain * numeric::exponential(mean_of(log_part)) - wealth;
    }
    const double power = 1 - risk_aversion;
    const double mean = mean_of([&](double x) { return numeric::exponential(power * log_part(x)); });
    return certain * numeric::exponential(numeric::logarithm(mean) / power) - wealth;
}

}  // namespace offerkit::risk
