// Two paths against each other, world by world.

#include <algorithm>
#include <cmath>

#include <offerkit/choice/paths/detail/figure_parts.hpp>

namespace offerkit::choice::paths::detail {

namespace {

/// The month by which `rank` worlds are ahead, counted from 1; the entry behind the horizon for never.
std::size_t month_of(const std::vector<std::uint32_t>& from, double rank) {
    double reached = 0;
    for (std::size_t month = 0; month < from.size(); ++month) {
        reached += from[month];
        if (reached >= rank - 1e-9 && reached > 0) {
            return month;
        }
    }
    return from.size() - 1;
}

/// The first month from which one curve lies above another in all later months.
std::optional<int> of_means(const std::vector<double>& leader, const std::vector<double>& other) {
    std::size_t from = leader.size();
    while (from > 1 && leads(leader[from - 1], other[from - 1])) {
        --from;
    }
    return from == leader.size() ? std::nullopt : std::optional{static_cast<int>(from)};
}

ForGood for_good(const std::vector<std::uint32_t>& from, std::size_t count) {
    const std::size_t never = from.size() - 1;
    ForGood result{.never = chance_of(from[never], count)};
    const double n = static_cast<double>(count);
    const auto median = month_of(from, n / 2);
    if (median != never) {
        // Half the gap between the order statistics a standard deviation away, as of any quantile.
        const double spread = std::sqrt(n) / 2;
        const auto below = month_of(from, std::max(1.0, n / 2 - spread));
        const auto above = month_of(from, std::min(n, n / 2 + spread));
        result.median_month =
            Estimated{static_cast<double>(median), (static_cast<double>(above) - static_cast<double>(below)) / 2};
    }
    return result;
}

}  // namespace

PairFigures pair_figures(const Terms& terms, const Worlds& worlds, const PairWorlds& pair) {
    const auto& a = worlds.paths[pair.a];
    const auto& b = worlds.paths[pair.b];
    PairFigures figures{.a = pair.a, .b = pair.b};
    figures.difference = mean_of(worlds.count, [&](std::size_t i) { return a.values.back()[i] - b.values.back()[i]; });
    for (std::size_t look = 0; look < terms.looks.size(); ++look) {
        const auto& left = a.values[look];
        const auto& right = b.values[look];
        double ahead = 0;
        for (std::size_t i = 0; i < worlds.count; ++i) {
            ahead += tie(left[i], right[i]) ? 0.5 : left[i] > right[i] ? 1.0 : 0.0;
        }
        figures.ahead.push_back(chance_of(ahead, worlds.count));
    }
    figures.a_for_good = for_good(pair.a_from, worlds.count);
    figures.b_for_good = for_good(pair.b_from, worlds.count);
    figures.a_for_good.of_means = of_means(a.curve, b.curve);
    figures.b_for_good.of_means = of_means(b.curve, a.curve);
    return figures;
}

}  // namespace offerkit::choice::paths::detail
