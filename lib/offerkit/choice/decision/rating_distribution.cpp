#include <offerkit/choice/decision/rating_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <offerkit/choice/decision/detail/distribution.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/numeric/gauss_legendre.hpp>

namespace offerkit::choice::decision {

namespace {

using detail::Distribution;
using detail::same_point;

constexpr std::size_t most_combinations = std::size_t{1} << 16U;
constexpr std::size_t most_unknowns = 100;
// Unknowns make every corner of every offer look at every other: beyond this many looks drawing is quicker.
constexpr std::size_t most_looks = std::size_t{1} << 22U;

// Walks once over all places where a distribution function jumps or bends, from the lowest to the highest.
class Sweep {
public:
    explicit Sweep(const std::vector<Distribution>& offers)
        : offers_{offers}, next_(offers.size()), below_(offers.size()), here_(offers.size()), best_(offers.size()) {
        for (const Distribution& offer : offers) {
            offer.add_corners(corners_);
            unknowns_ += offer.unknowns();
        }
        std::sort(corners_.begin(), corners_.end());
        const auto same = [](double a, double b) { return b - a < same_point; };
        corners_.erase(std::unique(corners_.begin(), corners_.end(), same), corners_.end());
        nodes_ = unknowns_ == 0 ? std::vector<numeric::Node>{} : numeric::gauss_legendre(unknowns_ / 2 + 1);
    }

    // Corners x nodes x what each costs to look at.
    [[nodiscard]] std::size_t looks() const noexcept {
        if (unknowns_ == 0) {
            return 0;
        }
        std::size_t each = 0;
        for (const Distribution& offer : offers_) {
            each += offer.continuous() ? offer.atoms().size() << offer.unknowns() : 1;
        }
        return corners_.size() * nodes_.size() * each;
    }

    Prospects run() {
        // E[max] is the highest place less the integral of the chance that all stay below.
        double below = 0;
        for (std::size_t corner = 0; corner < corners_.size(); ++corner) {
            jump(corners_[corner]);
            if (corner + 1 < corners_.size()) {
                below += stretch(corners_[corner], corners_[corner + 1]);
            }
        }
        return {.probability_best = best_, .expected_best = corners_.back() - below};
    }

private:
    // Atoms of discrete offers at one place: each is best there if no other is above, ties split.
    void jump(double x) {
        bool any = false;
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            here_[i] = 0;
            if (offers_[i].continuous()) {
                continue;
            }
            const auto& atoms = offers_[i].atoms();
            for (; next_[i] < atoms.size() && atoms[next_[i]].at < x + same_point; ++next_[i]) {
                here_[i] += atoms[next_[i]].chance;
                any = true;
            }
        }
        if (!any) {
            return;
        }
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            if (here_[i] > 0) {
                best_[i] += here_[i] * others_below_or_tied(i, x);
            }
        }
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            below_[i] += here_[i];
        }
    }

    // The chance that nobody is above offer i at x, each tie with s others counting 1 / (s + 1): the coefficients of
    // the product of (below + here z) say how likely s ties are.
    double others_below_or_tied(std::size_t i, double x) {
        ties_.assign(1, 1.0);
        for (std::size_t k = 0; k < offers_.size(); ++k) {
            if (k == i) {
                continue;
            }
            if (offers_[k].continuous()) {
                const double chance = offers_[k].chance_up_to(x);
                for (double& coefficient : ties_) {
                    coefficient *= chance;
                }
                continue;
            }
            if (here_[k] > 0) {
                ties_.push_back(0.0);
            }
            for (std::size_t s = ties_.size(); s-- > 0;) {
                ties_[s] = below_[k] * ties_[s] + (s > 0 ? here_[k] * ties_[s - 1] : 0.0);
            }
        }
        double share = 0;
        for (std::size_t s = 0; s < ties_.size(); ++s) {
            share += ties_[s] / static_cast<double>(s + 1);
        }
        return share;
    }

    // Between two corners every distribution function is a polynomial. Gives the integral of their product, and adds to
    // each continuous offer the chance that it is best in there.
    double stretch(double from, double to) {
        if (unknowns_ == 0) {
            return (to - from) * std::accumulate(below_.begin(), below_.end(), 1.0, std::multiplies<>{});
        }
        const double half = (to - from) / 2;
        const double middle = from + half;
        double integral = 0;
        for (const numeric::Node& node : nodes_) {
            const double x = middle + half * node.at;
            const double weight = half * node.weight;
            double all = 1;
            for (std::size_t i = 0; i < offers_.size(); ++i) {
                here_[i] = offers_[i].continuous() ? offers_[i].chance_up_to(x) : below_[i];
                all *= here_[i];
            }
            integral += weight * all;
            // The chance that all others stay below: the product of those before an offer and of those after it.
            after_.assign(offers_.size() + 1, 1.0);
            for (std::size_t i = offers_.size(); i-- > 0;) {
                after_[i] = after_[i + 1] * here_[i];
            }
            double before = 1;
            for (std::size_t i = 0; i < offers_.size(); ++i) {
                if (offers_[i].continuous()) {
                    best_[i] += weight * offers_[i].density_at(x) * before * after_[i + 1];
                }
                before *= here_[i];
            }
        }
        return integral;
    }

    const std::vector<Distribution>& offers_;
    std::vector<double> corners_{};
    std::size_t unknowns_ = 0;
    std::vector<numeric::Node> nodes_{};
    std::vector<std::size_t> next_;  // atom of each discrete offer
    std::vector<double> below_;      // chance of the atoms passed
    std::vector<double> here_;
    std::vector<double> after_{};
    std::vector<double> ties_{};
    std::vector<double> best_;
};

