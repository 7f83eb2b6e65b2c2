#include <algorithm>
#include <cmath>

#include <offerkit/choice/decision/detail/distribution.hpp>
#include <offerkit/choice/decision/detail/futures.hpp>
#include <offerkit/choice/decision/rating_distribution.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/numeric/detail/lanes.hpp>

namespace offerkit::choice::decision {

namespace {

using detail::Futures;
using numeric::detail::Lanes;
using numeric::detail::lanes;
using numeric::detail::load;

/// What some futures add up to, two side by side.
class Tally {
public:
    explicit Tally(std::size_t offers) : wins_(offers), sums_(offers) {}

    /// Adds the first `count` futures of a block.
    void add(const Futures& futures, std::size_t count) noexcept {
        for (std::size_t s = 0; s + lanes <= count; s += lanes) {
            add_pair(futures, s, Lanes{1, 1});
        }
        if (count % lanes != 0) {
            add_pair(futures, count - 1, Lanes{1, 0});
        }
    }

    [[nodiscard]] double best() const noexcept { return sum_of(best_); }
    [[nodiscard]] double wins(std::size_t offer) const noexcept { return sum_of(wins_[offer]); }
    [[nodiscard]] double sum(std::size_t offer) const noexcept { return sum_of(sums_[offer]); }

private:
    [[nodiscard]] static double sum_of(Lanes sums) noexcept { return sums[0] + sums[1]; }

    // Of offers that are best together each has its share.
    void add_pair(const Futures& futures, std::size_t place, Lanes counted) noexcept {
        constexpr Lanes one{1, 1};
        const double* const first = futures.values(0).data() + place;
        Lanes best = load(first);
        for (std::size_t i = 1; i < sums_.size(); ++i) {
            const Lanes value = load(first + i * Futures::block);
            best = value > best ? value : best;
        }
        const Lanes tie = best - detail::same_point;
        Lanes together{};
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const Lanes value = load(first + i * Futures::block);
            together += value > tie ? one : Lanes{};
            sums_[i] += counted * value;
        }
        const Lanes share = counted / together;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            wins_[i] += load(first + i * Futures::block) > tie ? share : Lanes{};
        }
        best_ += counted * best;
    }

    std::vector<Lanes> wins_;
    std::vector<Lanes> sums_;
    Lanes best_{};
};

}  // namespace

Prospects sampled_prospects(const std::vector<std::vector<Rating>>& ratings, std::span<const double> weights,
                            std::uint64_t samples, std::uint64_t seed, const DrawnPay* pay) {
    expects(!ratings.empty() && samples > 0);
    Futures futures{ratings, weights, seed, pay};
    Tally tally{ratings.size()};
    for (std::uint64_t first = 0; first < samples; first += Futures::block) {
        futures.draw(first);
        tally.add(futures, static_cast<std::size_t>(std::min<std::uint64_t>(Futures::block, samples - first)));
    }
    const auto n = static_cast<double>(samples);
    Prospects result{.expected_best = tally.best() / n, .sampled = true};
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        const double chance = tally.wins(i) / n;
        result.probability_best.push_back(chance);
        result.half_width = std::max(result.half_width, 1.96 * std::sqrt(std::max(0.0, chance * (1 - chance)) / n));
        result.expected_regret.push_back(std::max(0.0, (tally.best() - tally.sum(i)) / n));
    }
    return result;
}

}  // namespace offerkit::choice::decision
