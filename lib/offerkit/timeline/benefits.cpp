#include <offerkit/timeline/benefits.hpp>

#include <algorithm>

#include <offerkit/timeline/pay.hpp>

namespace offerkit::timeline {

namespace {

using model::Span;
using quantity::Fraction;
using quantity::Money;

}  // namespace

std::optional<Money> retirement_match_of(const model::RetirementMatch& match, Money base) noexcept {
    Fraction share;
    for (const auto& tier : match.tiers) {
        const auto part = tier.rate.times(tier.up_to);
        const auto sum = part ? share.plus(*part) : std::nullopt;
        if (!sum) {
            return std::nullopt;
        }
        share = *sum;
    }
    const auto amount = quantity::multiply(base, share);
    return amount && match.limit ? std::min(*amount, *match.limit) : amount;
}

std::optional<Money> purchase_plan_worth(const model::StockPurchasePlan& plan, Money base) noexcept {
    const auto kept = Fraction{1}.minus(plan.discount);
    if (!kept || kept->numerator() <= 0) {
        return std::nullopt;
    }
    // c d / (1 - d): of the contribution when that is the smaller, else limit x d.
    const auto gain = Fraction::of(plan.discount.numerator(), kept->numerator())
                          .value_or(Fraction{0})
                          .times(*Fraction::of(kept->denominator(), plan.discount.denominator()));
    const auto share = gain ? gain->times(plan.contribution) : std::nullopt;
    const auto by_contribution = share ? quantity::multiply(base, *share) : std::nullopt;
    if (!by_contribution || !plan.limit) {
        return by_contribution;
    }
    const auto by_limit = quantity::multiply(*plan.limit, plan.discount);
    return by_limit ? std::min(*by_contribution, *by_limit) : by_limit;
}

bool add_benefits(const model::Offer& offer, std::span<const PayMonth> months, std::span<const Money> full_base,
                  std::vector<CashFlow>& flows) {
    const model::Benefits& benefits = offer.benefits;
    bool sound = true;
    // `worth` gives the yearly amount from a year's base; it is asked once a year, so each is rounded once.
    const auto add = [&](std::string_view label, Span span, Certainty certainty, std::optional<Date> from, auto worth) {
        int year = 0;
        Money yearly = Money::zero(offer.currency);
        for (const auto& month : months) {
            if (month.year != year) {
                year = month.year;
                const std::optional<Money> amount = worth(full_base[static_cast<std::size_t>(year - 1)]);
                if (!amount) {
                    sound = false;
                    return;
                }
                yearly = *amount;
            }
            if ((from && month.first < *from) || yearly.is_zero()) {
                continue;
            }
            const Money part = *quantity::multiply(quantity::equal_part(yearly, month.month, 12), month.worked);
            flows.push_back({month.date, part, Category::benefits, certainty, month.year, span, std::string{label}});
        }
    };
    if (benefits.health) {
        add("health", benefits.health->span, Certainty::guaranteed, std::nullopt,
            [&](Money) { return std::optional{benefits.health->value}; });
    }
    if (benefits.retirement) {
        add("retirement", benefits.retirement->span, Certainty::guaranteed, std::nullopt,
            [&](Money base) { return quantity::multiply(base, benefits.retirement->value); });
    }
    if (benefits.retirement_match) {
        add("retirement match", benefits.retirement_match->span, Certainty::guaranteed, std::nullopt,
            [&](Money base) { return retirement_match_of(*benefits.retirement_match, base); });
    }
    if (benefits.espp) {
        add("stock purchase plan", benefits.espp->span, Certainty::contingent, std::nullopt,
            [&](Money base) { return purchase_plan_worth(*benefits.espp, base); });
    }
    for (const auto& other : benefits.others) {
        add(other.name, other.span, Certainty::guaranteed, other.after.after(offer.start.value),
            [&](Money) { return std::optional{other.amount}; });
    }
    return sound;
}

}  // namespace offerkit::timeline
