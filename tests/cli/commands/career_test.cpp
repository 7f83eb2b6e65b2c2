// `offerkit career`, and what other commands make of a plan, as a person and a script meet them.

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

using nlohmann::json;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

support::Outcome run_program(const Files& files, std::vector<std::string> words) {
    const support::ScratchFolder folder;
    support::Run run;
    for (const auto& [name, text] : files) {
        folder.write(name, text);
    }
    run.arguments = std::move(words);
    run.environment["COLUMNS"] = "80";
    run.folder = folder.path();
    return support::run(run);
}

json document(const Files& files, std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const auto outcome = run_program(files, std::move(words));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string plan = R"(currency = "USD"
horizon = "2 years"
[[rung]]
id = "one"
total = 120_000
[[path]]
id = "now"
rung = "one"
pay = 120_000
job_loss = { per_year = "0%" }
[[path]]
id = "later"
rung = "one"
pay = 108_000
leave_after = "1 year"
later_pay = "0%"
job_loss = { per_year = "0%" }
)";

/// A private company with a sign-on on the first day, which goes back in parts, and a sale that is certain.
const std::string startup = R"(company = "Lumen"
currency = "USD"
start = 2026-03-02
[base]
salary = 120_000
[[sign_on]]
name = "Sign-on"
amount = 24_000
clawback = { within = "12 months" }
[stock]
kind = "private"
price = 1.00
fully_diluted = 1_000_000
[[exit]]
name = "sold"
chance = "100%"
on = 2028-03-01
value = 50_000_000
[[grant]]
id = "new-hire"
instrument = "rsu"
quantity = 4_800
vesting = { over = "4 years", every = "1 month" }
)";

const std::string of_startup = R"(currency = "USD"
horizon = "4 years"
discount_rate = "0%"
[[rung]]
id = "one"
total = 120_000
[[path]]
id = "leave"
rung = "one"
offer = "lumen.toml"
leave_after = "6 months"
job_loss = { per_year = "0%" }
[[path]]
id = "stay"
rung = "one"
offer = "lumen.toml"
job_loss = { per_year = "0%" }
)";

/// A job held now whose next shares vest within a month of the day on which it is looked at.
const std::string held = R"(company = "Apex"
kind = "current"
currency = "USD"
start = 2024-02-15
[base]
salary = 120_000
[stock]
kind = "public"
price = 100.00
[[grant]]
id = "old"
instrument = "rsu"
quantity = 480
vesting = { over = "4 years", every = "1 year" }
)";

const std::string of_held = R"(currency = "USD"
horizon = "3 years"
discount_rate = "0%"
[[rung]]
id = "one"
total = 120_000
[[path]]
id = "stay"
rung = "one"
offer = "apex.toml"
job_loss = { per_year = "0%" }
)";

/// The first screen of a plan of the repository, in 80 columns.
std::string screen(std::vector<std::string> words) {
    support::Run run;
    run.arguments = std::move(words);
    run.environment["COLUMNS"] = "80";
    run.folder = support::source_path(".");
    const auto outcome = support::run(run);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
}

/// The lines of a page, none of them of more than 80 columns.
std::size_t lines_of(const std::string& page) {
    std::size_t lines = 0;
    std::istringstream in{page};
    for (std::string line; std::getline(in, line); ++lines) {
        // Each byte of a character but its first begins with the bits 10.
        const auto columns = std::count_if(
            line.begin(), line.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
        INFO(line);
        CHECK(columns <= 80);
    }
    return lines;
}

double year(const json& path, std::size_t number) { return path.at("years").at(number - 1).at("mean").get<double>(); }

}  // namespace

TEST_CASE("a plan is checked as a plan, and other commands leave it out") {
    const auto checked = run_program({{"plan.toml", plan}}, {"check", "plan.toml"});
    CHECK(holds(checked.out, "plan.toml: a career plan: 1 rung, 2 paths of 2 years"));
    const auto compared = run_program({{"plan.toml", plan}}, {"compare", "plan.toml"});
    CHECK(compared.status == 1);
    CHECK(holds(compared.err, "this is a career plan, not an offer"));
    CHECK(holds(compared.err, "`offerkit career plan.toml`"));
}

