#include <offerkit/value/leaving_options.hpp>

#include <algorithm>

#include <offerkit/timeline/exercise.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::value {

bool LeavingBook::add_options(const Held& held, const Split& split, const timeline::Departure& departure,
                              Leaving& leaving) {
    const timeline::ResolvedGrant& grant = *held.grant;
    // Phantom shares without a strike pay their whole worth: nothing of them is an option.
    const bool an_option = grant.strike || grant.not_known.strike;
    if (!model::has_strike(grant.instrument) || !an_option || grant.paper == nullptr) {
        return true;
    }
    const bool bought = model::is_option(grant.instrument);
    OptionLeaving option{.grant = &grant, .window = timeline::exercise_window(*grant.paper, departure)};
    option.expired = option.window.expiry && *option.window.expiry < departure.on;
    if (!option.expired) {
        option.exercisable = split.vested.quantity + split.accelerated.quantity - split.waiting.quantity;
    }
    if (!bought) {
        option.cost = zero_;
    } else if (grant.strike) {
        const auto cost =
            quantity::value_of(option.exercisable, *grant.strike, {}, quantity::Price::zero(grant.strike->currency()));
        option.cost = cost ? exchange_.apply(*cost) : std::nullopt;
        if (!option.cost) {
            return false;
        }
    }
    if (!grant.not_known.any()) {
        option.value = worth(grant, option.exercisable, departure.on);
        if (!option.value) {
            return false;
        }
    }
    if (prices_ && !grant.not_known.any()) {
        const auto price = prices_->on(departure.on);
        option.under_water =
            price.factor.is_one() ? price.stated < *grant.strike : price.approximate() < grant.strike->approximate();
    }
    leaving.options.push_back(option);
    return true;
}

bool add_up_options(const std::vector<OptionLeaving>& options, ToExercise& all, Tally& tally) {
    bool some_undated = false;
    for (const auto& option : options) {
        if (option.exercisable.is_zero()) {
            continue;
        }
        if ((option.cost && !tally.take(all.cash, *option.cost)) || !Tally::take(all.options, option.exercisable)) {
            return false;
        }
        if (!option.cost) {
            all.no_strike += option.exercisable;
        }
        if (option.under_water.value_or(false)) {
            all.under_water += option.exercisable;
        }
        const auto& deadline = option.window.deadline;
        some_undated = some_undated || !deadline;
        if (deadline) {
            all.several_days = all.several_days || (all.until && *all.until != *deadline);
            all.until = all.until ? std::min(*all.until, *deadline) : *deadline;
        }
    }
    all.several_days = all.until && (all.several_days || some_undated);
    return true;
}

}  // namespace offerkit::value
