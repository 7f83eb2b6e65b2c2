#include <cmath>

#include <offerkit/numeric/cholesky.hpp>

namespace offerkit::numeric {

Matrix cholesky(const Matrix& a) {
    const std::size_t n = a.size();
    Matrix lower(n, std::vector<double>(n, 0.0));
    for (std::size_t j = 0; j < n; ++j) {
        double pivot = a[j][j];
        for (std::size_t k = 0; k < j; ++k) {
            pivot -= lower[j][k] * lower[j][k];
        }
        if (pivot <= 1e-14 * a[j][j]) {
            continue;
        }
        lower[j][j] = std::sqrt(pivot);
        for (std::size_t i = j + 1; i < n; ++i) {
            double sum = a[i][j];
            for (std::size_t k = 0; k < j; ++k) {
                sum -= lower[i][k] * lower[j][k];
            }
            lower[i][j] = sum / lower[j][j];
        }
    }
    return lower;
}

}  // namespace offerkit::numeric
