#include <offerkit/choice/comparison/break_even.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <boost/math/tools/toms748_solve.hpp>

#include <offerkit/timeline/schedule.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/waiting.hpp>

namespace offerkit::choice {

namespace {

using calendar::Date;
using model::Definition;
using quantity::int128;
using timeline::ResolvedGrant;

// One tranche of the chosen figure, as a function of the stock: weight x shares x max(0, price x kept x (1 + growth)^t
// - strike), the worth of the tranche rounded to the minor unit. Shares that money buys are as many as it buys then:
// stated price / price times as many, and growth as stated / growth over the days until it buys them.
struct Term {
    double weight = 0;            // of each minor unit of worth in the figure, as the offer states its growth
    double weight_projected = 0;  // the same where growth is stated
    double shares = 0;            // x minor units in 1.00, as counted at the stated price
    double kept = 1;              // by a private company's discount
    double strike = 0;
    std::int64_t days = 0;        // of growth
    std::int64_t days_until = 0;  // of growth before money becomes shares
    double grown = 1;             // by the stated growth over those days
    double grown_until = 1;       // the same until money becomes shares
    bool bought = false;          // counted anew at each price
};

// What growth by the year makes of 1 over days. Powers of one day's growth by squaring: only multiplications, so every
// machine agrees.
class Powers {
public:
    explicit Powers(double growth) noexcept {
        squares_[0] = quantity::compound(growth, 1).approximate();
        for (std::size_t i = 1; i < count; ++i) {
            squares_[i] = squares_[i - 1] * squares_[i - 1];
        }
    }

    [[nodiscard]] double over(std::int64_t days) const noexcept {
        double result = 1;
        for (const double* square = squares_.data(); days != 0; ++square, days >>= 1) {
            if ((days & 1) != 0) {
                result *= *square;
            }
        }
        return result;
    }

private:
    static constexpr std::size_t count = 22;  // of the bits of the days between two dates
    std::array<double, count> squares_{};
};

// The chosen figure with everything that does not hang on `stock.price` summed up.
struct StockCurve {
    double fixed = 0;
    double price = 0;  // as stated
    double growth = 0;
    std::vector<Term> terms{};

    // Unrounded the curve is smooth and easily solved; rounded it is the model's own figure.
    enum class Worth { smooth, rounded };
    // Whether growth counts as the offer states it, or as if it were stated.
    enum class Growth { as_it_is, stated };

