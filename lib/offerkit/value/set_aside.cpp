#include <offerkit/value/set_aside.hpp>

#include <utility>

#include <offerkit/value/equity.hpp>
#include <offerkit/value/exits.hpp>

namespace offerkit::value {

namespace {

using calendar::Date;
using timeline::ResolvedGrant;

class SettingAside {
public:
    SettingAside(ValuedOffer& valued, const AsideContext& context) : valued_{valued}, context_{context} {}

    bool run() {
        for (const auto& grant : valued_.grants) {
            if (grant.not_known.any()) {
                valued_.not_known.push_back({grant.id, grant.not_known, grant.span});
            }
            if (!take(grant)) {
                return false;
            }
        }
        if (context_.valuation.count_refreshers) {
            for (const auto& grant : valued_.refreshers) {
                if (!add_just_outside(grant)) {
                    return false;
                }
            }
        }
        return true;
    }

private:
    bool take(const ResolvedGrant& grant) {
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
                    if (year_of(tranche, valued_.window) != 0) {
                        inside += tranche.quantity;
                        const auto worth = worth_on(grant, tranche.quantity, context_.prices, *tranche.date);
                        worthless = worthless && worth && worth->is_zero();
                    }
                    break;
            }
        }
        if (worthless && !inside.is_zero()) {
            valued_.at_the_money.push_back({grant.id, inside, *grant.strike});
        }
        if (!add_pending(grant, waiting, false) || !add_pending(grant, missed, true)) {
            return false;
        }
        const auto quote = quoted_value_of(grant, valued_.stock());
        if (quote && quote->at_price) {
            valued_.quote_mismatches.push_back({grant.id, quote->quoted, *quote->at_price});
        }
        return add_just_outside(grant);
    }

    bool add_pending(const ResolvedGrant& grant, Shares quantity, bool impossible) {
        if (quantity.is_zero()) {
            return true;
        }
        const auto worth = in_results(grant, quantity, context_.valuation.as_of);
        if (!worth) {
            return false;
        }
        valued_.pending.push_back({grant.id, awaited_by(grant), quantity, *worth, impossible,
                                   grant.instrument == model::Instrument::cash, told_by_exits(*valued_.offer, grant),
                                   grant.span});
        return true;
    }

    bool add_just_outside(const ResolvedGrant& grant) {
        for (const auto& tranche : grant.schedule.tranches) {
            if (tranche.release == timeline::Release::dated && valued_.window.just_outside(*tranche.date)) {
                const auto worth = in_results(grant, tranche.quantity, *tranche.date);
                if (!worth) {
                    return false;
                }
                valued_.just_outside.push_back({grant.id, *tranche.date, tranche.quantity, *worth});
            }
        }
        return true;
    }

    /// What a quantity is worth on a day, in the currency of the results; nullopt if it leaves 64 bits.
    [[nodiscard]] std::optional<Money> in_results(const ResolvedGrant& grant, Shares quantity, Date day) const {
        const auto worth = worth_on(grant, quantity, context_.prices, day);
        return worth ? context_.exchange.apply(*worth) : std::nullopt;
    }

    [[nodiscard]] std::vector<AwaitedEvent> awaited_by(const ResolvedGrant& grant) const {
        std::vector<AwaitedEvent> awaited;
        for (const auto& id : grant.events) {
            const auto* event = context_.events.events.find(id);
            awaited.push_back({id, event != nullptr ? event->chance : std::nullopt});
        }
        return awaited;
    }

    ValuedOffer& valued_;
    const AsideContext& context_;
};

}  // namespace

bool set_aside(ValuedOffer& valued, const AsideContext& context) { return SettingAside{valued, context}.run(); }

}  // namespace offerkit::value
