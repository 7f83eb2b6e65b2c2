#include <offerkit/value/payment_days.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/sign_on.hpp>

namespace offerkit::value {
namespace {

using calendar::Date;
using calendar::Period;
using timeline::CashFlow;
using timeline::Category;

bool is_current(const model::Offer& offer) { return offer.kind == model::OfferKind::current; }

/// The last day whose payments are told.
Date told_to(const model::Offer& offer, const model::Valuation& valuation) {
    return valuation.horizon.after(is_current(offer) ? std::max(valuation.as_of, offer.start.value)
                                                     : offer.start.value);
}

/// The years of employment up to that day, all of them whole.
timeline::Window years_of_employment(const model::Offer& offer, Date until) {
    const Date start = offer.start.value;
    int years = 1;
    while (start.plus_months(12 * years) < until) {
        ++years;
    }
    return {start, Period::months(12 * years), false, offer.end ? std::optional{offer.end->value} : std::nullopt};
}

/// Two years may earn parts of one payment of a bonus: they come on one day, as one. The year that earns the last part
/// stands for it.
std::vector<CashFlow> payments_of(const std::vector<CashFlow>& flows) {
    std::vector<CashFlow> payments;
    for (const auto& flow : flows) {
        const auto same = std::find_if(payments.begin(), payments.end(), [&](const CashFlow& payment) {
            return flow.category == Category::bonus && payment.category == Category::bonus &&
                   !flow.label.ends_with("(deferred)") && payment.date == flow.date && payment.label == flow.label &&
                   payment.span == flow.span;
        });
        if (same == payments.end()) {
            payments.push_back(flow);
        } else {
            same->amount += flow.amount;
            same->year = flow.year;
            same->certainty = std::max(same->certainty, flow.certainty);
        }
    }
    return payments;
}

}  // namespace

std::optional<PaymentDays> payment_days(const model::Offer& offer, const model::Valuation& valuation,
                                        diagnostic::Diagnostics& diagnostics) {
    PaymentDays days{.until = told_to(offer, valuation)};
    const timeline::Window years = years_of_employment(offer, days.until);
    if (years.end().year() > calendar::last_year) {
        diagnostics.error(diagnostic::codes::schedule_too_long, offer.start.span, "the horizon runs past the year 2999",
                          "choose a shorter horizon");
        return std::nullopt;
    }
    model::Offer paid = offer;
    if (is_current(offer) && paid.base && !paid.base->as_of) {
        paid.base->as_of = {valuation.as_of, paid.base->rate.span};
    }
    const auto flows = timeline::pay_flows(paid, years, diagnostics);
    if (!flows) {
        return std::nullopt;
    }
    for (auto& flow : payments_of(flows->inside)) {
        const bool told = flow.category == Category::bonus || flow.category == Category::sign_on;
        const bool past = is_current(offer) && flow.date <= valuation.as_of;
        if (told && !past && flow.date <= days.until && !flow.amount.is_zero()) {
            days.payments.push_back(std::move(flow));
        }
    }
    for (const auto& sign_on : offer.sign_ons) {
        const auto on = timeline::SignOnTerms{sign_on, offer.start.value}.until();
        if (on && !(offer.end && offer.end->value < *on)) {
            days.clawback_ends.push_back({&sign_on, *on});
        }
    }
    return days;
}

}  // namespace offerkit::value
