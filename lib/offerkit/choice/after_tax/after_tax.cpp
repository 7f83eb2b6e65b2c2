#include <offerkit/choice/after_tax/after_tax.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/choice/after_tax/first_year.hpp>
#include <offerkit/choice/after_tax/law.hpp>
#include <offerkit/choice/after_tax/taxed_pay.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/value/annualized_offer.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Diagnostics;
using quantity::int128;
using value::ValuedOffer;

// Marginal rates are of the next thousand.
constexpr std::int64_t next_units = 1'000;

tax::Household taxed_household(const TaxedPay& pay, const tax::Plan& plan, const TaxedHousehold& household,
                               Money deferral) {
    auto earner = tax::Earner::none(pay.cash.currency());
    if (pay.contract && plan.reads(tax::Input::se)) {
        earner.se = pay.cash + pay.equity;
    } else {
        earner.cash = pay.cash;
        earner.equity = pay.equity;
    }
    if (pay.passed && plan.reads(tax::Input::equity_passed)) {
        earner.equity_passed = earner.equity;
    }
    (plan.reads(tax::Input::pay_no_payroll) ? earner.pay_no_payroll : earner.cash) += pay.no_payroll;
    const Money zero = Money::zero(pay.cash.currency());
    // Nobody defers more than is paid.
    earner.pretax_benefits = std::min(household.pretax_benefits, pay.cash);
    earner.pretax_retirement = std::max(zero, std::min(deferral, pay.cash - earner.pretax_benefits));
    auto who = tax::Household::of(earner);
    if (!household.spouse_pay.is_zero()) {
        auto spouse = tax::Earner::none(pay.cash.currency());
        spouse.cash = household.spouse_pay;
        who.earners.push_back(spouse);
    }
    who.children = household.children;
    who.iso_spread = pay.spread;
    who.other_income = household.other_income;
    return who;
}

/// Adds a flow to the pay of its year.
void add(TaxedPay& pay, TaxedAs as, timeline::Category category, Money amount) {
    switch (as) {
        case TaxedAs::cash: pay.cash += amount; break;
        case TaxedAs::equity: pay.equity += amount; break;
        case TaxedAs::no_payroll: pay.no_payroll += amount; break;
        case TaxedAs::spread: pay.spread += amount; break;
        case TaxedAs::nothing:
            if (category == timeline::Category::equity || category == timeline::Category::refreshers) {
                pay.untaxed += amount;
            }
            break;
    }
}

/// What of a year's tax a flow bears: taxed pay alone; where none is taxed, whatever the year pays.
bool bears_tax(const TaxedFlow& flow, bool any_taxed) {
    return any_taxed ? flow.as != TaxedAs::nothing : flow.flow.amount.minor() > 0;
}

class Taxing {
public:
    Taxing(const ValuedOffer& valued, const TaxLaw& law, const TaxingContext& context, Diagnostics& problems)
        : valued_{valued}, law_{law}, context_{context}, problems_{problems} {}

    std::optional<AfterTax> run() {
        const auto base = begin();
        if (!base) {
            return std::nullopt;
        }
        auto shown = base->shown;
        AfterTax result{
            .offer = &valued_, .law = &law_, .household = base->household, .definitions = valued_.definitions};
        for (int year = 1; year <= valued_.window.years(); ++year) {
            auto one = tax_year(year, base->flows, base->household);
            if (!one || !take_off(shown, year, one->taxes, base->back)) {
                return std::nullopt;
            }
            result.years.push_back(std::move(*one));
        }
        const auto annualized = annualized_after_tax(base->household, base->back);
        if (!annualized) {
            return std::nullopt;
        }
        result.definitions = twins(shown, *annualized);
        return result;
    }

    std::optional<Money> figure(model::Definition definition) {
        if (definition == model::Definition::annualized) {
            const auto ground = stand(value::annualized_offer);
            return ground ? annualized_after_tax(ground->household, ground->back) : std::nullopt;
        }
        const auto base = begin();
        if (!base) {
            return std::nullopt;
        }
        auto shown = base->shown;
        const int years = definition == model::Definition::first_year ? 1 : valued_.window.years();
        for (int year = 1; year <= years; ++year) {
            const auto taxes = taxes_of(pay_of(year, base->flows), law_.of_year(year), base->household, problems_);
            if (!taxes || !take_off(shown, year, *taxes, base->back)) {
                return std::nullopt;
            }
        }
        return get(twins(shown, valued_.definitions.annualized), definition);
    }

    std::optional<FirstYear> first_year() {
        const auto base = begin();
        const TaxedPay pay = base ? pay_of(1, base->flows) : nothing_yet();
        const auto taxes = base ? taxes_of(pay, law_.of_year(1), base->household, problems_) : std::nullopt;
        if (!taxes) {
            return std::nullopt;
        }
        return FirstYear{pay.counted(), pay.counted() - taxes->employee};
    }

private:
    [[nodiscard]] const ValuedOffer& local() const noexcept { return local_ ? *local_ : valued_; }

