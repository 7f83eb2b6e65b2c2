#include <offerkit/authoring/toml.hpp>
#include "support/catch.hpp"

using namespace offerkit;
namespace toml = offerkit::authoring::toml;

TEST_CASE("texts and keys are quoted so that TOML reads them back") {
    CHECK(toml::text("plain") == "\"plain\"");
    CHECK(toml::text("a \"b\" \\ c") == R"("a \"b\" \\ c")");
    CHECK(toml::key("personal_growth-2") == "personal_growth-2");
    CHECK(toml::key("two words") == "\"two words\"");
    CHECK(toml::key("") == "\"\"");
}

TEST_CASE("numbers, amounts and rates are written exactly") {
    CHECK(toml::number(*quantity::parse_decimal("150000")) == "150_000");
    CHECK(toml::number(*quantity::parse_decimal("-0.000000000001")) == "-0.000000000001");
    CHECK(toml::amount({15'000'050, *quantity::Currency::of("USD")}) == "150_000.50");
    CHECK(toml::rate(*quantity::Rate::of(132, 1000)) == "\"13.2%\"");
    CHECK(toml::rate(*quantity::Rate::of(1, 3)) == "\"1/3\"");
    CHECK(toml::rate(quantity::Rate{0}) == "\"0%\"");
}

TEST_CASE("each form of a rating is written as a file has it") {
    const quantity::Number five{5};
    CHECK(toml::rating({"f", five, {}}) == "5");
    CHECK(toml::rating({"f", model::UnknownRating{}, {}}) == "\"unknown\"");
    CHECK(toml::rating({"f", model::RangeRating{five, five, quantity::Number{9}}, {}}) ==
          "{ low = 5, likely = 5, high = 9 }");
    CHECK(toml::rating({"f", model::ConditionRating{*quantity::Rate::of(7, 10)}, {}}) == "{ chance = \"70%\" }");
    CHECK(toml::rating({"f", model::ConditionRating{*quantity::Rate::of(1, 3), quantity::Number{9}, five}, {}}) ==
          "{ chance = \"1/3\", met = 9, unmet = 5 }");
}
