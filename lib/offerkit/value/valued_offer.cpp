#include <offerkit/value/valued_offer.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/resolved_offer.hpp>
#include <offerkit/timeline/sign_on.hpp>
#include <offerkit/value/annualized_offer.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/leaving.hpp>
#include <offerkit/value/waiting.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using quantity::Factor;
using quantity::Fraction;
using quantity::int128;
using timeline::CashFlow;
using timeline::Category;
using timeline::Certainty;
using timeline::ResolvedGrant;

// What all amounts of an offer may come to together, so that no sum of some of them leaves 64 bits.
constexpr int128 most_magnitude = std::numeric_limits<std::int64_t>::max() / 64;

int128 magnitude_of(Money amount) noexcept {
    return amount.minor() < 0 ? -static_cast<int128>(amount.minor()) : static_cast<int128>(amount.minor());
}

class Valuing {
public:
    Valuing(const model::Offer& offer, const timeline::Window& window, const ValuingContext& context,
            Diagnostics& diagnostics)
        : offer_{offer},
          events_{offer.events, context.valuation.as_of},
          context_{context},
          diagnostics_{diagnostics},
          stock_{offer.stock ? &*offer.stock : nullptr},
          exchange_{context.currency, context.rates},
          zero_{Money::zero(context.currency)},
          result_{.offer = &offer,
                  .window = window,
                  .currency = context.currency,
                  .definitions = {zero_, zero_, zero_, zero_, zero_, zero_, zero_},
                  .annualized = {zero_, zero_, zero_, zero_},
                  .by_certainty = {zero_, zero_, zero_},
                  .total = zero_,
                  .paid = PaidBasis{context.currency},
                  .everything = zero_} {
        if (stock_ != nullptr) {
            prices_.emplace(*stock_);
        }
    }

    std::optional<ValuedOffer> run_annualized() {
        const auto resolved = resolved_grants();
        if (!find_rates() || !resolved.complete) {
            return std::nullopt;
        }
        if (!annualize()) {
            too_large();
            return std::nullopt;
        }
        return std::move(result_);
    }

    std::optional<ValuedOffer> run() {
        const bool resolved = resolve_grants();
        const auto pay = timeline::pay_flows(offer_, result_.window, diagnostics_);
        if (!find_rates() || !resolved || !pay) {
            return std::nullopt;
        }
        const auto equity = equity_flows(result_.grants, stock_, prices(), result_.window);
        const auto refreshers = equity_flows(result_.refreshers, stock_, prices(), result_.window);
        const auto waiting = waiting_on(context_.valuation.pending);
        if (!equity || !refreshers || !waiting || !take(pay->inside) || !take(*equity) || !take(*refreshers) ||
            !take(*waiting) || !add_up() || !lay_out_payments(pay->later)) {
            too_large();
            return std::nullopt;
        }
        if (result_.window.held_now() && !make_whole()) {
            return std::nullopt;
        }
        bool sound = true;
        result_.exits = exits_of(result_, context_, exchange_, diagnostics_, sound);
        if (!sound) {
            return std::nullopt;
        }
        return std::move(result_);
    }

private:
    void too_large() {
        diagnostics_.error(codes::overflow, offer_.span,
                           "the amounts of this offer are too large to be added up exactly",
                           "check the quantities, prices and rates");
    }

    /// Takes the offer's grants, and gives what is left of them: whether all could be spelled out, and its refreshers.
    timeline::ResolvedOffer resolved_grants() {
        auto resolved = timeline::resolve(offer_, context_.valuation.as_of, diagnostics_);
        warn_of_not_known(resolved.grants, diagnostics_);
        result_.grants = std::exchange(resolved.grants, {});
        return resolved;
    }

    bool resolve_grants() {
        auto resolved = resolved_grants();
        const bool sound =
            resolved.add_refreshers(result_.window, result_.window.end(), context_.valuation.as_of, diagnostics_) &&
            resolved.complete;
        result_.refreshers = std::move(resolved.refreshers);
        return sound;
    }

    // Pay is in the offer's currency, equity in the stock's.
    bool find_rates() {
        bool sound = exchange_.find(offer_.currency, offer_.span, diagnostics_);
        for (const auto* grants : {&result_.grants, &result_.refreshers}) {
            for (const auto& grant : *grants) {
                sound = exchange_.find(grant.currency, stock_ != nullptr ? stock_->span : grant.span, diagnostics_) &&
                        sound;
            }
        }
        result_.conversions = exchange_.used();
        return sound;
    }

    [[nodiscard]] timeline::PriceCurve* prices() noexcept { return prices_ ? &*prices_ : nullptr; }

    [[nodiscard]] std::optional<std::vector<CashFlow>> waiting_on(model::Pending pending) {
        return waiting_flows(events_, offer_, result_.grants, prices(), result_.window, pending);
    }

