#include <offerkit/report/product/datum.hpp>

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/report/product/sheet.hpp>

#include "support/catch.hpp"

using namespace offerkit::report;
using offerkit::calendar::Date;
using offerkit::quantity::Currency;
using offerkit::quantity::Fraction;
using offerkit::quantity::Money;
using offerkit::quantity::Price;
using offerkit::quantity::Shares;

namespace {

Currency usd() { return *Currency::of("USD"); }

}  // namespace

TEST_CASE("a datum knows its type and writes itself exactly") {
    struct Case {
        Datum datum;
        Datum::Kind kind;
        std::string plain;
    };
    const std::vector<Case> cases{
        {{}, Datum::Kind::empty, ""},
        {"007", Datum::Kind::text, "007"},
        {Datum::number("170.50"), Datum::Kind::number, "170.5"},
        {Money(18'200'050, usd()), Datum::Kind::money, "182000.5"},
        {Price(8'734'000'000, usd()), Datum::Kind::price, "0.8734"},
        {Shares(*Fraction::of(9, 2)), Datum::Kind::shares, "4.5"},
        {*Fraction::of(3, 20), Datum::Kind::rate, "0.15"},
        {*Fraction::of(1, 3), Datum::Kind::rate, "0.333333333333"},
        {-12, Datum::Kind::count, "-12"},
        {0.1 + 0.2, Datum::Kind::estimate, "0.3"},
        {*offerkit::calendar::parse_date("2026-03-02"), Datum::Kind::date, "2026-03-02"},
    };
    for (const auto& [datum, kind, plain] : cases) {
        CAPTURE(plain);
        CHECK(datum.kind() == kind);
        CHECK(datum.plain() == plain);
        CHECK(datum.is_empty() == (kind == Datum::Kind::empty));
        CHECK(datum.is_number() ==
              (kind != Datum::Kind::empty && kind != Datum::Kind::text && kind != Datum::Kind::date));
    }
}

TEST_CASE("a value that does not exist is an empty datum and a null document") {
    CHECK(Datum(std::optional<Money>()).is_empty());
    CHECK(Datum(std::optional<Money>(Money(100, usd()))).plain() == "1");
    CHECK(Datum(std::numeric_limits<double>::infinity()).is_empty());
    CHECK(document_of(std::optional<Money>()).is_null());
    CHECK(document_of(std::optional<Money>(Money(150, usd()))) == Document::number("1.5"));
    CHECK(document_of(std::optional<int>(3)) == Document(3));
    CHECK(text_or_null("").is_null());
    CHECK(text_or_null("a") == Document("a"));
}

TEST_CASE("an array is made of a range, element by element") {
    const std::vector<int> numbers{1, 2};
    CHECK(array_of(numbers) == Document::array({1, 2}));
    CHECK(array_of(numbers, [](int n) { return Document::object({{"n", n}}); }) ==
          Document::array({Document::object({{"n", 1}}), Document::object({{"n", 2}})}));
    CHECK(array_of(std::vector<Money>{Money(250, usd())}) == Document::array({Document::number("2.5")}));
    CHECK(array_of(std::vector<std::string>{}) == Document::array());
}
