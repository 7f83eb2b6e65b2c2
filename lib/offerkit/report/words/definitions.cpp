#include <offerkit/report/words/definitions.hpp>

#include <algorithm>
#include <iterator>

namespace offerkit::report {
namespace {

using model::Definition;
using timeline::Category;

constexpr DefinitionWords definitions[] = {
    {Definition::first_year, "First year", "everything the first year pays", "the total of year 1"},
    {Definition::annualized, "Annualized",
     "base, target bonus, grants over their years, a quarter of the sign-ons: what salary sites quote",
     "salary on the first day + target bonuses + each grant's value / its vesting years + sign-ons / 4; no refreshers, "
     "no benefits"},
    {Definition::average, "Average per year", "the whole time, spread evenly; benefits and costs included",
     "total x 12 / months of the horizon"},
    {Definition::target, "Target", "annualized without sign-ons",
     "salary on the first day + target bonuses + each grant's value / its vesting years"},
    {Definition::guaranteed, "Fixed, first year", "what of the first year is fixed while you are employed",
     "base as stated, sign-ons, guaranteed bonuses and benefits that are yours at once, of year 1, less costs"},
    {Definition::present_value, "Present value", "the whole time, later money counted for less",
     "the sum of amount x (1 + discount)^-t over all money, t in years of 365.25 days from the first day of the "
     "earliest window, and of shares at today's price, which waiting does not lower; with growth stated each share at "
     "its price then, discounted too"},
    {Definition::survival_weighted, "Survival-weighted", "present value, each year less likely to be reached",
     "as present value, each payment also x (1 - chance of leaving in a year)^t, t from the offer's own first day"},
};

constexpr CategoryWords categories[] = {
    {Category::base, "Base"},     {Category::bonus, "Bonus"},           {Category::sign_on, "Sign-on"},
    {Category::equity, "Equity"}, {Category::refreshers, "Refreshers"}, {Category::benefits, "Benefits"},
    {Category::costs, "Costs"},
};
static_assert(std::size(categories) == timeline::category_count);

}  // namespace

std::span<const DefinitionWords> definition_words() noexcept { return definitions; }

const DefinitionWords& words_of(model::Definition definition) noexcept {
    return *std::find_if(std::begin(definitions), std::end(definitions),
                         [&](const auto& entry) { return entry.definition == definition; });
}

std::span<const CategoryWords> category_words() noexcept { return categories; }

const CategoryWords& words_of(Category category) noexcept {
    return *std::find_if(std::begin(categories), std::end(categories),
                         [&](const auto& entry) { return entry.category == category; });
}

const CertaintyWords& words_of(timeline::Certainty certainty) noexcept {
    static constexpr CertaintyWords fixed{"Fixed while employed",
                                          "base as stated, sign-ons, guaranteed bonuses, benefits, less costs"};
    static constexpr CertaintyWords market{"At target or market",
                                           "other bonuses, assumed raises, cash grants, shares that can be sold"};
    static constexpr CertaintyWords conditional{"Private or conditional",
                                                "private shares, whatever waits for an event, refreshers"};
    switch (certainty) {
        case timeline::Certainty::guaranteed: return fixed;
        case timeline::Certainty::contingent: return market;
        case timeline::Certainty::uncertain: break;
    }
    return conditional;
}

}  // namespace offerkit::report