    bool take(const std::vector<CashFlow>& flows) { return convert(flows, result_.flows); }

    bool convert(const std::vector<CashFlow>& flows, std::vector<CashFlow>& into) {
        for (CashFlow flow : flows) {
            const auto amount = exchange_.apply(flow.amount);
            if (!amount) {
                return false;
            }
            flow.amount = *amount;
            magnitude_ += magnitude_of(*amount);
            into.push_back(std::move(flow));
        }
        // Every sum of these flows fits when all of them together do.
        return magnitude_ <= most_magnitude;
    }

    bool add_up() {
        const bool refreshers = context_.valuation.count_refreshers;
        result_.years = yearly_figures(result_.window, result_.flows, context_.currency, refreshers);
        for (const auto& year : result_.years) {
            result_.total += year.total;
        }
        for (const auto& flow : result_.flows) {
            if (flow.category == Category::refreshers && !refreshers) {
                continue;
            }
            switch (flow.certainty) {
                case Certainty::guaranteed: result_.by_certainty.guaranteed += flow.amount; break;
                case Certainty::contingent: result_.by_certainty.contingent += flow.amount; break;
                case Certainty::uncertain: result_.by_certainty.uncertain += flow.amount; break;
            }
        }
        if (!annualize()) {
            return false;
        }
        result_.definitions = defined(result_.flows, refreshers);
        if (!result_.refreshers.empty() && !refreshers) {
            result_.with_refreshers = defined(result_.flows, true);
        }
        return set_aside() && weigh_waiting();
    }

    [[nodiscard]] Definitions defined(std::span<const CashFlow> flows, bool refreshers) {
        return definitions_of(flows, {refreshers}, {result_.window, context_.currency, context_.discounting, stock_},
                              result_.definitions.annualized, result_.definitions.target);
    }

    // The three cases of what waits.
    bool weigh_waiting() {
        Waiting waiting{.worth = zero_,
                        .counted = context_.valuation.pending,
                        .none = result_.definitions,
                        .chance = result_.definitions,
                        .all = result_.definitions};
        bool any = false;
        int128 worth = 0;
        std::set<std::string_view> awaited;
        for (const auto& pending : result_.pending) {
            if (pending.impossible || pending.in_scenarios) {
                continue;
            }
            any = true;
            worth += pending.worth_today.minor();
            if (!pending.cash) {
                waiting.quantity += pending.quantity;
            }
            for (const auto& event : pending.events) {
                if (awaited.insert(event.id).second) {
                    waiting.events.push_back(event.id);
                }
            }
        }
        if (!any) {
            return true;
        }
        if (!quantity::fits_int64(worth)) {
            return false;
        }
        waiting.worth = Money{static_cast<std::int64_t>(worth), context_.currency};
        for (const auto& [pending, definitions] :
             {std::pair{model::Pending::none, &waiting.none}, std::pair{model::Pending::chance, &waiting.chance},
              std::pair{model::Pending::all, &waiting.all}}) {
            if (pending == context_.valuation.pending) {
                continue;
            }
            auto flows = result_.flows;
            std::erase_if(flows, [](const CashFlow& flow) { return flow.waits; });
            const auto waits = waiting_on(pending);
            if (!waits || !convert(*waits, flows)) {
                return false;
            }
            *definitions = defined(flows, context_.valuation.count_refreshers);
        }
        result_.waiting = std::move(waiting);
        return true;
    }

    // What arrives when, and what comes after the window.
    bool lay_out_payments(const std::vector<CashFlow>& later) {
        const bool refreshers = context_.valuation.count_refreshers;
        add_flows(result_.paid, result_.window, result_.flows, refreshers);
        for (const auto& flow : later) {
            const auto amount = exchange_.apply(flow.amount);
            if (!amount) {
                return false;
            }
            magnitude_ += magnitude_of(*amount);
            if (magnitude_ > most_magnitude) {
                return false;
            }
            result_.paid.deferred_later.add(*amount, flow.date);
        }
        return add_later_vests(result_.paid, result_.window, result_.grants, prices(), exchange_) &&
               (!refreshers || add_later_vests(result_.paid, result_.window, result_.refreshers, prices(), exchange_));
    }

    [[nodiscard]] Money rounded(Factor minor) const { return {quantity::round_half_up(minor), context_.currency}; }

