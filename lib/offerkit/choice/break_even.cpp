#include <offerkit/choice/break_even.hpp>

#include <cmath>

#include <boost/math/tools/toms748_solve.hpp>

#include <offerkit/value/equity.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

using calendar::Date;
using model::Definition;
using quantity::Factor;
using quantity::int128;
using timeline::CashFlow;
using timeline::Category;
using timeline::ResolvedGrant;

bool is_equity(const CashFlow& flow) noexcept { return flow.category == Category::equity || flow.category == Category::refreshers; }

// Shares that the file leaves to `stock.price` to count change with it.
bool counted_at_stock_price(const model::Grant& grant) noexcept {
    const auto* value = std::get_if<model::ValueGrant>(&grant.amount);
    return value != nullptr && !value->conversion_price && grant.instrument != model::Instrument::cash;
}

// One offer with its stock to be moved: everything that does not hang on the stock is summed up once.
class Trial {
public:
    Trial(const value::ValuedOffer& valued, const model::Valuation& valuation, Date present)
        : valued_{valued}, valuation_{valuation}, offer_{*valued.offer}, by_time_{time_weights(valued, valuation, present)}, grants_{valued.grants} {
        prices_.emplace(*offer_.stock);
        std::vector<CashFlow> others;
        for (const auto& flow : valued.flows) {
            if (!is_equity(flow)) {
                others.push_back(flow);
            }
        }
        fixed_ = figure_of(others);
        for (std::size_t i = 0; i < offer_.grants.size(); ++i) {
            recount_ = recount_ || counted_at_stock_price(offer_.grants[i]);
        }
        if (valuation.by == Definition::annualized || valuation.by == Definition::target) {
            const auto equity = annual_equity(*valued.offer, valued.grants);
            fixed_ = Factor::of(static_cast<int128>(get(valued.definitions, valuation.by).minor())) - equity;
        }
    }

    void set_price(quantity::Price price) noexcept { offer_.stock->price.value = price; }
    void set_growth(const quantity::Rate& growth) noexcept {
        offer_.stock->growth.value = growth;
        prices_.emplace(*offer_.stock);
    }

    // The chosen figure in minor units with the stock as it stands now.
    double figure() {
        if (recount_) {
            diagnostic::Diagnostics unheard;
            for (std::size_t i = 0; i < offer_.grants.size(); ++i) {
                if (counted_at_stock_price(offer_.grants[i])) {
                    auto resolved = timeline::resolve(offer_, offer_.grants[i], valuation_.as_of, unheard);
                    if (resolved) {
                        grants_[i] = std::move(*resolved);
                    }
                }
            }
        }
        if (valuation_.by == Definition::annualized || valuation_.by == Definition::target) {
            return (fixed_ + annual_equity(offer_, grants_)).approximate();
        }
        const auto priced = value::equity_flows(grants_, &*offer_.stock, &*prices_, valued_.window);
        if (!priced) {
            return beyond_counting;
        }
        std::vector<CashFlow> flows = converted(*priced);
        if (valuation_.count_refreshers && offer_.refresher) {
            diagnostic::Diagnostics unheard;
            const auto refreshers = timeline::resolve_refreshers(offer_, valued_.window.start(), !valued_.window.held_now(), valued_.window.end(), valuation_.as_of, unheard);
            const auto priced_refreshers = value::equity_flows(refreshers, &*offer_.stock, &*prices_, valued_.window);
            if (!priced_refreshers) {
                return beyond_counting;
            }
            const auto more = converted(*priced_refreshers);
            flows.insert(flows.end(), more.begin(), more.end());
        }
        return (fixed_ + figure_of(flows)).approximate();
    }

    // True when a grant is counted at `stock.price`, so that no price of 0 can be tried.
    [[nodiscard]] bool recounts() const noexcept { return recount_; }

private:
    // Stands for a worth that leaves 64 bits: more than any goal.
    static constexpr double beyond_counting = 1e19;

    static value::Discounting time_weights(const value::ValuedOffer& valued, const model::Valuation& valuation, Date present) {
        if (valuation.by == Definition::survival_weighted) {
            return {present, valuation.discount_rate, valuation.exit_per_year, valued.window.start()};
        }
        return {present, valuation.discount_rate};
    }

    std::vector<CashFlow> converted(const std::vector<CashFlow>& flows) const {
        std::vector<CashFlow> result;
        for (CashFlow flow : flows) {
            for (const auto& conversion : valued_.conversions) {
                const auto amount = conversion.from == flow.amount.currency() ? conversion.apply(flow.amount) : std::nullopt;
                if (amount) {
                    flow.amount = *amount;
                    result.push_back(std::move(flow));
                    break;
                }
            }
        }
        return result;
    }

    Factor figure_of(const std::vector<CashFlow>& flows) {
        if (valuation_.by == Definition::present_value || valuation_.by == Definition::survival_weighted) {
            return by_time_.sum_of(flows, valuation_.count_refreshers);
        }
        Factor sum{0.0, 0.0};
        for (const auto& flow : flows) {
            const bool in_first_year_only = valuation_.by == Definition::first_year || valuation_.by == Definition::guaranteed;
            const bool sure_enough = valuation_.by != Definition::guaranteed || flow.certainty == timeline::Certainty::guaranteed;
            if ((!in_first_year_only || flow.year == 1) && sure_enough && (flow.category != Category::refreshers || valuation_.count_refreshers)) {
                sum = sum + Factor::of(static_cast<int128>(flow.amount.minor()));
            }
        }
        return valuation_.by == Definition::average ? sum * Factor{12.0, 0.0} / Factor{valued_.window.months(), 0.0} : sum;
    }

