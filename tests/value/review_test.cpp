// What is out of the ordinary in an offer, where more than one page says it.

#include <offerkit/value/review.hpp>

#include "support/catch.hpp"
#include "support/leaving.hpp"

using namespace offerkit;
using leaving::head;

namespace {

std::optional<std::int64_t> days_of(const std::string& dates) {
    return value::too_few_days(offers::read(head + dates));
}

std::vector<std::string> warnings_of(const std::string& rest) {
    const std::vector one{offers::read(head + rest)};
    const auto valuation = offers::valuation();
    diagnostic::Diagnostics problems;
    value::review(offers::compare(one, valuation).offers.at(0), valuation, problems);
    std::vector<std::string> texts;
    for (const auto& problem : problems.sorted()) {
        texts.push_back(problem.message);
    }
    return texts;
}

}  // namespace

TEST_CASE("six days to decide are too few, seven are a week, and without both dates nobody can say") {
    CHECK(days_of("received = 2026-01-10\ndecide_by = 2026-01-16\n") == 6);
    CHECK_FALSE(days_of("received = 2026-01-10\ndecide_by = 2026-01-17\n").has_value());
    CHECK(days_of("received = 2026-01-10\ndecide_by = 2026-01-10\n") == 0);
    CHECK_FALSE(days_of("decide_by = 2026-01-10\n").has_value());
    CHECK_FALSE(days_of("received = 2026-01-10\n").has_value());
    const std::string paid = "[base]\nsalary = 100_000\n";
    CHECK(warnings_of("received = 2026-01-10\ndecide_by = 2026-01-11\n" + paid) ==
          std::vector<std::string>{"1 day to decide; a week at least is fair"});
    CHECK(warnings_of("received = 2026-01-10\ndecide_by = 2026-01-17\n" + paid).empty());
}

TEST_CASE("a ban on competing is long from over six months on, in whatever unit") {
    const auto is_long = [](const std::string& ban) {
        return value::is_long_ban(
            offers::read(head + "[leaving]\nnon_compete = \"" + ban + "\"\n").leaving->non_compete->value);
    };
    CHECK_FALSE(is_long("6 months"));
    CHECK(is_long("7 months"));
    CHECK_FALSE(is_long("181 days"));
    CHECK(is_long("182 days"));
    CHECK(is_long("26 weeks"));
}

TEST_CASE("terms about leaving that can change nothing are warned of") {
    const std::string paid = "[base]\nsalary = 100_000\n";
    // Without base pay, that it is missing is said as well.
    CHECK(warnings_of("[leaving]\nseverance = \"3 months\"\n").size() == 2);
    CHECK(warnings_of("[leaving]\nunused_holiday_days = 3\n").size() == 2);
    CHECK(warnings_of(paid + "[leaving]\nseverance = \"3 months\"\nunused_holiday_days = 3\n").empty());
    CHECK(warnings_of(paid + "[leaving]\nnon_compete_pay = \"50%\"\n").size() == 1);
    CHECK(warnings_of(paid + "[leaving]\nnon_compete = \"3 months\"\nnon_compete_pay = \"50%\"\n").empty());
    CHECK(warnings_of(paid + "[[sign_on]]\namount = 5\nclawback = { share = 0 }\n").size() == 1);
}

TEST_CASE("an offer without base pay is warned of, whatever else it grants") {
    const std::string none = "this file states no base pay, so every figure counts none";
    CHECK(warnings_of("") == std::vector<std::string>{"nothing in this file pays anything"});
    CHECK(warnings_of("[[sign_on]]\namount = 5\n") == std::vector<std::string>{none});
    CHECK(warnings_of("[[grant]]\ninstrument = \"cash\"\nvalue = 5\nvesting = \"even-yearly\"\n") ==
          std::vector<std::string>{none});
    CHECK(warnings_of("[base]\nhourly = 50\nhours_per_week = 40\n").empty());
}