    bool annualize() {
        const Conversion& pay = exchange_.from(offer_.currency);
        const Factor to_result =
            Factor::of(pay.rate) * Factor::of(*Fraction::of(pay.to.minor_per_major(), pay.from.minor_per_major()));
        const auto salary = timeline::salary_on(offer_, result_.window, result_.window.start());
        if (!salary) {
            return false;
        }
        const auto minor = [](Money amount) { return Factor::of(static_cast<int128>(amount.minor())); };
        Factor bonuses{0.0, 0.0};
        for (const auto& bonus : offer_.bonuses) {
            const auto* rate = std::get_if<quantity::Rate>(&bonus.target);
            bonuses =
                bonuses + (rate != nullptr ? minor(*salary) * Factor::of(*rate) : minor(std::get<Money>(bonus.target)));
        }
        if (offer_.base && offer_.base->extra) {
            bonuses = bonuses + minor(*salary) * Factor::of(offer_.base->extra->of_salary);
        }
        Factor equity{0.0, 0.0};
        for (const auto& conversion : result_.conversions) {
            const auto some = annualized_equity(result_.grants, stock_, result_.window, conversion);
            if (!some) {
                return false;
            }
            equity = equity + *some;
        }
        const Factor yearly = (minor(*salary) + bonuses) * to_result + equity;
        Factor sign_ons{0.0, 0.0};
        for (const auto& sign_on : offer_.sign_ons) {
            if (still_to_come(sign_on)) {
                sign_ons = sign_ons + minor(sign_on.amount.value);
            }
        }
        const Factor with_sign_ons = yearly + sign_ons * to_result * Factor{0.25, 0.0};
        const Factor whole_sign_ons = sign_ons * to_result;
        if (!quantity::fits(with_sign_ons)) {
            return false;
        }
        result_.annualized = {rounded(minor(*salary) * to_result), rounded(bonuses * to_result), rounded(equity),
                              rounded(whole_sign_ons)};
        result_.definitions.target = rounded(yearly);
        result_.definitions.annualized = rounded(with_sign_ons);
        result_.non_compete = non_compete_of(offer_, with_sign_ons, minor(*salary) * to_result, context_.currency);
        return add_everything((minor(*salary) + bonuses) * to_result);
    }

    // What a letter adds up to when it counts everything once.
    bool add_everything(Factor yearly) {
        for (const auto& sign_on : offer_.sign_ons) {
            const auto amount = exchange_.apply(sign_on.amount.value);
            if (!amount) {
                return false;
            }
            yearly = yearly + Factor::of(static_cast<int128>(amount->minor()));
        }
        for (const auto& grant : result_.grants) {
            const auto quote = quoted_value_of(grant, stock_);
            const auto value = quote ? exchange_.apply(quote->quoted) : std::nullopt;
            if (!value) {
                return false;
            }
            yearly = yearly + Factor::of(static_cast<int128>(value->minor()));
        }
        if (!quantity::fits(yearly)) {
            return false;
        }
        result_.everything = rounded(yearly);
        return true;
    }

    [[nodiscard]] bool still_to_come(const model::SignOn& sign_on) const {
        if (!result_.window.held_now()) {
            return true;
        }
        const calendar::Date begin = timeline::sign_on_begin(sign_on, offer_.start.value);
        const calendar::Date last = sign_on.over ? sign_on.over->after(begin) : begin;
        return last > result_.window.start();
    }

    // What is not in the total: pending grants, vests just outside, options worth nothing, quotes that disagree.
    bool set_aside() {
        for (const auto& grant : result_.grants) {
            if (grant.not_known.any()) {
                result_.not_known.push_back({grant.id, grant.not_known, grant.span});
            }
            if (!set_aside_of(grant)) {
                return false;
            }
        }
        if (context_.valuation.count_refreshers) {
            for (const auto& grant : result_.refreshers) {
                if (!add_just_outside(grant)) {
                    return false;
                }
            }
        }
        return true;
    }

    bool add_just_outside(const ResolvedGrant& grant) {
        for (const auto& tranche : grant.schedule.tranches) {
            if (tranche.release == timeline::Release::dated && result_.window.just_outside(*tranche.date)) {
                const auto worth = worth_on(grant, tranche.quantity, prices(), *tranche.date);
                const auto in_results = worth ? exchange_.apply(*worth) : std::nullopt;
                if (!in_results) {
                    return false;
                }
                result_.just_outside.push_back({grant.id, *tranche.date, tranche.quantity, *in_results});
            }
        }
        return true;
    }

