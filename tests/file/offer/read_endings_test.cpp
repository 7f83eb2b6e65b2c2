// What ends a grant or hurries it: acceleration, windows after leaving, its life, and the result that it waits for.

#include <algorithm>
#include <string>
#include <variant>

#include "file/reading.hpp"
#include "support/catch.hpp"

using namespace offerkit;
using calendar::Period;
using reading::offer;
using reading::with_grant;

namespace {

/// An option with further keys from line 8 on.
std::string with_option(const std::string& keys) { return with_grant("instrument = \"nso\"\nquantity = 500\n" + keys); }

/// One acceleration in line 9 behind the event `sale`; its keys from line 10 on.
reading::Outcome acceleration(const std::string& keys) {
    return offer(with_grant("quantity = 500\n[[event]]\nid = \"sale\"\n[[grant.acceleration]]\n" + keys));
}

model::Acceleration read(const std::string& keys) {
    const auto outcome = acceleration(keys);
    CAPTURE(keys, outcome.problems);
    REQUIRE(outcome.problems.empty());
    return outcome.offer->grants.at(0).accelerations.at(0);
}

/// What is assumed of a key of the only acceleration; "-" for nothing.
std::string assumed(const std::string& keys, const std::string& key) {
    const auto outcome = acceleration(keys);
    REQUIRE(outcome.offer.has_value());
    const auto& all = outcome.offer->assumptions;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& one) { return one.key.ends_with("acceleration[0]." + key); });
    return found == all.end() ? "-" : found->value;
}

}  // namespace

TEST_CASE("an acceleration takes a part, so many months or so many shares, else everything") {
    using quantity::Rate;
    const std::string single = "trigger = \"single\"\nevent = \"sale\"\n";
    CHECK(std::get<Rate>(read(single).amount) == Rate{1});
    CHECK(assumed(single, "amount") == "100%");
    CHECK(std::get<Rate>(read(single + "amount = \"25%\"\n").amount) == *Rate::of(1, 4));
    CHECK(assumed(single + "amount = \"25%\"\n", "amount") == "-");
    CHECK(std::get<Period>(read(single + "months = 18\n").amount) == Period::months(18));
    CHECK(assumed(single + "months = 18\n", "amount") == "-");
    CHECK(std::get<std::int64_t>(read(single + "quantity = 90\n").amount) == 90);
    CHECK(assumed(single + "quantity = 90\n", "amount") == "-");
    CHECK(std::holds_alternative<model::ServedPart>(read(single + "amount = \"pro_rata\"\n").amount));
    CHECK(acceleration(single + "months = 0\n").only("12:10 bad-number"));
    CHECK(acceleration(single + "quantity = 0\n").only("12:12 bad-number"));
    CHECK(acceleration(single + "amount = \"125%\"\n").only("12:10 bad-rate"));
    CHECK(acceleration(single + "quantity = 1\nmonths = 1\namount = 1\n").problems.size() == 2);
}

TEST_CASE("an acceleration takes from all later tranches alike, unless it says from which first") {
    const std::string single = "trigger = \"single\"\nevent = \"sale\"\n";
    CHECK(read(single).order == model::AccelerationOrder::prorata);
    CHECK(read(single + "order = \"soonest\"\n").order == model::AccelerationOrder::soonest);
    CHECK(acceleration(single + "order = \"first\"\n").only("12:9 unknown-word"));
}

TEST_CASE("a double trigger without a time holds at any time after its event, which is said") {
    const std::string twice = "trigger = \"double\"\nevent = \"sale\"\n";
    CHECK(assumed(twice, "within") == "any time");
    CHECK_FALSE(read(twice).within);
    CHECK_FALSE(read(twice).before);
    CHECK(assumed(twice + "within = \"1 year\"\n", "within") == "-");
    CHECK(read(twice + "within = \"1 year\"\n").within == Period::months(12));
    CHECK(read(twice + "before = \"3 months\"\n").before == Period::months(3));
    CHECK(assumed("trigger = \"single\"\nevent = \"sale\"\n", "within") == "-");
    CHECK(assumed("trigger = \"death\"\n", "within") == "-");
    CHECK(read("trigger = \"death\"\n").event.empty());
    CHECK(read(twice).event == "sale");
    CHECK(acceleration(twice + "within = \"soon\"\n").only("12:10 bad-period"));
    // Without a trigger nothing is known of what it needs.
    CHECK(acceleration("event = \"sale\"\nwithin = \"1 year\"\n").only("9:1 missing-key"));
    CHECK(acceleration("trigger = \"twice\"\n").only("10:11 unknown-word"));
}

