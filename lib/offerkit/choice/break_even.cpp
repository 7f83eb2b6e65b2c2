#include <offerkit/choice/break_even.hpp>

#include <algorithm>
#include <cmath>

#include <boost/math/tools/toms748_solve.hpp>

#include <offerkit/value/equity.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

using calendar::Date;
using model::Definition;
using quantity::int128;
using timeline::ResolvedGrant;

// One tranche of the chosen figure, as a function of the stock: weight x shares x max(0, price x kept x (1 + growth)^t
// - strike), the worth of the tranche rounded to the minor unit.
struct Term {
    double weight = 0;  // of each minor unit of worth in the figure
    double shares = 0;  // x minor units in 1.00
    double kept = 1;    // by a private company's discount and dilution
    double strike = 0;
    std::int64_t days = 0;  // of growth
};

// The chosen figure with everything that does not hang on `stock.price` summed up.
struct StockCurve {
    double fixed = 0;
    double price = 0;  // as stated
    double growth = 0;
    std::vector<Term> terms{};

    // Unrounded the curve is smooth and easily solved; rounded it is the model's own figure.
    enum class Worth { smooth, rounded };

    [[nodiscard]] double at(double trial_price, double trial_growth, Worth worth) const noexcept {
        // Powers of one day's growth by squaring: only multiplications, so every machine agrees.
        const double daily = quantity::compound(trial_growth, 1).approximate();
        double sum = fixed;
        for (const Term& term : terms) {
            double grown = 1;
            double square = daily;
            for (auto left = term.days; left != 0; left >>= 1) {
                if ((left & 1) != 0) {
                    grown *= square;
                }
                square *= square;
            }
            const double minor = term.shares * std::max(0.0, trial_price * term.kept * grown - term.strike);
            sum += term.weight * (worth == Worth::rounded ? std::floor(minor + 0.5) : minor);
        }
        return sum;
    }
};

// Shares that the file leaves to `stock.price` to count: they come to the same value at any price.
bool counted_at_stock_price(const model::Offer& offer, const ResolvedGrant& resolved) noexcept {
    const auto grant = std::find_if(offer.grants.begin(), offer.grants.end(),
                                    [&](const model::Grant& g) { return g.id == resolved.id; });
    const auto* value = grant == offer.grants.end() ? nullptr : std::get_if<model::ValueGrant>(&grant->amount);
    return value != nullptr && !value->conversion_price;
}

bool follows_price(const value::ValuedOffer& offer) noexcept {
    return std::any_of(offer.grants.begin(), offer.grants.end(), [&](const ResolvedGrant& grant) {
        return grant.instrument != model::Instrument::cash && counted_at_stock_price(*offer.offer, grant);
    });
}

// Minor units of the result that a minor unit of the grant's currency comes to.
double exchange_of(const value::ValuedOffer& offer, const ResolvedGrant& grant) {
    for (const auto& conversion : offer.conversions) {
        if (conversion.from == grant.currency) {
            return conversion.rate.approximate() * static_cast<double>(conversion.to.minor_per_major()) /
                   static_cast<double>(conversion.from.minor_per_major());
        }
    }
    return 1.0;
}

class CurveMaker {
public:
    // Whether grants counted at `stock.price` are counted anew at each price (as the files say) or keep their shares.
    enum class Counting { anew, once };

    CurveMaker(const value::ValuedOffer& offer, const model::Valuation& valuation, value::Discounting& discounting,
               Counting counting)
        : offer_{offer},
          stock_{*offer.offer->stock},
          valuation_{valuation},
          counting_{counting},
          discounting_{discounting} {
        if (stock_.kind == model::StockKind::private_company) {
            discount_kept_ = 1 - stock_.discount.approximate();
            // On the day of the price nothing has grown yet.
            kept_ = timeline::PriceCurve{stock_}.on(stock_.as_of.value).factor.approximate();
        }
    }

