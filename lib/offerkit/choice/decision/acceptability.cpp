#include <offerkit/choice/decision/acceptability.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <offerkit/choice/decision/detail/purpose.hpp>
#include <offerkit/choice/decision/weights.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/numeric/detail/lanes.hpp>
#include <offerkit/numeric/exponential_draws.hpp>

namespace offerkit::choice::decision {

namespace {

using numeric::detail::Lanes;
using numeric::detail::lanes;
using numeric::detail::load;
using numeric::detail::MaskLanes;
using numeric::detail::store;

// Draws are made in blocks that fit the nearest cache, and looked at in tiles that fit the registers.
constexpr std::size_t block_draws = 128;
constexpr std::size_t tile_lanes = 4;
constexpr std::size_t tile = tile_lanes * lanes;

// Ranks offers at many weights. A column is whatever one exponential number of a draw multiplies: a factor, or in a
// stated order the mean of the first k factors.
class Ranking {
public:
    explicit Ranking(const Values& columns)
        : offers_{columns.size()},
          columns_{columns.front().size()},
          sums_(offers_ * tile_lanes),
          ranks_(offers_ * tile_lanes),
          counts_(offers_ * offers_),
          first_(offers_ * columns_) {
        for (const auto& row : columns) {
            for (const double value : row) {
                matrix_.push_back(Lanes{value, value});
            }
        }
    }

    // draws[column * block_draws + s]; the first `count` of the block are counted.
    void add(std::span<const double> draws, std::size_t count) {
        for (std::size_t from = 0; from < count; from += tile) {
            weigh(draws.data() + from);
            rank();
            tally(draws.data() + from, std::min(tile, count - from));
        }
    }

    [[nodiscard]] double count(std::size_t offer, std::size_t rank) const {
        return static_cast<double>(counts_[offer * offers_ + rank]);
    }
    // The sum of the normalised draws in which the offer comes first.
    [[nodiscard]] std::span<const double> first(std::size_t offer) const {
        return std::span{first_}.subspan(offer * columns_, columns_);
    }

private:
    void weigh(const double* draws) {
        for (std::size_t i = 0; i < offers_; ++i) {
            Lanes a{};
            Lanes b{};
            Lanes c{};
            Lanes d{};
            const Lanes* row = &matrix_[i * columns_];
            const double* place = draws;
            for (std::size_t j = 0; j < columns_; ++j, place += block_draws) {
                const Lanes value = row[j];
                a += value * load(place);
                b += value * load(place + lanes);
                c += value * load(place + 2 * lanes);
                d += value * load(place + 3 * lanes);
            }
            Lanes* sums = &sums_[i * tile_lanes];
            sums[0] = a;
            sums[1] = b;
            sums[2] = c;
            sums[3] = d;
        }
    }

    // A rank is how many others do better. An offer starts behind all those given before it, and each comparison moves
    // one of the two. Of two that do equally well the one given first counts as the better: put right at the end.
    void rank() {
        for (std::size_t i = 0; i < offers_; ++i) {
            for (std::size_t t = 0; t < tile_lanes; ++t) {
                ranks_[i * tile_lanes + t] = MaskLanes{};
            }
        }
        for (std::size_t i = 0; i + 1 < offers_; ++i) {
            const Lanes* mine = &sums_[i * tile_lanes];
            MaskLanes* rank = &ranks_[i * tile_lanes];
            MaskLanes a = rank[0];
            MaskLanes b = rank[1];
            MaskLanes c = rank[2];
            MaskLanes d = rank[3];
            for (std::size_t k = i + 1; k < offers_; ++k) {
                const Lanes* theirs = &sums_[k * tile_lanes];
                MaskLanes* their_rank = &ranks_[k * tile_lanes];
                // A comparison that holds is -1.
                const MaskLanes better_a = theirs[0] > mine[0];
                const MaskLanes better_b = theirs[1] > mine[1];
                const MaskLanes better_c = theirs[2] > mine[2];
                const MaskLanes better_d = theirs[3] > mine[3];
                a -= better_a;
                b -= better_b;
                c -= better_c;
                d -= better_d;
                their_rank[0] += better_a;
                their_rank[1] += better_b;
                their_rank[2] += better_c;
                their_rank[3] += better_d;
            }
            rank[0] = a;
            rank[1] = b;
            rank[2] = c;
            rank[3] = d;
        }
    }

