// What offers have paid to who leaves after some years (docs/numbers.md, "If you leave after").

#include <offerkit/choice/comparison/stay.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using offers::date;
using offers::text;

namespace {

std::string paper(const std::string& company, const std::string& rest) {
    return "company = \"" + company + "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n" + rest;
}

std::vector<choice::StayYear> stay_of(const std::vector<model::Offer>& papers,
                                      model::Valuation valuation = offers::valuation()) {
    const auto comparison = offers::compare(papers, valuation);
    diagnostic::Diagnostics problems;
    auto stay = choice::stay(comparison, papers, problems);
    REQUIRE(stay.has_value());
    return *std::move(stay);
}

std::vector<std::string> nets_of(const std::string& rest) {
    std::vector<std::string> nets;
    for (const auto& year : stay_of({offers::read(paper("A", rest))})) {
        nets.push_back(text(year.offers.at(0).net));
    }
    return nets;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a sign-on counts with what of it is to be paid back, and who leads changes with the year") {
    const auto stay = stay_of({offers::read(paper("A",
                                                  "[base]\nsalary = 120_000\n[[sign_on]]\namount = 40_000\nclawback = "
                                                  "{ within = \"24 months\", rule = \"full\" }\n")),
                               offers::read(paper("B", "[base]\nsalary = 140_000\n"))});
    REQUIRE(stay.size() == 4);
    CHECK(stay[0].offers[0].on == date(2027, 3, 2));
    CHECK(text(stay[0].offers[0].paid) == "160,000.00");
    CHECK(text(stay[0].offers[0].clawback) == "40,000.00");
    CHECK(text(stay[0].offers[0].net) == "120,000.00");
    CHECK(text(stay[0].offers[1].net) == "140,000.00");
    CHECK(stay[0].leaders == std::vector<std::size_t>{1});
    // After two years nothing is owed any more, and both have paid as much.
    CHECK(text(stay[1].offers[0].net) == "280,000.00");
    CHECK(stay[1].leaders == std::vector<std::size_t>{0, 1});
    CHECK(stay[3].leaders == std::vector<std::size_t>{1});
}

TEST_CASE("what arrives on the anniversary is paid, what arrives the day after is not") {
    const std::string vests =
        "[stock]\nprice = 10\nas_of = 2026-03-02\n[[grant]]\nid = \"g\"\nquantity = 400\nvesting = { over = \"4 "
        "years\" }\n";
    CHECK(nets_of(vests) == Texts{"0.00", "0.00", "0.00", "4,000.00"});
    std::string yearly = vests;
    yearly.replace(yearly.find("\"4 years\""), 9, "\"4 years\", every = \"12 months\"");
    CHECK(nets_of(yearly) == Texts{"1,000.00", "2,000.00", "3,000.00", "4,000.00"});
    CHECK(nets_of("[[sign_on]]\namount = 5_000\non = 2027-03-02\n") ==
          Texts{"5,000.00", "5,000.00", "5,000.00", "5,000.00"});
    CHECK(nets_of("[[sign_on]]\namount = 5_000\non = 2027-03-03\n") ==
          Texts{"0.00", "5,000.00", "5,000.00", "5,000.00"});
}

TEST_CASE("a bonus that is paid after the last day is lost, and one that is kept is paid for the time served") {
    // 12,000 for each year of employment, at the end of June after it.
    CHECK(nets_of("[bonus]\namount = 12_000\npaid = 6\n") == Texts{"0.00", "12,000.00", "24,000.00", "36,000.00"});
    // The anniversary is the first day of the next year: no part of base is dated in it yet, and no bonus on one.
    CHECK(nets_of("[bonus]\namount = 12_000\npaid = 6\non_leaving = \"pro_rata\"\n") ==
          Texts{"12,000.00", "24,000.00", "36,000.00", "48,000.00"});
}

TEST_CASE("private shares are not paid, but on the day of a gate that has a date") {
    const std::string shares =
        "[stock]\nkind = \"private\"\nprice = 10\nas_of = 2026-03-02\n[[grant]]\nid = \"g\"\nquantity = "
        "400\nvesting = { over = \"4 years\", every = \"12 months\" }\n";
    CHECK(nets_of(shares) == Texts{"0.00", "0.00", "0.00", "0.00"});
    CHECK(nets_of(shares + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\ndate = 2028-06-01\n") ==
          Texts{"0.00", "0.00", "3,000.00", "4,000.00"});
}

TEST_CASE("four years are looked at whatever the horizon, and the job held now from its window on") {
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(12);
    const auto stay = stay_of(
        {offers::read("company = \"Now\"\ncurrency = \"USD\"\nkind = \"current\"\nstart = 2020-01-01\n[base]\nsalary = "
                      "100_000\n"),
         offers::read(paper("New", "[base]\nsalary = 120_000\n"))},
        valuation);
    REQUIRE(stay.size() == 4);
    CHECK(stay[3].offers[0].on == date(2030, 3, 2));
    CHECK(text(stay[3].offers[0].net) == "400,000.00");
    CHECK(text(stay[3].offers[1].net) == "480,000.00");
}
