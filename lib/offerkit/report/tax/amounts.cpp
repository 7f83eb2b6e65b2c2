#include <offerkit/report/tax/amounts.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace offerkit::report::detail {

using quantity::Money;
using C = tax::Component;

const std::array<TaxGroup, 4>& tax_groups() {
    static const std::array<TaxGroup, 4> all{
        {{"Income tax", {C::income_tax, C::amt, C::niit}},
         {"State and city tax", {C::state_income_tax, C::local_income_tax}},
         {"Social security, Medicare", {C::social_security, C::medicare, C::additional_medicare}},
         {"Other contributions", {C::social}}}};
    return all;
}

Money sum_of(const choice::TaxYear& year, const TaxGroup& group) {
    Money sum = Money::zero(year.after_tax.currency());
    for (const C component : group.components) {
        sum += year.taxes.components[static_cast<std::size_t>(component)];
    }
    return sum;
}

std::string taken(Money amount) { return amount.is_zero() ? "0" : to_grouped(-amount, true); }

std::string percent_of(Money part, Money all) {
    const auto ratio = all.is_zero() ? std::nullopt : quantity::Fraction::of(part.minor(), all.minor());
    return ratio ? quantity::to_percent(*ratio, 0) : "–";
}

Money thousand_of(quantity::Currency currency) noexcept { return {1'000 * currency.minor_per_major(), currency}; }

Money due_beyond_withheld(const choice::TaxYear& year) noexcept {
    const bool due =
        !year.pay.equity.is_zero() && !year.taxes.withheld.is_zero() && year.equity_costs > year.taxes.withheld;
    return due ? year.equity_costs - year.taxes.withheld : Money::zero(year.after_tax.currency());
}

bool in_one_currency(const TaxView& view) {
    return std::all_of(view.offers.begin(), view.offers.end(), [&](const auto& offer) {
        return offer.after.law->currency() == view.offers.front().after.law->currency();
    });
}

std::vector<std::string> forms_of(const TaxView& view, bool projected_alone) {
    std::set<std::string> names;
    for (const auto& offer : view.offers) {
        for (const auto& use : offer.after.years.front().plan->uses()) {
            if (!projected_alone || use.standing == tax::Standing::projected) {
                names.insert(use.name);
            }
        }
    }
    return {names.begin(), names.end()};
}

void add_once(std::vector<std::string>& texts, std::string text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
        texts.push_back(std::move(text));
    }
}

}  // namespace offerkit::report::detail