    bool set_aside_of(const ResolvedGrant& grant) {
        Shares waiting;
        Shares missed;
        Shares inside;
        bool worthless = grant.strike.has_value() && !grant.not_known.any();
        for (const auto& tranche : grant.schedule.tranches) {
            switch (tranche.release) {
                case timeline::Release::pending: waiting += tranche.quantity; break;
                case timeline::Release::impossible: missed += tranche.quantity; break;
                case timeline::Release::forfeited: break;
                case timeline::Release::dated:
                    if (year_of(tranche, result_.window) != 0) {
                        inside += tranche.quantity;
                        const auto worth = worth_on(grant, tranche.quantity, prices(), *tranche.date);
                        worthless = worthless && worth && worth->is_zero();
                    }
                    break;
            }
        }
        if (worthless && !inside.is_zero()) {
            result_.at_the_money.push_back({grant.id, inside, *grant.strike});
        }
        for (const auto& [quantity, impossible] : {std::pair{waiting, false}, std::pair{missed, true}}) {
            if (quantity.is_zero()) {
                continue;
            }
            const auto worth = worth_on(grant, quantity, prices(), context_.valuation.as_of);
            const auto in_results = worth ? exchange_.apply(*worth) : std::nullopt;
            if (!in_results) {
                return false;
            }
            result_.pending.push_back({grant.id, awaited_by(grant), quantity, *in_results, impossible,
                                       grant.instrument == model::Instrument::cash, told_by_exits(offer_, grant),
                                       grant.span});
        }
        const auto quote = quoted_value_of(grant, stock_);
        if (quote && quote->at_price) {
            result_.quote_mismatches.push_back({grant.id, quote->quoted, *quote->at_price});
        }
        return add_just_outside(grant);
    }

    [[nodiscard]] std::vector<AwaitedEvent> awaited_by(const ResolvedGrant& grant) const {
        std::vector<AwaitedEvent> awaited;
        for (const auto& id : grant.events) {
            const auto* event = events_.events.find(id);
            awaited.push_back({id, event != nullptr ? event->chance : std::nullopt});
        }
        return awaited;
    }

    bool make_whole() {
        const calendar::Date first = result_.window.start();
        auto book = LeavingBook::open(offer_, result_.window, result_.grants, exchange_, context_.currency, first,
                                      diagnostics_);
        const auto leaving = book ? book->on({first}, diagnostics_) : std::nullopt;
        if (leaving) {
            result_.make_whole = leaving->make_whole;
        }
        return leaving.has_value();
    }

    const model::Offer& offer_;
    timeline::EventBook events_;
    const ValuingContext& context_;
    Diagnostics& diagnostics_;
    const model::Stock* stock_;
    std::optional<timeline::PriceCurve> prices_;
    Exchange exchange_;
    Money zero_;
    ValuedOffer result_;
    int128 magnitude_ = 0;
};

}  // namespace

Money get(const Definitions& definitions, model::Definition which) noexcept {
    switch (which) {
        case model::Definition::present_value: return definitions.present_value;
        case model::Definition::average: return definitions.average;
        case model::Definition::first_year: return definitions.first_year;
        case model::Definition::annualized: return definitions.annualized;
        case model::Definition::target: return definitions.target;
        case model::Definition::guaranteed: return definitions.guaranteed;
        case model::Definition::survival_weighted: return definitions.survival_weighted;
    }
    return definitions.present_value;
}

std::optional<Definitions> with_pay_of(const ValuedOffer& valued, const model::Offer& edited,
                                       const model::Valuation& valuation, Discounting& discounting) {
    Diagnostics unheard;  // what is wrong with the pay itself has been told
    auto pay = timeline::pay_flows(edited, valued.window, unheard);
    const auto conversion = std::find_if(valued.conversions.begin(), valued.conversions.end(),
                                         [&](const Conversion& each) { return each.from == valued.offer->currency; });
    if (!pay || conversion == valued.conversions.end()) {
        return std::nullopt;
    }
    auto& flows = pay->inside;
    for (auto& flow : flows) {
        const auto amount = conversion->apply(flow.amount);
        if (!amount) {
            return std::nullopt;
        }
        flow.amount = *amount;
    }
    for (const auto& flow : valued.flows) {
        if (flow.category == Category::equity || flow.category == Category::refreshers) {
            flows.push_back(flow);
        }
    }
    int128 magnitude = 0;
    for (const auto& flow : flows) {
        magnitude += magnitude_of(flow.amount);
    }
    if (magnitude > most_magnitude) {
        return std::nullopt;
    }
    return definitions_of(flows, {valuation.count_refreshers},
                          {valued.window, valued.currency, discounting, valued.stock()}, valued.definitions.annualized,
                          valued.definitions.target);
}

std::optional<ValuedOffer> value_offer(const model::Offer& offer, const timeline::Window& window,
                                       const ValuingContext& context, Diagnostics& diagnostics) {
    return Valuing{offer, window, context, diagnostics}.run();
}

std::optional<ValuedOffer> annualized_offer(const model::Offer& offer, const timeline::Window& window,
                                            const ValuingContext& context, Diagnostics& diagnostics) {
    return Valuing{offer, window, context, diagnostics}.run_annualized();
}

}  // namespace offerkit::value