TEST_CASE("a grant has at most a thousand accelerations") {
    const auto many = [](int count) {
        std::string text = "quantity = 500\n";
        for (int i = 0; i < count; ++i) {
            text += "[[grant.acceleration]]\ntrigger = \"death\"\namount = 1\norder = \"last\"\n";
        }
        return offer(with_grant(text));
    };
    CHECK(many(1'000).problems.empty());
    // Line 6 holds the number of shares, and four lines each acceleration.
    CHECK(many(1'002).only("4007:1 schedule-too-long"));
}

TEST_CASE("windows after leaving have a reason each, and any way of leaving is one") {
    const auto windows = [](const std::string& keys) {
        return offer(with_option("expires = \"10 years\"\n[[grant.termination_window]]\n" + keys));
    };
    const auto read_one = windows("period = \"90 days\"\n");
    REQUIRE(read_one.problems.empty());
    CHECK(read_one.offer->grants[0].termination_windows.at(0).reason == model::LeavingReason::any);
    CHECK(read_one.offer->grants[0].termination_windows.at(0).period == Period::days(90));
    CHECK(windows("reason = \"death\"\n").only("9:1 missing-key"));
    CHECK(windows("reason = \"deth\"\nperiod = \"90 days\"\n").only("10:10 unknown-word"));
    // 3,652 days are less than ten years of 365.25 days, 3,653 are more.
    CHECK(windows("period = \"3652 days\"\n").problems.empty());
    CHECK(windows("period = \"3653 days\"\n").only("10:10 wrong-order"));
    CHECK(offer(with_option("[[grant.termination_window]]\nperiod = \"11 years\"\n")).problems.empty());
}

TEST_CASE("options are exercised on a day from their grant date on, and nothing else is") {
    const auto on = [](const std::string& instrument, const std::string& day) {
        return offer(
            with_grant("instrument = \"" + instrument + "\"\nquantity = 500\nexercise = { on = " + day + " }\n"));
    };
    CHECK(on("nso", "2026-03-02").problems.empty());
    CHECK(on("iso", "2028-03-02").offer->grants[0].exercise->value == calendar::Date::of(2028, 3, 2));
    CHECK(on("nso", "2026-03-01").only("8:19 wrong-order"));
    CHECK(on("rsu", "2028-03-02").only("8:1 out-of-place"));
    CHECK(on("sar", "2028-03-02").only("8:1 out-of-place"));
    // An instrument that cannot be read may have been an option.
    CHECK(on("nos", "2028-03-02").only("6:14 unknown-word"));
    CHECK_FALSE(offer(with_option("")).offer->grants[0].exercise);
}

TEST_CASE("a result pays by its curve, which rises and never pays less for more") {
    const auto performance = [](const std::string& keys) {
        return offer(with_grant("instrument = \"psu\"\nquantity = 500\n[[grant.performance]]\n" + keys));
    };
    const auto read_all = performance(
        "measure = \"Sales\"\nexpected = -1\nevaluation = 2028-02-15\nround = \"up\"\ncurve = [[-2, \"0%\"], [-1, "
        "\"50%\"], [0, \"50%\"]]\n");
    REQUIRE(read_all.problems.empty());
    const auto& read_one = *read_all.offer->grants[0].performance;
    CHECK(read_one.measure == "Sales");
    CHECK(read_one.expected == quantity::Number{-1});
    CHECK(read_one.evaluation == calendar::Date::of(2028, 2, 15));
    CHECK(read_one.round == model::ShareRounding::up);
    REQUIRE(read_one.curve.size() == 3);
    CHECK(read_one.curve[1].measure == quantity::Number{-1});
    CHECK(read_one.curve[1].payout == *quantity::Rate::of(1, 2));
    const auto plain = performance("expected = 1\ncurve = [[1, \"100%\"]]\n");
    CHECK(plain.offer->grants[0].performance->round == model::ShareRounding::down);
    CHECK_FALSE(plain.offer->grants[0].performance->evaluation);
    CHECK(performance("expected = 1\ncurve = [[1, \"50%\"], [2, \"49%\"]]\n").only("10:23 wrong-order"));
    CHECK(performance("expected = 1\ncurve = [[2, \"50%\"], [1, \"60%\"]]\n").only("10:23 wrong-order"));
    CHECK(performance("curve = [[1, \"100%\"]]\n").only("8:1 missing-key"));
    CHECK(performance("expected = 1\n").only("8:1 missing-key"));
    CHECK(performance("expected = \"one\"\ncurve = [[1, \"100%\"]]\n").only("9:12 wrong-type"));
}

TEST_CASE("options may be exercised early where their letter says so") {
    CHECK_FALSE(offer(with_option("")).offer->grants[0].early_exercise);
    CHECK_FALSE(offer(with_option("early_exercise = false\n")).offer->grants[0].early_exercise);
    CHECK(offer(with_option("early_exercise = true\n")).offer->grants[0].early_exercise);
    CHECK(offer(with_option("after_leaving = \"keep\"\n")).offer->grants[0].after_leaving == model::AfterLeaving::keep);
}

TEST_CASE("what an acceleration cannot say beside its trigger, or beside its amount, is refused where it stands") {
    const std::string single = "trigger = \"single\"\nevent = \"sale\"\n";
    CHECK(acceleration(single + "within = \"1 year\"\n").only("12:1 out-of-place"));
    CHECK(acceleration(single + "before = \"1 year\"\n").only("12:1 out-of-place"));
    CHECK(acceleration("trigger = \"death\"\nwithin = \"1 year\"\n").only("11:1 out-of-place"));
    CHECK(acceleration("trigger = \"death\"\nevent = \"sale\"\n").only("11:1 out-of-place"));
    CHECK(acceleration("trigger = \"single\"\n").only("9:1 missing-key"));
    CHECK(acceleration("trigger = \"double\"\n").only("9:1 missing-key"));
    CHECK(acceleration(single + "amount = \"pro_rata\"\norder = \"last\"\n").only("13:1 out-of-place"));
    CHECK(acceleration(single + "amount = \"prorata\"\n").problems.size() == 1);
    CHECK(acceleration(single + "months = 1\nquantity = 1\n").only("13:1 conflict"));
}

TEST_CASE("each way of leaving has one window") {
    const auto windows = [](const std::string& first, const std::string& second) {
        const auto one = [](const std::string& reason) {
            return "[[grant.termination_window]]\nreason = \"" + reason + "\"\nperiod = \"90 days\"\n";
        };
        return offer(with_option(one(first) + one(second)));
    };
    CHECK(windows("death", "disability").problems.empty());
    CHECK(windows("death", "disability").offer->grants[0].termination_windows.size() == 2);
    CHECK(windows("death", "any").problems.empty());
    CHECK(windows("death", "death").only("13:10 duplicate-id"));
    CHECK(windows("any", "any").only("13:10 duplicate-id"));
}

TEST_CASE("a grant lives for a time, or until the day before it is over") {
    const auto life = [](const std::string& expires) {
        const auto outcome = offer(with_option("expires = " + expires + "\n"));
        CAPTURE(expires, outcome.problems);
        REQUIRE(outcome.problems.empty());
        return *outcome.offer->grants[0].expires;
    };
    CHECK(life("\"7 years\"").after == Period::months(84));
    CHECK_FALSE(life("\"7 years\"").day_before);
    CHECK(life("{ after = \"7 years\", day_before = true }").after == Period::months(84));
    CHECK(life("{ after = \"7 years\", day_before = true }").day_before);
    CHECK_FALSE(life("{ after = \"7 years\", day_before = false }").day_before);
    CHECK_FALSE(life("{ after = \"7 years\" }").day_before);
    CHECK(offer(with_option("expires = { day_before = true }\n")).only("8:11 missing-key"));
    CHECK(offer(with_option("expires = \"late\"\n")).only("8:11 bad-period"));
}

TEST_CASE("a result belongs to performance shares, and a grant waits for one at most") {
    const std::string one = "[[grant.performance]]\nexpected = 1\ncurve = [[1, \"100%\"]]\n";
    const auto grant = [](const std::string& instrument, const std::string& rest) {
        return offer(with_grant("instrument = \"" + instrument + "\"\nquantity = 500\n" + rest));
    };
    CHECK(grant("psu", one).problems.empty());
    CHECK(grant("psu", one + one).only("11:1 conflict"));
    CHECK(grant("rsu", one).only("8:9 out-of-place"));
    CHECK(grant("pus", one).only("6:14 unknown-word"));
}

TEST_CASE("what becomes of served shares after leaving is assumed where they wait for an event") {
    const auto assumes = [](const std::string& keys) {
        const auto outcome = offer(with_grant("quantity = 500\n" + keys + "[[event]]\nid = \"ipo\"\n"));
        CAPTURE(keys, outcome.problems);
        REQUIRE(outcome.offer.has_value());
        const auto& all = outcome.offer->assumptions;
        return std::any_of(all.begin(), all.end(), [](const auto& one) { return one.key.ends_with(".after_leaving"); });
    };
    CHECK_FALSE(assumes(""));
    CHECK(assumes("gate = \"ipo\"\n"));
    CHECK_FALSE(assumes("gate = \"ipo\"\nafter_leaving = \"keep\"\n"));
}
