// Pay, bonuses and benefits as letters may state them, and the bounds of each, told where it stands.

#include <string>

#include <support/catch.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using quantity::Fraction;
using reading::offer;
using reading::with_top;

namespace {

reading::Outcome base(const std::string& keys) { return offer(with_top("[base]\n" + keys)); }

model::Base read_base(const std::string& keys) {
    const auto outcome = base(keys);
    CAPTURE(keys, outcome.problems);
    REQUIRE(outcome.offer);
    REQUIRE(outcome.offer->base);
    return *outcome.offer->base;
}

}  // namespace

TEST_CASE("pay by the hour counts the hours of a year, and overtime its part of them") {
    CHECK(read_base("hourly = 50\nhours_per_week = 40\nweeks_per_year = 52\n").units_per_year == Fraction{2'080});
    const auto over = read_base(
        "hourly = 50\nhours_per_week = 40\nweeks_per_year = 52\novertime = { hours_per_week = 4, rate = \"150%\" }\n");
    REQUIRE(over.overtime);
    // 4 hours at one and a half are 6 of 40.
    CHECK(over.overtime->units_per_year == Fraction{312});
    CHECK(over.overtime->of_base == *Fraction::of(6, 40));
    CHECK(base("hourly = 50\nhours_per_week = 168\n").problems.empty());
    CHECK(base("hourly = 50\nhours_per_week = 168.5\n").only("6:18 bad-number"));
    CHECK(base("hourly = 50\nhours_per_week = 0\n").only("6:18 bad-number"));
    CHECK(base("hourly = 50\nweeks_per_year = 53\n").problems.empty());
    CHECK(base("hourly = 50\nweeks_per_year = 53.1\n").only("6:18 bad-number"));
}

TEST_CASE("more than twelve months are paid in months that are named once each") {
    const auto thirteen = read_base("monthly = 5_000\nmonths = 13\n");
    REQUIRE(thirteen.extra);
    CHECK(thirteen.extra->of_salary == *Fraction::of(1, 12));
    CHECK(read_base("monthly = 5_000\nmonths = 24\nextra_paid = [12, 6]\n").extra->paid_in == std::vector<int>{6, 12});
    CHECK(read_base("monthly = 5_000\nmonths = 13.5\n").extra->of_salary == *Fraction::of(1, 8));
    CHECK_FALSE(read_base("monthly = 5_000\nmonths = 12\n").extra);
    CHECK(base("monthly = 5_000\nmonths = 11.9\n").only("6:10 bad-number"));
    CHECK(base("monthly = 5_000\nmonths = 24.1\n").only("6:10 bad-number"));
    CHECK(base("monthly = 5_000\nmonths = 14\nextra_paid = [6, 6]\n").only("7:18 duplicate-id"));
    CHECK(base("monthly = 5_000\nmonths = 12\nextra_paid = [6]\n").only("7:1 out-of-place"));
}

TEST_CASE("a sign-on in parts is paid by the month") {
    const auto over = [](const std::string& period) {
        return offer(with_top("[[sign_on]]\namount = 10\nover = \"" + period + "\"\n"));
    };
    CHECK(over("12 months").problems.empty());
    CHECK(over("1 month").offer->sign_ons.at(0).over == calendar::Period::months(1));
    CHECK(over("0 months").only("6:8 bad-period"));
    CHECK(over("90 days").only("6:8 bad-period"));
}

TEST_CASE("a bonus comes 1, 2, 4 or 12 times a year, and its day fits its year") {
    const auto bonus = [](const std::string& keys) { return offer(with_top("[bonus]\namount = 10\n" + keys)); };
    const auto parts = [&](const std::string& every) {
        const auto outcome = bonus("every = \"" + every + "\"\n");
        REQUIRE(outcome.offer);
        return outcome.offer->bonuses.at(0).parts;
    };
    CHECK(parts("1 month") == 12);
    CHECK(parts("3 months") == 4);
    CHECK(parts("6 months") == 2);
    CHECK(parts("1 year") == 1);
    CHECK(bonus("every = \"2 months\"\n").only("6:9 bad-period"));
    CHECK(bonus("every = \"3 days\"\n").only("6:9 bad-period"));
    CHECK(bonus("paid = \"anniversary\"\n").problems.empty());
    CHECK(bonus("year = \"01-01\"\npaid = \"anniversary\"\n").only("7:8 out-of-place"));
    CHECK(bonus("year = \"01-01\"\npaid = 3\n").problems.empty());
}

TEST_CASE("benefits are bounded, and vest by portions and by service alone") {
    const auto benefits = [](const std::string& keys) { return offer(with_top("[benefits]\n" + keys)); };
    CHECK(benefits("pto_days = 0\n").problems.empty());
    CHECK(benefits("pto_days = 366\n").problems.empty());
    CHECK(benefits("pto_days = 366.5\n").only("5:12 bad-number"));
    CHECK(benefits("pto_days = -1\n").only("5:12 bad-number"));
    const auto plan = [&](const std::string& discount) {
        return benefits("espp = { discount = \"" + discount + "\", contribution = \"10%\" }\n");
    };
    CHECK(plan("99%").problems.empty());
    CHECK(plan("100%").only("5:21 bad-rate"));
    const auto match = [&](const std::string& vesting) {
        return benefits("retirement_match = { rate = \"50%\", up_to = \"6%\", vesting = " + vesting +
                        " }\n[[event]]\nid = \"ipo\"\n");
    };
    CHECK(match("{ over = \"3 years\" }").problems.empty());
    CHECK(match("{ on = [{ date = 2028-01-01, portion = \"100%\" }] }").problems.empty());
    CHECK(match("{ on = [{ date = 2028-01-01, quantity = 5 }] }").only("5:100 out-of-place"));
}
