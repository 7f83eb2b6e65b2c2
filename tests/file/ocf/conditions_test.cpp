// Vesting conditions of Open Cap Format, one by one: what each needs, and the bounds of it.

#include <string>

#include <offerkit/file/ocf/open_cap_format.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

struct Imported {
    std::vector<model::Offer> offers{};
    std::string problems{};  ///< "code message", a line each
};

Imported import_text(const std::string& text) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    Imported result;
    result.offers = file::read_open_cap_format({sources, diagnostics, profiles}, {{"export.json", text}});
    for (const auto& problem : diagnostics.all()) {
        result.problems += (result.problems.empty() ? "" : "\n") + std::string{problem.code} + " " + problem.message;
    }
    return result;
}

const std::string issuance =
    R"({"object_type": "TX_EQUITY_COMPENSATION_ISSUANCE", "id": "i", "security_id": "s", "date": "2026-03-02",
        "compensation_type": "RSU", "quantity": "480", "vesting_terms_id": "t"})";
const std::string start =
    R"({"object_type": "TX_VESTING_START", "id": "b", "security_id": "s", "date": "2026-03-02",
        "vesting_condition_id": "start"})";

/// Terms of these conditions, and what is recorded besides the start.
Imported import_conditions(const std::string& conditions, const std::string& records = "") {
    return import_text("[" + issuance + ", " + start + records +
                       R"(, {"object_type": "VESTING_TERMS", "id": "t", "name": "Terms", "description": "for a test",
                            "allocation_type": "CUMULATIVE_ROUND_DOWN", "vesting_conditions": [)" +
                       conditions + "]}]");
}

/// The start, which vests nothing by itself.
std::string begins(const std::string& next) {
    return R"({"id": "start", "quantity": "0", "trigger": {"type": "VESTING_START_DATE"}, "next_condition_ids": [)" +
           next + "]}";
}

/// What goes on from the start, in quarters.
std::string after_start(const std::string& period,
                        const std::string& more = R"("portion": {"numerator": "1", "denominator": "4"})") {
    return R"({"id": "a", "next_condition_ids": [], "trigger": {"type": "VESTING_SCHEDULE_RELATIVE",
              "relative_to_condition_id": "start", "period": {)" +
           period + "}}, " + more + "}";
}

std::string with_period(const std::string& period) {
    return import_conditions(begins("\"a\"") + ", " + after_start(period)).problems;
}

const std::string day = R"("day_of_month": "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH")";

/// "2027-03-02 120, ..." of the only grant.
std::string vests(const Imported& imported) {
    REQUIRE(imported.problems.empty());
    REQUIRE(imported.offers.size() == 1);
    std::string text;
    for (const auto& tranche : offers::resolve_first(imported.offers[0]).schedule.tranches) {
        text += (text.empty() ? "" : ", ") + (tranche.date ? to_string(*tranche.date) : std::string{"?"}) + " " +
                std::to_string(tranche.quantity.whole());
    }
    return text;
}

}  // namespace

TEST_CASE("a period of Open Cap Format has a kind, a length and a number of times, each within a calendar") {
    const std::string yearly = R"("type": "MONTHS", "length": 12, "occurrences": 4, )" + day;
    CHECK(with_period(yearly).empty());
    CHECK(with_period(R"("type": "WEEKS", "length": 12, "occurrences": 4)") ==
          "ocf-shape there is no period in `WEEKS`");
    CHECK(with_period(R"("length": 12, "occurrences": 4)").ends_with("lacks `type`"));
    CHECK(with_period(R"("type": "DAYS", "occurrences": 4)").ends_with("lacks `length`"));
    CHECK(with_period(R"("type": "DAYS", "length": 12)").ends_with("lacks `occurrences`"));
    CHECK(with_period(R"("type": "MONTHS", "length": 12, "occurrences": 4)").ends_with("lacks `day_of_month`"));
    CHECK(
        with_period(R"("type": "DAYS", "length": 12, "occurrences": 0)")
            .ends_with("`occurrences` of `period` of `trigger` of condition `a` must be a whole number of at least 1"));
    CHECK(with_period(R"("type": "DAYS", "length": -1, "occurrences": 4)")
              .ends_with("must be a whole number of at least 0"));
    CHECK(with_period(R"("type": "DAYS", "length": 1000001, "occurrences": 4)") ==
          "ocf-shape this period runs past any calendar");
    CHECK(with_period(R"("type": "DAYS", "length": 1, "occurrences": 1000001)") ==
          "ocf-shape this period runs past any calendar");
    // At the bound itself the period can be read, and no schedule is as long.
    CHECK(with_period(R"("type": "DAYS", "length": 1000000, "occurrences": 4)").find("any calendar") ==
          std::string::npos);
    CHECK(with_period(R"("type": "DAYS", "length": 1, "occurrences": 1000000)").find("any calendar") ==
          std::string::npos);
    CHECK(vests(import_conditions(begins("\"a\"") + ", " +
                                  after_start(R"("type": "DAYS", "length": 0, "occurrences": 4)"))) ==
          "2026-03-02 480");
}

