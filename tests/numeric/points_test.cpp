#include <cmath>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include <offerkit/numeric/cholesky.hpp>
#include <offerkit/numeric/sobol.hpp>

#include "support/catch.hpp"

using namespace offerkit::numeric;

TEST_CASE("of the first 4,096 Sobol points one lies in each slice of every dimension") {
    const Sobol sobol;
    for (std::size_t dimension = 0; dimension < sobol_dimensions; ++dimension) {
        std::set<std::uint32_t> slices;
        for (std::uint32_t n = 0; n < 4'096; ++n) {
            slices.insert(sobol.at(n, dimension) >> 20U);
        }
        CHECK(slices.size() == 4'096);
    }
}

TEST_CASE("Sobol points one after the other are the same as each by its number") {
    const Sobol sobol;
    for (std::size_t dimension = 0; dimension < sobol_dimensions; ++dimension) {
        std::uint32_t coordinate = sobol.at(0, dimension);
        bool same = true;
        for (std::uint32_t n = 1; n < 5'000; ++n) {
            sobol.advance(coordinate, n, dimension);
            same = same && coordinate == sobol.at(n, dimension);
        }
        CHECK(same);
    }
}

TEST_CASE("the first two dimensions of Sobol points fill every cut of the square evenly") {
    const Sobol sobol;
    for (unsigned bits = 0; bits <= 8; ++bits) {
        std::set<std::pair<std::uint32_t, std::uint32_t>> cells;
        for (std::uint32_t n = 0; n < 256; ++n) {
            cells.emplace(bits == 0 ? 0 : sobol.at(n, 0) >> (32 - bits), bits == 8 ? 0 : sobol.at(n, 1) >> (24 + bits));
        }
        CHECK(cells.size() == 256);
    }
}

TEST_CASE("Sobol points integrate a product over eight dimensions") {
    const Sobol sobol;
    double sum = 0;
    for (std::uint32_t n = 0; n < 4'096; ++n) {
        double product = 1;
        for (std::size_t dimension = 0; dimension < sobol_dimensions; ++dimension) {
            product *= 2 * ((sobol.at(n, dimension) + 0.5) * 0x1p-32);
        }
        sum += product;
    }
    CHECK(sum / 4'096 == Approx(1).margin(0.02));
}

TEST_CASE("a Cholesky factor times its transpose is the matrix, also of one that is singular") {
    const std::vector<Matrix> matrices{{{1, 0.3, 0.2}, {0.3, 1, -0.5}, {0.2, -0.5, 1}},
                                       {{1, 1, 0.4}, {1, 1, 0.4}, {0.4, 0.4, 1}}};
    for (const Matrix& a : matrices) {
        const Matrix lower = cholesky(a);
        for (std::size_t i = 0; i < a.size(); ++i) {
            for (std::size_t j = 0; j < a.size(); ++j) {
                double sum = 0;
                for (std::size_t k = 0; k < a.size(); ++k) {
                    sum += lower[i][k] * lower[j][k];
                }
                CHECK(sum == Approx(a[i][j]).margin(1e-14));
                CHECK((j <= i || lower[i][j] == 0));
            }
        }
    }
}