std::size_t unknowns_in(std::span<const Rating> row, std::span<const double> weights) {
    std::size_t count = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        count += weights[j] > 0 && row[j].continuous() ? 1U : 0U;
    }
    return count;
}

void add_regrets(Prospects& prospects, const std::vector<std::vector<Rating>>& ratings,
                 std::span<const double> weights) {
    for (const auto& row : ratings) {
        double value = 0;
        for (std::size_t j = 0; j < weights.size(); ++j) {
            value += weights[j] * row[j].value;
        }
        prospects.expected_regret.push_back(std::max(0.0, prospects.expected_best - value));
    }
}

// Chances that are sums of many products come to 1 but for rounding.
void make_whole(std::vector<double>& chances) {
    const double sum = std::accumulate(chances.begin(), chances.end(), 0.0);
    for (double& chance : chances) {
        chance = std::clamp(chance / sum, 0.0, 1.0);
    }
}

}  // namespace

Prospects prospects(const std::vector<std::vector<Rating>>& ratings, std::span<const double> weights,
                    std::uint64_t draws, std::uint64_t seed, const DrawnPay* pay) {
    expects(!ratings.empty());
    if (pay != nullptr) {
        return sampled_prospects(ratings, weights, draws, seed, pay);
    }
    std::vector<Distribution> offers;
    std::size_t unknowns = 0;
    for (const auto& row : ratings) {
        unknowns += unknowns_in(row, weights);
        if (unknowns > most_unknowns) {
            return sampled_prospects(ratings, weights, draws, seed);
        }
        if (Distribution::combinations(row, weights, most_combinations) > most_combinations) {
            return sampled_prospects(ratings, weights, draws, seed);
        }
    }
    for (const auto& row : ratings) {
        offers.emplace_back(row, weights);
    }
    Sweep sweep{offers};
    if (sweep.looks() > most_looks) {
        return sampled_prospects(ratings, weights, draws, seed);
    }
    Prospects result = sweep.run();
    make_whole(result.probability_best);
    add_regrets(result, ratings, weights);
    return result;
}

}  // namespace offerkit::choice::decision