    StockCurve run() {
        curve_.price = stock_.price.value.approximate();
        curve_.growth = stock_.path.empty() ? stock_.growth.value.approximate() : 0.0;
        for (const auto& grant : offer_.grants) {
            add(grant);
        }
        curve_.fixed = static_cast<double>(get(offer_.definitions, valuation_.by).minor()) -
                       curve_.at(curve_.price, curve_.growth, StockCurve::Worth::rounded);
        return curve_;
    }

private:
    void add(const ResolvedGrant& grant) {
        if (grant.instrument == model::Instrument::cash || grant.not_known.any() ||
            (counting_ == Counting::anew && counted_at_stock_price(*offer_.offer, grant))) {
            return;
        }
        const double exchange = exchange_of(offer_, grant);
        const auto minor_per_major = static_cast<double>(grant.currency.minor_per_major());
        const double strike = grant.strike ? grant.strike->approximate() : 0.0;
        if (valuation_.by == Definition::annualized || valuation_.by == Definition::target) {
            if (!grant.quoted_value) {
                const double part = value::annual_part(grant, offer_.window).approximate();
                curve_.terms.push_back({exchange * part, minor_per_major * grant.granted().exact().approximate(),
                                        discount_kept_, strike, 0});
            }
            return;
        }
        for (const auto& tranche : grant.schedule.tranches) {
            const int year = value::year_of(tranche, offer_.window);
            const bool on_path = tranche.date && !stock_.path.empty() && stock_.path.front().on <= *tranche.date;
            if (year == 0 || on_path) {
                continue;
            }
            const double weight = weight_of(*tranche.date, year);
            if (weight != 0) {
                const std::int64_t days =
                    stock_.path.empty() ? std::max<std::int64_t>(0, tranche.date->days_since(stock_.as_of.value)) : 0;
                // Shares that money became at the price of a later day are the fewer, the more the price grows until
                // then: their worth grows from that day alone.
                const std::int64_t until_counted =
                    grant.converted_on && stock_.path.empty()
                        ? std::min(days, grant.converted_on->days_since(stock_.as_of.value))
                        : 0;
                const double grown =
                    until_counted > 0 ? quantity::compound(stock_.growth.value, until_counted).approximate() : 1.0;
                curve_.terms.push_back({exchange * weight,
                                        minor_per_major * tranche.quantity.exact().approximate() * grown, kept_, strike,
                                        days - std::max<std::int64_t>(0, until_counted)});
            }
        }
    }

    double weight_of(Date day, int year) {
        switch (valuation_.by) {
            case Definition::present_value: return discounting_.weight_on(day).approximate();
            case Definition::survival_weighted:
                return discounting_.staying_weight_on(day, offer_.window.start()).approximate();
            case Definition::average: return 12.0 / offer_.window.months();
            case Definition::first_year: return year == 1 ? 1.0 : 0.0;
            case Definition::guaranteed:  // equity never is
            case Definition::annualized:
            case Definition::target: break;
        }
        return 0.0;
    }

    const value::ValuedOffer& offer_;
    const model::Stock& stock_;
    const model::Valuation& valuation_;
    Counting counting_;
    value::Discounting& discounting_;
    double discount_kept_ = 1;
    double kept_ = 1;
    StockCurve curve_;
};

using Worth = StockCurve::Worth;

// Where a rising function crosses zero: bracketed upwards from `low`, at most to `highest`.
template <class Function>
std::optional<double> root_above(Function function, double low, double first_high, double highest) {
    const double at_low = function(low);
    if (at_low > 0) {
        return std::nullopt;
    }
    double high = first_high;
    double at_high = function(high);
    while (at_high < 0 && high < highest) {
        high = std::min(high * 4, highest);
        at_high = function(high);
    }
    if (at_high < 0 || at_high == at_low) {
        return std::nullopt;
    }
    if (at_low == 0 || at_high == 0) {
        return at_low == 0 ? low : high;
    }
    std::uintmax_t most = 100;
    const auto [from, to] = boost::math::tools::toms748_solve(function, low, high, at_low, at_high,
                                                              boost::math::tools::eps_tolerance<double>(50), most);
    return from + (to - from) / 2;
}

