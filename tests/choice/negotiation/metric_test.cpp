// The figure that a negotiation is in (docs/numbers.md, "Negotiating").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/metric.hpp>
#include <offerkit/choice/negotiation/preference.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using quantity::Money;

namespace {

const quantity::Currency dollar = *quantity::Currency::of("USD");
Money usd(std::int64_t major) { return {major * 100, dollar}; }

std::string paying(int salary) {
    return "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = " + std::to_string(salary) +
           "\nraise = \"10%\"\n[[sign_on]]\namount = 20_000\n";
}

// Two factors, of which pay from 100,000 to 300,000 has a half, and two offers of 0.8 and 0.2 on the other.
choice::decision::Judgement judgement() {
    choice::decision::Judgement one;
    one.factors = {{.id = "money", .money = true, .weight = 0.5, .worst = 100'000, .best = 300'000},
                   {.id = "growth", .weight = 0.5}};
    one.money = 0;
    for (const double growth : {0.8, 0.2}) {
        one.ratings.push_back({{.value = 0}, {.value = growth}});
    }
    return one;
}

}  // namespace

TEST_CASE("each metric is one definition's figure, of which published pay is annualized alone") {
    using model::Definition;
    CHECK(definition_of(Metric::annualized) == Definition::annualized);
    CHECK(definition_of(Metric::average) == Definition::average);
    CHECK(definition_of(Metric::present_value) == Definition::present_value);
    CHECK(definition_of(Metric::first_year) == Definition::first_year);
    CHECK(definition_of(Metric::decide) == Definition::average);
    CHECK(is_as_published(Metric::annualized));
    CHECK_FALSE(is_as_published(Metric::average));
    CHECK_FALSE(is_as_published(Metric::decide));
}

TEST_CASE("an edited offer comes to what a comparison of it would, by every metric") {
    const std::vector offers{offers::read(paying(100'000)), offers::read(paying(120'000))};
    const std::vector edited{offers::read(paying(130'000)), offers::read(paying(120'000))};
    auto valuation = offers::valuation();
    valuation.discount_rate = *quantity::Rate::of(5, 100);
    const auto comparison = offers::compare(offers, valuation);
    const auto other = offers::compare(edited, valuation);
    for (const auto metric :
         {Metric::annualized, Metric::average, Metric::present_value, Metric::first_year, Metric::decide}) {
        CAPTURE(word(metric));
        Appraiser appraiser{offers, 0, comparison, metric};
        CHECK(appraiser.figure() == get(comparison.offers[0].definitions, definition_of(metric)));
        CHECK(appraiser.figure_of(1) == get(comparison.offers[1].definitions, definition_of(metric)));
        CHECK(appraiser.figure_of(edited[0]) == get(other.offers[0].definitions, definition_of(metric)));
        CHECK(appraiser.figure_of(offers[0]) == appraiser.figure());
        CHECK(appraiser.rounded(*appraiser.raw()) == appraiser.figure());
        CHECK(appraiser.is_as_published() == (metric == Metric::annualized));
        CHECK(appraiser.is_of_whole_offers() == (metric == Metric::annualized));
    }
}

TEST_CASE("what is paid once counts by its part of a year, or whole where the figure is not of a year on average") {
    const std::vector offers{offers::read(paying(100'000))};
    const auto comparison = offers::compare(offers, offers::valuation());
    const auto once = [&](Metric metric) { return Appraiser{offers, 0, comparison, metric}.once(usd(10'000)); };
    CHECK(once(Metric::average) == usd(2'500));
    CHECK(once(Metric::annualized) == usd(2'500));
    CHECK(once(Metric::decide) == usd(2'500));
    CHECK(once(Metric::present_value) == usd(10'000));
    CHECK(once(Metric::first_year) == usd(10'000));
}

TEST_CASE("amounts go over to another currency at the rate of the file, and nowhere without one") {
    const std::vector offers{
        offers::read("company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = "
                     "100_000\n[fx]\n\"EUR/USD\" = 1.25\nas_of = 2026-01-01\n")};
    const auto comparison = offers::compare(offers, offers::valuation());
    const Appraiser appraiser{offers, 0, comparison, Metric::average};
    const auto euro = *quantity::Currency::of("EUR");
    CHECK(appraiser.in_results({100'00, euro}) == usd(125));
    CHECK(appraiser.in_currency(usd(125), euro) == Money{100'00, euro});
    CHECK(appraiser.in_results(usd(7)) == usd(7));
    CHECK_FALSE(appraiser.in_results({100, *quantity::Currency::of("JPY")}).has_value());
}

TEST_CASE("without other factors pay is worth itself") {
    const Preference preference{dollar};
    CHECK_FALSE(preference.counts_more_than_money());
    CHECK(preference.value(0, usd(150)) == 15'000);
    CHECK(preference.nothing() == 0);
    CHECK(preference.pay_for(0, 15'000) == usd(150));
    // What is left of a sum added in two ways costs no cent, and a part of a cent costs one.
    CHECK(preference.pay_for(0, 15'000.000001) == usd(150));
    CHECK(preference.pay_for(0, 15'000.01) == Money{15'001, dollar});
    CHECK_FALSE(preference.pay_for(0, 9.1e18).has_value());
    CHECK_FALSE(preference.pay_for(0, -9.1e18).has_value());
}

TEST_CASE("with other factors pay counts on its scale, and the pay that ties two offers makes up for the rest") {
    const Preference preference{dollar, judgement(), {0, 0}};
    CHECK(preference.counts_more_than_money());
    // 0.5 x 0.5 + 0.5 x 0.8, and pay beyond its ends counts as they do.
    CHECK(preference.value(0, usd(200'000)) == Approx(0.65));
    CHECK(preference.value(0, usd(500'000)) == Approx(0.9));
    CHECK(preference.value(1, usd(1)) == Approx(0.1));
    CHECK(preference.nothing() == 0);
    CHECK(preference.pay_for(0, 0.65) == usd(200'000));
    // 0.6 of the other factor are worth 120,000 of pay, beyond the scale.
    CHECK(preference.pay_for(1, 0.65) == usd(320'000));
}

TEST_CASE("pay that risk makes less of needs as much more to be worth the same") {
    const Preference preference{dollar, judgement(), {10'000, 0}};
    CHECK(preference.value(0, usd(210'000)) == Approx(0.65));
    CHECK(preference.pay_for(0, 0.65) == usd(210'000));
    CHECK(preference.pay_for(1, 0.35) == usd(200'000));
}
