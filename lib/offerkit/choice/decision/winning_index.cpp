#include <offerkit/choice/decision/winning_index.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <offerkit/choice/decision/detail/purpose.hpp>
#include <offerkit/choice/decision/weights.hpp>
#include <offerkit/numeric/philox.hpp>

namespace offerkit::choice::decision {

namespace {

// Differences this small are what is left of two equal values computed in two ways.
constexpr double no_difference = 1e-14;
constexpr std::size_t most_orders = 720;

// Room for the factors of any decision people make, without a heap; more go to a vector.
template <class Use>
double with_room(std::size_t numbers, Use use) {
    constexpr std::size_t usual = 64;
    if (numbers <= usual) {
        std::array<double, usual> room;  // written before it is read
        return use(room.data());
    }
    std::vector<double> room(numbers);
    return use(room.data());
}

// Losses become non-negative x, gains y; a zero difference takes no part, since the other weights are uniform without
// it. A_k <- (x_k A_k + y A_(k-1)) / (x_k + y), for each gain y in turn and all losses; A_0 = 1.
double recursion(std::span<const double> differences, double* losses, double* shares) noexcept {
    std::size_t count = 0;
    bool gains = false;
    for (const double d : differences) {
        if (d < -no_difference) {
            losses[count++] = -d;
        }
        gains = gains || d > no_difference;
    }
    if (count == 0) {
        return gains ? 1.0 : 0.5;
    }
    std::fill_n(shares, count, 0.0);
    for (const double gain : differences) {
        if (gain <= no_difference) {
            continue;
        }
        double before = 1.0;
        for (std::size_t k = 0; k < count; ++k) {
            shares[k] = (losses[k] * shares[k] + gain * before) / (losses[k] + gain);
            before = shares[k];
        }
    }
    return shares[count - 1];
}

// The index for one order: the corners of the ordered simplex are the means of the first k factors.
double index_of_order(std::span<const double> differences, std::span<const std::size_t> order) {
    return with_room(order.size(), [&](double* means) {
        double sum = 0;
        for (std::size_t k = 0; k < order.size(); ++k) {
            sum += differences[order[k]];
            means[k] = sum / static_cast<double>(k + 1);
        }
        return winning_index({means, order.size()});
    });
}

// How many orders groups of equal weights have, or one more than the most that are gone through.
std::size_t count_orders(const std::vector<std::vector<std::size_t>>& groups) noexcept {
    std::size_t count = 1;
    for (const auto& group : groups) {
        for (std::size_t k = 2; k <= group.size(); ++k) {
            count *= k;
            if (count > most_orders) {
                return count;
            }
        }
    }
    return count;
}

// The next order of the groups, each of them in every order; false after the last.
bool next_order(std::vector<std::vector<std::size_t>>& groups) {
    return std::any_of(groups.begin(), groups.end(),
                       [](auto& group) { return std::next_permutation(group.begin(), group.end()); });
}

void shuffle(std::vector<std::size_t>& group, numeric::Draw& draw) {
    for (std::size_t left = group.size(); left > 1; --left) {
        const auto pick = static_cast<std::size_t>(draw.uniform() * static_cast<double>(left));
        std::swap(group[left - 1], group[pick]);
    }
}

}  // namespace

double winning_index(std::span<const double> differences) noexcept {
    const std::size_t n = differences.size();
    return with_room(2 * n, [&](double* room) { return recursion(differences, room, room + n); });
}

OrderedIndex winning_index_under_order(std::span<const double> differences,
                                       const std::vector<std::vector<std::size_t>>& order, std::uint64_t seed) {
    if (order.size() == 1) {
        // All weights equal: every order, which is every weight.
        std::vector<double> all;
        for (const std::size_t factor : order.front()) {
            all.push_back(differences[factor]);
        }
        return {winning_index(all), false};
    }
    std::vector<std::vector<std::size_t>> groups = order;
    std::vector<std::size_t> flat;
    const auto index = [&] {
        flat.clear();
        for (const auto& group : groups) {
            flat.insert(flat.end(), group.begin(), group.end());
        }
        return index_of_order(differences, flat);
    };
    const bool sampled = count_orders(groups) > most_orders;
    double sum = 0;
    std::size_t count = 0;
    if (sampled) {
        for (; count < most_orders; ++count) {
            numeric::Draw draw{detail::key_of(seed, detail::Purpose::orders), count};
            for (auto& group : groups) {
                shuffle(group, draw);
            }
            sum += index();
        }
    } else {
        for (auto& group : groups) {
            std::sort(group.begin(), group.end());
        }
        do {
            sum += index();
            ++count;
        } while (next_order(groups));
    }
    return {sum / static_cast<double>(count), sampled};
}

std::vector<Pairwise> pairwise(const Values& values, std::span<const double> weights, std::uint64_t seed) {
    const auto order = weight_order(weights);
    std::vector<Pairwise> pairs;
    std::vector<double> differences(weights.size());
    for (std::size_t a = 0; a < values.size(); ++a) {
        for (std::size_t b = a + 1; b < values.size(); ++b) {
            for (std::size_t j = 0; j < weights.size(); ++j) {
                differences[j] = weights[j] > 0 ? values[a][j] - values[b][j] : 0.0;
            }
            const OrderedIndex ordered = winning_index_under_order(differences, order, seed);
            pairs.push_back({a, b, winning_index(differences), ordered.index, ordered.sampled});
        }
    }
    return pairs;
}

}  // namespace offerkit::choice::decision
