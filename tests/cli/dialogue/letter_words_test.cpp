#include <string>
#include <vector>

#include <cli/dialogue/letter_words.hpp>
#include <cli/dialogue/vesting_words.hpp>
#include "support/catch.hpp"

using namespace offerkit;
namespace words = offerkit::cli::letter_words;

namespace {

const auto usd = *quantity::Currency::of("USD");
const auto today = *calendar::Date::of(2026, 11, 27);

std::string day_of(const std::string& answer, words::Nearest nearest = words::Nearest::next) {
    const auto day = words::day(answer, today, nearest);
    return day ? to_string(*day) : day.error().message;
}

std::string schedule_of(const std::string& answer) {
    const auto schedule = words::schedule(answer);
    return schedule ? *schedule : schedule.error().message;
}

std::string equity_of(const std::string& answer) {
    const auto equity = words::equity(answer, usd);
    if (!equity) {
        return equity.error().message;
    }
    std::string text = equity->options ? "options" : "";
    for (const auto& one : equity->keys) {
        text += (text.empty() ? "" : " ") + one.key + "=" + one.value;
    }
    return text;
}

}  // namespace

TEST_CASE("a day is read as letters write it, the nearest one where the year is left out") {
    for (const char* text :
         {"2026-12-09", "Dec 9", "December 9", "9 Dec", "Dec. 9th", "December 9, 2026", "9 december 2026"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "2026-12-09");
    }
    CHECK(day_of("Nov 27") == "2026-11-27");
    CHECK(day_of("Nov 26") == "2027-11-26");
    CHECK(day_of("Nov 26", words::Nearest::last) == "2026-11-26");
    CHECK(day_of("Nov 28", words::Nearest::last) == "2025-11-28");
    CHECK(day_of("Feb 29") == "2028-02-29");
    CHECK(day_of("Feb 29", words::Nearest::last) == "2024-02-29");
    CHECK(day_of("today") == "2026-11-27");
}

TEST_CASE("a day that could be two, or none, is asked for again") {
    for (const char* text : {"12/9", "9.12.2026", "12/09/2026"}) {
        CAPTURE(text);
        CHECK(day_of(text) == "`" + std::string{text} + "` could be more than one day");
    }
    for (const char* text : {"soon", "Dec", "Dec 9 9", "Dec 9 2026 2027", "De 9", "Dec 99", "Dec 9 12026"}) {
        CAPTURE(text);
        CHECK(day_of(text).find(" is not a day") != std::string::npos);
    }
    CHECK(day_of("Feb 30") == "there is no such day as `Feb 30`");
    CHECK(day_of("Feb 29 2027") == "there is no such day as `Feb 29 2027`");
}

TEST_CASE("a schedule is read in the words of a letter") {
    const std::string usual = "{ over = \"4 years\", every = \"3 months\", cliff = \"1 year\" }";
    for (const char* text :
         {"4 years quarterly with a one-year cliff", "four years, quarterly, 12 month cliff",
          "Vesting quarterly over 4 years with a cliff of one year", "48 months every 3 months after a 1 year cliff",
          "4 years, one-year cliff then quarterly", "4 yrs every quarter, cliff 12 months"}) {
        CAPTURE(text);
        CHECK(schedule_of(text) == usual);
    }
    CHECK(schedule_of("4 years monthly, no cliff") == "{ over = \"4 years\", every = \"1 month\" }");
    CHECK(schedule_of("3 years yearly") == "{ over = \"3 years\", every = \"1 year\" }");
    CHECK(schedule_of("1 year annually") == "{ over = \"1 year\" }");
    CHECK(schedule_of("4 years semi-annually") == "{ over = \"4 years\", every = \"6 months\" }");
    CHECK(schedule_of("33/33/22/12") == "{ yearly = [\"33%\", \"33%\", \"22%\", \"12%\"] }");
    CHECK(schedule_of("5% / 15% / 40% / 40%") == "{ yearly = [\"5%\", \"15%\", \"40%\", \"40%\"] }");
}

