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

TEST_CASE("two rates of a pair contradict each other from one percent apart on, whichever of them is the larger") {
    const auto twice = [](std::int64_t first, std::int64_t second) {
        return warnings({{rate("EUR", "USD", first, 10'000), rate("EUR", "USD", second, 10'000)}, {}});
    };
    CHECK(twice(10'000, 10'099) == 0);
    CHECK(twice(10'000, 10'101) == 1);
    CHECK(twice(10'000, 9'901) == 0);
    CHECK(twice(10'000, 9'899) == 1);
    const auto inverse = [](std::int64_t second) {
        return warnings({{rate("EUR", "USD", 2), rate("USD", "EUR", second, 10'000)}, {}});
    };
    CHECK(inverse(5'049) == 0);
    CHECK(inverse(5'051) == 1);
    CHECK(inverse(4'951) == 0);
    CHECK(inverse(4'949) == 1);
}

TEST_CASE("each rate is held against the first of its pair, and told by both") {
    CHECK(warnings({{rate("EUR", "USD", 1), rate("EUR", "USD", 2), rate("EUR", "USD", 2)}, {}}) == 2);
    CHECK(warnings({{rate("EUR", "USD", 2), rate("USD", "EUR", 1), rate("USD", "EUR", 1)}, {}}) == 1);
    diagnostic::Diagnostics diagnostics;
    value::review_rates({{rate("EUR", "USD", 11, 10), rate("USD", "EUR", 5)}, {}}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].message == "USD/EUR = 5 contradicts EUR/USD = 1.1");
}