    void tally(const double* draws, std::size_t count) {
        for (std::size_t s = 0; s < count; ++s) {
            std::size_t winner = 0;
            for (std::size_t i = 0; i < offers_; ++i) {
                const auto behind = ranks_[i * tile_lanes + s / lanes][s % lanes];
                const std::size_t rank = i + static_cast<std::size_t>(behind);
                ++counts_[i * offers_ + rank];
                winner = rank == 0 ? i : winner;
            }
            double sum = 0;
            for (std::size_t j = 0; j < columns_; ++j) {
                sum += draws[j * block_draws + s];
            }
            const double share = 1.0 / sum;
            double* first = &first_[winner * columns_];
            for (std::size_t j = 0; j < columns_; ++j) {
                first[j] += draws[j * block_draws + s] * share;
            }
        }
    }

    std::size_t offers_;
    std::size_t columns_;
    std::vector<Lanes> matrix_{};
    std::vector<Lanes> sums_;
    std::vector<MaskLanes> ranks_;
    std::vector<std::uint64_t> counts_;
    std::vector<double> first_;
};

// Which offers have the same values everywhere, and so tie at all weights: for each the first like it.
std::vector<std::size_t> first_alike(const Values& values) {
    std::vector<std::size_t> alike(values.size());
    std::transform(values.begin(), values.end(), alike.begin(), [&](const auto& own) {
        return static_cast<std::size_t>(std::find(values.begin(), values.end(), own) - values.begin());
    });
    return alike;
}

// What was counted, with ties split evenly among those who tie.
std::vector<Acceptability> shares_of(const Ranking& ranking, const Values& values, std::uint64_t samples) {
    const std::size_t offers = values.size();
    const std::vector<std::size_t> alike = first_alike(values);
    const auto n = static_cast<double>(samples);
    std::vector<Acceptability> result(offers);
    for (std::size_t i = 0; i < offers; ++i) {
        const std::size_t leader = alike[i];
        const auto together = static_cast<std::size_t>(std::count(alike.begin(), alike.end(), leader));
        Acceptability& own = result[i];
        own.ranks.assign(offers, 0.0);
        for (std::size_t rank = 0; rank < offers; ++rank) {
            const double share = ranking.count(leader, rank) / n / static_cast<double>(together);
            for (std::size_t place = rank; place < std::min(rank + together, offers); ++place) {
                own.ranks[place] += share;
            }
        }
        for (const double p : own.ranks) {
            own.half_width = std::max(own.half_width, 1.96 * std::sqrt(std::max(0.0, p * (1 - p)) / n));
        }
        if (ranking.count(leader, 0) > 0) {
            const auto sums = ranking.first(leader);
            own.central_weights.emplace(sums.begin(), sums.end());
            for (double& weight : *own.central_weights) {
                weight /= ranking.count(leader, 0);
            }
        }
    }
    return result;
}

// Hands every block of draws to `use`, with how many of the block count.
template <class Use>
void draw_blocks(std::size_t each, std::uint64_t samples, std::uint64_t seed, Use use) {
    expects(each > 0 && samples > 0);
    const auto key = detail::key_of(seed, detail::Purpose::weights);
    std::vector<double> draws(block_draws * each);
    for (std::uint64_t from = 0; from < samples; from += block_draws) {
        numeric::exponential_draws(key, from, block_draws, each, draws);
        use(std::span{draws}, static_cast<std::size_t>(std::min<std::uint64_t>(block_draws, samples - from)));
    }
}

// Deals the numbers of a draw to groups, the largest to the first group. Within a group they keep the order in which
// they were drawn, so that all orders are equally likely.
class Dealing {
public:
    explicit Dealing(const std::vector<std::vector<std::size_t>>& order) : order_{order} {
        for (const auto& group : order) {
            columns_ += group.size();
        }
        numbers_.resize(columns_);
        places_.resize(columns_);
    }

    void operator()(std::span<double> draws) {
        for (std::size_t s = 0; s < block_draws; ++s) {
            for (std::size_t j = 0; j < columns_; ++j) {
                numbers_[j] = draws[j * block_draws + s];
            }
            std::iota(places_.begin(), places_.end(), std::size_t{0});
            std::sort(places_.begin(), places_.end(), [&](std::size_t a, std::size_t b) {
                return numbers_[a] != numbers_[b] ? numbers_[a] > numbers_[b] : a < b;
            });
            auto next = places_.begin();
            std::size_t column = 0;
            for (const auto& group : order_) {
                const auto end = next + static_cast<std::ptrdiff_t>(group.size());
                std::sort(next, end);
                for (; next != end; ++next) {
                    draws[column++ * block_draws + s] = numbers_[*next];
                }
            }
        }
    }

private:
    const std::vector<std::vector<std::size_t>>& order_;
    std::size_t columns_ = 0;
    std::vector<double> numbers_{};
    std::vector<std::size_t> places_{};
};

// Ranks offers at weights in an order. Without ties these are w_j = sum over k >= j of u_k / k with u uniform on the
// simplex, since the corners of its ordered part are the means of the first k factors. With ties the drawn numbers are
// dealt to the groups, unless there is but one.
class OrderedRanking {
public:
    OrderedRanking(const Values& values, const std::vector<std::vector<std::size_t>>& order)
        : values_{values},
          order_{order},
          factors_{flat(order)},
          ties_{order.size() < factors_.size()},
          ranking_{columns()},
          dealing_{order} {}

