#include <offerkit/report/career/rough_amounts.hpp>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::report {
namespace {

using choice::paths::Estimated;

constexpr double million = 1e6;

/// The power of ten above every standard error, at least 1,000.
double unit_of(std::span<const Estimated> amounts) {
    double unit = 1000;
    for (const Estimated& amount : amounts) {
        while (unit <= amount.error) {
            unit *= 10;
        }
    }
    return unit;
}

/// To the nearest unit, half away from zero; never -0.
double rounded(double amount, double unit) {
    const double size = std::floor(std::abs(amount) / unit + 0.5) * unit;
    return amount < 0 && size > 0 ? -size : size;
}

}  // namespace

std::vector<std::string> rough_amounts(std::span<const Estimated> amounts) {
    const double unit = unit_of(amounts);
    const bool in_millions = std::any_of(amounts.begin(), amounts.end(), [&](const Estimated& amount) {
        return std::abs(rounded(amount.value, unit)) >= million;
    });
    const int decimals = unit >= million ? 0 : unit >= million / 10 ? 1 : 2;
    std::vector<std::string> texts;
    for (const Estimated& amount : amounts) {
        const double value = rounded(amount.value, unit);
        texts.push_back(value == 0    ? "0"
                        : in_millions ? diagnostic::grouped(fmt::format("{:.{}f}", value / million, decimals)) + "M"
                                      : fmt::format("{:.0f},000", value / 1000));
    }
    return texts;
}

std::string rough_amount(const Estimated& amount) { return rough_amounts({&amount, 1}).front(); }

std::vector<std::string> rough_thousands(std::span<const Estimated> amounts) {
    const double unit = unit_of(amounts);
    std::vector<std::string> texts;
    for (const Estimated& amount : amounts) {
        texts.push_back(fmt::format("{:.0f}", rounded(amount.value, unit) / 1000));
    }
    return texts;
}

}  // namespace offerkit::report
