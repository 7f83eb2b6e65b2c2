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