TEST_CASE("--set on a plan changes a belief, and an unknown path gets near ones") {
    const Files files{{"plan.toml", plan}};
    const auto set = document(files, {"career", "plan.toml", "--set", "path.later.pay=120000", "--samples", "500"});
    CHECK(set.at("paths").at(0).at("looks") == set.at("paths").at(1).at("looks"));
    const auto wrong = run_program(files, {"career", "plan.toml", "--set", "path.latter.pay=120000"});
    CHECK(wrong.status == 1);
    CHECK(holds(wrong.err, "did you mean `later`?"));
    const auto stray = run_program(files, {"career", "plan.toml", "--set", "other.toml:base.salary=1"});
    CHECK(holds(stray.err, "names a file that the plan does not"));
}

TEST_CASE("--sweep on a plan gives a row for each value and where the larger mean changes hands") {
    const auto swept = document({{"plan.toml", plan}}, {"career", "plan.toml", "--samples", "500", "--sweep",
                                                        "path.later.later_pay=0%..20%/10%"});
    const json& rows = swept.at("sweep");
    REQUIRE(rows.size() == 3);
    CHECK(rows.at(0).at("leader") == "now");
    CHECK(rows.at(2).at("leader") == "later");
    CHECK(rows.at(0).at("figures").at(0) == rows.at(2).at("figures").at(0));
    REQUIRE(swept.at("crossings").size() == 1);
    // 12,000 less in the first year is made up by a tenth more in the second, which counts 5% less.
    CHECK(swept.at("crossings").at(0).at("at").get<double>() == Approx(0.105).margin(0.0001));
}

TEST_CASE("a prior counts where a plan names it, and an unknown one lists near ones") {
    const std::string with = "pay_growth = \"prior:pay_growth\"\n" + plan;
    const auto named = document({{"plan.toml", with}}, {"career", "plan.toml", "--samples", "500"});
    const auto stated =
        document({{"plan.toml", "pay_growth = \"3.2%\"\n" + plan}}, {"career", "plan.toml", "--samples", "500"});
    CHECK(named.at("paths") == stated.at("paths"));
    CHECK(holds(named.at("assumptions").dump(), "grade B, as of 2025-10-01"));
    const auto unknown =
        run_program({{"plan.toml", "pay_growth = \"prior:pay_growh\"\n" + plan}}, {"career", "plan.toml"});
    CHECK(unknown.status == 1);
    CHECK(holds(unknown.err, "did you mean `pay_growth`?"));
    const auto rateless =
        run_program({{"plan.toml", "pay_growth = \"prior:switch.gain\"\n" + plan}}, {"career", "plan.toml"});
    CHECK(holds(rateless.err, "gives no single rate"));
    const auto range = run_program({{"plan.toml", "keep = \"prior:funnel.offer\"\n" + plan}}, {"career", "plan.toml"});
    CHECK(holds(range.err, "is a range from 15% to 70%"));
}

TEST_CASE("a prior counts in a pipeline file too, and one below 0 names itself") {
    const std::string search =
        "as_of = 2026-01-20\n[[process]]\nname = \"B\"\nvalue = 900_000\n"
        "expected = 2026-02-05\n";
    const auto named =
        document({{"search.toml", search + "chance = \"prior:back_at_work\"\n"}}, {"pipeline", "search.toml"});
    CHECK(named.at("processes").at(0).at("chance") == 0.745);
    CHECK(holds(named.at("assumptions").dump(), "the prior `back_at_work`, grade A"));
    const auto below =
        run_program({{"search.toml", search + "chance = \"prior:later_pay\"\n"}}, {"pipeline", "search.toml"});
    CHECK(below.status == 1);
    CHECK(holds(below.err, "search.toml:6:10: error: `chance` cannot be negative, and the prior `later_pay` says -8%"));
    CHECK(holds(below.err, "such as `chance = \"40%\"`"));
    for (const char* kind : {"plan", "pipeline"}) {
        CHECK(holds(run_program({}, {"schema", kind}).out, "^prior:.+$"));
    }
    CHECK_FALSE(holds(run_program({}, {"schema"}).out, "prior:"));
}

