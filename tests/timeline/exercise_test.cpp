// How long options last after leaving (docs/numbers.md, "Options after leaving").

#include <offerkit/timeline/exercise.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Date;
using model::LeavingReason;
using offers::date;

namespace {

timeline::ExerciseWindow window(const std::string& terms, Date on, LeavingReason reason = LeavingReason::voluntary) {
    const auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[stock]\nkind = \"private\"\nprice = "
        "2\n[[grant]]\n"
        "instrument = \"nso\"\nquantity = 100\nstrike = 1\nvesting = \"even-yearly\"\n" +
        terms);
    return timeline::exercise_window(offer.grants.front(), {on, reason});
}

std::string one(const std::string& reason, const std::string& period) {
    return "[[grant.termination_window]]\nreason = \"" + reason + "\"\nperiod = \"" + period + "\"\n";
}

}  // namespace

TEST_CASE("90 days and 3 months after the last day employed are two different deadlines") {
    CHECK(window(one("any", "90 days"), date(2028, 9, 30)).deadline == date(2028, 12, 29));
    CHECK(window(one("any", "3 months"), date(2028, 9, 30)).deadline == date(2028, 12, 30));
    // Over February the days are the longer ones.
    CHECK(window(one("any", "90 days"), date(2027, 1, 31)).deadline == date(2027, 5, 1));
    CHECK(window(one("any", "3 months"), date(2027, 1, 31)).deadline == date(2027, 4, 30));
}

TEST_CASE("the window for the very reason goes before the one for any, wherever it stands") {
    const std::string both = one("any", "90 days") + one("death", "12 months") + one("with_cause", "0 days");
    CHECK(window(both, date(2028, 1, 1), LeavingReason::death).deadline == date(2029, 1, 1));
    CHECK_FALSE(window(both, date(2028, 1, 1), LeavingReason::death).for_any_reason);
    CHECK(window(both, date(2028, 1, 1), LeavingReason::with_cause).deadline == date(2028, 1, 1));
    CHECK(window(both, date(2028, 1, 1), LeavingReason::retirement).deadline == date(2028, 3, 31));
    CHECK(window(both, date(2028, 1, 1), LeavingReason::retirement).for_any_reason);
    CHECK(window(one("death", "12 months") + one("any", "90 days"), date(2028, 1, 1), LeavingReason::death).deadline ==
          date(2029, 1, 1));
}

TEST_CASE("a window that is not stated is not guessed, even where the options' own life is known") {
    const auto none = window("expires = \"10 years\"\n", date(2028, 1, 1));
    CHECK_FALSE(none.period.has_value());
    CHECK_FALSE(none.deadline.has_value());
    CHECK(none.expiry == date(2036, 3, 1));
    const auto another = window(one("death", "12 months"), date(2028, 1, 1), LeavingReason::voluntary);
    CHECK_FALSE(another.deadline.has_value());
}

TEST_CASE("no window runs past the options' own life, which may end the day before its anniversary") {
    const auto cut = window("expires = \"4 years\"\n" + one("any", "6 months"), date(2029, 12, 1));
    CHECK(cut.deadline == date(2030, 3, 1));
    CHECK(cut.cut_by_expiry);
    const auto before =
        window("expires = { after = \"4 years\", day_before = true }\n" + one("any", "6 months"), date(2029, 12, 1));
    CHECK(before.deadline == date(2030, 2, 28));
    const auto inside = window("expires = \"4 years\"\n" + one("any", "3 months"), date(2029, 12, 1));
    CHECK(inside.deadline == date(2030, 3, 1));
    CHECK_FALSE(inside.cut_by_expiry);
}

TEST_CASE("options that would vest after they have expired are an error, and on their last day they are not") {
    const std::string head =
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[stock]\nprice = 2\n[[grant]]\nquantity = 100\n"
        "vesting = \"even-yearly\"\n";
    const std::string option = "instrument = \"nso\"\nstrike = 1\n";
    CHECK(offers::problems(head + option + "expires = \"4 years\"\n").empty());
    CHECK(offers::problems(head + option + "expires = { after = \"4 years\", day_before = true }\n") ==
          std::vector<std::string>{"wrong-order"});
    // What is not exercised has nothing to lose after its deadline.
    CHECK(offers::problems(head + "instrument = \"rsu\"\nexpires = \"1 year\"\n").empty());
}

TEST_CASE("of two windows for any reason the first counts") {
    auto offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n[stock]\nprice = 2\n[[grant]]\n"
        "instrument = \"nso\"\nquantity = 100\nstrike = 1\nvesting = \"even-yearly\"\n" +
        one("any", "90 days"));
    auto& grant = offer.grants.front();
    grant.termination_windows.push_back(grant.termination_windows.front());
    grant.termination_windows[1].period = calendar::Period::months(12);
    CHECK(timeline::exercise_window(grant, {date(2028, 9, 30)}).deadline == date(2028, 12, 29));
}
