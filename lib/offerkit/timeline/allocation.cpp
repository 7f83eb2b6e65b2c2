#include <offerkit/timeline/allocation.hpp>

#include <algorithm>
#include <numeric>

#include <offerkit/quantity/detail/wide_fraction.hpp>

namespace offerkit::timeline {

namespace {

using model::Allocation;
using quantity::Fraction;
using quantity::int128;
using quantity::Shares;
using quantity::detail::WideFraction;
using WideInteger = WideFraction::Integer;

// Weights over one common denominator, in the order in which the grid is walked.
template <class Integer>
struct Weights {
    Integer denominator = 1;
    std::vector<Integer> of_run;
};

std::optional<Weights<int128>> common_weights(std::span<const Run> runs) {
    // Above this a product with a quantity of 2^63 could leave 128 bits.
    constexpr int128 most = static_cast<int128>(1) << 62;
    Weights<int128> weights;
    for (const Run& run : runs) {
        const int128 denominator = run.weight.denominator();
        weights.denominator = weights.denominator /
                              std::gcd(static_cast<std::int64_t>(weights.denominator), run.weight.denominator()) *
                              denominator;
        if (weights.denominator > most) {
            return std::nullopt;
        }
    }
    for (const Run& run : runs) {
        weights.of_run.push_back(weights.denominator / run.weight.denominator() * run.weight.numerator());
    }
    return weights;
}

std::optional<Weights<WideInteger>> common_weights(std::span<const WideRun> runs) {
    Weights<WideInteger> weights;
    for (const WideRun& run : runs) {
        weights.denominator = lcm(weights.denominator, run.weight.denominator());
        if (!quantity::detail::is_kept(weights.denominator)) {
            return std::nullopt;
        }
    }
    for (const WideRun& run : runs) {
        weights.of_run.emplace_back(weights.denominator / run.weight.denominator() * run.weight.numerator());
    }
    return weights;
}

std::int64_t whole_of(int128 number) { return static_cast<std::int64_t>(number); }
std::int64_t whole_of(const WideInteger& number) { return number.convert_to<std::int64_t>(); }

// Walks the grid by date; what has no date comes last. `visit` gets the run and the installment.
template <class Part, class Visit>
void walk(std::vector<Installment>& grid, std::span<const BasicRun<Part>> runs, Visit visit) {
    const auto later = [](const Installment& a, const Installment& b) {
        return a.date && b.date ? *a.date < *b.date : a.date.has_value() && !b.date.has_value();
    };
    if (std::is_sorted(grid.begin(), grid.end(), later)) {
        for (std::size_t r = 0; r < runs.size(); ++r) {
            for (std::size_t i = runs[r].first; i < runs[r].first + runs[r].count; ++i) {
                visit(r, grid[i]);
            }
        }
        return;
    }
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        for (std::size_t i = runs[r].first; i < runs[r].first + runs[r].count; ++i) {
            order.emplace_back(r, i);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](const auto& a, const auto& b) { return later(grid[a.second], grid[b.second]); });
    for (const auto& [r, i] : order) {
        visit(r, grid[i]);
    }
}

// C(i) = floor, round half up, or ceiling of quantity x cumulative weight. The division is done once a run: each step
// adds its quotient and carries its rest, doubled so that the half is a whole number too.
template <class Integer, class Part>
bool allocate_cumulatively(Allocation rule, std::int64_t quantity, std::vector<Installment>& grid,
                           std::span<const BasicRun<Part>> runs) {
    const auto weights = common_weights(runs);
    if (!weights) {
        return false;
    }
    const Integer modulus = weights->denominator * 2;
    Integer carried = 0;
    if (rule == Allocation::cumulative_rounding) {
        carried = weights->denominator;
    } else if (rule == Allocation::cumulative_round_up) {
        carried = modulus - 1;
    }
    struct Step {
        std::int64_t whole;
        Integer rest;
    };
    std::vector<Step> steps;
    steps.reserve(runs.size());
    for (const Integer& weight : weights->of_run) {
        const Integer product = weight * quantity * 2;
        const Integer whole = product / modulus;
        steps.push_back({whole_of(whole), product % modulus});
    }
    walk(grid, runs, [&](std::size_t r, Installment& installment) {
        installment.amount = steps[r].whole;
        carried += steps[r].rest;
        if (carried >= modulus) {
            carried -= modulus;
            ++installment.amount;
        }
    });
    return true;
}

// The rules of whole quotient and rest, inside one run of `quota` units. Returns what it gives to nobody.
std::int64_t give_quota(Allocation rule, std::int64_t quota, std::span<Installment> installments) {
    const auto count = static_cast<std::int64_t>(installments.size());
    const std::int64_t quotient = quota / count;
    const std::int64_t rest = quota % count;
    std::int64_t left = quota;
    for (std::int64_t i = 0; i < count; ++i) {
        std::int64_t amount = quotient;
        switch (rule) {
            case Allocation::front_loaded: amount += i < rest ? 1 : 0; break;
            case Allocation::back_loaded: amount += i >= count - rest ? 1 : 0; break;
            case Allocation::front_loaded_to_single_tranche: amount += i == 0 ? rest : 0; break;
            case Allocation::back_loaded_to_single_tranche: amount += i == count - 1 ? rest : 0; break;
            case Allocation::round_up_short_last: amount = std::min(left, quotient + (rest != 0 ? 1 : 0)); break;
            default: break;
        }
        left -= amount;
        installments[static_cast<std::size_t>(i)].amount = amount;
    }
    return left;
}

std::int64_t floor_of(std::int64_t quantity, const Fraction& part) {
    return static_cast<std::int64_t>(static_cast<int128>(quantity) * part.numerator() / part.denominator());
}
std::int64_t floor_of(std::int64_t quantity, const WideFraction& part) {
    const WideInteger whole = part.numerator() * quantity / part.denominator();
    return whole_of(whole);
}

// Each segment first gets a whole quota by cumulative round-down, then divides it within itself.
template <class Part>
bool allocate_by_quota(Allocation rule, std::int64_t quantity, std::vector<Installment>& grid,
                       std::span<const BasicRun<Part>> runs, Shares& lost) {
    Part cumulative;
    std::int64_t given = 0;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const auto next = cumulative.plus(runs[r].portion);
        if (!next) {
            return false;
        }
        cumulative = *next;
        const std::int64_t until = floor_of(quantity, cumulative);
        std::int64_t quota = until - given;
        given = until;
        const auto installments = [&](const BasicRun<Part>& run) {
            return std::span{grid}.subspan(run.first, run.count);
        };
        if (runs[r].lump_of_next) {
            const std::int64_t lump = floor_of(quota, *runs[r].lump_of_next);
            installments(runs[r]).front().amount = lump;
            quota -= lump;
            if (r + 1 == runs.size() || runs[r + 1].segment != runs[r].segment) {
                continue;  // a lump of the whole segment leaves nothing to divide
            }
            ++r;
        }
        lost += Shares{give_quota(rule, quota, installments(runs[r]))};
    }
    return true;
}

