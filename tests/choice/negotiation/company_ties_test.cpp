// The sale of a private company at which two offers tie, beside a negotiation (docs/numbers.md, "Negotiating").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/company_ties.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using offers::usd;

namespace {

const std::string young = R"(company = "Young"
currency = "USD"
start = 2026-03-02
[base]
salary = 150_000
[stock]
kind = "private"
price = 1.00
as_of = 2026-01-01
fully_diluted = 1_000_000
[[stock.series]]
shares = 200_000
invested = 5_000_000
[[grant]]
instrument = "nso"
quantity = 10_000
strike = 1.00
vesting = { over = "4 years", every = "4 years" }
)";

const std::string old = R"(company = "Old"
currency = "USD"
start = 2026-03-02
[base]
salary = 200_000
)";

model::NegotiationProfile practice() {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const auto profile = file::ProfileStore{std::vector<std::string>{}}.negotiation("practice", {sources, diagnostics});
    REQUIRE(profile.has_value());
    return *profile;
}

std::vector<choice::negotiation::CompanyBreakEven> ties(const std::vector<model::Offer>& papers,
                                                        choice::negotiation::Metric metric) {
    diagnostic::Diagnostics problems;
    const auto found = choice::negotiate(papers, offers::valuation(), {.metric = metric}, practice(), problems);
    REQUIRE(found);
    return found->company_ties;
}

}  // namespace

TEST_CASE("the offer ties where its options bring the gap of all years: the value put back gives the gap") {
    const std::vector<model::Offer> papers{offers::read(young), offers::read(old)};
    const auto found = ties(papers, choice::negotiation::Metric::annualized);
    REQUIRE(found.size() == 1);
    CHECK(found.front().offer == 0);
    CHECK(found.front().against == 1);
    CHECK(found.front().figure == model::Definition::average);
    // 50,000 a year over 4 years, on 10,000 options: 20.00 above the strike. At 21.00 a share the preference of
    // 5,000,000 is more than 200,000 shares, so the others get 800,000 x 21.00.
    CHECK(found.front().tie.value == usd(21'800'000));
}

TEST_CASE("an alternative with private shares is set against the offer at hand") {
    const std::vector<model::Offer> papers{offers::read(old), offers::read(young)};
    const auto found = ties(papers, choice::negotiation::Metric::present_value);
    REQUIRE(found.size() == 1);
    CHECK(found.front().offer == 1);
    CHECK(found.front().against == 0);
    CHECK(found.front().figure == model::Definition::present_value);
    // Earlier money weighs more than a sale at the end, so it takes more than on the average.
    CHECK(found.front().tie.value > usd(21'800'000));
}

TEST_CASE("public stock alone, and no alternative, have no sale to tell of") {
    CHECK(ties({offers::read(young)}, choice::negotiation::Metric::annualized).empty());
    CHECK(ties({offers::read(old), offers::read(old)}, choice::negotiation::Metric::annualized).empty());
}