TEST_CASE("an offer's mistake is shown in the offer, and a missing offer also in the plan") {
    std::string text = startup;
    text.replace(text.find("120_000"), 7, "\"120k\"");
    const auto wrong = run_program({{"lumen.toml", text}, {"plan.toml", of_startup}},
                                   {"career", "plan.toml", "--as-of", "2026-01-20"});
    CHECK(wrong.status == 1);
    CHECK(holds(wrong.err, "lumen.toml:5:10: error: "));
    const auto missing = run_program({{"plan.toml", of_startup}}, {"career", "plan.toml", "--as-of", "2026-01-20"});
    CHECK(missing.status == 3);
    CHECK(holds(missing.err, "lumen.toml: error: there is no such file"));
    CHECK(holds(missing.err, "plan.toml:10:9: note: path `leave` begins with the offer of this file"));
}

TEST_CASE("more worlds than 5 million are refused with what they would buy") {
    const auto refused = run_program({{"plan.toml", plan}}, {"career", "plan.toml", "--samples", "20000000"});
    CHECK(refused.status == 2);
    CHECK(holds(refused.err, "a standard error of 0.0224 percentage points: 20000000 worlds would make it 0.0112"));
    CHECK(holds(refused.err, "`--samples 5000000`"));
}

TEST_CASE("worlds that would not fit in memory are refused before any is taken, with those that fit") {
    std::string many = "currency = \"USD\"\nhorizon = \"40 years\"\n[[rung]]\nid = \"one\"\ntotal = 120_000\n";
    for (int path = 0; path < 8; ++path) {
        many += "[[path]]\nid = \"p" + std::to_string(path) + "\"\nrung = \"one\"\npay = 120_000\n";
    }
    const auto with = [&](const std::string& worlds) {
        return run_program({{"plan.toml", many}}, {"career", "plan.toml", "--samples", worlds});
    };
    const auto refused = with("5000000");
    CHECK(refused.status == 2);
    CHECK(holds(refused.err, "5000000 worlds of 8 paths over 40 years would take 14"));
    CHECK(holds(refused.err, "a run takes at most 2500 MB"));
    // The help can be followed: so many fit, and more are refused with the same words.
    CHECK(holds(refused.err, "`--samples 880000`"));
    CHECK(holds(refused.err, "0.0533"));
    CHECK(with("890000").status == 2);
    // One that is over both bounds names the number that holds for both.
    const auto over_both = with("6000000");
    CHECK(holds(over_both.err, "at most 5,000,000"));
    CHECK(holds(over_both.err, "`--samples 880000`"));
}

TEST_CASE("first screens have at most 24 lines of 80 columns, and never say that a path is better") {
    for (const char* example : {"examples/large-or-startup/plan.toml", "examples/career-switch/plan.toml"}) {
        const auto page = screen({"career", example});
        CAPTURE(example, page);
        CHECK(lines_of(page) <= 24);
        CHECK(page.starts_with("On these beliefs "));
        CHECK_FALSE(holds(page, "is better"));
        CHECK(holds(page, "you would have to believe"));
        CHECK(holds(page, "Left out"));
    }
    const auto search = screen({"pipeline", "examples/job-search/search.toml"});
    CAPTURE(search);
    CHECK(lines_of(search) <= 24);
}

