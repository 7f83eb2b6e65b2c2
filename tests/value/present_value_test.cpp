// What time does to money and to shares (docs/numbers.md, "Present value"), each case worked by hand.

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = 120_000\n";
const std::string yearly =
    "[[grant]]\nid = \"g\"\nquantity = 400\nvesting = { over = \"4 years\", every = \"1 year\" }\n";

std::string stock(const std::string& more = {}) { return "[stock]\nprice = 100\nas_of = 2026-01-05\n" + more; }

value::ValuedOffer valued(const std::vector<model::Offer>& offer,
                          const model::Valuation& valuation = offers::valuation()) {
    return offers::compare(offer, valuation).offers.at(0);
}

/// What a text adds to the figure of a salary alone, in major units.
double adds(const std::string& text, model::Definition by = model::Definition::present_value,
            const model::Valuation& valuation = offers::valuation()) {
    const std::vector with{offers::read(head + text)};
    const std::vector without{offers::read(head)};
    return static_cast<double>(
               (get(valued(with, valuation).definitions, by) - get(valued(without, valuation).definitions, by))
                   .minor()) /
           100;
}

}  // namespace

TEST_CASE("a share whose number is fixed counts as a share, whenever it vests") {
    CHECK(adds(stock() + yearly) == Approx(40'000).margin(0.011));
    CHECK(adds(stock("kind = \"private\"\ndiscount = \"10%\"\ndilution = \"20%\"\nrounds = 3\n") + yearly) ==
          Approx(36'000).margin(0.011));
}

TEST_CASE(
    "a stated growth is a forecast: each share at its price on its day, discounted; equal to the rate it cancels") {
    CHECK(adds(stock("growth = \"5%\"\n") + yearly) == Approx(40'000).margin(0.021));
    // A written 0% is a price that stays: 10,000 x (1/1.05 + 1/1.05^2 + 1/1.05^3 + 1/1.05^4), by days of 365.25.
    const double flat = adds(stock("growth = \"0%\"\n") + yearly);
    CHECK(flat == Approx(35'461.9).margin(2.0));
    CHECK(adds(stock("[[stock.path]]\non = 2026-02-01\nprice = 100\n") + yearly) == Approx(flat).margin(0.001));
}

TEST_CASE("waiting for a share takes the dividends that are missed off it, and nothing off an option or money") {
    // 10,000 x (1/1.02 + ... + 1/1.02^4), by days of 365.25.
    CHECK(adds(stock("dividend_yield = \"2%\"\n") + yearly) == Approx(38'077.7).margin(1.0));
    const std::string options =
        "[[grant]]\nid = \"g\"\ninstrument = \"nso\"\nstrike = 60\nquantity = 400\nvesting = { over = \"4 years\", "
        "every = "
        "\"1 year\" }\n";
    CHECK(adds(stock("dividend_yield = \"2%\"\n") + options) == Approx(16'000).margin(0.011));
}

TEST_CASE("money is discounted from its day, be it a cash grant") {
    const std::string cash =
        "[[grant]]\nid = \"g\"\ninstrument = \"cash\"\nvalue = 40_000\nvesting = { over = \"4 years\", every = \"1 "
        "year\" }\n";
    CHECK(adds(cash) == Approx(35'461.9).margin(2.0));
}

TEST_CASE("a refresher is money until the day it is given and a share after it") {
    auto valuation = offers::valuation();
    valuation.count_refreshers = true;
    const std::string refresher = stock() + "[refresher]\nvalue = 10_000\nvesting = { over = \"1 year\" }\n";
    // Given on the first three anniversaries and, with nothing to vest in the window, on the fourth.
    CHECK(adds(refresher, model::Definition::present_value, valuation) ==
          Approx(10'000 / 1.05 + 10'000 / 1.1025 + 10'000 / 1.157625).margin(2.0));
}

TEST_CASE("survival counts to the day of the vest, also of what is not discounted") {
    auto valuation = offers::valuation();
    valuation.exit_per_year = *quantity::Rate::of(1, 2);
    // 10,000 x (1/2 + 1/4 + 1/8 + 1/16), by days of 365.25.
    CHECK(adds(stock() + yearly, model::Definition::survival_weighted, valuation) == Approx(9'375).margin(15.0));
}

TEST_CASE("annualized counts the grants that begin to vest in the first year") {
    std::string text = head + stock();
    for (int year = 0; year < 4; ++year) {
        text += "[[grant]]\nid = \"g" + std::to_string(year) + "\"\nvalue = 100_000\nconversion = { price = 100 }\n" +
                "grant_date = 202" + std::to_string(6 + year) + "-01-05\nvesting = { over = \"1 year\" }\n";
    }
    const std::vector offer{offers::read(text)};
    CHECK(offers::text(valued(offer).definitions.annualized) == "220,000.00");
    CHECK(offers::text(valued(offer).definitions.target) == "220,000.00");
}

TEST_CASE("of the job held now annualized counts what is left to vest, over the years until its last vest") {
    const auto at = [](const std::string& start) {
        auto valuation = offers::valuation();
        valuation.as_of = offers::date(2026, 1, 5);
        const std::vector offer{offers::read("company = \"Now\"\nkind = \"current\"\ncurrency = \"USD\"\nstart = " +
                                             start + "\n[base]\nsalary = 100_000\n" + stock() +
                                             "[[grant]]\nid = \"g\"\nquantity = 1_600\nvesting = { over = \"4 years\", "
                                             "every = \"3 months\" }\n")};
        return static_cast<double>(valued(offer, valuation).definitions.annualized.minor()) / 100;
    };
    // Three years served: 400 shares over one year. Half a year left: 200 shares, over at least one year.
    CHECK(at("2023-01-05") == Approx(140'000).margin(0.01));
    CHECK(at("2022-07-05") == Approx(120'000).margin(0.01));
    // Two years left are 730 or 731 days of 365.25.
    CHECK(at("2024-01-05") == Approx(140'000).margin(60));
}

TEST_CASE("annualized takes a quarter of the sign-ons, of the job held now of those alone that are still to come") {
    const auto at = [](const std::string& kind, const std::string& sign_on) {
        const std::vector offer{offers::read("company = \"Now\"\nkind = \"" + kind +
                                             "\"\ncurrency = \"USD\"\nstart = 2025-06-01\n"
                                             "[base]\nsalary = 100_000\n[[sign_on]]\namount = 40_000\n" +
                                             sign_on)};
        return offers::text(valued(offer).definitions.annualized);
    };
    // Looked at on 2026-01-01.
    CHECK(at("current", "on = 2026-01-01\n") == "100,000.00");
    CHECK(at("current", "on = 2026-01-02\n") == "110,000.00");
    CHECK(at("current", "on = 2025-11-01\nover = \"2 months\"\n") == "100,000.00");
    CHECK(at("current", "on = 2025-11-02\nover = \"2 months\"\n") == "110,000.00");
    CHECK(at("offer", "on = 2025-07-01\n") == "110,000.00");
}