    [[nodiscard]] std::size_t columns_of_draws() const noexcept { return factors_.size(); }

    // Changes the draws where it deals them.
    void add(std::span<double> draws, std::size_t count) {
        if (ties_ && order_.size() > 1) {
            dealing_(draws);
        }
        ranking_.add(draws, count);
    }

    [[nodiscard]] std::vector<Acceptability> shares(std::uint64_t samples) const {
        auto result = shares_of(ranking_, values_, samples);
        for (Acceptability& offer : result) {
            if (!offer.central_weights) {
                continue;
            }
            std::vector<double> weights(values_.front().size());
            double tail = 0;
            for (std::size_t k = factors_.size(); k-- > 0;) {
                const double own = (*offer.central_weights)[k];
                tail += own / static_cast<double>(k + 1);
                weights[factors_[k]] = ties_ ? own : tail;
            }
            offer.central_weights = std::move(weights);
        }
        return result;
    }

private:
    static std::vector<std::size_t> flat(const std::vector<std::vector<std::size_t>>& order) {
        std::vector<std::size_t> factors;
        for (const auto& group : order) {
            factors.insert(factors.end(), group.begin(), group.end());
        }
        expects(!factors.empty());
        return factors;
    }

    [[nodiscard]] Values columns() const {
        Values columns(values_.size());
        for (std::size_t i = 0; i < values_.size(); ++i) {
            double sum = 0;
            for (std::size_t k = 0; k < factors_.size(); ++k) {
                const double value = values_[i][factors_[k]];
                sum += value;
                columns[i].push_back(ties_ ? value : sum / static_cast<double>(k + 1));
            }
        }
        return columns;
    }

    const Values& values_;
    const std::vector<std::vector<std::size_t>>& order_;
    std::vector<std::size_t> factors_;
    bool ties_;
    Ranking ranking_;
    Dealing dealing_;
};

// The values on the factors that have weight, which are all that the simplex is made of.
Values weighted_columns(const Values& values, std::span<const double> weights) {
    Values columns(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            if (weights[j] > 0) {
                columns[i].push_back(values[i][j]);
            }
        }
    }
    return columns;
}

void spread(std::vector<Acceptability>& all, std::span<const double> weights) {
    for (Acceptability& own : all) {
        if (!own.central_weights) {
            continue;
        }
        std::vector<double> spread_out;
        std::size_t next = 0;
        for (const double weight : weights) {
            spread_out.push_back(weight > 0 ? (*own.central_weights)[next++] : 0.0);
        }
        own.central_weights = std::move(spread_out);
    }
}

}  // namespace

std::vector<Acceptability> acceptability(const Values& values, std::uint64_t samples, std::uint64_t seed) {
    Ranking ranking{values};
    draw_blocks(values.front().size(), samples, seed,
                [&](std::span<double> draws, std::size_t count) { ranking.add(draws, count); });
    return shares_of(ranking, values, samples);
}

std::vector<Acceptability> acceptability_under_order(const Values& values,
                                                     const std::vector<std::vector<std::size_t>>& order,
                                                     std::uint64_t samples, std::uint64_t seed) {
    OrderedRanking ranking{values, order};
    draw_blocks(ranking.columns_of_draws(), samples, seed,
                [&](std::span<double> draws, std::size_t count) { ranking.add(draws, count); });
    return ranking.shares(samples);
}

Acceptabilities acceptabilities(const Values& values, std::span<const double> weights, std::uint64_t samples,
                                std::uint64_t seed) {
    const auto order = weight_order(weights);
    const Values columns = weighted_columns(values, weights);
    Ranking any{columns};
    OrderedRanking ordered{values, order};
    draw_blocks(ordered.columns_of_draws(), samples, seed, [&](std::span<double> draws, std::size_t count) {
        any.add(draws, count);
        ordered.add(draws, count);
    });
    Acceptabilities result{shares_of(any, columns, samples), ordered.shares(samples)};
    spread(result.any_weights, weights);
    return result;
}

}  // namespace offerkit::choice::decision
