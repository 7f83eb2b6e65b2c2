#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <offerkit/choice/decision/judgement.hpp>
#include <offerkit/numeric/philox.hpp>

namespace offerkit::choice::decision::detail {

/// Values of all offers on the factors that have weight, with the uncertain ones drawn anew for each draw.
class DrawnValues {
public:
    DrawnValues(const std::vector<std::vector<Rating>>& ratings, std::span<const double> weights);

    /// How many factors have weight, and what weight.
    [[nodiscard]] std::size_t columns() const noexcept { return weights_.size(); }
    [[nodiscard]] std::span<const double> weights() const noexcept { return weights_; }

    /// Draws every uncertain rating, offer by offer.
    void draw(numeric::Draw& random) noexcept;
    /// Puts a value of an offer that was drawn elsewhere in a column.
    void set(std::size_t offer, std::size_t column, double value) noexcept {
        values_[offer * weights_.size() + column] = value;
    }
    /// The weighted sum of an offer's values as last drawn; one weight for each column.
    [[nodiscard]] double sum_of(std::size_t offer, std::span<const double> weights) const noexcept;

private:
    struct Open {
        std::size_t place;
        const Rating* rating;
    };

    std::vector<double> weights_{};
    std::vector<double> values_{};  // [offer * columns + column]
    std::vector<Open> open_{};
};

}  // namespace offerkit::choice::decision::detail
