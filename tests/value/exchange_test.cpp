// Which rate turns one currency into another: docs/numbers.md, "Currencies".

#include <string>
#include <vector>

#include <offerkit/value/exchange.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::FxRate;
using model::FxTable;
using quantity::Currency;
using quantity::Fraction;

namespace {

Currency currency(const char* code) { return *Currency::of(code); }

FxRate rate(const char* base, const char* quote, std::int64_t over, std::int64_t under = 1) {
    return {currency(base), currency(quote), *Fraction::of(over, under), {}};
}

/// The rate found, as an exact fraction, or "none".
std::string found(const char* from, const char* to, const std::vector<FxTable>& tables) {
    std::vector<value::RateSource> sources;
    for (const auto& table : tables) {
        sources.push_back({&table, "here"});
    }
    diagnostic::Diagnostics diagnostics;
    const auto conversion = value::find_conversion(currency(from), currency(to), sources, {}, diagnostics);
    CHECK(conversion.has_value() != diagnostics.has_errors());
    return conversion ? to_ratio(conversion->rate) : "none";
}

}  // namespace

TEST_CASE("the inverse of a rate is that of its own pair, wherever it stands among others") {
    const FxTable several{{rate("EUR", "USD", 11, 10), rate("GBP", "USD", 5, 4), rate("CHF", "EUR", 21, 20)}, {}};
    CHECK(found("USD", "GBP", {several}) == "4/5");
    CHECK(found("USD", "EUR", {several}) == "10/11");
    CHECK(found("EUR", "CHF", {several}) == "20/21");
    CHECK(found("GBP", "USD", {several}) == "5/4");
    // Over one third currency, both ways inverse where they have to be.
    CHECK(found("GBP", "EUR", {several}) == "25/22");
    CHECK(found("USD", "CHF", {several}) == "200/231");
    CHECK(found("USD", "JPY", {several}) == "none");
}

TEST_CASE("a stated rate goes before the inverse of another, and one source before the next") {
    CHECK(found("USD", "EUR", {FxTable{{rate("EUR", "USD", 5, 4), rate("USD", "EUR", 9, 10)}, {}}}) == "9/10");
    CHECK(found("USD", "EUR", {FxTable{{rate("GBP", "USD", 5, 4)}, {}}, FxTable{{rate("EUR", "USD", 5, 4)}, {}}}) ==
          "4/5");
    CHECK(found("USD", "EUR", {FxTable{{rate("EUR", "USD", 2, 1)}, {}}, FxTable{{rate("USD", "EUR", 9, 10)}, {}}}) ==
          "1/2");
}

TEST_CASE("a rate of nothing is no rate, and neither is what it would lead over") {
    CHECK(found("USD", "EUR", {FxTable{{rate("USD", "EUR", 1, 2)}, {}}}) == "1/2");
    CHECK(found("USD", "EUR", {FxTable{{rate("USD", "EUR", 0)}, {}}}) == "none");
    CHECK(found("EUR", "USD", {FxTable{{rate("USD", "EUR", 0)}, {}}}) == "none");
    CHECK(found("USD", "EUR", {FxTable{{rate("USD", "EUR", 0), rate("EUR", "USD", 2)}, {}}}) == "1/2");
    CHECK(found("USD", "EUR", {FxTable{{rate("USD", "GBP", 0), rate("GBP", "EUR", 2)}, {}}}) == "none");
}

TEST_CASE("of a pair given twice the first counts, and the first way over a third currency that the table names") {
    CHECK(found("USD", "EUR", {FxTable{{rate("USD", "EUR", 2), rate("USD", "EUR", 3)}, {}}}) == "2");
    CHECK(found("USD", "EUR",
                {FxTable{{rate("USD", "GBP", 2), rate("USD", "CHF", 3), rate("CHF", "EUR", 5), rate("GBP", "EUR", 7)},
                         {}}}) == "14");
}

TEST_CASE("an amount is converted by its smallest units, in one rounding") {
    const value::Conversion to_yen{currency("USD"), currency("JPY"), *Fraction::of(30'001, 200), {}, {}};
    CHECK(to_plain(*to_yen.apply({12'345, currency("USD")})) == "18518");  // 123.45 x 150.005 = 18,518.117
    const value::Conversion back{currency("JPY"), currency("USD"), *Fraction::of(1, 150), {}, {}};
    CHECK(to_plain(*back.apply({100, currency("JPY")})) == "0.67");
    const value::Conversion none{currency("USD"), currency("USD"), Fraction{1}, {}, {}};
    CHECK(to_plain(*none.apply({5, currency("USD")})) == "0.05");
    const value::Conversion large{currency("USD"), currency("JPY"), Fraction{1'000'000'000'000}, {}, {}};
    CHECK_FALSE(large.apply({1'000'000'000'000'000, currency("USD")}));
}

TEST_CASE("a rate tells its file and the day it is of, and is looked for once") {
    const FxTable table{{rate("EUR", "USD", 2)}, offers::date(2026, 1, 2)};
    const std::vector<value::RateSource> sources{{&table, "rates.toml"}};
    value::Exchange exchange{currency("USD"), sources};
    diagnostic::Diagnostics diagnostics;
    CHECK(exchange.find(currency("EUR"), {}, diagnostics));
    CHECK(exchange.find(currency("EUR"), {}, diagnostics));
    CHECK(exchange.find(currency("USD"), {}, diagnostics));
    CHECK(diagnostics.all().empty());
    CHECK_FALSE(exchange.find(currency("GBP"), {}, diagnostics));
    CHECK(diagnostics.all().size() == 1);
    REQUIRE(exchange.used().size() == 2);
    CHECK(exchange.used()[0].origin == "rates.toml, 2026-01-02");
    CHECK(exchange.used()[1].origin.empty());
    CHECK(exchange.from(currency("EUR")).rate == Fraction{2});
}