    /// The household in the currency of the place, and the way back to that of the results.
    struct Ground {
        TaxedHousehold household;
        value::Conversion back;
    };

    /// Values the offer in the currency of the place where that is another: by `in_place`, as far as it goes.
    template <class Valuing>
    std::optional<Ground> stand(const Valuing& in_place) {
        const bool same = valued_.currency == law_.currency();
        if (!same) {
            local_ = in_place(*valued_.offer, valued_.window,
                              {context_.valuation, context_.discounting, law_.currency(), context_.rates}, problems_);
        }
        auto household = household_in(law_.currency(), context_.household, context_.rates, problems_);
        if (household) {
            household->limit_elsewhere = law_.limit_elsewhere;
        }
        auto back =
            value::find_conversion(law_.currency(), valued_.currency, context_.rates, valued_.offer->span, problems_);
        if ((!same && !local_) || !household || !back) {
            return std::nullopt;
        }
        return Ground{std::move(*household), std::move(*back)};
    }

    /// What taxing begins with: flows in the currency of the place, and those that the results are in.
    struct Beginning {
        TaxedHousehold household;
        value::Conversion back;
        std::vector<TaxedFlow> flows;
        std::vector<TaxedFlow> shown;
    };

    std::optional<Beginning> begin() {
        auto ground = stand(value::value_offer);
        if (!ground) {
            return std::nullopt;
        }
        const bool refreshers = context_.valuation.count_refreshers;
        auto flows = taxed_flows(local(), refreshers);
        auto shown = local_ ? taxed_flows(valued_, refreshers) : flows;
        if (!flows || !shown) {
            return too_large();
        }
        return Beginning{std::move(ground->household), std::move(ground->back), std::move(*flows), std::move(*shown)};
    }

    /// The definitions of flows that taxes have been taken off.
    value::Definitions twins(std::span<const TaxedFlow> shown, Money annualized) {
        std::vector<timeline::CashFlow> net;
        net.reserve(shown.size());
        for (const TaxedFlow& each : shown) {
            net.push_back(each.flow);
        }
        return value::definitions_of(net, {context_.valuation.count_refreshers},
                                     {valued_.window, valued_.currency, context_.discounting, valued_.stock()},
                                     annualized, valued_.definitions.target);
    }

    /// No pay, with what the offer says of how it is taxed.
    [[nodiscard]] TaxedPay nothing_yet() const {
        TaxedPay pay = TaxedPay::none(law_.currency());
        pay.contract = valued_.offer->employment == model::Employment::contract;
        pay.passed = valued_.offer->employer_ni == model::ContributionBearer::employee;
        return pay;
    }

    [[nodiscard]] TaxedPay pay_of(int year, std::span<const TaxedFlow> flows) const {
        TaxedPay pay = nothing_yet();
        for (const TaxedFlow& flow : flows) {
            if (flow.year == year) {
                add(pay, flow.as, flow.flow.category, flow.flow.amount);
            }
        }
        return pay;
    }

    std::nullopt_t too_large() {
        problems_.error(codes::overflow, valued_.offer->span, "the taxes of this offer are too large to be computed",
                        "check the quantities, prices and rates");
        return std::nullopt;
    }

    std::optional<TaxYear> tax_year(int year, std::span<const TaxedFlow> flows, const TaxedHousehold& household) {
        const tax::Plan& plan = law_.of_year(year);
        const TaxedPay pay = pay_of(year, flows);
        auto taxes = taxes_of(pay, plan, household, problems_);
        TaxedPay without = pay;
        without.equity = Money::zero(plan.currency());
        const auto others = pay.equity.is_zero() ? taxes : taxes_of(without, plan, household, problems_);
        if (!taxes || !others) {
            return std::nullopt;
        }
        const auto units = Money{next_units * plan.currency().minor_per_major(), plan.currency()};
        const auto next = tax::taken_of_next(plan, taxed_household(pay, plan, household, taxes->deferral), units,
                                             household.deduction);
        if (!next) {
            return too_large();
        }
        TaxYear result{.year = year,
                       .plan = &plan,
                       .pay = pay,
                       .taxes = std::move(*taxes),
                       .after_tax = Money::zero(plan.currency()),
                       .take_home = Money::zero(plan.currency()),
                       .equity_costs = Money::zero(plan.currency()),
                       .next_of_cash = next->cash,
                       .next_of_equity = next->equity};
        result.equity_costs = result.taxes.employee - others->employee;
        result.after_tax = result.counted() - result.taxes.employee;
        result.take_home = result.after_tax - result.taxes.deferral - result.taxes.pretax_benefits;
        const auto uses = plan.uses();
        result.table_year = uses.front().table_year;
        for (const auto& use : uses) {
            result.table_year = std::min(result.table_year, use.table_year);
            if (use.standing == tax::Standing::projected) {
                result.standing = tax::Standing::projected;
            }
        }
        return result;
    }