template <class Integer, class Part>
bool allocate_by(Allocation rule, std::int64_t quantity, std::vector<Installment>& grid,
                 std::span<const BasicRun<Part>> runs, Shares& lost) {
    expects(rule != Allocation::fractional);
    lost = Shares{};
    switch (rule) {
        case Allocation::cumulative_round_down:
        case Allocation::cumulative_rounding:
        case Allocation::cumulative_round_up: return allocate_cumulatively<Integer>(rule, quantity, grid, runs);
        default: return allocate_by_quota(rule, quantity, grid, runs, lost);
    }
}

std::optional<Fraction> part_of(std::int64_t quantity, const Fraction& weight) {
    return weight.times(Fraction{quantity});
}
std::optional<Fraction> part_of(std::int64_t quantity, const WideFraction& weight) {
    const auto part = weight.times(WideFraction{quantity});
    return part ? part->exact() : std::nullopt;
}

template <class Part>
bool allocate_exactly(std::int64_t quantity, std::span<const BasicRun<Part>> runs, std::vector<Fraction>& exact) {
    exact.clear();
    // The sums on the way must fit too, or a cumulative column could not be shown.
    Fraction sum;
    for (const auto& run : runs) {
        const auto part = part_of(quantity, run.weight);
        if (!part) {
            return false;
        }
        for (std::size_t i = 0; i < run.count; ++i) {
            const auto next = sum.plus(*part);
            if (!next) {
                return false;
            }
            sum = *next;
            exact.push_back(*part);
        }
    }
    return true;
}

}  // namespace

bool allocate_fractionally(std::int64_t quantity, std::span<const Run> runs, std::vector<Fraction>& exact) {
    return allocate_exactly(quantity, runs, exact);
}

bool allocate_fractionally(std::int64_t quantity, std::span<const WideRun> runs, std::vector<Fraction>& exact) {
    return allocate_exactly(quantity, runs, exact);
}

bool allocate(Allocation rule, std::int64_t quantity, std::vector<Installment>& grid, std::span<const Run> runs,
              Shares& lost) {
    return allocate_by<int128>(rule, quantity, grid, runs, lost);
}

bool allocate(Allocation rule, std::int64_t quantity, std::vector<Installment>& grid, std::span<const WideRun> runs,
              Shares& lost) {
    return allocate_by<WideInteger>(rule, quantity, grid, runs, lost);
}

}  // namespace offerkit::timeline
