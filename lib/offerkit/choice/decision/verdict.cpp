#include <offerkit/choice/decision/verdict.hpp>

#include <algorithm>

#include <offerkit/choice/decision/detail/purpose.hpp>
#include <offerkit/choice/decision/detail/same_value.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/numeric/detail/lanes.hpp>
#include <offerkit/numeric/philox.hpp>
#include <offerkit/numeric/word_stream.hpp>

namespace offerkit::choice::decision {

namespace {

using detail::same_value;
using numeric::detail::Lanes;
using numeric::detail::lanes;
using numeric::detail::load;
using numeric::detail::MaskLanes;
using numeric::detail::store;

/// How far drawn weights lie from the stated ones.
enum class Spread {
    narrow,  ///< w x U[0.8, 1.2]
    wide     ///< w x exp(U[-ln 2, ln 2])
};

constexpr double clear_share = 0.90;
constexpr double clear_share_when_wide = 0.80;
constexpr double leaning_share = 0.65;
constexpr double least_factor = 0.8;  // by which a weight is multiplied
constexpr double factor_range = 0.4;
constexpr std::size_t block = 128;  // of draws, which fit the nearest cache

// 2^u for u between -1 and 1, by a sum of fixed order: the same bits on every machine, and off by less than the 2^-32
// of u that its random bits leave open. The square of 2^(u/2), whose series is half as long.
Lanes power_of_two(Lanes u) noexcept {
    constexpr double half_ln_2 = 0.34657359027997265471;
    constexpr std::size_t terms = 8;
    constexpr auto shares = [] {
        std::array<double, terms + 1> all{};
        for (std::size_t n = 1; n <= terms; ++n) {
            all[n] = half_ln_2 / static_cast<double>(n);
        }
        return all;
    }();
    Lanes sum{1, 1};
    for (std::size_t n = terms; n > 0; --n) {
        sum = sum * u * shares[n] + 1.0;
    }
    return sum * sum;
}

// What weights come of uniform numbers.
void weigh(const double* numbers, double weight, Spread spread, double* weights) noexcept {
    if (spread == Spread::narrow) {
        const double least = weight * least_factor;
        const double range = weight * factor_range;
        for (std::size_t s = 0; s < block; s += lanes) {
            store(weights + s, least + range * load(numbers + s));
        }
        return;
    }
    for (std::size_t s = 0; s < block; s += lanes) {
        store(weights + s, weight * power_of_two(2.0 * load(numbers + s) - 1.0));
    }
}

// Turns uniform numbers into the values of a rating, in place; an unknown stays as even as they are.
void rate(double* numbers, const Rating& rating) noexcept {
    if (rating.continuous()) {
        return;
    }
    for (std::size_t s = 0; s < block; s += lanes) {
        const Lanes uniform = load(numbers + s);
        double up_to = 0;
        Lanes value = Lanes{} + rating.outcomes.front().value;
        for (std::size_t k = 1; k < rating.outcomes.size(); ++k) {
            up_to += rating.outcomes[k - 1].chance;
            value = uniform >= up_to ? Lanes{} + rating.outcomes[k].value : value;
        }
        store(numbers + s, value);
    }
}

/// Blocks of draws: a uniform number for each weight, the uncertain ratings, and what each offer comes to at the
/// weights of a spread.
class Thoughts {
public:
    Thoughts(const Judgement& judgement, const numeric::PhiloxKey& key)
        : offers_{judgement.offers()}, sums_(offers_ * block) {
        for (const auto& factor : judgement.factors) {
            if (factor.weight > 0) {
                weights_.push_back(factor.weight);
            }
        }
        for (std::size_t i = 0; i < offers_; ++i) {
            for (std::size_t j = 0; j < judgement.factors.size(); ++j) {
                if (judgement.factors[j].weight <= 0) {
                    continue;
                }
                const Rating& rating = judgement.ratings[i][j];
                if (rating.uncertain()) {
                    open_.push_back(&rating);
                }
                values_.push_back({rating.value, rating.uncertain() ? weights_.size() + open_.size() - 1 : 0});
            }
        }
        for (std::size_t row = 0; row < weights_.size() + open_.size(); ++row) {
            streams_.emplace_back(key, row);
        }
        numbers_.resize(streams_.size() * block);
        drawn_.resize(weights_.size() * block);
    }

    /// Draws the block from `first` on, a multiple of its size. Draws come in pairs, of which one is the mirror of the
    /// other: half as many numbers leave less to luck.
    void draw(std::uint64_t first) noexcept {
        for (std::size_t row = 0; row < streams_.size(); ++row) {
            double* const numbers = &numbers_[row * block];
            streams_[row].each(first / 2, block / 2, [&](std::size_t pair, std::uint32_t bits) {
                numbers[2 * pair] = numeric::unit_interval(bits);
                numbers[2 * pair + 1] = numeric::unit_interval(~bits);
            });
        }
        for (std::size_t k = 0; k < open_.size(); ++k) {
            rate(&numbers_[(weights_.size() + k) * block], *open_[k]);
        }
    }

    /// Weighs what was drawn.
    void weigh(Spread spread) noexcept {
        for (std::size_t j = 0; j < weights_.size(); ++j) {
            decision::weigh(&numbers_[j * block], weights_[j], spread, &drawn_[j * block]);
        }
        for (std::size_t i = 0; i < offers_; ++i) {
            add_up(i);
        }
    }