    // Takes a year's taxes off the flows that are shown, turned into their currency.
    bool take_off(std::vector<TaxedFlow>& shown, int year, const PayTaxes& taxes, const value::Conversion& back) {
        const auto taken = back.apply(taxes.employee);
        if (!taken) {
            too_large();
            return false;
        }
        spread(shown, year, *taken);
        return true;
    }

    // A year's tax is taken off its flows in proportion, to the cent in all.
    static void spread(std::vector<TaxedFlow>& flows, int year, Money taken) {
        const auto of_year = [&](const TaxedFlow& each) { return each.year == year; };
        const bool any_taxed = std::any_of(flows.begin(), flows.end(), [&](const TaxedFlow& each) {
            return of_year(each) && each.as != TaxedAs::nothing && !each.flow.amount.is_zero();
        });
        int128 whole = 0;
        for (const TaxedFlow& each : flows) {
            whole += of_year(each) && bears_tax(each, any_taxed) ? each.flow.amount.minor() : 0;
        }
        int128 before = 0;
        std::int64_t given = 0;
        for (TaxedFlow& each : flows) {
            if (whole == 0 || !of_year(each) || !bears_tax(each, any_taxed)) {
                continue;
            }
            before += each.flow.amount.minor();
            const auto share = static_cast<std::int64_t>(quantity::round_half_up(before * taken.minor(), whole));
            each.flow.amount -= Money{share - given, taken.currency()};
            given = share;
        }
    }

    // The taxes of that much pay in a year, by the table of the first.
    std::optional<Money> annualized_after_tax(const TaxedHousehold& household, const value::Conversion& back) {
        const auto& parts = local().annualized;
        TaxedPay pay = nothing_yet();
        const Money quarter{
            static_cast<std::int64_t>(quantity::round_half_up(int128{parts.sign_ons.minor()}, int128{4})),
            law_.currency()};
        pay.cash = parts.base + parts.bonus + quarter;
        std::vector<timeline::ResolvedGrant> taxed;
        std::copy_if(local().grants.begin(), local().grants.end(), std::back_inserter(taxed),
                     [](const auto& grant) { return !model::is_option(grant.instrument); });
        quantity::Factor equity{0.0, 0.0};
        for (const auto& conversion : local().conversions) {
            const auto some = value::annualized_equity(taxed, local().stock(), local().window, conversion);
            if (!some) {
                return too_large();
            }
            equity = equity + *some;
        }
        if (!quantity::fits(equity)) {
            return too_large();
        }
        pay.equity = Money{quantity::round_half_up(equity), law_.currency()};
        const auto taxes = taxes_of(pay, law_.of_year(1), household, problems_);
        const auto taken = taxes ? back.apply(taxes->employee) : std::nullopt;
        if (!taken) {
            return std::nullopt;
        }
        return valued_.definitions.annualized - *taken;
    }

    const ValuedOffer& valued_;
    const TaxLaw& law_;
    const TaxingContext& context_;
    Diagnostics& problems_;
    std::optional<ValuedOffer> local_{};
};

}  // namespace

std::optional<PayTaxes> taxes_of(const TaxedPay& pay, const tax::Plan& plan, const TaxedHousehold& household,
                                 Diagnostics& problems) {
    const auto deferral = deferral_of(household, plan, problems);
    if (!deferral) {
        return std::nullopt;
    }
    const tax::Household who = taxed_household(pay, plan, household, *deferral);
    auto assessed = tax::evaluate(plan, who, household.deduction, problems);
    if (!assessed) {
        return std::nullopt;
    }
    const auto& earner = who.earners.front();
    PayTaxes taxes{.components = assessed->components,
                   .employee = assessed->employee,
                   .employer = assessed->employer,
                   .withheld = assessed->withheld,
                   .deferral = earner.pretax_retirement,
                   .pretax_benefits = earner.pretax_benefits,
                   .lines = std::move(assessed->lines)};
    if (who.earners.size() == 2) {
        tax::Household alone = who;
        alone.earners.front() = tax::Earner::none(plan.currency());
        alone.iso_spread = Money::zero(plan.currency());
        const auto other = tax::evaluate(plan, alone, household.deduction, problems);
        if (!other) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < taxes.components.size(); ++i) {
            taxes.components[i] -= other->components[i];
        }
        taxes.employee -= other->employee;
        taxes.employer -= other->employer;
        taxes.withheld -= other->withheld;
    }
    return taxes;
}

std::optional<AfterTax> after_tax(const ValuedOffer& valued, const TaxLaw& law, const TaxingContext& context,
                                  Diagnostics& problems) {
    return Taxing{valued, law, context, problems}.run();
}

std::optional<Money> after_tax_figure(const ValuedOffer& valued, const TaxLaw& law, const TaxingContext& context,
                                      model::Definition definition, Diagnostics& problems) {
    return Taxing{valued, law, context, problems}.figure(definition);
}

std::optional<FirstYear> first_year_after_tax(const ValuedOffer& valued, const TaxLaw& law,
                                              const TaxingContext& context, Diagnostics& problems) {
    return Taxing{valued, law, context, problems}.first_year();
}

}  // namespace offerkit::choice