TEST_CASE("a schedule that says too little, too much or two things is asked for again") {
    CHECK(schedule_of("4 years") == "`4 years` does not say how often shares vest");
    CHECK(schedule_of("quarterly") == "`quarterly` does not say how long it takes in all");
    CHECK(schedule_of("4 years monthly with a cliff") ==
          "`4 years monthly with a cliff` does not say how long the cliff is");
    CHECK(schedule_of("4 years 3 years monthly") == "`4 years 3 years monthly` says one thing twice");
    CHECK(schedule_of("4 years every 5 months") == "vesting every 5 months does not divide 4 years");
    CHECK(schedule_of("1 year monthly, 2 year cliff") == "the cliff of 2 years is longer than the schedule");
    CHECK(schedule_of("25% after one year then monthly over 3 years") == "`then` is not understood");
    CHECK(schedule_of("one-year cliff then monthly over 3 years") == "`then` is not understood");
    CHECK(schedule_of("when we feel like it") == "`like` is not understood");
    CHECK(schedule_of("33/33/22") == "the portions of `33/33/22` add up to 88%, not 100%");
    CHECK(schedule_of("33/x") == "`33/x` is not a schedule");
    CHECK(schedule_of("0 years monthly") == "`0 years monthly` does not say how long it takes in all");
}

TEST_CASE("pay is read with its unit, a bonus as a share or an amount") {
    const auto base = [](const std::string& answer) {
        const auto pay = words::base_pay(answer, usd);
        return pay ? pay->key + " = " + pay->value : pay.error().message;
    };
    CHECK(base("$185k") == "salary = 185_000");
    CHECK(base("185,000 per year") == "salary = 185_000");
    CHECK(base("8,500 a month") == "monthly = 8_500");
    CHECK(base("$95/hour") == "hourly = 95");
    CHECK(base("95.50 an hour") == "hourly = 95.50");
    CHECK(base("650 a day") == "daily = 650");
    CHECK(base("a lot") == "`a lot` is not an amount in USD");
    const auto bonus = [](const std::string& answer) {
        const auto pay = words::bonus(answer, usd);
        return pay ? pay->key + " = " + pay->value : pay.error().message;
    };
    CHECK(bonus("15%") == "target = \"15%\"");
    CHECK(bonus("12.5%") == "target = \"12.5%\"");
    CHECK(bonus("$20k") == "amount = 20_000");
    CHECK(bonus("150%") == "`150%` is not a target from 0% to 100%");
}

TEST_CASE("equity is money, shares, options or a part of the company") {
    CHECK(equity_of("$240k") == "value=240_000");
    CHECK(equity_of("1,400 RSUs") == "quantity=1_400");
    CHECK(equity_of("1400 shares") == "quantity=1_400");
    CHECK(equity_of("20,000 options at $1.355") == "options quantity=20_000 strike=1.355");
    CHECK(equity_of("20,000 options") == "options quantity=20_000");
    CHECK(equity_of("0.5%") == "ownership=\"0.5%\"");
    for (const char* text :
         {"0", "many", "0 shares", "1.5 shares", "$240k at $3", "0%", "5 bananas", "1400 shares at 3"}) {
        CAPTURE(text);
        CHECK(equity_of(text).find('=') == std::string::npos);
    }
    CHECK(words::price("$1.355", usd) == "1.355");
    CHECK(words::price("170", usd) == "170");
    CHECK(words::price("1,250.50", usd) == "1_250.50");
    CHECK_FALSE(words::price("0", usd));
    CHECK_FALSE(words::price("-3", usd));
    CHECK_FALSE(words::price("$3", *quantity::Currency::of("EUR")));
    CHECK(words::period("one year") == "\"1 year\"");
    CHECK(words::period("18-month") == "\"18 months\"");
    CHECK_FALSE(words::period("a while"));
}