    /// What an offer comes to in each draw of the block, as last weighed.
    [[nodiscard]] const double* sums(std::size_t offer) const noexcept { return &sums_[offer * block]; }

private:
    struct Value {
        double certain;
        std::size_t row;  ///< of the numbers drawn for it; 0, which is a weight's, where it is certain
    };

    void add_up(std::size_t offer) noexcept {
        double* const sums = &sums_[offer * block];
        std::fill_n(sums, block, 0.0);
        for (std::size_t j = 0; j < weights_.size(); ++j) {
            const double* const weights = &drawn_[j * block];
            const Value& value = values_[offer * weights_.size() + j];
            if (value.row == 0) {
                for (std::size_t s = 0; s < block; s += lanes) {
                    store(sums + s, load(sums + s) + load(weights + s) * value.certain);
                }
                continue;
            }
            const double* const rated = &numbers_[value.row * block];
            for (std::size_t s = 0; s < block; s += lanes) {
                store(sums + s, load(sums + s) + load(weights + s) * load(rated + s));
            }
        }
    }

    std::size_t offers_;
    std::vector<double> weights_{};  ///< above 0
    std::vector<const Rating*> open_{};
    std::vector<Value> values_{};                 ///< [offer * weights + factor]
    std::vector<numeric::WordStream> streams_{};  ///< of the weights, then of the open ratings
    std::vector<double> numbers_{};               ///< [stream * block + draw]
    std::vector<double> drawn_{};                 ///< [weight * block + draw]
    std::vector<double> sums_;                    ///< [offer * block + draw]
};

/// In how many draws the leader is ahead, in halves, so that a tie counts as one and a win as two.
class WinCount {
public:
    WinCount(std::size_t leader, std::size_t offers) : leader_{leader}, halves_(offers) {}

    /// Adds the first `count` draws of a block.
    void add(const Thoughts& thoughts, std::size_t count) noexcept {
        const double* const own = thoughts.sums(leader_);
        for (std::size_t i = 0; i < halves_.size(); ++i) {
            if (i == leader_) {
                continue;
            }
            const double* const theirs = thoughts.sums(i);
            MaskLanes found{};  // a comparison that holds is -1
            for (std::size_t s = 0; s + 1 < count; s += lanes) {
                const Lanes ahead = load(own + s) - load(theirs + s);
                found -= (ahead > same_value) + (ahead >= -same_value);
            }
            if (count % lanes != 0) {
                const double ahead = own[count - 1] - theirs[count - 1];
                found[0] += (ahead > same_value ? 1 : 0) + (ahead >= -same_value ? 1 : 0);
            }
            halves_[i] += static_cast<std::uint64_t>(found[0] + found[1]);
        }
    }

    [[nodiscard]] std::vector<double> shares(std::uint64_t samples) const {
        std::vector<double> shares;
        for (std::size_t i = 0; i < halves_.size(); ++i) {
            shares.push_back(i == leader_ ? 1.0 : static_cast<double>(halves_[i]) / (2 * static_cast<double>(samples)));
        }
        return shares;
    }

private:
    std::size_t leader_;
    std::vector<std::uint64_t> halves_;
};

}  // namespace

Wins wins_of(std::size_t leader, const Judgement& judgement, std::uint64_t samples, std::uint64_t seed) {
    expects(samples > 0);
    Thoughts thoughts{judgement, detail::key_of(seed, detail::Purpose::verdict)};
    WinCount narrow{leader, judgement.offers()};
    WinCount wide{leader, judgement.offers()};
    for (std::uint64_t first = 0; first < samples; first += block) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(block, samples - first));
        thoughts.draw(first);
        thoughts.weigh(Spread::narrow);
        narrow.add(thoughts, count);
        thoughts.weigh(Spread::wide);
        wide.add(thoughts, count);
    }
    return {narrow.shares(samples), wide.shares(samples)};
}

bool dominates_for_sure(std::size_t leader, const Judgement& judgement) {
    const auto& own = judgement.ratings[leader];
    for (std::size_t i = 0; i < judgement.offers(); ++i) {
        if (i == leader) {
            continue;
        }
        bool better = false;
        for (std::size_t j = 0; j < own.size(); ++j) {
            if (judgement.factors[j].weight <= 0) {
                continue;
            }
            const double ahead = own[j].least() - judgement.ratings[i][j].most();
            if (ahead < -same_value) {
                return false;
            }
            better = better || ahead > same_value;
        }
        if (!better) {
            return false;
        }
    }
    return true;
}

VerdictClass class_of(const Verdict& verdict, double most_valuable_question) noexcept {
    if (verdict.hangs_on) {
        return VerdictClass::hangs_on;
    }
    const bool steady = verdict.steadiness >= clear_share && verdict.wide_steadiness >= clear_share_when_wide;
    if ((verdict.dominant_for_sure || steady) && !verdict.not_in_writing && !verdict.open_dates) {
        return VerdictClass::clear;
    }
    if (most_valuable_question > verdict.margin.value_or(0) + same_value) {
        return VerdictClass::ask_first;
    }
    return verdict.steadiness >= leaning_share ? VerdictClass::leaning : VerdictClass::toss_up;
}

}  // namespace offerkit::choice::decision
