#include <offerkit/report/vest/facts.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/grants.hpp>
#include <offerkit/report/words/schedules.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;
using value::GrantTimeline;
using value::OfferTimeline;

}  // namespace

bool is_cash(const GrantTimeline& grant) noexcept { return grant.grant.instrument == model::Instrument::cash; }

std::vector<const model::Offer*> papers_of(std::span<const OfferTimeline> offers) {
    std::vector<const model::Offer*> papers;
    for (const auto& offer : offers) {
        papers.push_back(offer.offer);
    }
    return papers;
}

Datum quantity_of(const GrantTimeline& grant, Shares quantity) {
    return is_cash(grant) ? Datum(Money{quantity.whole(), grant.grant.currency}) : Datum(quantity);
}

std::string quantity_text(const GrantTimeline& grant, Shares quantity) {
    return is_cash(grant) ? with_currency(Money{quantity.whole(), grant.grant.currency}) : text_of(quantity);
}

std::vector<VestLine> vest_lines(std::span<const OfferTimeline> offers) {
    std::vector<VestLine> lines;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        for (const auto& grant : offers[i].grants) {
            for (const auto& tranche : grant.tranches) {
                lines.push_back({i, &grant, &tranche});
            }
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const VestLine& a, const VestLine& b) {
        const auto& x = a.tranche->tranche.date;
        const auto& y = b.tranche->tranche.date;
        return x.has_value() != y.has_value() ? x.has_value() : x && *x < *y;
    });
    return lines;
}

std::string state_text(const VestLine& line, std::span<const OfferTimeline> offers) {
    const auto& offer = *offers[line.offer].offer;
    const auto& grant = line.grant->grant;
    const auto& tranche = line.tranche->tranche;
    const std::string state(word(line.tranche->state));
    switch (line.tranche->state) {
        case value::VestState::pending: {
            const std::string waits = state + ": " + awaited_by(offer, grant, tranche, true);
            return tranche.earned ? waits + (line.tranche->served ? ", served " : ", to be served by ") +
                                        to_string(*tranche.earned)
                                  : waits;
        }
        case value::VestState::impossible: return state + ": " + awaited_by(offer, grant, tranche, true);
        case value::VestState::accelerated: return reason_of(offer, grant, tranche, true);
        case value::VestState::forfeited:
        case value::VestState::vested:
        case value::VestState::unvested: break;
    }
    const auto reason = reason_of(offer, grant, tranche, true);
    return reason.empty() ? state : state + ": " + reason;
}

std::vector<GrantTrace> grant_traces(const OfferTimeline& offer, const GrantTimeline& grant) {
    std::vector<GrantTrace> traces;
    const auto* paper = grant.grant.paper;
    const auto& performance = grant.grant.performance;
    traces.push_back({performance ? "target" : "quantity",
                      quantity_text(grant, performance ? performance->target : grant.grant.quantity), grant.grant.span,
                      grant.grant.quantity_rule.empty() ? "as stated" : grant.grant.quantity_rule});
    if (performance && paper != nullptr && paper->performance) {
        traces.push_back({"expected to be earned", text_of(grant.grant.quantity), paper->performance->span,
                          performance_words(*paper->performance, *performance) + ", rounded as `round` says"});
    }
    if (paper != nullptr) {
        traces.push_back({"vesting starts", to_string(grant.grant.vesting_start), paper->vesting_start.span,
                          paper->align.empty()
                              ? "as stated, else the grant date"
                              : "the first day of `align` on or after " + to_string(paper->vesting_start.value)});
        traces.push_back({"schedule", schedule_words(paper->vesting), paper->vesting.span,
                          diagnostic::formatted("shares by `{}`", word(paper->allocation))});
        for (const auto& acceleration : grant.grant.accelerations) {
            traces.push_back({"acceleration", amount_words(acceleration.terms), acceleration.terms.span,
                              trigger_words(acceleration.terms)});
        }
    } else if (offer.offer->refresher) {
        traces.push_back({"schedule", schedule_words(offer.offer->refresher->vesting),
                          offer.offer->refresher->vesting.span, "from the day it is given"});
    }
    if (offer.offer->stock && offer.offer->stock->price_is_known && !is_cash(grant)) {
        const auto& stock = *offer.offer->stock;
        std::string rule = stock.path.empty() ? "price x (1 + growth)^t, t in years of 365.25 days; growth " +
                                                    to_percent(stock.growth.value)
                                              : "the last step of `stock.path` on or before the day, else `price`";
        if (stock.kind == model::StockKind::private_company) {
            rule += ", x (1 - discount): " + to_percent(stock.discount);
        }
        rule += grant.grant.strike ? ", less the strike of " + to_grouped(*grant.grant.strike) : "";
        traces.push_back(
            {"share price",
             diagnostic::formatted("{} on {}", to_grouped(stock.price.value), to_string(stock.as_of.value)),
             stock.price.span, std::move(rule)});
    }
    return traces;
}

}  // namespace offerkit::report