    Factor annual_equity(const model::Offer& offer, const std::vector<ResolvedGrant>& grants) const {
        Factor sum{0.0, 0.0};
        for (const auto& conversion : valued_.conversions) {
            sum = sum + value::annualized_equity(grants, offer.stock ? &*offer.stock : nullptr, valued_.window, conversion).value_or(Factor{0.0, 0.0});
        }
        return sum;
    }

    const value::ValuedOffer& valued_;
    const model::Valuation& valuation_;
    model::Offer offer_;
    value::Discounting by_time_;
    std::optional<timeline::PriceCurve> prices_;
    std::vector<ResolvedGrant> grants_;
    Factor fixed_{0.0, 0.0};
    bool recount_ = false;
};

// A root of a rising function between low and high, which bracket it; nothing when they do not.
template <class Function>
std::optional<double> root_between(Function function, double low, double high) {
    const double at_low = function(low);
    const double at_high = function(high);
    if (at_low == 0) {
        return low;
    }
    if (at_low > 0 || at_high < 0) {
        return std::nullopt;
    }
    if (at_high == 0) {
        return high;
    }
    // Done within half a minor unit, or where the figure's own steps leave nothing between two trials.
    double nearest = low;
    double least = std::fabs(at_low);
    const auto watched = [&](double trial) {
        const double gap = function(trial);
        if (std::fabs(gap) < least) {
            least = std::fabs(gap);
            nearest = trial;
        }
        return gap;
    };
    const auto done = [&](double from, double to) { return least < 0.5 || to - from < 1e-10; };
    std::uintmax_t most = 100;
    boost::math::tools::toms748_solve(watched, low, high, at_low, at_high, done, most);
    return nearest;
}

// The roundest decimal near a root that ties as well as the root itself does. Tranches are rounded each, so a figure moves
// in steps of some cents and an exact tie may not exist.
template <class Function>
double roundest(double root, Function gap) {
    const double finest = std::nearbyint(root * 1e10) / 1e10;
    const double as_good = std::fabs(gap(finest)) + 0.5;
    for (const double scale : {1e2, 1e4, 1e6, 1e8}) {
        const double candidate = std::nearbyint(root * scale) / scale;
        if (std::fabs(gap(candidate)) < as_good) {
            return candidate;
        }
    }
    return finest;
}

}  // namespace

Solution solve_stock(const value::ValuedOffer& offer, Money goal, const model::Valuation& valuation, Date present) {
    Solution solution;
    if (!offer.offer->stock) {
        return solution;
    }
    const auto wanted = static_cast<double>(goal.minor());
    const model::Stock& stated = *offer.offer->stock;
    {
        Trial trial{offer, valuation, present};
        const auto gap = [&](double price) {
            trial.set_price(quantity::Price{static_cast<int128>(std::nearbyint(price * 1e10)), stated.currency});
            return trial.figure() - wanted;
        };
        double high = std::max(1.0, stated.price.value.approximate() * 2);
        constexpr double highest = 1e9;
        while (high < highest && gap(high) < 0) {
            high *= 8;
        }
        if (const auto price = root_between(gap, trial.recounts() ? 1e-6 : 0.0, std::min(high, highest))) {
            const double shown = roundest(*price, gap);
            solution.price = quantity::Price{static_cast<int128>(std::nearbyint(shown * 1e10)), stated.currency};
        }
    }
    if (stated.path.empty()) {
        Trial trial{offer, valuation, present};
        constexpr double lowest = -0.9999;
        constexpr double highest = 1000.0;
        // Rounding a trial rate must not reach -100%, where nothing is left to compound.
        const auto rate_of = [lowest](double growth) { return *quantity::Fraction::of(static_cast<int128>(std::nearbyint(std::max(growth, lowest) * 1e10)), 10'000'000'000); };
        const auto gap = [&](double growth) {
            trial.set_growth(rate_of(growth));
            return trial.figure() - wanted;
        };
        double high = 1.0;
        while (high < highest && gap(high) < 0) {
            high *= 4;
        }
        if (const auto growth = root_between(gap, lowest, std::min(high, highest))) {
            solution.growth = rate_of(roundest(*growth, gap));
        }
    }
    return solution;
}

std::vector<BreakEven> break_even(const Comparison& comparison, Date present) {
    std::vector<BreakEven> result;
    if (comparison.offers.size() < 2) {
        return result;
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        if (!comparison.offers[i].offer->stock) {
            continue;
        }
        const std::size_t against = i == comparison.best() ? comparison.ranking[1] : comparison.best();
        Solution solution = solve_stock(comparison.offers[i], comparison.figure(against), comparison.valuation, present);
        result.push_back({i, against, solution.price, solution.growth});
    }
    return result;
}

}  // namespace offerkit::choice
