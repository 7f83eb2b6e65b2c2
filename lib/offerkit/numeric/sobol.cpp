#include <offerkit/contract.hpp>
#include <offerkit/numeric/sobol.hpp>

namespace offerkit::numeric {

namespace {

/// A primitive polynomial modulo 2 of a degree, its inner coefficients as bits, and the first direction numbers.
struct Start {
    std::size_t degree;
    std::uint32_t inner;
    std::array<std::uint32_t, 5> first;
};
constexpr std::array<Start, sobol_dimensions - 1> starts{{{1, 0, {1}},
                                                          {2, 1, {1, 3}},
                                                          {3, 1, {1, 3, 1}},
                                                          {3, 2, {1, 1, 1}},
                                                          {4, 1, {1, 1, 3, 3}},
                                                          {4, 4, {1, 3, 5, 13}},
                                                          {5, 2, {1, 1, 5, 5, 17}}}};

}  // namespace

Sobol::Sobol() noexcept {
    for (std::size_t bit = 0; bit < 32; ++bit) {
        directions_[0][bit] = 1U << (31U - bit);
    }
    for (std::size_t dimension = 1; dimension < sobol_dimensions; ++dimension) {
        const Start& start = starts[dimension - 1];
        auto& v = directions_[dimension];
        for (std::size_t bit = 0; bit < 32; ++bit) {
            if (bit < start.degree) {
                v[bit] = start.first[bit] << (31U - bit);
                continue;
            }
            v[bit] = v[bit - start.degree] ^ (v[bit - start.degree] >> start.degree);
            for (std::size_t k = 1; k < start.degree; ++k) {
                if ((start.inner >> (start.degree - 1 - k) & 1U) != 0) {
                    v[bit] ^= v[bit - k];
                }
            }
        }
    }
    for (std::size_t dimension = 0; dimension < sobol_dimensions; ++dimension) {
        std::uint32_t all = 0;
        for (std::size_t bit = 0; bit < 32; ++bit) {
            all ^= directions_[dimension][bit];
            changes_[dimension][bit] = all;
        }
    }
}

std::uint32_t Sobol::at(std::uint32_t n, std::size_t dimension) const noexcept {
    expects(dimension < sobol_dimensions);
    std::uint32_t sum = 0;
    for (std::uint32_t left = n; left != 0; left &= left - 1) {
        sum ^= directions_[dimension][static_cast<std::size_t>(std::countr_zero(left))];
    }
    return sum;
}

}  // namespace offerkit::numeric
