// Our exponential, logarithm and normal distribution against 50 digits.

#include <cmath>
#include <limits>
#include <string>

#include <boost/math/special_functions/erf.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <offerkit/numeric/elementary.hpp>
#include <offerkit/numeric/normal.hpp>

#include "support/catch.hpp"

using namespace offerkit::numeric;

namespace {

using Exact = boost::multiprecision::cpp_bin_float_50;
constexpr double claimed = 1e-15;

double relative_error(double found, const Exact& exact) {
    return exact == 0 ? std::fabs(found) : static_cast<double>(abs((Exact(found) - exact) / exact));
}

Exact exact_below(double x) { return boost::math::erfc(Exact(-x) / sqrt(Exact(2))) / 2; }

}  // namespace

TEST_CASE("the exponential agrees with 50 digits over its whole range") {
    double worst = 0;
    for (int i = 0; i <= 4'000; ++i) {
        const double x = -700 + 0.3501 * i;
        worst = std::max(worst, relative_error(exponential(x), exp(Exact(x))));
        worst = std::max(worst, relative_error(exponential(x / 1000), exp(Exact(x / 1000))));
    }
    CHECK(worst < claimed);
    CHECK(exponential(0) == 1);
    CHECK(exponential(-800) == 0);
    CHECK(exponential(710) == std::numeric_limits<double>::infinity());
    CHECK(exponential(-std::numeric_limits<double>::infinity()) == 0);
    CHECK(std::isnan(exponential(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("the logarithm agrees with 50 digits, next to 1 as well") {
    double worst = 0;
    for (int i = 1; i <= 2'000; ++i) {
        for (const double x : {i / 997.0, 1 + i * 1e-9, 1 - i * 1e-9, i * 1e-300, i * 3.7e290}) {
            worst = std::max(worst, relative_error(logarithm(x), log(Exact(x))));
        }
    }
    CHECK(worst < claimed);
    CHECK(logarithm(1) == 0);
    CHECK(logarithm(0) == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(logarithm(-1)));
}

TEST_CASE("the normal distribution agrees with 50 digits on both sides, far out as well") {
    double density = 0;
    double below = 0;
    double above = 0;
    for (int i = -370; i <= 370; ++i) {
        const double x = i * 0.1003;
        const Normal found = normal(x);
        const Exact exact = exp(-Exact(x) * Exact(x) / 2) / sqrt(2 * boost::math::constants::pi<Exact>());
        density = std::max(density, relative_error(found.density, exact));
        below = std::max(below, relative_error(found.below, exact_below(x)));
        above = std::max(above, relative_error(found.above, exact_below(-x)));
    }
    CHECK(density < claimed);
    CHECK(below < claimed);
    CHECK(above < claimed);
    CHECK(normal(50).above == 0);
    CHECK(normal(-50).above == 1);
}

TEST_CASE("the inverse of the normal distribution gives back its chance") {
    double worst = 0;
    for (int i = 1; i < 2'000; ++i) {
        for (const double chance : {i / 2000.0, i * 1e-12, i * 1e-200}) {
            const double x = inverse_normal(chance);
            // An error e of x moves the chance by density x e.
            const Exact gap = exact_below(x) - Exact(chance);
            const double error = std::fabs(static_cast<double>(gap / Exact(normal_density(x))));
            worst = std::max(worst, error / std::max(1.0, std::fabs(x)));
            CHECK(std::fabs(rough_inverse_normal(chance) - x) < 2e-7 * std::max(1.0, std::fabs(x)));
        }
    }
    CHECK(worst < claimed);
    CHECK(inverse_normal(0.5) == 0);
    CHECK(inverse_normal(0.25) == -inverse_normal(0.75));
    CHECK(inverse_normal(0) == -std::numeric_limits<double>::infinity());
    CHECK(inverse_normal(1) == std::numeric_limits<double>::infinity());
}
