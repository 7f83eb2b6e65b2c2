// What a company is worth, as screens say it.

#include <offerkit/report/words/exits.hpp>

#include "support/catch.hpp"

using offerkit::quantity::Currency;
using offerkit::quantity::Money;
using offerkit::report::company_value_text;

TEST_CASE("what a company is worth is said to three digits, in millions or billions") {
    const auto said = [](std::int64_t dollars) {
        return company_value_text(Money{dollars * 100, *Currency::of("USD")});
    };
    CHECK(said(999'999) == "999,999");
    CHECK(said(1'000'000) == "1 million");
    CHECK(said(58'540'000) == "58.5 million");
    CHECK(said(235'812'345) == "236 million");
    CHECK(said(1'000'000'000) == "1 billion");
    CHECK(said(1'236'000'000) == "1.24 billion");
    CHECK(said(58'535'900'000) == "58.5 billion");
    CHECK(said(2'400'000'000'000) == "2,400 billion");
}
