// An offer as far as its annualized figure goes: it is that of the whole valuation, and refused where it cannot be had.

#include <string>
#include <vector>

#include <offerkit/value/annualized_offer.hpp>
#include <offerkit/value/figures.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using quantity::Fraction;
using quantity::Money;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string priced = "[stock]\nprice = 10\nas_of = 2026-01-01\n";

/// "annualized, target, everything" in a currency, or the codes of what refuses it.
std::string figures_of(const model::Offer& offer, const std::string& currency = "USD") {
    const auto valuation = offers::valuation();
    value::Discounting discounting{offer.start.value, valuation.discount_rate, valuation.exit_per_year};
    const std::vector<value::RateSource> rates{{&offer.fx, offer.file}};
    const timeline::Window window{offer.start.value, valuation.horizon, offer.kind == model::OfferKind::current,
                                  std::nullopt};
    diagnostic::Diagnostics diagnostics;
    const auto valued = value::annualized_offer(
        offer, window, {valuation, discounting, *quantity::Currency::of(currency), rates}, diagnostics);
    CHECK(valued.has_value() != diagnostics.has_errors());
    if (!valued) {
        std::string codes;
        for (const auto& problem : diagnostics.all()) {
            codes += (codes.empty() ? "" : " ") + std::string{problem.code};
        }
        return codes;
    }
    CHECK(valued->flows.empty());
    return offers::text(valued->definitions.annualized) + ", " + offers::text(valued->definitions.target) + ", " +
           offers::text(valued->everything);
}

std::string figures_of(const std::string& text, const std::string& currency = "USD") {
    return figures_of(offers::read(head + text), currency);
}

}  // namespace

TEST_CASE("a year of pay, a year of each grant and a quarter of the sign-ons; everything counts each once") {
    const std::string grant = "[[grant]]\nquantity = 400\nvesting = { over = \"4 years\" }\n";
    CHECK(figures_of("[base]\nsalary = 100_000\n") == "100,000.00, 100,000.00, 100,000.00");
    CHECK(figures_of("[base]\nsalary = 100_000\n[bonus]\ntarget = \"10%\"\n[[sign_on]]\namount = 8_000\n") ==
          "112,000.00, 110,000.00, 118,000.00");
    CHECK(figures_of("[base]\nsalary = 100_000\n" + priced + grant) == "101,000.00, 101,000.00, 104,000.00");
    // A thirteenth month, and a bonus of an amount.
    CHECK(figures_of("[base]\nmonthly = 1_000\nmonths = 13\n[bonus]\namount = 500\n") ==
          "13,500.00, 13,500.00, 13,500.00");
    CHECK(figures_of("") == "0.00, 0.00, 0.00");
}

TEST_CASE("a sign-on of the job held now counts until the day of its last part") {
    // The window of the job held now begins with its first day, 2026-03-02, in these.
    const auto held = [](const std::string& sign_on) {
        return figures_of("kind = \"current\"\n[[sign_on]]\namount = 4_000\n" + sign_on);
    };
    CHECK(held("on = 2026-03-02\n") == "0.00, 0.00, 4,000.00");
    CHECK(held("on = 2026-03-03\n") == "1,000.00, 0.00, 4,000.00");
    CHECK(held("on = 2025-03-02\nover = \"12 months\"\n") == "0.00, 0.00, 4,000.00");
    CHECK(held("on = 2025-03-03\nover = \"12 months\"\n") == "1,000.00, 0.00, 4,000.00");
}

TEST_CASE("figures that cannot be counted are refused, each part of them") {
    const auto usd = [](std::int64_t cents) { return Money{cents, *quantity::Currency::of("USD")}; };
    const auto with = [](const std::string& text, auto edit) {
        auto offer = offers::read(head + text);
        edit(offer);
        return figures_of(offer);
    };
    const std::string pay = "[base]\nsalary = 1\n[bonus]\namount = 1\n[[sign_on]]\namount = 1\n";
    CHECK(with(pay, [&](model::Offer& offer) {
              offer.base->rate.value = usd(4'000'000'000'000'000'000);
          }).ends_with(".00"));
    // The salary itself, the year with its bonus, everything with the sign-on.
    CHECK(with(pay, [&](model::Offer& offer) {
              offer.base->rate.value = usd(4'000'000'000'000'000'000);
              offer.base->units_per_year = Fraction{3};
          }) == "overflow");
    CHECK(with(pay, [&](model::Offer& offer) {
              offer.base->rate.value = usd(4'000'000'000'000'000'000);
              offer.bonuses.front().target = usd(4'000'000'000'000'000'000);
          }) == "overflow");
    CHECK(with(pay, [&](model::Offer& offer) {
              offer.base->rate.value = usd(3'000'000'000'000'000'000);
              offer.sign_ons.front().amount.value = usd(3'000'000'000'000'000'000);
          }) == "overflow");
    // Of a grant that vests over twenty years a year can be counted, and all of it cannot.
    CHECK(with(priced + "[[grant]]\nquantity = 4\nvesting = { over = \"20 years\" }\n", [](model::Offer& offer) {
              offer.grants.front().amount = model::QuantityGrant{6'000'000'000'000'000};
          }) == "overflow");
    CHECK(with(priced + "[[grant]]\nquantity = 4\nvesting = { over = \"20 years\" }\n", [](model::Offer& offer) {
              offer.grants.front().amount = model::QuantityGrant{60'000'000'000'000'000};
          }) == "overflow");
}

TEST_CASE(
    "a rate, a price or a schedule that is missing refuses the figures, and in won they are what they are worth") {
    const std::string pay = "[base]\nsalary = 1_000\n[[sign_on]]\namount = 400\n";
    const std::string rate = "[fx]\nas_of = 2026-01-01\n\"USD/KRW\" = 1_000\n";
    CHECK(figures_of(pay, "KRW") == "no-exchange-rate");
    CHECK(figures_of(rate + pay, "KRW") == "1,100,000, 1,000,000, 1,400,000");
    CHECK(figures_of("[[grant]]\nvalue = 1_000\nvesting = { over = \"4 years\" }\n") == "no-price");
    // Ten won a cent.
    auto offer = offers::read(head + rate + pay);
    offer.sign_ons.front().amount.value = {1'000'000'000'000'000'000, offer.currency};
    CHECK(figures_of(offer, "KRW") == "overflow");
}
