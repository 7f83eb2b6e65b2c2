// Dates that name numbers of shares: they add up to what is granted, or the difference is told.

#include <limits>
#include <string>
#include <vector>

#include <offerkit/timeline/dated_quantities.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

struct Told {
    bool whole = false;
    std::string message{};
    std::string help{};
};

/// Of a grant of 1,000 shares.
Told told(const std::vector<std::optional<std::int64_t>>& quantities) {
    model::VestingTerms terms;
    for (const auto& quantity : quantities) {
        terms.dates.push_back({.date = offers::date(2027, 1, 1), .portion = {}, .quantity = quantity});
    }
    diagnostic::Diagnostics diagnostics;
    const auto start = offers::date(2026, 1, 1);
    const bool whole = timeline::gives_whole_grant(
        {.vesting = terms, .quantity = 1'000, .start = start, .grant_date = start}, diagnostics);
    CHECK(whole == diagnostics.all().empty());
    return whole ? Told{true, {}, {}} : Told{false, diagnostics.all()[0].message, diagnostics.all()[0].help};
}

}  // namespace

TEST_CASE("quantities that add up to the grant say nothing, and neither do portions") {
    CHECK(told({400, 600}).whole);
    CHECK(told({1'000}).whole);
    CHECK(told({std::nullopt, std::nullopt}).whole);
    CHECK(told({}).whole);
}

TEST_CASE("what is missing or too much is told with its number") {
    CHECK(told({400, 599}).message == "the quantities add up to 999, but the grant is of 1,000");
    CHECK(told({400, 599}).help == "1 is missing: add it to a date, or change what is granted");
    CHECK(told({400, 598}).help == "2 are missing: add them to a date, or change what is granted");
    CHECK(told({400, 601}).help == "1 is too much: take it off a date, or change what is granted");
    CHECK(told({400, 2'602}).help == "2,002 are too many: take them off a date, or change what is granted");
    CHECK(told({0}).help == "1,000 are missing: add them to a date, or change what is granted");
}

TEST_CASE("quantities beyond every count are told as such, wherever the sum leaves it") {
    const auto most = std::numeric_limits<std::int64_t>::max();
    const std::string beyond = "the quantities add up to more than can be counted";
    CHECK(told({most, 1}).message == beyond);
    CHECK(told({most, 1, 5'000}).message == beyond);
    CHECK(told({most, most, 1'002}).message == beyond);
    CHECK(told({most}).message == "the quantities add up to 9,223,372,036,854,775,807, but the grant is of 1,000");
}
