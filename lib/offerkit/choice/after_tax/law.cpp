#include <offerkit/choice/after_tax/law.hpp>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/household.hpp>
#include <offerkit/value/exchange.hpp>

namespace offerkit::choice {

namespace codes = diagnostic::codes;

quantity::Rate usual_index() noexcept { return *quantity::Rate::of(25, 1000); }

std::vector<int> tax_years_of(const timeline::Window& window, calendar::DayOfYear begins) {
    std::vector<int> years;
    for (int year = 1; year <= window.years(); ++year) {
        // Half a year on, whatever part of a year the last one is.
        years.push_back(tax::tax_year_of(window.year_from(year).plus_months(6), begins));
    }
    return years;
}

std::optional<TaxedHousehold> household_in(quantity::Currency currency, const model::Household* household,
                                           std::span<const value::RateSource> rates,
                                           diagnostic::Diagnostics& problems) {
    const Money zero = Money::zero(currency);
    TaxedHousehold result{.spouse_pay = zero, .deferral = zero, .pretax_benefits = zero, .other_income = zero};
    if (household == nullptr) {
        return result;
    }
    bool sound = true;
    const auto convert = [&](const std::optional<model::Stated<Money>>& stated, Money& into) {
        if (!stated) {
            return;
        }
        const auto conversion =
            value::find_conversion(stated->value.currency(), currency, rates, stated->span, problems);
        const auto amount = conversion ? conversion->apply(stated->value) : std::nullopt;
        sound = sound && amount.has_value();
        into = amount.value_or(zero);
    };
    convert(household->spouse_pay, result.spouse_pay);
    convert(household->deferral, result.deferral);
    convert(household->pretax_benefits, result.pretax_benefits);
    convert(household->other_income, result.other_income);
    if (household->status) {
        result.status = household->status->value;
    }
    if (household->children) {
        result.children = household->children->value;
    }
    if (household->deduction && household->deduction->value == model::DeductionChoice::standard) {
        result.deduction = tax::Deduction::standard;
    }
    result.most_deferral = household->most_deferral.has_value();
    result.deferral_span = household->most_deferral ? *household->most_deferral
                           : household->deferral    ? household->deferral->span
                                                    : household->span;
    return sound ? std::optional{result} : std::nullopt;
}

std::optional<Money> deferral_of(const TaxedHousehold& household, const tax::Plan& plan,
                                 diagnostic::Diagnostics& problems) {
    const tax::Form& form = plan.forms().front();
    const tax::Limit* limit = form.limit("deferral");
    if (limit == nullptr) {
        if (household.most_deferral && household.limit_elsewhere) {
            return Money::zero(plan.currency());
        }
        if (household.most_deferral) {
            problems.error(
                codes::missing_key, household.deferral_span,
                diagnostic::formatted("the tax form `{}` states no limit of what is paid in before tax", form.name()),
                "write the amount of a year instead of \"max\"");
            return std::nullopt;
        }
        return household.deferral;
    }
    if (household.most_deferral) {
        return limit->value;
    }
    if (household.deferral > limit->value) {
        problems.error(codes::bad_money, household.deferral_span,
                       diagnostic::formatted("`deferral` is above {}, the limit of `{}` ({})", to_grouped(limit->value),
                                             form.name(), limit->source),
                       "write at most that, or \"max\"; what people from 50 on may add is left out");
        return std::nullopt;
    }
    return household.deferral;
}

}  // namespace offerkit::choice