TEST_CASE("a cliff of Open Cap Format lies at one of its installments") {
    const auto cliff = [](const std::string& installment) {
        return import_conditions(
            begins("\"a\"") + ", " +
            after_start(R"("type": "MONTHS", "length": 12, "occurrences": 4, "cliff_installment": )" + installment +
                        ", " + day));
    };
    CHECK(vests(cliff("0")).starts_with("2027-03-02 120, "));
    CHECK(vests(cliff("1")).starts_with("2027-03-02 120, "));
    CHECK(vests(cliff("2")) == "2028-03-02 240, 2029-03-02 120, 2030-03-02 120");
    CHECK(vests(cliff("4")) == "2030-03-02 480");
    CHECK(cliff("5").problems == "ocf-shape the cliff of condition `a` lies past its last installment");
    CHECK(cliff("-1").problems.ends_with("must be a whole number of at least 0"));
    CHECK(cliff("\"soon\"").problems.ends_with("is not a plain number"));
}

TEST_CASE("a day of the month is one of those that Open Cap Format names") {
    const auto on = [](const std::string& word) {
        return import_conditions(
            begins("\"a\"") + ", " +
            after_start(R"("type": "MONTHS", "length": 12, "occurrences": 4, "day_of_month": ")" + word + "\""));
    };
    CHECK(vests(on("01")).starts_with("2027-03-01 120"));
    CHECK(vests(on("09")).starts_with("2027-03-09 120"));
    CHECK(vests(on("10")).starts_with("2027-03-10 120"));
    CHECK(vests(on("28")).starts_with("2027-03-28 120"));
    CHECK(vests(on("29_OR_LAST_DAY_OF_MONTH")).starts_with("2027-03-29 120"));
    CHECK(vests(on("30_OR_LAST_DAY_OF_MONTH")).starts_with("2027-03-30 120"));
    CHECK(vests(on("31_OR_LAST_DAY_OF_MONTH")).starts_with("2027-03-31 120"));
    for (const std::string word : {"00",
                                   "1",
                                   "29",
                                   "30",
                                   "31",
                                   "28_OR_LAST_DAY_OF_MONTH",
                                   "32_OR_LAST_DAY_OF_MONTH",
                                   "29_OR_LAST_DAY",
                                   "011",
                                   "1a",
                                   "a1",
                                   ":1",
                                   "1:",
                                   "39",
                                   "",
                                   "2",
                                   "LAST_DAY_OF_MONTH",
                                   "10_OR_LAST_DAY_OF_MONTH",
                                   "/5",
                                   "5/"}) {
        CAPTURE(word);
        CHECK(on(word).problems == "ocf-shape there is no day of the month `" + word + "`");
    }
}

TEST_CASE("a trigger is one of four, and knows only its own keys") {
    const auto trigger = [](const std::string& keys) {
        return import_conditions(begins("\"a\"") + R"(, {"id": "a", "next_condition_ids": [],
                                    "portion": {"numerator": "1", "denominator": "1"}, "trigger": {)" +
                                 keys + "}}");
    };
    CHECK(trigger(R"("type": "VESTING_MOON")").problems == "ocf-shape there is no trigger `VESTING_MOON`");
    CHECK(trigger("").problems.ends_with("lacks `type`"));
    CHECK(vests(trigger(R"("type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2027-05-05")")) == "2027-05-05 480");
    CHECK(trigger(R"("type": "VESTING_SCHEDULE_ABSOLUTE")").problems.ends_with("lacks `date`"));
    CHECK(trigger(R"("type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2027-02-30")")
              .problems.ends_with("from 1900 to 2999"));
    CHECK(trigger(R"("type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2027-05-05", "of": 1)").problems.find("`of`") !=
          std::string::npos);
    CHECK(trigger(R"("type": "VESTING_EVENT", "date": "2027-05-05")").problems.find("`date`") != std::string::npos);
    CHECK(trigger(R"("type": "VESTING_SCHEDULE_RELATIVE", "period": {}, "relative_to_condition_id": "nowhere")")
              .offers.empty());
    CHECK(trigger(R"("type": "VESTING_SCHEDULE_RELATIVE", "relative_to_condition_id": "start")")
              .problems.ends_with("lacks `period`"));
    CHECK(trigger(R"("type": "VESTING_SCHEDULE_RELATIVE", "period": {"type": "DAYS", "length": 5, "occurrences": 1})")
              .problems.ends_with("lacks `relative_to_condition_id`"));
    CHECK(trigger(R"("type": "VESTING_SCHEDULE_RELATIVE", "relative_to_condition_id": "nowhere",
                     "period": {"type": "DAYS", "length": 5, "occurrences": 1})")
              .problems == "ocf-shape no condition of these terms has the id `nowhere`");
    CHECK(trigger(R"("type": "VESTING_START_DATE")").problems ==
          "ocf-not-expressible the vesting start `a` comes after another condition");
}

