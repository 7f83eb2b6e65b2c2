#include <offerkit/choice/decision/weights.hpp>

#include <algorithm>
#include <numeric>

#include <offerkit/contract.hpp>

namespace offerkit::choice::decision {

namespace {

// Two weights that differ by less than this part of themselves were meant to be equal: products of thirds, say.
constexpr double same_weight = 1e-12;

}  // namespace

std::vector<double> swing_weights(std::span<const double> swings) {
    const double sum = std::accumulate(swings.begin(), swings.end(), 0.0);
    expects(sum > 0);
    std::vector<double> weights;
    weights.reserve(swings.size());
    for (const double swing : swings) {
        weights.push_back(swing / sum);
    }
    return weights;
}

std::vector<double> rank_order_centroid(std::span<const std::int64_t> ranks) {
    const std::size_t n = ranks.size();
    // by_place[k] is the weight of place k, counted from 0: a tail of the harmonic series, summed from its small end.
    std::vector<double> by_place(n);
    double tail = 0;
    for (std::size_t place = n; place-- > 0;) {
        tail += 1.0 / static_cast<double>(place + 1);
        by_place[place] = tail / static_cast<double>(n);
    }
    std::vector<double> weights(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto before = std::count_if(ranks.begin(), ranks.end(), [&](auto rank) { return rank < ranks[i]; });
        const auto equal = std::count(ranks.begin(), ranks.end(), ranks[i]);
        const auto from = by_place.begin() + before;
        weights[i] = std::accumulate(from, from + equal, 0.0) / static_cast<double>(equal);
    }
    return weights;
}

std::vector<std::vector<std::size_t>> weight_order(std::span<const double> weights) {
    std::vector<std::size_t> factors;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (weights[j] > 0) {
            factors.push_back(j);
        }
    }
    std::stable_sort(factors.begin(), factors.end(),
                     [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    std::vector<std::vector<std::size_t>> groups;
    for (const std::size_t factor : factors) {
        if (groups.empty() || weights[groups.back().front()] - weights[factor] > same_weight * weights[factor]) {
            groups.emplace_back();
        }
        groups.back().push_back(factor);
    }
    for (auto& group : groups) {
        std::sort(group.begin(), group.end());
    }
    return groups;
}

std::vector<std::int64_t> ranks_of(std::span<const double> weights) {
    std::vector<std::int64_t> ranks(weights.size());
    std::int64_t next = 1;
    for (const auto& group : weight_order(weights)) {
        for (const std::size_t factor : group) {
            ranks[factor] = next;
        }
        next += static_cast<std::int64_t>(group.size());
    }
    for (auto& rank : ranks) {
        rank = rank == 0 ? next : rank;
    }
    return ranks;
}

}  // namespace offerkit::choice::decision
