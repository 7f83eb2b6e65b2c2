// `offerkit leave` as a person and a script meet it.

#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

using nlohmann::json;

namespace {

const std::string offer = R"(company = "Acme"
currency = "USD"
start = 2026-03-02
[base]
salary = 120_000
[bonus]
target = "10%"
[[sign_on]]
name = "Welcome"
amount = 12_000
clawback = { within = "12 months", waived = ["without_cause"] }
[stock]
kind = "public"
price = 10
as_of = 2026-01-15
[[grant]]
id = "options"
instrument = "nso"
strike = 4
quantity = 1_600
vesting = { over = "4 years", every = "12 months" }
[leaving]
notice = "1 month"
non_compete = "12 months"
)";

support::Outcome leave(const std::string& text, std::vector<std::string> words) {
    const support::ScratchFolder folder;
    folder.write("acme.toml", text);
    support::Run run;
    run.arguments = {"leave", "acme.toml", "--as-of", "2026-01-20", "--detail"};
    run.arguments.insert(run.arguments.end(), words.begin(), words.end());
    run.environment["COLUMNS"] = "100";
    run.folder = folder.path();
    return support::run(run);
}

json document(const std::string& text, std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const auto outcome = leave(text, std::move(words));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out)["offers"][0];
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A paragraph as one line, so that no sentence is broken.
std::string unbroken(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace

TEST_CASE("leave keeps its contract: every key of one offer, by hand") {
    const json one = document(offer, {"--on", "2027-02-28"});
    CHECK(one["company"] == "Acme");
    CHECK(one["on"] == "2027-02-28");
    CHECK(one["reason"] == "voluntary");
    CHECK(one["vested"] == json({{"quantity", 0}, {"value", 0}}));
    CHECK(one["accelerated"] == json({{"quantity", 0}, {"value", 0}}));
    CHECK(one["forfeited"] == json({{"quantity", 1600}, {"value", 9600}}));
    CHECK(one["clawback"][0]["name"] == "Welcome");
    CHECK(one["clawback"][0]["owed"] == 1000);  // eleven months served of twelve
    CHECK(one["clawback"][0]["until"] == "2027-03-02");
    CHECK(one["cost"] == 10600);
    CHECK(one["forfeited_within"] == json({{"months_3", 2400}, {"months_12", 0}, {"later", 7200}}));
    CHECK(one["make_whole"] == json({{"on", "2027-02-28"},
                                     {"forfeited", 2400},
                                     {"clawback", 1000},
                                     {"bonus", 0},
                                     {"total", 3400},
                                     {"whole", 10600}}));
    CHECK(one["bonus_forfeited"] == 0);
    CHECK(one["bonus_running"] == 11000);
    CHECK(one["all_told"] == 21600);
    CHECK(one["severance"] == 0);
    CHECK(one["to_exercise"] ==
          json({{"cash", 0}, {"until", nullptr}, {"options", 0}, {"under_water", 0}, {"strike_not_known", 0}}));
    CHECK(one["non_compete"]["months"] == 12);
    CHECK(one["non_compete"]["cost"] == one["non_compete"]["against"]);
    CHECK(one["bonus_lost"] == 11000);  // eleven of twelve months of base, 10%
    CHECK(one["next_vest"] == json({{"date", "2027-03-02"}, {"quantity", 400}, {"value", 2400}}));
    CHECK(one["options"][0]["exercisable"] == 0);
    CHECK(one["notice_by"] == "2027-01-28");
    CHECK_FALSE(one.contains("months"));
    const json later = document(offer, {"--on", "2028-09-30", "--reason", "without_cause"});
    CHECK(later["options"][0]["grant"] == "options");
    CHECK(later["options"][0]["exercisable"] == 800);
    CHECK(later["options"][0]["cost"] == 3200);
    CHECK(later["options"][0]["value"] == 4800);
    CHECK(later["options"][0]["deadline"].is_null());
    CHECK(later["options"][0]["under_water"] == false);
    CHECK(later["clawback"][0]["waived"] == true);
}

TEST_CASE("options whose strike is not known have a row of their own, and the first sentence says so") {
    const std::string unset =
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 150_000\n[[grant]]\nid = "
        "\"start-up\"\ninstrument = \"nso\"\nquantity = 1_600\nvesting = { over = \"4 years\", every = \"1 year\" }\n";
    const json row = document(unset, {"--on", "2028-09-30"})["options"][0];
    CHECK(row["exercisable"] == 800);
    CHECK(row["cost"].is_null());
    CHECK(row["value"].is_null());
    const auto page = unbroken(leave(unset, {"--on", "2028-09-30"}).out);
    CHECK(has(page, "exercising your 800 options takes cash, at a strike that is not known yet"));
    CHECK(has(page, "start-up           800   not known  not known  not stated: ask"));
    CHECK_FALSE(has(page, "worth USD 0."));
}

TEST_CASE("without --on one leaves on the as-of day, and that is said to be assumed") {
    const auto outcome = leave(offer, {});
    CHECK(outcome.status == 0);
    CHECK(has(outcome.out, "Leaving Acme on 2026-01-20"));
    CHECK(has(outcome.out, "Last day employed: 2026-01-20"));
    CHECK(has(outcome.out, "Nothing has happened by then: the first day is 2026-03-02."));
    CHECK_FALSE(has(leave(offer, {"--on", "2027-01-01"}).out, "Last day employed"));
}

TEST_CASE("the first screen of leave says what it costs, the deadlines, the notice and what nobody stated") {
    const auto page = leave(offer, {"--on", "2028-09-30"}).out;
    CHECK(has(page, "Leaving of your own accord costs USD 4,800"));
    CHECK(has(page, "not stated: ask"));
    CHECK(has(page, "Notice is 1 month: to leave on 2028-09-30, give it by 2028-08-30"));
    CHECK(has(page, "The papers bar you from competitors until 2029-09-30: 1 year, unpaid, against USD"));
    CHECK(has(page, "over 6 months is a red flag"));
    CHECK(has(unbroken(page), "exercising your 800 options takes USD 3,200"));
    const auto let_go = leave(offer, {"--on", "2026-09-30", "--reason", "without_cause"}).out;
    CHECK(has(let_go, "Being let go without cause costs USD 9,600"));
    CHECK(has(let_go, "waived for this reason"));
}

TEST_CASE("the first sentence names the cash that exercising takes and its last day") {
    std::string told = offer;
    told.replace(told.find("[leaving]"), 0, "[[grant.termination_window]]\nperiod = \"90 days\"\nreason = \"any\"\n");
    const auto in_time = unbroken(leave(told, {"--on", "2028-09-30"}).out);
    CHECK(has(in_time, "find USD 3,200 by 2028-12-29 or lose 800 options"));
    // Everything vested, and the price at the strike: nothing is forfeited, and it is still not free to leave.
    std::string level = told;
    level.replace(level.find("strike = 4"), 10, "strike = 10");
    const auto page = unbroken(leave(level, {"--on", "2030-03-02", "--horizon", "6 years"}).out);
    CHECK(has(page, "forfeits nothing, and nothing is to be paid back; find USD 16,000 by 2030-05-31 or lose 1,600"));
    CHECK_FALSE(has(page, "costs nothing"));
}

TEST_CASE("an offer without stock has no empty row, and costs nothing only where nothing is lost") {
    const std::string plain = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 120_000\n";
    const auto page = leave(plain, {"--on", "2027-03-02"}).out;
    CHECK(has(page, "costs nothing: there are no grants, and nothing is to be paid back."));
    CHECK_FALSE(has(page, "Left on the table"));
    const auto rule = page.find("Change\n");
    REQUIRE(rule != std::string::npos);
    const auto row = page.find('\n', page.find('\n', rule) + 1) + 1;
    CHECK(page.compare(row, 11, "To pay back") == 0);
    const auto bonus = leave(plain + "[bonus]\ntarget = \"10%\"\n", {"--on", "2027-02-28"}).out;
    CHECK_FALSE(has(bonus, "costs nothing"));
    CHECK(has(bonus, "of the running year's bonus"));
}

TEST_CASE("waiting a month counts the bonus and the sign-on too, and says of what it is made") {
    const std::string plain = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 120_000\n";
    const auto page = leave(plain + "[bonus]\ntarget = \"10%\"\n[[sign_on]]\namount = 20_000\non = 2027-03-01\n",
                            {"--on", "2027-02-28"})
                          .out;
    // The running bonus of 11,000 is paid on 2027-03-02, and nothing of the next year is earned by 2027-03-28.
    CHECK(has(page, "makes it USD 31,000 cheaper: the running bonus -11,000 and sign-on"));
}

TEST_CASE("an incentive stock option is told its three months, a year for the disabled, and no limit on death") {
    std::string iso = offer;
    iso.replace(iso.find("\"nso\""), 5, "\"iso\"");
    CHECK(document(iso, {"--on", "2028-11-30"})["options"][0]["iso_deadline"] == "2029-02-28");
    CHECK(document(iso, {"--on", "2028-11-30", "--reason", "disability"})["options"][0]["iso_deadline"] ==
          "2029-11-30");
    CHECK(document(iso, {"--on", "2028-11-30", "--reason", "death"})["options"][0]["iso_deadline"].is_null());
    CHECK(document(offer, {"--on", "2028-11-30"})["options"][0]["iso_deadline"].is_null());
}

TEST_CASE("leave by month has a row for each month of the horizon, from the day asked or the first one") {
    const json before = document(offer, {"--by", "month", "--horizon", "2 years"});
    REQUIRE(before["months"].size() == 24);
    CHECK(before["months"][0]["on"] == "2026-03-02");
    CHECK(before["months"][12]["on"] == "2027-03-02");
    CHECK(before["months"][12]["cost"] == 7200);
    const json later = document(offer, {"--by", "month", "--on", "2027-08-31"});
    REQUIRE(later["months"].size() == 48);
    CHECK(later["months"][6]["on"] == "2028-02-29");
    const auto rows = leave(offer, {"--by", "month", "--format", "csv"}).out;
    CHECK(std::count(rows.begin(), rows.end(), '\n') == 49);
}

TEST_CASE("a wrong reason, day or step of leave is told with what to write instead") {
    const auto reason = leave(offer, {"--reason", "volontary"});
    CHECK(reason.status == 2);
    CHECK(has(reason.err, "`volontary` is not a value of `--reason`"));
    CHECK(has(reason.err, "did you mean `voluntary`?"));
    CHECK(leave(offer, {"--on", "2027-02-30"}).status == 2);
    CHECK(leave(offer, {"--by", "year"}).status == 2);
    CHECK(leave(offer, {"--reason", "any"}).status == 2);
    CHECK(leave(offer, {"--on", "2999-12-15"}).status == 1);
}

TEST_CASE("an offer without grants or sign-ons can be left for nothing") {
    const auto page = leave("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2025-03-02\n", {}).out;
    CHECK(has(page, "costs nothing: there are no grants, and nothing is to be paid back."));
}

TEST_CASE("sums of leaving that leave 64 bits are reported, not wrapped") {
    std::string huge =
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nkind = \"public\"\nprice = "
        "1_000_000\n";
    for (int i = 0; i < 3; ++i) {
        huge += "[[grant]]\nquantity = 900_000_000_000\nvesting = \"even-yearly\"\n";
    }
    const auto outcome = leave(huge, {"--on", "2027-03-02"});
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, "overflow"));
}