TEST_CASE("vesting conditions are a list of a thousand objects at most, each with an id of its own") {
    const auto problems = [](const std::string& conditions) { return import_conditions(conditions).problems; };
    CHECK(problems("") == "ocf-shape VESTING_TERMS `t` has no condition");
    CHECK(problems("7") == "ocf-shape a vesting condition is an object, not a number");
    CHECK(problems("7, " + begins("") + ", true") ==
          "ocf-shape a vesting condition is an object, not a number\nocf-shape a vesting condition is an object, not "
          "true "
          "or false");
    CHECK(problems(begins("\"start\", 7")).ends_with("`next_condition_ids` of condition `start` holds a number"));
    CHECK(problems(R"({"quantity": "480"})").ends_with("lacks `id`"));
    const std::string twice = R"(, {"id": "start", "quantity": "480", "trigger": {"type": "VESTING_EVENT"},
                                 "next_condition_ids": []})";
    CHECK(problems(begins("") + twice) == "ocf-shape two conditions have the id `start`");
    const auto many = [&](int count) {
        std::string text = begins("");
        for (int i = 1; i < count; ++i) {
            text += R"(, {"id": ")" + std::to_string(i) + R"(", "quantity": "0", "trigger": {"type": "VESTING_EVENT"},
                       "next_condition_ids": []})";
        }
        return problems(text);
    };
    CHECK(many(1'001) == "ocf-shape VESTING_TERMS `t` has more than 1,000 conditions");
    CHECK(many(1'000).find("1,000") == std::string::npos);
}

TEST_CASE("portions of Open Cap Format give out the whole, neither more nor less") {
    const auto portions = [](const std::string& portion) {
        return import_conditions(begins("\"a\"") + ", " +
                                 after_start(R"("type": "MONTHS", "length": 12, "occurrences": 4, )" + day,
                                             "\"portion\": {" + portion + "}"));
    };
    CHECK(vests(portions(R"("numerator": "1", "denominator": "4")")).ends_with("2030-03-02 120"));
    CHECK(vests(portions(R"("numerator": "0.5", "denominator": "2")")).ends_with("2030-03-02 120"));
    CHECK(vests(portions(R"("numerator": "1.5", "denominator": "6", "remainder": false)")).ends_with("2030-03-02 120"));
    CHECK(portions(R"("numerator": "1", "denominator": "3")").problems ==
          "ocf-shape the conditions of VESTING_TERMS `t` vest 133.3333% of the security, more than there is");
    CHECK(portions(R"("numerator": "1", "denominator": "5")").problems.starts_with("ocf-not-expressible "));
    CHECK(portions(R"("numerator": "0", "denominator": "4")").problems.find(" vest 0% ") != std::string::npos);
    CHECK(portions(R"("numerator": "1", "denominator": "-4")").problems.ends_with("is not a share of a whole"));
    CHECK(portions(R"("numerator": "1")").problems.ends_with("lacks `denominator`"));
    CHECK(portions(R"("denominator": "4")").problems.ends_with("lacks `numerator`"));
    // 120 of 480 shares, four times.
    CHECK(vests(import_conditions(
                    begins("\"a\"") + ", " +
                    after_start(R"("type": "MONTHS", "length": 12, "occurrences": 4, )" + day, R"("quantity": "120")")))
              .ends_with("2030-03-02 120"));
    CHECK(import_conditions(begins("\"a\"") + ", " +
                            after_start(R"("type": "DAYS", "length": 12, "occurrences": 4)", R"("quantity": "-120")"))
              .problems.ends_with("must be a whole number of at least 0"));
}

TEST_CASE("what is recorded of a security that is not among the grants changes nothing") {
    const auto with = [](const std::string& more) {
        return import_conditions(
            begins("\"a\"") + ", " + after_start(R"("type": "MONTHS", "length": 12, "occurrences": 4, )" + day),
            ", {\"object_type\": \"TX_EQUITY_COMPENSATION_CANCELLATION\", \"id\": \"c\"" + more + "}");
    };
    CHECK(with(", \"security_id\": \"s\"").problems.starts_with("ocf-not-counted "));
    CHECK(with(", \"security_id\": \"of somebody else\"").problems.empty());
    CHECK(with("").problems.empty());
}
