// What of an offer's pay is taxed as what, and in which year (docs/numbers.md, "After tax").

#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/choice/after_tax/taxed_pay.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using choice::TaxedAs;
using timeline::Category;

namespace {

const std::string head = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = 100_000\n";
const std::string stock = "[stock]\nkind = \"public\"\nprice = 10\nas_of = 2026-01-05\n";

struct Flows {
    std::vector<model::Offer> offers;
    choice::Comparison comparison;
    std::vector<choice::TaxedFlow> all;

    explicit Flows(const std::string& text, int years = 2, bool refreshers = true)
        : offers{offers::read(head + text)}, comparison{[&] {
              auto valuation = offers::valuation();
              valuation.horizon = calendar::Period::months(12 * years);
              valuation.count_refreshers = refreshers;
              return offers::compare(offers, valuation);
          }()} {
        const auto found = choice::taxed_flows(comparison.offers[0], refreshers);
        REQUIRE(found.has_value());
        all = *found;
    }

    /// How the flows of a category are taxed, which must be the same of all, of which there is one at least.
    [[nodiscard]] TaxedAs as(Category category) const {
        const auto first =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.flow.category == category; });
        REQUIRE(first != all.end());
        for (const auto& each : all) {
            CHECK((each.flow.category != category || each.as == first->as));
        }
        return first->as;
    }
    [[nodiscard]] std::vector<choice::TaxedFlow> of(Category category) const {
        std::vector<choice::TaxedFlow> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                     [&](const auto& each) { return each.flow.category == category; });
        return found;
    }
};

std::string options(const std::string& instrument, const std::string& rest) {
    return stock + "[[grant]]\ninstrument = \"" + instrument +
           "\"\nstrike = 4\nquantity = 200\nvesting = { over = \"2 years\", every = \"12 months\" }\n" + rest;
}

}  // namespace

TEST_CASE("pay, bonus and sign-on are cash; shares are shares; health and costs are no pay that is taxed") {
    const Flows flows{
        "[bonus]\namount = 5_000\n[[sign_on]]\namount = 3_000\n[benefits]\nhealth = 4_000\n[[cost]]\nname = "
        "\"C\"\namount = 100\n" +
        stock + "[[grant]]\nquantity = 200\nvesting = { over = \"2 years\", every = \"12 months\" }\n"};
    CHECK(flows.as(Category::base) == TaxedAs::cash);
    CHECK(flows.as(Category::bonus) == TaxedAs::cash);
    CHECK(flows.as(Category::sign_on) == TaxedAs::cash);
    CHECK(flows.as(Category::benefits) == TaxedAs::nothing);
    CHECK(flows.as(Category::costs) == TaxedAs::nothing);
    CHECK(flows.as(Category::equity) == TaxedAs::equity);
}

TEST_CASE("a grant of cash is cash, and a purchase plan is income without payroll taxes") {
    CHECK(Flows("[[grant]]\ninstrument = \"cash\"\nvalue = 4_000\nvesting = { over = \"2 years\", every = \"12 "
                "months\" }\n")
              .as(Category::equity) == TaxedAs::cash);
    const Flows plan{stock + "[benefits]\nespp = { discount = \"15%\", contribution = \"10%\", limit = 25_000 }\n"};
    CHECK(plan.as(Category::benefits) == TaxedAs::no_payroll);
}

TEST_CASE("refreshers are taxed as the shares that they are where they count, and else are no pay") {
    const std::string text =
        stock + "[refresher]\nvalue = 8_000\nvesting = { over = \"2 years\", every = \"12 months\" }\n";
    CHECK(Flows(text, 4).as(Category::refreshers) == TaxedAs::equity);
    CHECK(Flows(text, 4, false).of(Category::refreshers).empty());
}

TEST_CASE("options are taxed on the day they are exercised or vest later, incentive ones as a spread") {
    CHECK(Flows(options("nso", "")).as(Category::equity) == TaxedAs::nothing);
    const Flows plain{options("nso", "exercise = { on = 2027-03-01 }\n")};
    const auto taxed = plain.of(Category::equity);
    REQUIRE(taxed.size() == 2);
    // The first hundred vest on 2027-01-05 and are exercised in March; the second vest on 2028-01-05. 6.00 each.
    CHECK(plain.as(Category::equity) == TaxedAs::equity);
    CHECK(taxed[0].flow.date == offers::date(2027, 3, 1));
    CHECK(taxed[0].year == 2);
    CHECK(offers::text(taxed[0].flow.amount) == "600.00");
    CHECK(taxed[1].flow.date == offers::date(2028, 1, 5));
    CHECK(taxed[1].year == 2);
    CHECK(Flows(options("iso", "exercise = { on = 2027-03-01 }\n")).as(Category::equity) == TaxedAs::spread);
    // What vests in the window and is exercised after it is in none of its years.
    CHECK(Flows(options("nso", "exercise = { on = 2029-03-01 }\n")).of(Category::equity).empty());
    CHECK(Flows(options("nso", "exercise = { on = 2027-03-01 }\n"), 1).of(Category::equity).empty());
}

TEST_CASE("a bonus is taxed in the year in which it is paid, and in the last one where that is after the window") {
    const Flows flows{"[bonus]\namount = 5_000\npaid = \"03-15\"\n", 3};
    const auto bonuses = flows.of(Category::bonus);
    REQUIRE(bonuses.size() == 3);
    CHECK(bonuses[0].year == 2);
    CHECK(bonuses[1].year == 3);
    CHECK(bonuses[2].year == 3);
    for (const auto& each : flows.of(Category::base)) {
        CHECK(each.year == each.flow.year);
    }
}
