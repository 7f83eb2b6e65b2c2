#include <offerkit/choice/decision/detail/futures.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

#include <offerkit/choice/decision/detail/purpose.hpp>
#include <offerkit/numeric/detail/lanes.hpp>

namespace offerkit::choice::decision::detail {

namespace {

using numeric::AliasTable;
using numeric::WordStream;
using numeric::detail::Lanes;
using numeric::detail::lanes;
using numeric::detail::load;
using numeric::detail::store;

/// As many sums as fit the nearest cache beside everything else.
constexpr std::size_t most_atoms = 512;

/// An order that belongs to the ratings themselves.
bool comes_before(std::span<const Rating> a, std::span<const Rating> b, std::span<const double> weights) {
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (weights[j] <= 0) {
            continue;
        }
        if (a[j].value != b[j].value) {
            return a[j].value < b[j].value;
        }
        const auto& x = a[j].outcomes;
        const auto& y = b[j].outcomes;
        const auto less = [](const Outcome& p, const Outcome& q) {
            return std::pair{p.value, p.chance} < std::pair{q.value, q.chance};
        };
        if (std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end(), less)) {
            return true;
        }
        if (std::lexicographical_compare(y.begin(), y.end(), x.begin(), x.end(), less)) {
            return false;
        }
    }
    return false;
}

/// What weight times a certain rating comes to, without the pay that is drawn.
double certain_sum(std::span<const Rating> row, std::span<const double> weights, const DrawnPay* pay,
                   std::size_t offer) {
    double sum = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        const bool drawn = pay != nullptr && j == pay->factor && pay->draws.pay(offer).is_uncertain();
        sum += weights[j] > 0 && !row[j].uncertain() && !drawn ? weights[j] * row[j].value : 0.0;
    }
    return sum;
}

}  // namespace

Futures::Futures(const std::vector<std::vector<Rating>>& ratings, std::span<const double> weights, std::uint64_t seed,
                 const DrawnPay* pay)
    : values_(ratings.size() * block) {
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        certain_.push_back(certain_sum(ratings[i], weights, pay, i));
    }
    std::vector<std::size_t> order(ratings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return comes_before(ratings[a], ratings[b], weights); });
    for (const std::size_t offer : order) {
        add_ratings(offer, ratings[offer], weights, key_of(seed, Purpose::ratings));
    }
    if (pay != nullptr) {
        add_pay(*pay, weights[pay->factor], key_of(seed, Purpose::pay));
    }
}

void Futures::add_ratings(std::size_t offer, std::span<const Rating> row, std::span<const double> weights,
                          const numeric::PhiloxKey& key) {
    std::vector<Atom> together{Atom{}};
    for (std::size_t j = 0; j < weights.size(); ++j) {
        const Rating& rating = row[j];
        if (weights[j] <= 0 || !rating.uncertain()) {
            continue;
        }
        if (rating.continuous()) {
            even_.push_back({offer, WordStream{key, streams_++}, weights[j]});
            continue;
        }
        if (together.size() * rating.outcomes.size() > most_atoms) {
            add_discrete(offer, together, key);
            together.assign(1, Atom{});
        }
        together = convolved(together, rating, weights[j]);
    }
    add_discrete(offer, together, key);
}

void Futures::add_discrete(std::size_t offer, std::span<const Atom> atoms, const numeric::PhiloxKey& key) {
    if (atoms.size() == 1) {
        certain_[offer] += atoms.front().at;
        return;
    }
    std::vector<AliasTable::Choice> choices;
    for (const Atom& atom : atoms) {
        choices.push_back({atom.at, atom.chance});
    }
    discrete_.push_back({offer, WordStream{key, streams_++}, AliasTable{choices}});
}

void Futures::add_pay(const DrawnPay& pay, double weight, const numeric::PhiloxKey& key) {
    std::uint64_t streams = 0;
    for (const std::size_t offer : pay.draws.by_price()) {
        const PayAtRisk& own = pay.draws.pay(offer);
        const auto value = [&](double score) { return weight * pay.value_of(offer, own.at_score(score)); };
        const auto& lower = pay.draws.lower()[prices_.size()];
        prices_.push_back({offer, WordStream{key, streams++}, lower, numeric::ScoreCurve{value}});
    }
    for (const std::size_t offer : pay.draws.by_chance()) {
        std::vector<AliasTable::Choice> choices;
        for (const auto& scenario : pay.draws.pay(offer).cases()) {
            choices.push_back({weight * pay.value_of(offer, scenario.pay), scenario.chance});
        }
        discrete_.push_back({offer, WordStream{key, streams++}, AliasTable{choices}});
    }
    if (!prices_.empty()) {
        normal_.resize(1);
        normals_.resize(prices_.size() * block);
        scores_.resize(block);
    }
}

void Futures::draw(std::uint64_t first) noexcept {
    for (std::size_t i = 0; i < certain_.size(); ++i) {
        std::fill_n(row(i), block, certain_[i]);
    }
    for (const Discrete& part : discrete_) {
        double* const values = row(part.offer);
        part.stream.each(first, block, [&](std::size_t s, std::uint32_t bits) { values[s] += part.table.at(bits); });
    }
    for (const Even& part : even_) {
        double* const values = row(part.offer);
        part.stream.each(first, block, [&](std::size_t s, std::uint32_t bits) {
            values[s] += part.weight * numeric::unit_interval(bits);
        });
    }
    draw_prices(first);
}

void Futures::draw_prices(std::uint64_t first) noexcept {
    for (std::size_t k = 0; k < prices_.size(); ++k) {
        double* const normals = &normals_[k * block];
        const numeric::NormalTable& table = normal_.front();
        prices_[k].stream.each(first, block, [&](std::size_t s, std::uint32_t bits) { normals[s] = table.at(bits); });
    }
    for (std::size_t k = 0; k < prices_.size(); ++k) {
        const Price& price = prices_[k];
        // The first has its own normal number for its score.
        const double* scores = normals_.data();
        if (k > 0) {
            add_up_scores(price.lower, k);
            scores = scores_.data();
        }
        double* const values = row(price.offer);
        for (std::size_t s = 0; s < block; ++s) {
            values[s] += price.value.at(scores[s]);
        }
    }
}

void Futures::add_up_scores(std::span<const double> lower, std::size_t last) noexcept {
    for (std::size_t s = 0; s < block; s += lanes) {
        store(&scores_[s], lower[0] * load(&normals_[s]) + lower[1] * load(&normals_[block + s]));
    }
    for (std::size_t d = 2; d <= last; ++d) {
        const double* const normals = &normals_[d * block];
        const double part = lower[d];
        for (std::size_t s = 0; s < block; s += lanes) {
            store(&scores_[s], load(&scores_[s]) + part * load(normals + s));
        }
    }
}

}  // namespace offerkit::choice::decision::detail
