// Rates and their inverses, over a third currency, and rates that contradict each other (docs/numbers.md,
// "Currencies").

#include <offerkit/value/exchange.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using quantity::Currency;
using quantity::Number;

namespace {

Currency of(const char* code) { return *Currency::of(code); }

model::FxRate rate(const char* base, const char* quote, std::int64_t top, std::int64_t bottom = 1) {
    return {of(base), of(quote), *Number::of(top, bottom), {}};
}

std::optional<Number> found(const model::FxTable& table, const char* from, const char* to) {
    diagnostic::Diagnostics diagnostics;
    const std::vector<value::RateSource> sources{{&table, "here"}};
    const auto conversion = value::find_conversion(of(from), of(to), sources, {}, diagnostics);
    return conversion ? std::optional{conversion->rate} : std::nullopt;
}

std::size_t warnings(const model::FxTable& table) {
    diagnostic::Diagnostics diagnostics;
    value::review_rates(table, diagnostics);
    return diagnostics.all().size();
}

}  // namespace

TEST_CASE("a rate serves both ways round, whichever of several it is") {
    const model::FxTable table{{rate("EUR", "USD", 5, 4), rate("GBP", "USD", 3, 2), rate("CHF", "EUR", 2)}, {}};
    CHECK(found(table, "EUR", "USD") == *Number::of(5, 4));
    CHECK(found(table, "USD", "EUR") == *Number::of(4, 5));
    CHECK(found(table, "USD", "GBP") == *Number::of(2, 3));
    CHECK(found(table, "EUR", "CHF") == *Number::of(1, 2));
    CHECK_FALSE(found(table, "JPY", "USD").has_value());
}

TEST_CASE("over one third currency, never over two") {
    const model::FxTable table{{rate("EUR", "USD", 5, 4), rate("GBP", "USD", 3, 2), rate("CHF", "EUR", 2)}, {}};
    CHECK(found(table, "EUR", "GBP") == *Number::of(5, 6));
    CHECK(found(table, "USD", "CHF") == *Number::of(2, 5));
    CHECK_FALSE(found(table, "CHF", "GBP").has_value());
}

TEST_CASE("a stated rate goes before the inverse of another") {
    const model::FxTable table{{rate("USD", "EUR", 5), rate("EUR", "USD", 11, 10)}, {}};
    CHECK(found(table, "EUR", "USD") == *Number::of(11, 10));
    CHECK(found(table, "USD", "EUR") == Number{5});
}

TEST_CASE("rates that contradict each other are warned of, rounded inverses are not") {
    CHECK(warnings({{rate("EUR", "USD", 11, 10), rate("USD", "EUR", 5)}, {}}) == 1);
    CHECK(warnings({{rate("EUR", "USD", 11, 10), rate("USD", "EUR", 91, 100)}, {}}) == 0);
    CHECK(warnings({{rate("EUR", "USD", 11, 10), rate("EUR", "USD", 12, 10)}, {}}) == 1);
    CHECK(warnings({{rate("EUR", "USD", 11, 10), rate("GBP", "EUR", 5)}, {}}) == 0);
}

TEST_CASE("three thousand rates are looked through in one pass each") {
    model::FxTable table;
    const auto codes = quantity::currency_codes();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        for (std::size_t j = 0; j < codes.size(); ++j) {
            if (i != j && codes[i] != "USD" && codes[j] != "USD") {
                table.rates.push_back(
                    {of(std::string(codes[i]).c_str()), of(std::string(codes[j]).c_str()), Number{1}, {}});
            }
        }
    }
    table.rates.push_back(rate("EUR", "USD", 2));
    CHECK(found(table, "JPY", "USD") == Number{2});
}
