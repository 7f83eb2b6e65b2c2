#include <offerkit/choice/decision/detail/drawn_values.hpp>

namespace offerkit::choice::decision::detail {

namespace {

double value_of(const Rating& rating, double uniform) noexcept {
    if (rating.continuous()) {
        return uniform;
    }
    for (const Outcome& outcome : rating.outcomes) {
        uniform -= outcome.chance;
        if (uniform < 0) {
            return outcome.value;
        }
    }
    return rating.outcomes.back().value;
}

}  // namespace

DrawnValues::DrawnValues(const std::vector<std::vector<Rating>>& ratings, std::span<const double> weights) {
    for (const double weight : weights) {
        if (weight > 0) {
            weights_.push_back(weight);
        }
    }
    for (const auto& row : ratings) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            if (weights[j] <= 0) {
                continue;
            }
            if (row[j].uncertain()) {
                open_.push_back({values_.size(), &row[j]});
            }
            values_.push_back(row[j].value);
        }
    }
}

void DrawnValues::draw(numeric::Draw& random) noexcept {
    for (const Open& open : open_) {
        values_[open.place] = value_of(*open.rating, random.uniform());
    }
}

double DrawnValues::sum_of(std::size_t offer, std::span<const double> weights) const noexcept {
    const double* row = &values_[offer * weights_.size()];
    double sum = 0;
    for (std::size_t j = 0; j < weights_.size(); ++j) {
        sum += weights[j] * row[j];
    }
    return sum;
}

}  // namespace offerkit::choice::decision::detail
