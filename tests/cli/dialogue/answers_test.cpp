#include <string>

#include <cli/dialogue/answers.hpp>
#include "support/catch.hpp"

using namespace offerkit;
namespace answers = offerkit::cli::answers;

namespace {

const auto usd = *quantity::Currency::of("USD");

std::string rated(const std::string& answer, const model::Scale& scale = {}) {
    const model::Factor factor{.id = "f", .scale = scale};
    const auto rating = answers::rating(answer, factor);
    return rating ? answers::answer_of(*rating) : rating.error().message;
}

}  // namespace

TEST_CASE("amounts are answered as people write them, when that is not ambiguous") {
    for (const char* text :
         {"150000", "150_000", "150,000", "150,000.00", "150k", "150K", "$150,000", "$150k", "USD 150,000", "150k usd",
          "0.15m", "150.000k", "1.5e5", "150'000", "150 000", "150.000,00", "150k a year"}) {
        CAPTURE(text);
        CHECK(answers::amount(text, usd) == quantity::Money(15'000'000, usd));
    }
    CHECK(answers::amount("1,234,567.89", usd) == quantity::Money(123'456'789, usd));
    CHECK(answers::amount("150,25", usd) == quantity::Money(15'025, usd));
    for (const char* text : {"", "15,0000", "1500,000", ",150", "150,", "-5", "1e-5", "k", "$", "\u20ac150", "EUR 150",
                             "1.2345678k", "9999999999999k", "-1k", "150kk", "$$5", "1.234", "1,2.3"}) {
        CAPTURE(text);
        CHECK_FALSE(answers::amount(text, usd));
    }
    CHECK_FALSE(answers::amount("10.5", *quantity::Currency::of("JPY")));
    CHECK(answers::amount("\u20ac90k", *quantity::Currency::of("EUR")));
    CHECK(answers::amount("$90k", *quantity::Currency::of("CAD")));
    CHECK_FALSE(answers::amount("$90k", *quantity::Currency::of("GBP")));
}

TEST_CASE("a rating is a number, a range, a chance with or without its levels, or unknown") {
    for (const char* text : {"8", "7.5", "5 7 9", "70%", "60% 9 4", "unknown"}) {
        CHECK(rated(text) == text);
    }
    CHECK(rated("5-8") == "5 6.5 8");
    CHECK(rated("5..8") == "5 6.5 8");
    CHECK(rated("5\u20138") == "5 6.5 8");
    CHECK(rated("-2-4", {quantity::Number{-5}, quantity::Number{5}, {}}) == "-2 1 4");
    CHECK(rated("  5   5  5 ") == "5 5 5");
    CHECK(rated("0", {quantity::Number{10}, quantity::Number{0}, {}}) == "0");
}

TEST_CASE("a rating outside its scale, or out of order, is no rating") {
    CHECK(rated("11") == "`11` is not between 0 and 10");
    CHECK(rated("11", {quantity::Number{10}, quantity::Number{0}, {}}) == "`11` is not between 0 and 10");
    CHECK(rated("5 7 11") == "`11` is not between 0 and 10");
    CHECK(rated("9 7 5") == "the three numbers are low, likely and high, in this order");
    CHECK(rated("5 7") == "`5 7` is not a rating");
    CHECK(rated("8-5") == "`8-5` goes down");
    CHECK(rated("5-11") == "`11` is not between 0 and 10");
    CHECK(rated("0.000000000000000001-0.000000000000000002").ends_with("has too many digits"));
    CHECK(rated("101%") == "`101%` is not a chance");
    CHECK(rated("good") == "`good` is not a number");
}

TEST_CASE("currencies are answered in any letters, and misspelt ones get a hint") {
    CHECK(answers::currency("eur")->code() == "EUR");
    CHECK_FALSE(answers::currency("euro"));
    CHECK(answers::currency("USDD").error().help == "did you mean `USD`?");
}