namespace {

/// Up to three paths and three rungs with long names, wide letters among them; two names begin alike.
std::string plan_of_long_names(int paths, int scale, const std::string& currency) {
    const std::vector<std::string> names{
        "A large company first, for as long as it takes, and a small one afterwards",
        "大きな会社に長く勤めてから小さな会社に移るという道",
        "A large company first, for as long as it takes, and another one in a different town"};
    const std::vector<std::string> rungs{"Senior engineer with many tasks in several teams",
                                         "とても長い役職の名前の上級",
                                         "Principal engineer of all that the company makes"};
    const auto amount = [&](int thousands) { return std::to_string(std::int64_t{thousands} * 1000 * scale); };
    std::string text = "currency = \"" + currency + "\"\nlook = [\"4 years\", \"7 years\"]\nspending = " + amount(100) +
                       "\nsavings = " + amount(50) + "\n[market]\ndownturn = \"15%\"\n";
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        text += "[[rung]]\nid = \"" + rungs[i] + "\"\ntotal = { low = " + amount(100 + 50 * static_cast<int>(i)) +
                ", likely = " + amount(120 + 50 * static_cast<int>(i)) +
                ", high = " + amount(130 + 50 * static_cast<int>(i)) + " }\n";
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(paths); ++i) {
        text += "[[path]]\nid = \"" + names[i] + "\"\nrung = \"" + rungs[0] + "\"\npay = [" + amount(110) + ", " +
                amount(100 + 9 * static_cast<int>(i)) +
                "]\nlater_pay = { low = \"-8%\", likely = \"0%\", high = \"10%\" }\njob_loss = { per_year = \"4%\", "
                "in_downturn = \"12%\", months_out = 5, comeback = \"93%\" }\n";
        for (std::size_t rung = 1; i != 1 && rung < rungs.size(); ++rung) {
            text +=
                "promotion.\"" + rungs[rung] + "\" = { ever = \"40%\", median = \"3 years\", slow = \"6 years\" }\n";
        }
    }
    return text + "[[turn]]\nat = \"12 months\"\nfrom = \"" + names[0] + "\"\nto = \"" + names[1] +
           "\"\nopen = \"60%\"\nreading = \"75%\"\n";
}

}  // namespace

