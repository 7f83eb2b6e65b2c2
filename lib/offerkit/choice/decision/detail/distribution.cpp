#include <algorithm>
#include <iterator>

#include <offerkit/choice/decision/detail/distribution.hpp>

namespace offerkit::choice::decision::detail {

// The atoms moved by each outcome, merged so that they stay in order.
std::vector<Atom> convolved(const std::vector<Atom>& atoms, const Rating& rating, double weight) {
    std::vector<Atom> all;
    for (const Outcome& outcome : rating.outcomes) {
        std::vector<Atom> moved;
        moved.reserve(atoms.size());
        for (const Atom& atom : atoms) {
            moved.push_back({atom.at + weight * outcome.value, atom.chance * outcome.chance});
        }
        std::vector<Atom> merged;
        merged.reserve(all.size() + moved.size());
        std::merge(all.begin(), all.end(), moved.begin(), moved.end(), std::back_inserter(merged),
                   [](const Atom& a, const Atom& b) { return a.at < b.at; });
        all = std::move(merged);
    }
    std::vector<Atom> distinct;
    distinct.reserve(all.size());
    for (const Atom& atom : all) {
        if (!distinct.empty() && atom.at - distinct.back().at < same_point) {
            distinct.back().chance += atom.chance;
        } else {
            distinct.push_back(atom);
        }
    }
    return distinct;
}

std::size_t Distribution::combinations(std::span<const Rating> ratings, std::span<const double> weights,
                                       std::size_t most) noexcept {
    std::size_t count = 1;
    for (std::size_t j = 0; j < ratings.size() && count <= most; ++j) {
        if (weights[j] > 0) {
            count *= ratings[j].continuous() ? 2 : ratings[j].outcomes.size();
        }
    }
    return std::min(count, most + 1);
}

Distribution::Distribution(std::span<const Rating> ratings, std::span<const double> weights)
    : atoms_{Atom{}}, box_{BoxCorner{}} {
    double certain = 0;
    double factorial = 1;
    for (std::size_t j = 0; j < ratings.size(); ++j) {
        const double weight = weights[j];
        if (weight <= 0) {
            continue;
        }
        if (ratings[j].continuous()) {
            ++unknowns_;
            factorial *= static_cast<double>(unknowns_);
            volume_ *= weight;
            reach_ += weight;
            const std::size_t before = box_.size();
            for (std::size_t i = 0; i < before; ++i) {
                box_.push_back({box_[i].sum + weight, -box_[i].sign});
            }
        } else if (ratings[j].outcomes.size() == 1) {
            certain += weight * ratings[j].outcomes.front().value;
        } else {
            atoms_ = convolved(atoms_, ratings[j], weight);
        }
    }
    volume_ *= factorial;
    up_to_.push_back(0.0);
    for (Atom& atom : atoms_) {
        atom.at += certain;
        up_to_.push_back(up_to_.back() + atom.chance);
    }
}

void Distribution::add_corners(std::vector<double>& corners) const {
    for (const Atom& atom : atoms_) {
        for (const BoxCorner& corner : box_) {
            corners.push_back(atom.at + corner.sum);
        }
    }
}

// The sum of the uniform amounts is below x with the chance (1 / (m! product of weights)) sum over the corners of
// (-1)^(how many) max(0, x - corner)^m; its density is the same with m - 1 and (m - 1)!.
double Distribution::truncated_powers(double x, std::size_t power) const noexcept {
    double sum = 0;
    for (const BoxCorner& corner : box_) {
        const double beyond = x - corner.sum;
        if (beyond <= 0) {
            continue;
        }
        double product = corner.sign;
        for (std::size_t k = 0; k < power; ++k) {
            product *= beyond;
        }
        sum += product;
    }
    return sum;
}

double Distribution::chance_up_to(double x) const noexcept {
    // Atoms that have passed x with all their unknowns, then those that straddle it.
    const auto by_place = [](const Atom& atom, double at) { return atom.at < at; };
    const auto first = std::lower_bound(atoms_.begin(), atoms_.end(), x - reach_, by_place);
    const auto last = std::lower_bound(first, atoms_.end(), x, by_place);
    double chance = up_to_[static_cast<std::size_t>(first - atoms_.begin())];
    for (auto atom = first; atom != last; ++atom) {
        const double within = x - atom->at;
        // Around the middle both halves are the same: the nearer end has fewer terms to cancel.
        const double share = within <= reach_ / 2 ? truncated_powers(within, unknowns_) / volume_
                                                  : 1 - truncated_powers(reach_ - within, unknowns_) / volume_;
        chance += atom->chance * std::clamp(share, 0.0, 1.0);
    }
    return std::min(chance, 1.0);
}

double Distribution::density_at(double x) const noexcept {
    double density = 0;
    for (const Atom& atom : atoms_) {
        const double within = x - atom.at;
        if (within <= 0 || within >= reach_) {
            continue;
        }
        const double nearer = std::min(within, reach_ - within);
        density += atom.chance * truncated_powers(nearer, unknowns_ - 1) * static_cast<double>(unknowns_) / volume_;
    }
    return density;
}

}  // namespace offerkit::choice::decision::detail
