#include <offerkit/choice/after_tax/taxed_pay.hpp>

#include <algorithm>

#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::choice {

namespace {

using timeline::CashFlow;
using timeline::Category;
using value::ValuedOffer;

const timeline::ResolvedGrant* grant_of(const ValuedOffer& valued, const CashFlow& flow) {
    for (const auto* grants : {&valued.grants, &valued.refreshers}) {
        const auto found =
            std::find_if(grants->begin(), grants->end(), [&](const auto& grant) { return grant.id == flow.label; });
        if (found != grants->end()) {
            return &*found;
        }
    }
    return nullptr;
}

/// The exercise that the file plans for a grant; null without one.
const model::Stated<calendar::Date>* exercise_of(const model::Offer& offer, std::string_view id) {
    for (const model::Grant& grant : offer.grants) {
        if (grant.id == id && grant.exercise) {
            return &*grant.exercise;
        }
    }
    return nullptr;
}

TaxedAs kind_of(const ValuedOffer& valued, const CashFlow& flow) {
    switch (flow.category) {
        case Category::base:
        case Category::bonus:
        case Category::sign_on: return TaxedAs::cash;
        case Category::benefits: return flow.label == "stock purchase plan" ? TaxedAs::no_payroll : TaxedAs::nothing;
        case Category::costs: return TaxedAs::nothing;
        case Category::equity:
        case Category::refreshers: break;
    }
    const auto* grant = grant_of(valued, flow);
    if (grant != nullptr && grant->instrument == model::Instrument::cash) {
        return TaxedAs::cash;
    }
    return grant != nullptr && model::is_option(grant->instrument) ? TaxedAs::nothing : TaxedAs::equity;
}

/// The year in which a flow is paid; the last one for what is paid after the window.
int year_paid(const timeline::Window& window, const CashFlow& flow) {
    const int year = flow.category == Category::bonus ? window.year_of_vest(flow.date) : flow.year;
    return year == 0 ? window.years() : year;
}

/// The tranches of options that vest inside the window, each on the day it is exercised.
bool add_exercised(const ValuedOffer& valued, const timeline::ResolvedGrant& grant, calendar::Date planned,
                   std::vector<TaxedFlow>& flows) {
    const auto conversion = std::find_if(valued.conversions.begin(), valued.conversions.end(),
                                         [&](const auto& each) { return each.from == grant.currency; });
    if (valued.stock() == nullptr || conversion == valued.conversions.end()) {
        return true;
    }
    timeline::PriceCurve prices{*valued.stock()};
    for (const auto& tranche : grant.schedule.tranches) {
        if (tranche.release != timeline::Release::dated || value::year_of(tranche, valued.window) == 0) {
            continue;
        }
        const calendar::Date day = std::max(*tranche.date, planned);
        const int year = valued.window.year_of_vest(day);
        const auto worth = value::worth_on(grant, tranche.quantity, &prices, day);
        const auto gain = worth ? conversion->apply(*worth) : std::nullopt;
        if (!gain) {
            return false;
        }
        if (year != 0) {
            const bool incentive = grant.instrument == model::Instrument::iso;
            flows.push_back({{.date = day,
                              .amount = *gain,
                              .category = Category::equity,
                              .certainty = value::certainty_of(grant, valued.stock()),
                              .year = year,
                              .label = grant.id,
                              .timing = value::timing_of(grant, valued.stock())},
                             incentive ? TaxedAs::spread : TaxedAs::equity,
                             year});
        }
    }
    return true;
}

}  // namespace

std::optional<std::vector<TaxedFlow>> taxed_flows(const ValuedOffer& valued, bool count_refreshers) {
    std::vector<TaxedFlow> flows;
    for (const CashFlow& flow : valued.flows) {
        const bool of_shares = flow.category == Category::equity;
        if ((flow.category == Category::refreshers && !count_refreshers) ||
            (of_shares && exercise_of(*valued.offer, flow.label) != nullptr)) {
            continue;
        }
        flows.push_back({flow, kind_of(valued, flow), year_paid(valued.window, flow)});
    }
    for (const auto& grant : valued.grants) {
        const auto* planned = exercise_of(*valued.offer, grant.id);
        if (planned != nullptr && !add_exercised(valued, grant, planned->value, flows)) {
            return std::nullopt;
        }
    }
    return flows;
}

}  // namespace offerkit::choice