TEST_CASE("paths and rungs with long names, and amounts of many digits, stay on one screen") {
    for (const auto& [currency, scale] : {std::pair{"USD", 1}, std::pair{"JPY", 150}, std::pair{"VND", 25'000}}) {
        for (const int paths : {2, 3}) {
            const auto page = run_program({{"plan.toml", plan_of_long_names(paths, scale, currency)}},
                                          {"career", "plan.toml", "--samples", "500"})
                                  .out;
            CAPTURE(page);
            CHECK(lines_of(page) <= 24);
            CHECK(page.starts_with("On these beliefs "));
            CHECK(holds(page, std::string{currency} + " "));
            // What has no rate is named there, whatever else is cut.
            CHECK(holds(page, "Left out"));
            CHECK(holds(page, "promotion of 大きな会社"));
            CHECK(holds(page, "To tie"));
            if (paths == 3) {
                // No two paths look alike.
                CHECK(holds(page, "\nA large c… 1 "));
                CHECK(holds(page, "\nA large c… 3 "));
            }
        }
    }
}

TEST_CASE("two paths alike are about even, and what counts as none is named") {
    const auto alike = run_program({{"plan.toml", plan}}, {"career", "plan.toml", "--set", "path.later.pay=120000"});
    CHECK(alike.out.starts_with("On these beliefs now pays as much as later over 2 years on average: about even"));
    CHECK(holds(alike.out, "for want of a rate: job loss, downturns, promotion"));
    CHECK(holds(alike.err, "no path ever loses a job"));
    const auto partly =
        run_program({{"plan.toml", plan}}, {"career", "plan.toml", "--set", "path.now.job_loss.per_year=4%"});
    CHECK(holds(partly.out, "job loss of later"));
    CHECK(holds(partly.err, "job loss counts as none for `later`, and other paths state it"));
}

TEST_CASE("more than three paths: the five largest means, the rest under --detail") {
    std::string many = "currency = \"USD\"\n[[rung]]\nid = \"one\"\ntotal = 120_000\n";
    for (int path = 0; path < 6; ++path) {
        many += "[[path]]\nid = \"p" + std::to_string(path) +
                "\"\nrung = \"one\"\npay = " + std::to_string(110'000 + 2'000 * path) +
                "\njob_loss = { per_year = \"4%\", months_out = 5 }\n";
    }
    const auto first = run_program({{"plan.toml", many}}, {"career", "plan.toml", "--samples", "500"});
    CHECK(lines_of(first.out) <= 24);
    CHECK(holds(first.out, "\np5 "));
    CHECK_FALSE(holds(first.out, "p0"));
    const auto all = run_program({{"plan.toml", many}}, {"career", "plan.toml", "--samples", "500", "--detail"});
    CHECK(holds(all.out, "\np0"));
    CHECK(holds(all.out, "Rungs after 10 years"));
    CHECK(holds(all.out, "To tie, one of these would have to be believed"));
}

TEST_CASE("a sign-on on the first day, its clawback and an exit count in their months, as worked out by hand") {
    const auto found = document({{"lumen.toml", startup}, {"plan.toml", of_startup}},
                                {"career", "plan.toml", "--samples", "500", "--as-of", "2026-01-20"});
    const json& leave = found.at("paths").at(0);
    const json& stay = found.at("paths").at(1);
    // Twelve salaries of 10,000; the sign-on in month 1; half of it goes back at the end of month 6.
    CHECK(year(leave, 1) == Approx(120'000 + 24'000 - 12'000).margin(1));
    CHECK(year(leave, 2) == Approx(120'000).margin(1));
    CHECK(year(stay, 1) == Approx(120'000 + 24'000).margin(1));
    // 23 of 48 parts have vested by 1 March 2028, a day before month 24 ends: 2,300 shares at 50.
    CHECK(year(stay, 2) == Approx(120'000 + 2'300 * 50).margin(1));
    CHECK(year(stay, 3) == Approx(120'000).margin(1));
}

TEST_CASE("a job held now begins on the day it is looked at, and its next vest falls into month 1") {
    const auto found = document({{"apex.toml", held}, {"plan.toml", of_held}},
                                {"career", "plan.toml", "--samples", "500", "--as-of", "2026-01-20"});
    const json& stay = found.at("paths").at(0);
    CHECK(year(stay, 1) == Approx(120'000 + 12'000).margin(1));  // 15 February 2026
    CHECK(year(stay, 2) == Approx(120'000 + 12'000).margin(1));  // 15 February 2027
    CHECK(year(stay, 3) == Approx(120'000 + 12'000).margin(1));  // 15 February 2028, the last of the grant
}

TEST_CASE("init --career writes questions that career names and never passes over") {
    const auto written =
        run_program({{"lumen.toml", startup}}, {"init", "--career", "lumen.toml", "--as-of", "2026-01-20"});
    REQUIRE(written.status == 0);
    CHECK(holds(written.out, "offer = \"lumen.toml\""));
    const auto asked = run_program({{"lumen.toml", startup}, {"plan.toml", written.out}}, {"career", "plan.toml"});
    CHECK(asked.status == 1);
    CHECK(asked.out.empty());
    CHECK(holds(asked.err, "this is still to be filled in: how many years in a hundred"));
    const auto stray = run_program({{"lumen.toml", startup}}, {"init", "lumen.toml"});
    CHECK(holds(stray.err, "`offerkit init --career lumen.toml`"));
}

TEST_CASE("decide --career counts a path's pay once") {
    const std::string rated = "[factors]\nfun = 5\n";
    const std::string fun = "[[factor]]\nid = \"fun\"\nswing = 50\nworst_means = \"dull\"\nbest_means = \"play\"\n";
    const std::string money = "[money]\nworst = 50_000\nbest = 250_000\nswing = 100\n";
    const Files files{{"lumen.toml", startup + rated},
                      {"apex.toml", held + rated},
                      {"plan.toml", of_held},
                      {"me.toml", money + fun},
                      {"twice.toml", money + fun +
                                         "[[factor]]\nid = \"title\"\nname = \"Promotion\"\nswing = 10\n"
                                         "worst_means = \"none\"\nbest_means = \"soon\"\n"}};
    const std::vector<std::string> words{"decide",     "lumen.toml", "apex.toml", "--as-of",
                                         "2026-01-20", "--career",   "plan.toml"};
    auto once = words;
    once.insert(once.end(), {"--priorities", "me.toml"});
    const auto decided = document(files, once);
    double pay = 0;
    for (const auto& each : decided.at("scores")) {
        pay = each.at("company") == "Apex" ? each.at("yearly_pay").get<double>() : pay;
    }
    CHECK(pay == Approx(132'000).margin(1));
    auto twice = words;
    twice.insert(twice.end(), {"--priorities", "twice.toml"});
    const auto refused = run_program(files, twice);
    CHECK(refused.status == 1);
    CHECK(holds(refused.err, "`title` counts later money a second time, by its name"));
    CHECK(holds(refused.err, "delete its [[factor]]"));
}
