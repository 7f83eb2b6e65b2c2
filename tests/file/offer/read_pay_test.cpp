// Pay, bonuses and benefits as letters may state them, and the bounds of each, told where it stands.

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

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

TEST_CASE("pay has one basis, and so many units of it make a year") {
    CHECK(read_base("salary = 100\n").basis == model::Base::Basis::salary);
    CHECK(read_base("salary = 100\n").units_per_year == Fraction{1});
    CHECK(read_base("monthly = 100\n").basis == model::Base::Basis::monthly);
    CHECK(read_base("monthly = 100\n").units_per_year == Fraction{12});
    CHECK(read_base("hourly = 100\n").basis == model::Base::Basis::hourly);
    // 40 hours in 52 weeks, and 220 days, where nothing else is said.
    CHECK(read_base("hourly = 100\n").units_per_year == Fraction{2'080});
    CHECK(read_base("daily = 100\n").basis == model::Base::Basis::daily);
    CHECK(read_base("daily = 100\n").units_per_year == Fraction{220});
    CHECK(read_base("daily = 100\ndays_per_year = 0.5\n").units_per_year == *Fraction::of(1, 2));
    CHECK(quantity::to_plain(read_base("daily = 100\n").rate.value) == "100");
    CHECK(base("daily = 100\ndays_per_year = 366.1\n").only("6:17 bad-number"));
    CHECK(base("daily = -1\n").only("5:9 bad-money"));
    for (const std::string key : {"weeks_per_year = 50", "overtime = { hours_per_week = 4 }", "months = 13",
                                  "extra_paid = [6]", "days_per_year = 200"}) {
        CAPTURE(key);
        CHECK(base("salary = 100\n" + key + "\n").only("6:1 out-of-place"));
    }
    CHECK(base("monthly = 100\ndays_per_year = 200\n").only("6:1 out-of-place"));
    CHECK(base("hourly = 100\nmonths = 13\n").only("6:1 out-of-place"));
}

TEST_CASE("hours that cannot be multiplied exactly are refused where they stand") {
    CHECK(base("hourly = 50\nhours_per_week = 37.1234567890123456\nweeks_per_year = 51.9876543210987654\n")
              .only("6:18 bad-number"));
    CHECK(base("hourly = 50\nhours_per_week = 40\novertime = { hours_per_week = 4.12345678901234567, rate = "
               "\"133.3333333333333%\" }\n")
              .only("7:31 bad-number"));
    CHECK(base("hourly = 50\novertime = { hours_per_week = 0 }\n").only("6:31 bad-number"));
    CHECK(base("hourly = 50\novertime = { hours_per_week = 169 }\n").only("6:31 bad-number"));
    CHECK(base("hourly = 50\novertime = { hours_per_week = 4, rate = \"abc\" }\n").only("6:41 bad-rate"));
    CHECK_FALSE(read_base("hourly = 50\n").overtime);
    // 10 more hours of 37.5 at the same pay, in 50 weeks.
    const auto plain =
        read_base("hourly = 50\nhours_per_week = 37.5\nweeks_per_year = 50\novertime = { hours_per_week = 10 }\n");
    CHECK(plain.overtime->units_per_year == Fraction{500});
    CHECK(plain.overtime->of_base == *Fraction::of(4, 15));
}

TEST_CASE("pay beyond twelve months comes in December where no month is named, which is said") {
    const auto assumed = [](const std::string& keys) {
        const auto outcome = base(keys);
        REQUIRE(outcome.offer.has_value());
        const auto& all = outcome.offer->assumptions;
        const auto found =
            std::find_if(all.begin(), all.end(), [](const auto& one) { return one.key == "base.extra_paid"; });
        return found == all.end() ? "-" : found->value;
    };
    CHECK(assumed("monthly = 100\nmonths = 13\n") == "12");
    CHECK(read_base("monthly = 100\nmonths = 13\n").extra->paid_in == std::vector<int>{12});
    CHECK(assumed("monthly = 100\nmonths = 13\nextra_paid = [6]\n") == "-");
    CHECK(assumed("monthly = 100\nmonths = 12\n") == "-");
    CHECK(read_base("monthly = 100\nmonths = 14\nextra_paid = 6\n").extra->paid_in == std::vector<int>{6});
    CHECK(base("monthly = 100\nmonths = 14\nextra_paid = [0]\n").only("7:15 bad-number"));
    CHECK(base("monthly = 100\nmonths = 14\nextra_paid = [13]\n").only("7:15 bad-number"));
    CHECK(base("monthly = 100\nmonths = \"13\"\n").only("6:10 wrong-type"));
}

TEST_CASE("a raise is stated, or none is, and dated changes go by their days") {
    CHECK(read_base("salary = 100\nraise = \"0%\"\n").raise_stated);
    CHECK_FALSE(read_base("salary = 100\n").raise_stated);
    const auto changed = read_base(
        "salary = 100\nas_of = 2026-01-01\n[[base.change]]\non = 2028-03-02\nsalary = 120\n[[base.change]]\non = "
        "2027-03-02\nsalary = 110\n");
    CHECK(changed.as_of->value == *calendar::Date::of(2026, 1, 1));
    REQUIRE(changed.changes.size() == 2);
    CHECK(changed.changes[0].on == calendar::Date::of(2027, 3, 2));
    CHECK(quantity::to_plain(changed.changes[0].salary.value) == "110");
    CHECK(base("salary = 100\n[[base.change]]\non = 2028-03-02\n").only("6:1 missing-key"));
    CHECK(base("salary = 100\n[[base.change]]\nsalary = 120\n").only("6:1 missing-key"));
}

TEST_CASE("a sign-on is paid on a day, or some time after the first one") {
    const auto sign_on = [](const std::string& keys) {
        const auto outcome = offer(with_top("[[sign_on]]\namount = 10\n" + keys));
        REQUIRE(outcome.problems.empty());
        return outcome.offer->sign_ons.at(0);
    };
    CHECK(std::get<calendar::Period>(sign_on("").when).is_zero());
    CHECK(sign_on("").name == "Sign-on");
    CHECK(std::get<calendar::Period>(sign_on("after = \"3 months\"\n").when) == calendar::Period::months(3));
    CHECK(std::get<calendar::Date>(sign_on("on = 2026-06-01\n").when) == *calendar::Date::of(2026, 6, 1));
    CHECK(quantity::to_plain(sign_on("").amount.value) == "10");
    CHECK_FALSE(sign_on("").clawback);
    CHECK_FALSE(sign_on("").over);
    CHECK(offer(with_top("[[sign_on]]\non = 2026-06-01\n")).only("4:1 missing-key"));
    // Of two that exclude each other both are read for what is wrong in them.
    CHECK(offer(with_top("[[sign_on]]\namount = 10\non = 2026-06-01\nafter = \"soon\"\n")).problems.size() == 2);
}

TEST_CASE("sign-ons of 100,000 payments together are read, and one more is told once") {
    const auto many = [](int months, const std::string& rest) {
        std::string text;
        for (int i = 0; i < 100; ++i) {
            text += "[[sign_on]]\namount = 10\nover = \"" + std::to_string(months) + " months\"\n";
        }
        return offer(with_top(text + rest));
    };
    CHECK(many(1'000, "").problems.empty());
    // Behind line 3 and a hundred of three lines each: one payment more.
    CHECK(many(1'000, "[[sign_on]]\namount = 10\n").only("304:1 schedule-too-long"));
    CHECK(many(1'000, "[[sign_on]]\namount = 10\n[[sign_on]]\namount = 10\n").only("304:1 schedule-too-long"));
    CHECK(many(999, "[[sign_on]]\namount = 10\n").problems.empty());
}

TEST_CASE("a cost has a name and an amount, and comes every year unless it comes once") {
    const auto costs = [](const std::string& keys) { return offer(with_top("[[cost]]\n" + keys)); };
    const auto read = costs("name = \"Move\"\namount = 8_000\n[[cost]]\nname = \"Rent\"\namount = 5\nonce = true\n");
    REQUIRE(read.problems.empty());
    REQUIRE(read.offer->costs.size() == 2);
    CHECK(read.offer->costs[0].name == "Move");
    CHECK_FALSE(read.offer->costs[0].once);
    CHECK(read.offer->costs[1].once);
    CHECK(costs("name = \"Move\"\n").only("4:1 missing-key"));
    CHECK(costs("amount = 5\n").only("4:1 missing-key"));
    CHECK(costs("name = \"Move\"\namount = 5\nonce = 1\n").only("7:8 wrong-type"));
}