// Solves gap(x, worth) = 0 in steps of 10^-10: on the smooth curve first, then, since rounding each tranche makes a
// stair of it, where the stair crosses zero near that root; then to the fewest decimals that tie as well.
template <class Gap>
std::optional<int128> tie(Gap gap, double low, double first_high, double highest) {
    const auto smooth = [&](double x) { return gap(x, Worth::smooth); };
    const auto stair = [&](double x) { return gap(x, Worth::rounded); };
    const auto root = root_above(smooth, low, first_high, highest);
    if (!root) {
        return std::nullopt;
    }
    double reach = std::max(1e-9, std::fabs(*root) * 1e-9);
    while (reach < highest && (stair(std::max(low, *root - reach)) >= 0 || stair(*root + reach) < 0) &&
           *root - reach > low) {
        reach *= 4;
    }
    double below = std::max(low, *root - reach);
    double above = *root + reach;
    while (above - below > 1e-10) {
        const double middle = below + (above - below) / 2;
        if (middle <= below || middle >= above) {
            break;
        }
        (stair(middle) < 0 ? below : above) = middle;
    }
    const double best = std::fabs(stair(below)) < std::fabs(stair(above)) ? below : above;
    const double as_good = std::fabs(stair(best)) + 0.5;
    for (const double scale : {1e2, 1e4, 1e6, 1e8}) {
        const double steps = std::nearbyint(best * scale);
        if (std::fabs(stair(steps / scale)) < as_good) {
            return static_cast<int128>(steps) * static_cast<int128>(1e10 / scale);
        }
    }
    return static_cast<int128>(std::nearbyint(best * 1e10));
}

}  // namespace

StockSolution solve_stock(const value::ValuedOffer& offer, Money goal, const model::Valuation& valuation,
                          value::Discounting& discounting) {
    StockSolution solution;
    if (!offer.offer->stock || !offer.offer->stock->price_is_known) {
        return solution;
    }
    const auto wanted = static_cast<double>(goal.minor());
    const auto price_on = [&](const StockCurve& curve) -> std::optional<quantity::Price> {
        constexpr double highest_price = 1e9;
        const auto gap = [&](double price, Worth worth) { return curve.at(price, curve.growth, worth) - wanted; };
        const auto steps = tie(gap, 0.0, std::max(1.0, curve.price * 2), highest_price);
        return steps ? std::optional{quantity::Price{*steps, offer.offer->stock->currency}} : std::nullopt;
    };
    const StockCurve anew = CurveMaker{offer, valuation, discounting, CurveMaker::Counting::anew}.run();
    const StockCurve once =
        follows_price(offer) ? CurveMaker{offer, valuation, discounting, CurveMaker::Counting::once}.run() : anew;
    solution.price = price_on(anew);
    solution.price_after_counting = price_on(once);
    if (offer.offer->stock->path.empty()) {
        // Growth of -100% leaves nothing to compound; a thousandfold a year is more than any stock has done.
        constexpr double lowest_growth = -0.9999;
        constexpr double highest_growth = 1000.0;
        const auto gap = [&](double growth, Worth worth) {
            return once.at(once.price, std::max(growth, lowest_growth), worth) - wanted;
        };
        if (const auto steps = tie(gap, lowest_growth, 1.0, highest_growth)) {
            solution.growth =
                quantity::Fraction::of(std::max(*steps, static_cast<int128>(lowest_growth * 1e10)), 10'000'000'000);
        }
    }
    return solution;
}

std::vector<BreakEven> break_even(const Comparison& comparison, value::Discounting& discounting) {
    std::vector<BreakEven> result;
    if (comparison.offers.size() < 2) {
        return result;
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& offer = comparison.offers[i];
        if (!offer.offer->stock || !offer.offer->stock->price_is_known) {
            continue;
        }
        const std::size_t against = i == comparison.best() ? comparison.ranking[1] : comparison.best();
        const StockSolution solution =
            solve_stock(offer, comparison.figure(against), comparison.valuation, discounting);
        result.push_back(
            {i, against, solution.price, solution.growth, follows_price(offer), solution.price_after_counting});
    }
    return result;
}

}  // namespace offerkit::choice
