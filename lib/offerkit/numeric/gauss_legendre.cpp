#include <offerkit/numeric/gauss_legendre.hpp>

namespace offerkit::numeric {

namespace {

struct Legendre {
    double value;
    double before;  // the polynomial of one degree less
};

// k P_k(x) = (2k - 1) x P_(k-1)(x) - (k - 1) P_(k-2)(x)
Legendre legendre(std::size_t n, double x) noexcept {
    double before = 1;
    double value = x;
    for (std::size_t k = 2; k <= n; ++k) {
        const auto degree = static_cast<double>(k);
        const double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
        before = value;
        value = next;
    }
    return {value, before};
}

// The one root between two places where the polynomial has opposite signs.
double root_between(std::size_t n, double low, double high) noexcept {
    const bool rises = legendre(n, low).value < 0;
    while (true) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
            return middle;
        }
        const double value = legendre(n, middle).value;
        if (value == 0) {
            return middle;
        }
        ((value < 0) == rises ? low : high) = middle;
    }
}

}  // namespace

std::vector<Node> gauss_legendre(std::size_t n) {
    std::vector<double> roots{0.0};
    for (std::size_t degree = 2; degree <= n; ++degree) {
        // Symmetric: only the upper half is searched.
        std::vector<double> next(degree, 0.0);
        for (std::size_t i = (degree + 1) / 2; i < degree; ++i) {
            const double high = i == degree - 1 ? 1.0 : roots[i];
            next[i] = root_between(degree, roots[i - 1], high);
            next[degree - 1 - i] = -next[i];
        }
        roots = next;
    }
    std::vector<Node> nodes;
    nodes.reserve(n);
    for (const double root : roots) {
        const double slope =
            static_cast<double>(n) * (legendre(n, root).before - root * legendre(n, root).value) / (1 - root * root);
        nodes.push_back({root, 2 / ((1 - root * root) * slope * slope)});
    }
    return nodes;
}

}  // namespace offerkit::numeric
