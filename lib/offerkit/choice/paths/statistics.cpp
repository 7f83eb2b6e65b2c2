#include <offerkit/choice/paths/statistics.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace offerkit::choice::paths {

namespace {

/// Brings the values of some ranks to their places: all before a rank are at most it, all after at least. Ranks rise.
void select(std::span<double> values, std::size_t offset, std::span<const std::size_t> ranks) {
    if (ranks.empty() || values.size() < 2) {
        return;
    }
    const std::size_t middle = ranks.size() / 2;
    const std::size_t at = ranks[middle] - offset;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
    const auto below = std::lower_bound(ranks.begin(), ranks.end(), ranks[middle]);
    const auto above = std::upper_bound(ranks.begin(), ranks.end(), ranks[middle]);
    select(values.first(at), offset, {ranks.begin(), below});
    select(values.subspan(at + 1), offset + at + 1, {above, ranks.end()});
}

/// The places of a quantile and of the two whose gap is twice its standard error.
struct QuantilePlaces {
    std::size_t at;
    std::size_t below;
    std::size_t above;
};

QuantilePlaces places_of(double share, std::size_t count) noexcept {
    const double n = static_cast<double>(count);
    const double spread = std::sqrt(n * share * (1 - share));
    const auto place = [&](double rank) {
        // The smallest value with at least that share: rank 1 is the first.
        return static_cast<std::size_t>(std::clamp(std::ceil(rank - 1e-9), 1.0, n)) - 1;
    };
    return {place(n * share), place(n * share - spread), place(n * share + spread)};
}

}  // namespace

namespace detail {

Estimated mean_from(double sum, double squares, std::size_t count) noexcept {
    const double n = static_cast<double>(count);
    const double mean = sum / n;
    const double variance = count < 2 ? 0 : std::max(0.0, (squares - sum * mean) / (n - 1));
    return {mean, std::sqrt(variance / n)};
}

}  // namespace detail

Estimated chance_of(double happened, std::size_t count) noexcept {
    if (count == 0) {
        return {};
    }
    const double n = static_cast<double>(count);
    const double p = happened / n;
    return {p, std::sqrt(std::max(0.0, p * (1 - p)) / n)};
}

Distribution distribution_of(std::span<const double> values, std::vector<double>& room) {
    Distribution result;
    if (values.empty()) {
        return result;
    }
    result.mean = mean_of(values.size(), [&](std::size_t i) { return values[i]; });
    room.assign(values.begin(), values.end());
    const std::span<double> ordered{room};
    const std::size_t count = ordered.size();
    const std::size_t worst = (count + 19) / 20;
    const std::array quantiles{places_of(0.1, count), places_of(0.5, count), places_of(0.9, count)};
    std::vector<std::size_t> ranks{worst - 1};
    for (const auto& quantile : quantiles) {
        ranks.insert(ranks.end(), {quantile.at, quantile.below, quantile.above});
    }
    std::sort(ranks.begin(), ranks.end());
    select(ordered, 0, ranks);
    const auto estimate = [&](const QuantilePlaces& places) {
        return Estimated{ordered[places.at], (ordered[places.above] - ordered[places.below]) / 2};
    };
    result.p10 = estimate(quantiles[0]);
    result.p50 = estimate(quantiles[1]);
    result.p90 = estimate(quantiles[2]);
    // In order, so that the sum does not depend on how the library selects.
    std::sort(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(worst));
    const double edge = ordered[worst - 1];
    const Estimated mean = mean_of(worst, [&](std::size_t i) { return ordered[i]; });
    const double n = static_cast<double>(worst);
    const double variance = mean.error * mean.error * n;
    result.worst_20th = {mean.value, std::sqrt((variance + 0.95 * (edge - mean.value) * (edge - mean.value)) / n)};
    return result;
}

Estimated certainty_equivalent(std::span<const double> values, double wealth, double risk_aversion) {
    if (values.empty()) {
        return {};
    }
    const double power = 1 - risk_aversion;
    if (std::abs(power) < 1e-12) {
        const auto logarithm = mean_of(values.size(), [&](std::size_t i) { return std::log(wealth + values[i]); });
        const double equivalent = std::exp(logarithm.value);
        return {equivalent - wealth, equivalent * logarithm.error};
    }
    // As multiples of the amount whose power is the largest, so that none leaves the range of numbers.
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double unit = wealth + (power < 0 ? *low : *high);
    const auto moment =
        mean_of(values.size(), [&](std::size_t i) { return std::pow((wealth + values[i]) / unit, power); });
    const double equivalent = unit * std::pow(moment.value, 1 / power);
    return {equivalent - wealth, std::abs(equivalent / (power * moment.value)) * moment.error};
}

}  // namespace offerkit::choice::paths