    [[nodiscard]] double at(double trial_price, double trial_growth, Worth worth,
                            Growth stated = Growth::as_it_is) const noexcept {
        const bool as_stated = trial_growth == growth;
        const Powers grown_on_trial{as_stated ? 0.0 : trial_growth};
        double sum = fixed;
        for (const Term& term : terms) {
            // Money buys the fewer shares the dearer they are: what it buys is worth the same, and costs less to
            // exercise.
            double share = (term.bought ? price : trial_price) * term.kept *
                           (as_stated ? term.grown : grown_on_trial.over(term.days));
            double strike = term.strike;
            if (term.bought && strike > 0) {
                strike = trial_price > 0 ? strike * price / trial_price : share;
            }
            if (!as_stated && term.days_until != 0) {
                const double as_many = term.grown_until / grown_on_trial.over(term.days_until);
                share *= as_many;
                strike *= as_many;
            }
            const double minor = term.shares * std::max(0.0, share - strike);
            const double weight = stated == Growth::stated ? term.weight_projected : term.weight;
            sum += weight * (worth == Worth::rounded ? std::floor(minor + 0.5) : minor);
        }
        return sum;
    }
};

bool follows_price(const value::ValuedOffer& offer) noexcept {
    return std::any_of(offer.grants.begin(), offer.grants.end(), [&](const ResolvedGrant& grant) {
        return grant.instrument != model::Instrument::cash && value::counted_at_stock_price(grant);
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
          events_{offer.offer->events, valuation.as_of},
          stock_{*offer.offer->stock},
          valuation_{valuation},
          counting_{counting},
          discounting_{discounting},
          dividends_{&stock_},
          as_stated_{stock_.path.empty() ? stock_.growth.value.approximate() : 0.0} {
        // On the day of the price nothing has grown yet.
        kept_ = timeline::PriceCurve{stock_}.on(stock_.as_of.value).factor.approximate();
    }

    StockCurve run() {
        curve_.price = stock_.price.value.approximate();
        curve_.growth = stock_.path.empty() ? stock_.growth.value.approximate() : 0.0;
        for (const auto& grant : offer_.grants) {
            add(grant);
        }
        if (valuation_.count_refreshers && !is_quoted()) {
            for (const auto& grant : offer_.refreshers) {
                add(grant);
            }
        }
        curve_.fixed = static_cast<double>(get(offer_.definitions, valuation_.by).minor()) -
                       curve_.at(curve_.price, curve_.growth, StockCurve::Worth::rounded);
        return curve_;
    }

private:
    // The figures that rest on what the letter quotes, not on flows.
    [[nodiscard]] bool is_quoted() const noexcept {
        return valuation_.by == Definition::annualized || valuation_.by == Definition::target;
    }

    void add(const ResolvedGrant& grant) {
        if (grant.instrument == model::Instrument::cash || grant.not_known.any()) {
            return;
        }
        const auto minor_per_major = static_cast<double>(grant.currency.minor_per_major());
        const Term blank{
            .kept = kept_,
            .strike = grant.strike ? grant.strike->approximate() : 0.0,
            .bought = grant.refresher || (counting_ == Counting::anew && value::counted_at_stock_price(grant))};
        const double exchange = exchange_of(offer_, grant);
        if (is_quoted()) {
            if (!grant.quoted_value) {
                Term term = blank;
                term.weight = exchange * value::annual_part(grant, offer_.window).approximate();
                term.weight_projected = term.weight;
                term.shares = minor_per_major * grant.granted().exact().approximate();
                curve_.terms.push_back(term);
            }
            return;
        }
        const auto timing = value::timing_of(grant, &stock_);
        const auto add_tranche = [&](Date day, int year, Date priced, const timeline::Timing& weighed, double shares) {
            const bool on_path = !stock_.path.empty() && stock_.path.front().on <= priced;
            if (year == 0 || on_path) {
                return;
            }
            Term term = blank;
            term.weight = exchange * weight_of(day, weighed, year);
            const bool waits = weighed.kind != timing.kind;
            term.weight_projected = waits ? term.weight : exchange * weight_of(day, {}, year);
            term.shares = minor_per_major * shares;
            if (stock_.path.empty()) {
                term.days = growing_until(priced);
                term.days_until = grant.converted_on ? std::min(growing_until(*grant.converted_on), term.days) : 0;
                term.grown = as_stated_.over(term.days);
                term.grown_until = as_stated_.over(term.days_until);
            }
            if (term.weight != 0) {
                curve_.terms.push_back(term);
            }
        };
        for (const auto& tranche : grant.schedule.tranches) {
            if (tranche.date) {
                add_tranche(*tranche.date, value::year_of(tranche, offer_.window), *tranche.date, timing,
                            tranche.quantity.exact().approximate());
            }
        }
        if (valuation_.pending == model::Pending::none) {
            return;
        }
        for (const auto& waiting : value::waiting_tranches(events_, *offer_.offer, grant, offer_.window)) {
            const double part = value::counted_part(valuation_.pending, waiting).approximate();
            add_tranche(waiting.day, waiting.year, valuation_.as_of, {timeline::Timing::Kind::gain, std::nullopt},
                        part * waiting.tranche->quantity.exact().approximate());
        }
    }

    [[nodiscard]] std::int64_t growing_until(Date day) const noexcept {
        return std::max<std::int64_t>(0, day.days_since(stock_.as_of.value));
    }

    double weight_of(Date day, const timeline::Timing& timing, int year) {
        const auto weights = [&] { return discounting_.weights_of(day, timing, offer_.window.start(), dividends_); };
        switch (valuation_.by) {
            case Definition::present_value: return weights().present_value.approximate();
            case Definition::survival_weighted: return weights().survival_weighted.approximate();
            case Definition::average: return 12.0 / offer_.window.months();
            case Definition::first_year: return year == 1 ? 1.0 : 0.0;
            case Definition::guaranteed:  // equity never is
            case Definition::annualized:
            case Definition::target: break;
        }
        return 0.0;
    }

    const value::ValuedOffer& offer_;
    timeline::EventBook events_;
    const model::Stock& stock_;
    const model::Valuation& valuation_;
    Counting counting_;
    value::Discounting& discounting_;
    value::Dividends dividends_;
    Powers as_stated_;
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
            return once.at(once.price, std::max(growth, lowest_growth), worth, StockCurve::Growth::stated) - wanted;
        };
        if (const auto steps = tie(gap, lowest_growth, 1.0, highest_growth)) {
            solution.growth =
                quantity::Fraction::of(std::max(*steps, static_cast<int128>(lowest_growth * 1e10)), 10'000'000'000);
        }
    }
    return solution;
}

FigureAtPrice figure_by_price(const value::ValuedOffer& offer, const model::Valuation& valuation,
                              value::Discounting& discounting) {
    const Money stated = get(offer.definitions, valuation.by);
    if (offer.stock() == nullptr || !offer.stock()->price_is_known) {
        return [stated](double) { return stated; };
    }
    return [stated, curve = CurveMaker{offer, valuation, discounting, CurveMaker::Counting::once}.run()](double times) {
        const double minor = curve.at(curve.price * times, curve.growth, Worth::rounded);
        constexpr double most = 9e18;
        return times == 1.0 || !(std::abs(minor) < most) ? stated : Money{std::llround(minor), stated.currency()};
    };
}

std::vector<BreakEven> break_even(const Comparison& comparison, value::Discounting& discounting) {
    std::vector<BreakEven> result;
    if (comparison.offers.size() < 2) {
        return result;
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& offer = comparison.offers[i];
        const std::size_t against = i == comparison.best() ? comparison.ranking[1] : comparison.best();
        const Money goal = comparison.figure(against);
        BreakEven tie{.offer = i,
                      .against = against,
                      .has_stock = offer.stock() != nullptr && offer.stock()->price_is_known,
                      .chance = solve_chance(offer, goal, comparison.valuation.by),
                      .payout = solve_payout(offer, goal, comparison.valuation, discounting)};
        if (tie.has_stock) {
            const StockSolution solution = solve_stock(offer, goal, comparison.valuation, discounting);
            tie.price = solution.price;
            tie.growth = solution.growth;
            tie.shares_follow_price = follows_price(offer);
            tie.price_after_counting = solution.price_after_counting;
        }
        tie.company = solve_company(offer, goal, comparison.valuation, discounting);
        if (tie.has_stock || tie.chance || tie.payout || tie.company) {
            result.push_back(std::move(tie));
        }
    }
    return result;
}

}  // namespace offerkit::choice
