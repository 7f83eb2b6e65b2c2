#include <algorithm>
#include <cmath>

#include <offerkit/risk/prices/exposure.hpp>

namespace offerkit::risk {

namespace {

constexpr double closest = 0.999999;

/// The sum of amount x amount x years in common. Vests are in the order of time, so that what is left of the later
/// ones is added once.
double shared(const Exposure& a, const Exposure& b) {
    const double from = std::max(a.as_of, b.as_of);
    // sum_ij a_i b_j max(0, min(end_i, end_j) - from): walk both lists by time.
    double sum = 0;
    double before_a = 0;  // sum of a_i (end_i - from) over those already passed
    double before_b = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.vests.size() || j < b.vests.size()) {
        const double end_a = i < a.vests.size() ? a.as_of + a.vests[i].years : HUGE_VAL;
        const double end_b = j < b.vests.size() ? b.as_of + b.vests[j].years : HUGE_VAL;
        if (end_a <= end_b) {
            // The vests of b up to here have their own time in common with it, and this one is kept for the later ones.
            sum += a.vests[i].amount * before_b;
            before_a += a.vests[i].amount * std::max(0.0, end_a - from);
            ++i;
        } else {
            sum += b.vests[j].amount * before_a;
            before_b += b.vests[j].amount * std::max(0.0, end_b - from);
            ++j;
        }
    }
    return sum;
}

}  // namespace

std::vector<Vest> in_order(std::vector<Vest> vests) {
    std::erase_if(vests, [](const Vest& vest) { return vest.years <= 0 || vest.amount == 0; });
    std::sort(vests.begin(), vests.end(), [](const Vest& a, const Vest& b) {
        return a.years != b.years ? a.years < b.years : a.amount < b.amount;
    });
    std::vector<Vest> merged;
    merged.reserve(vests.size());
    for (const Vest& vest : vests) {
        if (!merged.empty() && merged.back().years == vest.years) {
            merged.back().amount += vest.amount;
        } else {
            merged.push_back(vest);
        }
    }
    return merged;
}

bool same_path(const Exposure& a, const Exposure& b) noexcept {
    return a.stock == b.stock && a.volatility == b.volatility && a.as_of == b.as_of;
}

double correlation_of_prices(const Exposure& a, const Exposure& b) noexcept {
    return a.stock == b.stock ? 1 : a.market_correlation * b.market_correlation;
}

double correlation_of_sums(const Exposure& a, const Exposure& b) {
    const double scale = std::sqrt(shared(a, a)) * std::sqrt(shared(b, b));
    if (!(scale > 0)) {
        return 0;
    }
    return std::clamp(correlation_of_prices(a, b) * shared(a, b) / scale, -closest, closest);
}

}  // namespace offerkit::risk
