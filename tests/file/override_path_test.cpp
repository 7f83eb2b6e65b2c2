// Where a setting leads: the steps of its path.

#include <string>

#include <offerkit/file/override_path.hpp>

#include "support/catch.hpp"

using offerkit::file::parse_override_path;
using offerkit::file::path_text;

namespace {

/// The steps with a mark between them, places in brackets; "-" for what is no path.
std::string steps(const std::string& path) {
    const auto parsed = parse_override_path(path);
    if (!parsed) {
        return "-";
    }
    std::string text;
    for (const auto& step : *parsed) {
        text += (text.empty() ? "" : "|") + (step.index ? "[" + std::to_string(*step.index) + "]" : step.name);
    }
    return text;
}

}  // namespace

TEST_CASE("a path is names joined by dots, with places in brackets behind them") {
    CHECK(steps("role") == "role");
    CHECK(steps("base.salary") == "base|salary");
    CHECK(steps("sign_on[0].amount") == "sign_on|[0]|amount");
    CHECK(steps("a[12][3]") == "a|[12]|[3]");
    CHECK(steps("a[0][1].b[2]") == "a|[0]|[1]|b|[2]");
    CHECK(steps("grant.new-hire.value") == "grant|new-hire|value");
    CHECK(steps("fx.EUR/USD") == "fx|EUR/USD");
    CHECK(steps("x") == "x");
}

TEST_CASE("a name in quotation marks may hold dots and brackets") {
    CHECK(steps("fx.\"EUR/USD\"") == "fx|EUR/USD");
    CHECK(steps("\"a.b\".c") == "a.b|c");
    CHECK(steps("a.\"b[0]\"[1]") == "a|b[0]|[1]");
    CHECK(steps("a.\"x\"") == "a|x");
    CHECK(steps("a.\"\"") == "-");
    CHECK(steps("\"a") == "-");
    CHECK(steps("\"") == "-");
    CHECK(steps("\"a\"b") == "-");
    CHECK(steps("\"a\"\"b\"") == "-");
}

TEST_CASE("a place is a whole number up to 100,000 behind a name") {
    CHECK(steps("a[100000]") == "a|[100000]");
    CHECK(steps("a[100001]") == "-");
    CHECK(steps("a[]") == "-");
    CHECK(steps("a[") == "-");
    CHECK(steps("a[0") == "-");
    CHECK(steps("a[0x]") == "-");
    CHECK(steps("a[ 0]") == "-");
    CHECK(steps("[0]") == "-");
    CHECK(steps("a.[0]") == "-");
    CHECK(steps("a[0]b") == "-");
    CHECK(steps("a[0]\"b\"") == "-");
}

TEST_CASE("a path neither begins nor ends with a dot, nor holds two of them") {
    for (const std::string path : {"", ".", ".a", "a.", "a..b", "a[0].", "a[0]..b"}) {
        CAPTURE(path);
        CHECK(steps(path) == "-");
    }
}

TEST_CASE("a path has 64 steps at most") {
    const auto of = [](int names) {
        std::string path = "a";
        for (int i = 1; i < names; ++i) {
            path += ".a";
        }
        return parse_override_path(path);
    };
    REQUIRE(of(64).has_value());
    CHECK(of(64)->size() == 64);
    CHECK_FALSE(of(65).has_value());
}

TEST_CASE("a path is shown as it was written, up to any of its steps") {
    const auto path = *parse_override_path("a.b[3].c");
    CHECK(path_text(path, 0) == "a");
    CHECK(path_text(path, 1) == "a.b");
    CHECK(path_text(path, 2) == "a.b[3]");
    CHECK(path_text(path, 3) == "a.b[3].c");
    CHECK(path_text(path, 9) == "a.b[3].c");
}
