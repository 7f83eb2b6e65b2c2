#include <algorithm>
#include <array>
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
using numeric::detail::store;

/// What some futures add up to, two side by side.
class Tally {
public:
    explicit Tally(std::size_t offers) : wins_(offers), sums_(offers) {}

    /// Adds the first `count` futures of a block.
    void add(const Futures& futures, std::size_t count) noexcept {
        const std::size_t even = count - count % lanes;
        find_best(futures);
        find_shares(futures);
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const double* const values = futures.values(i).data();
            Lanes wins{};
            Lanes sum{};
            for (std::size_t s = 0; s < even; s += lanes) {
                const Lanes value = load(values + s);
                sum += value;
                wins += value > load(&tie_[s]) ? load(&share_[s]) : Lanes{};
            }
            if (even < count) {
                sum[0] += values[even];
                wins[0] += values[even] > tie_[even] ? share_[even] : 0.0;
            }
            sums_[i] += sum;
            wins_[i] += wins;
        }
        Lanes best{};
        for (std::size_t s = 0; s < even; s += lanes) {
            best += load(&best_[s]);
        }
        if (even < count) {
            best[0] += best_[even];
        }
        sum_of_best_ += best;
    }

    [[nodiscard]] double best() const noexcept { return both(sum_of_best_); }
    [[nodiscard]] double wins(std::size_t offer) const noexcept { return both(wins_[offer]); }
    [[nodiscard]] double sum(std::size_t offer) const noexcept { return both(sums_[offer]); }

private:
    using Row = std::array<double, Futures::block>;

    [[nodiscard]] static double both(Lanes sums) noexcept { return sums[0] + sums[1]; }

    void find_best(const Futures& futures) noexcept {
        std::copy_n(futures.values(0).data(), Futures::block, best_.data());
        for (std::size_t i = 1; i < sums_.size(); ++i) {
            const double* const values = futures.values(i).data();
            for (std::size_t s = 0; s < Futures::block; s += lanes) {
                const Lanes best = load(&best_[s]);
                const Lanes value = load(values + s);
                store(&best_[s], value > best ? value : best);
            }
        }
    }

    // Of offers that are best together each has its share.
    void find_shares(const Futures& futures) noexcept {
        constexpr Lanes one{1, 1};
        for (std::size_t s = 0; s < Futures::block; s += lanes) {
            store(&tie_[s], load(&best_[s]) - detail::same_point);
        }
        share_.fill(0);
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const double* const values = futures.values(i).data();
            for (std::size_t s = 0; s < Futures::block; s += lanes) {
                store(&share_[s], load(&share_[s]) + (load(values + s) > load(&tie_[s]) ? one : Lanes{}));
            }
        }
        for (std::size_t s = 0; s < Futures::block; s += lanes) {
            store(&share_[s], one / load(&share_[s]));
        }
    }

    std::vector<Lanes> wins_;
    std::vector<Lanes> sums_;
    Lanes sum_of_best_{};
    Row best_{};
    Row tie_{};
    Row share_{};
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
