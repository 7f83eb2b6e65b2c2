#include <offerkit/value/valued_offer.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/schedule.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/annualized_offer.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/exits.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/leaving.hpp>
#include <offerkit/value/paid_basis.hpp>
#include <offerkit/value/set_aside.hpp>
#include <offerkit/value/waiting.hpp>

namespace offerkit::value {

namespace {

using quantity::int128;
using timeline::CashFlow;
using timeline::Category;
using timeline::Certainty;

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
          exchange_{context.currency, context.rates},
          zero_{Money::zero(context.currency)},
          result_{not_valued(offer, window, context.currency)} {
        if (offer.stock) {
            prices_.emplace(*offer.stock);
        }
    }

    std::optional<ValuedOffer> run() {
        const bool resolved = resolve_all_grants();
        const auto pay = timeline::pay_flows(offer_, result_.window, diagnostics_);
        if (!find_rates(result_, exchange_, diagnostics_) || !resolved || !pay) {
            return std::nullopt;
        }
        const auto equity = equity_flows(result_.grants, result_.stock(), prices(), result_.window);
        const auto refreshers = equity_flows(result_.refreshers, result_.stock(), prices(), result_.window);
        const auto waiting = waiting_on(context_.valuation.pending);
        if (!equity || !refreshers || !waiting || !take(pay->inside) || !take(*equity) || !take(*refreshers) ||
            !take(*waiting) || !add_up() || !lay_out_payments(pay->later)) {
            report_too_large(offer_, diagnostics_);
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
    bool resolve_all_grants() {
        auto resolved = resolve_grants(result_, context_.valuation.as_of, diagnostics_);
        const bool sound =
            resolved.add_refreshers(result_.window, result_.window.end(), context_.valuation.as_of, diagnostics_) &&
            resolved.complete;
        result_.refreshers = std::move(resolved.refreshers);
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
        if (!annualize(result_, exchange_)) {
            return false;
        }
        result_.definitions = defined(result_.flows, refreshers);
        if (!result_.refreshers.empty() && !refreshers) {
            result_.with_refreshers = defined(result_.flows, true);
        }
        return set_aside(result_, {events_, exchange_, context_.valuation, prices()}) && weigh_waiting();
    }

    [[nodiscard]] Definitions defined(std::span<const CashFlow> flows, bool refreshers) {
        return definitions_of(flows, {refreshers},
                              {result_.window, context_.currency, context_.discounting, result_.stock()},
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

}  // namespace offerkit::value
