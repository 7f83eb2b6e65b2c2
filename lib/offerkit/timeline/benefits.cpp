#include <offerkit/timeline/benefits.hpp>

#include <algorithm>
#include <functional>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/pay.hpp>
#include <offerkit/timeline/schedule.hpp>

namespace offerkit::timeline {

namespace {

using model::Span;
using quantity::Fraction;
using quantity::Money;

/// A benefit that leaving may take.
struct VestingBenefit {
    const model::VestingTerms* terms;
    Period after;
    std::function<std::optional<Money>(Money)> yearly;  ///< its worth, from a year's base
    Span span;
};

std::vector<VestingBenefit> vesting_benefits(const model::Offer& offer) {
    std::vector<VestingBenefit> all;
    if (const auto& match = offer.benefits.retirement_match; match && match->vesting) {
        all.push_back({&*match->vesting, match->after,
                       [&match = *match](Money base) { return retirement_match_of(match, base); }, match->span});
    }
    for (const auto& other : offer.benefits.others) {
        if (other.vesting) {
            all.push_back(
                {&*other.vesting, other.after, [&other](Money) { return std::optional{other.amount}; }, other.span});
        }
    }
    return all;
}

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
        const auto& match = *benefits.retirement_match;
        add("retirement match", match.span, match.vesting ? Certainty::contingent : Certainty::guaranteed,
            match.after.after(offer.start.value), [&](Money base) { return retirement_match_of(match, base); });
    }
    if (benefits.espp) {
        add("stock purchase plan", benefits.espp->span, Certainty::contingent, std::nullopt,
            [&](Money base) { return purchase_plan_worth(*benefits.espp, base); });
    }
    for (const auto& other : benefits.others) {
        add(other.name, other.span, other.vesting ? Certainty::contingent : Certainty::guaranteed,
            other.after.after(offer.start.value), [&](Money) { return std::optional{other.amount}; });
    }
    return sound;
}

bool benefits_vest(const model::Offer& offer, diagnostic::Diagnostics& diagnostics) {
    bool sound = true;
    for (const auto& vesting : vesting_benefits(offer)) {
        // A benefit vests by service alone. Any amount shows whether the dates can be laid out; this one divides evenly
        // by most portions.
        constexpr std::int64_t some = 1'000'000;
        sound = expand({.vesting = *vesting.terms,
                        .quantity = some,
                        .start = offer.start.value,
                        .grant_date = offer.start.value},
                       {{}, offer.start.value}, diagnostics)
                    .has_value() &&
                sound;
    }
    return sound;
}

std::optional<BenefitLedger> BenefitLedger::of(const model::Offer& offer, const Window& window, Date last_day,
                                               diagnostic::Diagnostics& diagnostics) {
    BenefitLedger ledger{offer};
    const Date start = offer.start.value;
    for (const auto& vesting : vesting_benefits(offer)) {
        Vesting entry{vesting.terms};
        Money sum = Money::zero(offer.currency);
        for (int year = 0; start.plus_months(12 * year) <= last_day; ++year) {
            const auto base = base_between(offer, window, start.plus_months(12 * year),
                                           start.plus_months(12 * (year + 1)).plus_days(-1));
            const auto yearly = base ? vesting.yearly(*base) : std::nullopt;
            if (!yearly || !quantity::fits_int64(static_cast<quantity::int128>(sum.minor()) + yearly->minor())) {
                diagnostics.error(diagnostic::codes::overflow, vesting.span,
                                  "this amount grows too large to be computed exactly",
                                  "check the amount and the rate it grows by");
                return std::nullopt;
            }
            for (int month = 1; month <= 12; ++month) {
                const int done = 12 * year + month;
                if (start.plus_months(done - 1) >= vesting.after.after(start)) {
                    sum += quantity::equal_part(*yearly, month, 12);
                }
                entry.added.emplace_back(start.plus_months(done), sum);
            }
        }
        ledger.benefits_.push_back(std::move(entry));
    }
    return ledger;
}

Money BenefitLedger::lost_on(Date day) const {
    Money lost = Money::zero(offer_->currency);
    for (const auto& benefit : benefits_) {
        Money added = Money::zero(offer_->currency);
        for (const auto& [date, sum] : benefit.added) {
            added = date <= day ? sum : added;
        }
        if (added.is_zero()) {
            continue;
        }
        lost += added;
        const Date start = offer_->start.value;
        // What keeps a schedule from being laid out has been reported when pay was valued.
        diagnostic::Diagnostics reported;
        const auto schedule =
            expand({.vesting = *benefit.terms, .quantity = added.minor(), .start = start, .grant_date = start},
                   {{}, day}, reported);
        for (const auto& tranche : schedule ? schedule->tranches : std::vector<Tranche>{}) {
            if (tranche.date && *tranche.date <= day) {
                lost -= Money{tranche.quantity.whole(), added.currency()};
            }
        }
    }
    return lost;
}

}  // namespace offerkit::timeline
