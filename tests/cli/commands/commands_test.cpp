// The commands as people and scripts run them: exit statuses, what goes where, and the JSON that programs rely on.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <offerkit/calendar/date.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"
#include "support/run.hpp"

namespace fs = std::filesystem;
using nlohmann::json;
using support::Outcome;
using support::Run;
using support::ScratchFolder;

namespace {

const std::string sound = R"(company = "Acme"
role = "Engineer"
currency = "USD"
start = 2026-03-02
[base]
salary = 182_000
[bonus]
target = "10%"
[stock]
price = 100
as_of = 2026-01-15
[[grant]]
id = "new-hire"
instrument = "rsu"
quantity = 1_600
vesting = { over = "4 years", every = "3 months" }
)";

const std::string gated = R"(company = "Beta"
currency = "USD"
start = 2026-03-02
[stock]
kind = "private"
price = 10
[[grant]]
id = "late"
instrument = "rsu"
quantity = 400
gate = "ipo"
vesting = { over = "4 years", every = "12 months" }
[[grant]]
id = "missed"
instrument = "rsu"
quantity = 40
gate = "sale"
expires = "1 year"
vesting = { over = "4 years", every = "12 months" }
[[event]]
id = "ipo"
chance = "40%"
[[event]]
id = "sale"
deadline = 2026-06-01
)";

Outcome run_in(const ScratchFolder& folder, std::vector<std::string> arguments, std::string input = {}) {
    Run run;
    run.arguments = std::move(arguments);
    run.folder = folder.path();
    run.input = std::move(input);
    return support::run(run);
}

json json_of(const Outcome& outcome) {
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

bool has_keys(const json& object, const std::set<std::string>& keys) {
    for (const auto& key : keys) {
        if (!object.contains(key)) {
            UNSCOPED_INFO("there is no " << key);
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("a wrong command line ends with status 2, its reason on standard error and nothing on standard output") {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"comapre"},
                                                  {"compare"},
                                                  {"compare", "a.toml", "--fromat", "csv"},
                                                  {"check"},
                                                  {"help", "comapre"},
                                                  {"profiles", "vestin"},
                                                  {"profiles", "vesting", "gogle"},
                                                  {"schema", "ofer"},
                                                  {"init", "--company", "mta"}}) {
        const Outcome outcome = support::run(words);
        INFO(words.front() << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.starts_with("offerkit: error: "));
        CHECK(outcome.err.find("\n  help: ") != std::string::npos);
    }
    CHECK(support::run({"profiles", "vesting", "gogle"}).err.find("did you mean `google`") != std::string::npos);
    CHECK(support::run({"init", "--company", "mta"}).err.find("did you mean `meta`") != std::string::npos);
}

TEST_CASE("vest says that no day is known, where an empty table would say nothing") {
    const ScratchFolder folder;
    folder.write("a.toml",
                 "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[event]]\nid = \"ipo\"\n[[grant]]\nid = "
                 "\"late\"\nquantity = 400\n[[grant.segment]]\nportion = 1\nover = \"4 years\"\nevery = \"1 year\"\n"
                 "start = \"event:ipo\"\n");
    const Outcome by_year = run_in(folder, {"vest", "a.toml", "--by", "year", "--as-of", "2026-01-20"});
    CHECK(by_year.status == 0);
    CHECK(by_year.out.find("Nothing vests on a day that is known") != std::string::npos);
    CHECK(by_year.out.find("By time") == std::string::npos);
    CHECK(by_year.out.find("400 of `late` wait for `ipo`") != std::string::npos);
}

TEST_CASE("check tells in one line what was read of each file") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    folder.write("b.toml", gated + "[base]\nsalary = 150_000\n");
    const Outcome outcome = run_in(folder, {"check", "a.toml", "b.toml", "--as-of", "2026-01-20"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out ==
          "a.toml: Acme, Engineer: base, bonus, 1 grant; no problems\n"
          "b.toml: Beta: base, 2 grants, 2 events; no problems\n");
}

TEST_CASE("check warns on standard error and still ends with status 0") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    const Outcome outcome = run_in(folder, {"check", "a.toml", "--as-of", "2026-12-31"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out == "a.toml: Acme, Engineer: base, bonus, 1 grant; 1 warning\n");
    CHECK(outcome.err.find("a.toml:10:9: warning: ") == 0);
    CHECK(outcome.err.find("[old-price]") != std::string::npos);
}

TEST_CASE("problems of the priorities and of --set stand in the data of check under their own names") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    folder.write("me.toml", "discount = \"5%\"\n");
    const Outcome outcome =
        run_in(folder, {"check", "a.toml", "--as-of", "2026-01-20", "--priorities", "me.toml", "--format", "json"});
    CHECK(outcome.status == 1);
    const json files = json::parse(outcome.out)["files"];
    REQUIRE(files.size() == 2);
    CHECK(files[0]["file"] == "a.toml");
    CHECK(files[0]["offers"] == 1);
    CHECK(files[0]["problems"].empty());
    CHECK(files[1]["file"] == "me.toml");
    CHECK(files[1]["problems"][0]["code"] == "unknown-key");
    CHECK(has_keys(files[1]["problems"][0], {"code", "severity", "message", "help", "source", "line", "column"}));
}

TEST_CASE("an offer may come from standard input") {
    const ScratchFolder folder;
    const json document = json_of(run_in(folder, {"show", "-", "--format", "json", "--as-of", "2026-01-20"}, sound));
    CHECK(document["company"] == "Acme");
    CHECK(document["file"] == "-");
}

TEST_CASE("what show gives as data is an entry of compare with the mix and the level") {
    const json document = json_of(
        support::run({"show", "examples/three-offers/google.toml", "--format", "json", "--as-of", "2026-01-20"}));
    CHECK(document["offerkit"]["command"] == "show");
    CHECK(document["offerkit"]["schema"] == 1);
    const json compared = json_of(
        support::run({"compare", "examples/three-offers/google.toml", "--format", "json", "--as-of", "2026-01-20"}));
    for (const auto& [key, value] : compared["offers"][0].items()) {
        if (key != "rank" && key != "difference_to_best") {
            INFO(key);
            CHECK(document[key] == value);
        }
    }
    CHECK(document["mix"]["sign_on"].get<double>() == Approx(20000.0 / 1399700.0));
    double whole = 0;
    for (const auto& [key, share] : document["mix"].items()) {
        whole += share.is_null() ? 0 : share.get<double>();
    }
    CHECK(whole == Approx(1));
    CHECK(document["level"]["ladder"] == "google");
    CHECK(document["level"]["rung"] == "senior");
    bool among_neighbours = false;
    for (const auto& neighbour : document["level"]["neighbours"]) {
        CHECK(has_keys(neighbour, {"ladder", "name", "share"}));
        among_neighbours = among_neighbours || neighbour["name"] == "E5";
    }
    CHECK(among_neighbours);
}

TEST_CASE("compare gives every figure of the contract as data, and its parts add up") {
    const json document =
        json_of(support::run({"compare", "examples/three-offers/amazon.toml", "examples/three-offers/google.toml",
                              "--format", "json", "--as-of", "2026-01-20"}));
    REQUIRE(has_keys(document, {"offerkit", "offers", "best", "breakeven", "assumptions"}));
    REQUIRE(document["offers"].size() == 2);
    for (const auto& offer : document["offers"]) {
        REQUIRE(has_keys(offer, {"company", "currency", "years", "definitions", "by_certainty", "pending",
                                 "just_outside", "rank", "difference_to_best"}));
        REQUIRE(has_keys(offer["definitions"], {"first_year", "annualized", "average", "target", "guaranteed",
                                                "present_value", "survival_weighted"}));
        double total = 0;
        for (const auto& year : offer["years"]) {
            REQUIRE(has_keys(year, {"year", "from", "to", "base", "bonus", "sign_on", "equity", "refreshers",
                                    "benefits", "costs", "total"}));
            double parts = 0;
            for (const char* part : {"base", "bonus", "sign_on", "equity", "benefits", "costs"}) {
                parts += year[part].get<double>();
            }
            CHECK(parts == year["total"].get<double>());
            total += parts;
        }
        CHECK(total == offer["total"].get<double>());
        const auto& sure = offer["by_certainty"];
        CHECK(sure["guaranteed"].get<double>() + sure["contingent"].get<double>() + sure["uncertain"].get<double>() ==
              total);
        CHECK(offer["definitions"]["first_year"] == offer["years"][0]["total"]);
    }
    CHECK(document["best"]["by"] == "present_value");
    CHECK(document["best"]["company"] == "Google");
    CHECK(document["offers"][1]["rank"] == 1);
    CHECK(document["offers"][1]["difference_to_best"] == 0);
    REQUIRE(document["breakeven"].size() == 2);
    CHECK(
        has_keys(document["breakeven"][0], {"company", "against", "by", "required_price", "required_growth_per_year"}));
    bool horizon_assumed = false;
    for (const auto& assumption : document["assumptions"]) {
        CHECK(has_keys(assumption, {"company", "key", "value", "meaning"}));
        horizon_assumed = horizon_assumed || assumption["key"] == "horizon";
    }
    CHECK(horizon_assumed);
}

TEST_CASE("the day that counts as today is an assumption unless it is given") {
    const json guessed = json_of(support::run({"compare", "examples/three-offers/google.toml", "--format", "json"}));
    const json stated = json_of(
        support::run({"compare", "examples/three-offers/google.toml", "--format", "json", "--as-of", "2026-01-20"}));
    const auto assumes_today = [](const json& document) {
        for (const auto& assumption : document["assumptions"]) {
            if (assumption["key"] == "as_of") {
                return offerkit::calendar::parse_date(assumption["value"].get<std::string>()).has_value();
            }
        }
        return false;
    };
    CHECK(assumes_today(guessed));
    CHECK_FALSE(assumes_today(stated));
}

TEST_CASE("a flag beats the priorities, and the priorities beat the defaults") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    folder.write("me.toml", "horizon = \"2 years\"\ndiscount_rate = \"0%\"\n[stay]\nexit_per_year = \"0%\"\n");
    const auto years = [&](std::vector<std::string> extra) {
        std::vector<std::string> words{"compare", "a.toml", "--format", "json", "--as-of", "2026-01-20"};
        words.insert(words.end(), extra.begin(), extra.end());
        return json_of(run_in(folder, words));
    };
    CHECK(years({})["offers"][0]["years"].size() == 4);
    const json mine = years({"--priorities", "me.toml"});
    CHECK(mine["offers"][0]["years"].size() == 2);
    CHECK(mine["offers"][0]["definitions"]["present_value"] == mine["offers"][0]["total"]);
    CHECK(mine["offers"][0]["definitions"]["survival_weighted"] == mine["offers"][0]["total"]);
    CHECK(years({"--priorities", "me.toml", "--horizon", "3 years"})["offers"][0]["years"].size() == 3);
    folder.write("short.toml", "horizon = \"0 months\"\n");
    const Outcome refused = run_in(folder, {"compare", "a.toml", "--priorities", "short.toml"});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("short.toml:1:") == 0);
}

TEST_CASE("--set changes one file or all of them, and is named where it is wrong") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    folder.write("b.toml", sound);
    const auto base_of = [&](const std::string& setting) {
        const json document = json_of(run_in(
            folder, {"compare", "a.toml", "b.toml", "--format", "json", "--as-of", "2026-01-20", "--set", setting}));
        return std::pair(document["offers"][0]["years"][0]["base"].get<int>(),
                         document["offers"][1]["years"][0]["base"].get<int>());
    };
    CHECK(base_of("base.salary=200_000") == std::pair(200000, 200000));
    CHECK(base_of("b.toml:base.salary=200_000") == std::pair(182000, 200000));
    const Outcome wrong = run_in(folder, {"show", "a.toml", "--set", "base.salry=1"});
    CHECK(wrong.status == 1);
    CHECK(wrong.out.empty());
    CHECK(wrong.err.find("--set:1:") == 0);
    const Outcome nobody = run_in(folder, {"show", "a.toml", "--set", "c.toml:base.salary=1"});
    CHECK(nobody.status == 2);
    CHECK(nobody.err.find("`c.toml`") != std::string::npos);
}

TEST_CASE("vest gives every tranche as data, and what it adds up to is the grant") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    const json document = json_of(run_in(folder, {"vest", "a.toml", "--format", "json", "--as-of", "2027-03-02"}));
    const json grant = document["offers"][0]["grants"][0];
    REQUIRE(has_keys(grant, {"id", "instrument", "quantity", "grant_date", "vesting_start", "tranches", "vested",
                             "unvested", "pending", "lost"}));
    REQUIRE(grant["tranches"].size() == 16);
    int sum = 0;
    for (const auto& tranche : grant["tranches"]) {
        REQUIRE(has_keys(tranche, {"date", "quantity", "cumulative", "value", "state", "segment", "scheduled_date"}));
        sum += tranche["quantity"].get<int>();
        CHECK(tranche["cumulative"] == sum);
        CHECK(tranche["value"] == tranche["quantity"].get<int>() * 100);
    }
    CHECK(sum == 1600);
    CHECK(grant["vested"] == 400);  // as-of is inclusive
    CHECK(grant["unvested"] == 1200);
    CHECK(grant["tranches"][3]["state"] == "vested");
    CHECK(grant["tranches"][4]["state"] == "unvested");
}

TEST_CASE(
    "what waits for an event has no date and no place in the sums; what missed its deadline has no value either") {
    const ScratchFolder folder;
    folder.write("b.toml", gated);
    const json grants =
        json_of(run_in(folder, {"vest", "b.toml", "--format", "json", "--as-of", "2027-06-01"}))["offers"][0]["grants"];
    CHECK(grants[0]["pending"] == 400);
    CHECK(grants[0]["tranches"][0]["state"] == "pending");
    CHECK(grants[0]["tranches"][0]["date"].is_null());
    CHECK(grants[0]["tranches"][0]["cumulative"].is_null());
    CHECK(grants[0]["tranches"][0]["scheduled_date"] == "2027-03-02");
    CHECK(grants[1]["impossible"] == 40);
    CHECK(grants[1]["tranches"][0]["state"] == "impossible");
    CHECK(grants[1]["tranches"][0]["value"].is_null());
}

TEST_CASE("--if supposes an event, and names those there are when it does not exist") {
    const ScratchFolder folder;
    folder.write("b.toml", gated);
    const json document = json_of(
        run_in(folder, {"vest", "b.toml", "--format", "json", "--as-of", "2026-03-02", "--if", "ipo=2028-09-01"}));
    const json tranches = document["offers"][0]["grants"][0]["tranches"];
    REQUIRE(tranches.size() == 3);
    CHECK(tranches[0]["date"] == "2028-09-01");
    CHECK(tranches[0]["quantity"] == 200);
    CHECK(document["assumptions"].dump().find("event.ipo.date") != std::string::npos);
    const Outcome unknown = run_in(folder, {"vest", "b.toml", "--if", "ipoo=2028-09-01"});
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("did you mean `ipo`") != std::string::npos);
}

TEST_CASE("--if leave=DATE supposes a departure beside other events, and needs a job that has begun") {
    const ScratchFolder folder;
    folder.write("b.toml", gated);
    const json document = json_of(run_in(folder, {"vest", "b.toml", "--format", "json", "--as-of", "2026-03-02", "--if",
                                                  "ipo=2028-09-01", "--if", "leave=2029-03-02"}));
    // 200 come with the listing, 100 on the last day employed, and the last 100 are forfeited.
    const json grant = document["offers"][0]["grants"][0];
    CHECK(grant["unvested"] == 300);
    CHECK(grant["forfeited"] == 100);
    CHECK(grant["tranches"][2]["state"] == "forfeited");
    CHECK(grant["tranches"][2]["reason"] == "earned after the last day employed");
    CHECK(document["assumptions"].dump().find("leaving of your own will") != std::string::npos);
    const Outcome early = run_in(folder, {"vest", "b.toml", "--if", "leave=2020-01-01"});
    CHECK(early.status == 2);
    CHECK(early.err.find("`--if leave=2020-01-01` lies before every job has begun") != std::string::npos);
}

TEST_CASE("a horizon cuts the timeline and says how much lies beyond it") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    const json grant = json_of(run_in(folder, {"vest", "a.toml", "--format", "json", "--as-of", "2026-01-20",
                                               "--horizon", "1 year"}))["offers"][0]["grants"][0];
    CHECK(grant["tranches"].size() == 4);
    CHECK(grant["unvested"] == 400);
    CHECK(grant["beyond_horizon"] == 1200);
}

TEST_CASE("a timeline can be gathered by stretches of time, whose sums are those of the tranches") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    const auto labels = [&](const std::string& step) {
        const json periods = json_of(
            run_in(folder, {"vest", "a.toml", "--format", "json", "--as-of", "2026-01-20", "--by", step}))["periods"];
        int sum = 0;
        for (const auto& period : periods) {
            sum += period["quantity"].get<int>();
            CHECK(period["cumulative"] == sum);
        }
        CHECK(sum == 1600);
        return periods[0]["label"].get<std::string>() + " to " + periods[0]["to"].get<std::string>() + ", " +
               std::to_string(periods.size());
    };
    CHECK(labels("month") == "2026-06 to 2026-06-30, 16");
    CHECK(labels("quarter") == "2026 Q2 to 2026-06-30, 16");
    CHECK(labels("year") == "Year 1 to 2027-03-02, 4");
    CHECK(labels("calendar-year") == "2026 to 2026-12-31, 5");
}

TEST_CASE("sheets have a row for each offer, each year, each tranche") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    const auto rows = [&](const std::vector<std::string>& words) {
        const Outcome outcome = run_in(folder, words);
        REQUIRE(outcome.status == 0);
        return std::count(outcome.out.begin(), outcome.out.end(), '\n') - 1;
    };
    CHECK(rows({"compare", "a.toml", "--format", "csv", "--as-of", "2026-01-20"}) == 1);
    CHECK(rows({"show", "a.toml", "--format", "csv", "--as-of", "2026-01-20"}) == 4);
    CHECK(rows({"vest", "a.toml", "--format", "csv", "--as-of", "2026-01-20"}) == 16);
    CHECK(rows({"vest", "a.toml", "--format", "csv", "--as-of", "2026-01-20", "--by", "year"}) == 4);
    CHECK(rows({"check", "a.toml", "--format", "csv", "--as-of", "2026-01-20"}) == 0);
    CHECK(rows({"profiles", "ladders", "--format", "csv"}) >= 6);
}

TEST_CASE("nine offers fit no screen, but any data format") {
    const ScratchFolder folder;
    std::vector<std::string> words{"compare"};
    for (char name = 'a'; name <= 'i'; ++name) {
        words.push_back(folder.write(std::string(1, name) + ".toml", sound).string());
    }
    const Outcome table = support::run(words);
    CHECK(table.status == 2);
    CHECK(table.out.empty());
    words.insert(words.end(), {"--format", "csv", "--as-of", "2026-01-20"});
    CHECK(support::run(words).status == 0);
}

TEST_CASE("two offers of one company are told apart by their files") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    folder.write("b.toml", sound);
    const Outcome outcome = run_in(folder, {"compare", "a.toml", "b.toml", "--as-of", "2026-01-20"});
    CHECK(outcome.out.find("Acme (a)") != std::string::npos);
    CHECK(outcome.out.find("Acme (b)") != std::string::npos);
    CHECK(outcome.out.find("tie at ") != std::string::npos);
}

TEST_CASE("init writes a file that is private and never replaces one unasked") {
    const ScratchFolder folder;
    CHECK(run_in(folder, {"init", "-o", "offer.toml"}).status == 0);
    const auto file = folder.path() / "offer.toml";
    CHECK((fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
    CHECK(support::read_file(file) == run_in(folder, {"init"}).out);
    folder.write("offer.toml", "mine");
    const Outcome refused = run_in(folder, {"init", "-o", "offer.toml"});
    CHECK(refused.status == 3);
    CHECK(refused.err ==
          "offerkit: error: `offer.toml` exists already and is left as it is\n  help: `--force` replaces it\n");
    CHECK(support::read_file(file) == "mine");
    CHECK(run_in(folder, {"init", "-o", "offer.toml", "--company", "meta", "--force"}).status == 0);
    CHECK(support::read_file(file).find("Meta") != std::string::npos);
}

TEST_CASE("profiles of one's own go before the built-in ones, and those of --profiles before both") {
    const ScratchFolder folder;
    const std::string text = "source = \"me\"\nas_of = 2026-01-01\nvesting = { over = \"1 year\" }\n";
    folder.write("config/offerkit/profiles/vesting/google.toml", "name = \"Mine\"\n" + text);
    folder.write("given/vesting/google.toml", "name = \"Given\"\n" + text);
    Run run;
    run.folder = folder.path();
    run.arguments = {"profiles", "vesting", "google", "--format", "json"};
    const auto name = [&] { return json_of(support::run(run))["profiles"][0]["name"].get<std::string>(); };
    CHECK(name() == "Google 38/32/20/10, monthly");
    run.environment["HOME"] = folder.path().string();
    CHECK(name() == "Google 38/32/20/10, monthly");
    run.environment["XDG_CONFIG_HOME"] = (folder.path() / "config").string();
    CHECK(name() == "Mine");
    run.arguments.insert(run.arguments.end(), {"--profiles", "given"});
    CHECK(name() == "Given");
    fs::create_directories(folder.path() / ".config");
    fs::rename(folder.path() / "config/offerkit", folder.path() / ".config/offerkit");
    run.environment.erase("XDG_CONFIG_HOME");
    run.arguments.resize(5);
    CHECK(name() == "Mine");
    const Outcome nowhere = run_in(folder, {"profiles", "--profiles", "nowhere"});
    CHECK(nowhere.status == 3);
    CHECK(nowhere.out.empty());
}

TEST_CASE("every kind of profile is listed with its source and date, and each can be shown whole") {
    const json listed = json_of(support::run({"profiles", "--format", "json"}))["profiles"];
    std::set<std::string> kinds;
    for (const auto& profile : listed) {
        REQUIRE(has_keys(profile, {"kind", "id", "name", "source", "as_of"}));
        kinds.insert(profile["kind"].get<std::string>());
    }
    for (const char* kind : {"vesting", "companies", "ladders", "bands", "market"}) {
        CHECK(kinds.count(kind) == 1);
    }
    const Outcome one = support::run({"profiles", "ladders", "google"});
    CHECK(one.status == 0);
    CHECK(one.out.find("[[level]]\nname = \"L3\"") != std::string::npos);
}

TEST_CASE("--explain names the line and the rule of each figure, on the page and as data") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    const json entry = json_of(
        run_in(folder, {"compare", "a.toml", "--explain", "--format", "json", "--as-of", "2026-01-20"}))["offers"][0];
    bool base = false;
    bool equity = false;
    for (const auto& trace : entry["explanation"]) {
        REQUIRE(has_keys(trace, {"year", "figure", "amount", "place", "rule"}));
        if (trace["year"] == 1 && trace["figure"] == "base") {
            base = trace["place"] == "a.toml:6" && trace["amount"] == 182000;
        }
        if (trace["year"] == 1 && trace["figure"] == "equity: new-hire") {
            equity =
                trace["place"] == "a.toml:15" && trace["rule"].get<std::string>().starts_with("400 shares in 4 vests");
        }
    }
    CHECK(base);
    CHECK(equity);
    const Outcome page = run_in(folder, {"show", "a.toml", "--explain", "--as-of", "2026-01-20"});
    CHECK(page.out.find("line 6") != std::string::npos);
    CHECK(page.out.find("`base.raise` 0%") != std::string::npos);
}

TEST_CASE("the same run gives the same bytes, to a file as to standard output") {
    const ScratchFolder folder;
    folder.write("a.toml", sound);
    folder.write("b.toml", gated);
    for (const char* format : {"table", "json", "csv", "markdown"}) {
        const std::vector<std::string> words{"compare",    "a.toml",   "b.toml", "--as-of",
                                             "2026-01-20", "--format", format};
        const Outcome first = run_in(folder, words);
        REQUIRE(first.status == 0);
        CHECK(run_in(folder, words).out == first.out);
        auto to_file = words;
        to_file.insert(to_file.end(), {"-o", "out"});
        const Outcome written = run_in(folder, to_file);
        CHECK(written.status == 0);
        CHECK(written.out.empty());
        CHECK(support::read_file(folder.path() / "out") == first.out);
    }
}

TEST_CASE("an offer of almost nothing, a job held now and cash alone can all be shown") {
    const ScratchFolder folder;
    folder.write("bare.toml", "company = \"Bare\"\ncurrency = \"JPY\"\nstart = 2026-03-02\n");
    folder.write(
        "held.toml",
        "company = \"Held\"\ncurrency = \"USD\"\nkind = \"current\"\nstart = 2020-03-02\n[base]\nsalary = 100_000\n");
    folder.write("cash.toml",
                 "company = \"Cash\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[grant]]\nid = "
                 "\"retention\"\ninstrument = \"cash\"\nvalue = 10_000.01\n"
                 "vesting = { over = \"3 years\", every = \"12 months\" }\n");
    for (const char* file : {"bare.toml", "held.toml", "cash.toml"}) {
        for (const char* command : {"check", "show", "vest", "compare", "leave"}) {
            for (const char* format : {"table", "json", "csv", "markdown"}) {
                const Outcome outcome =
                    run_in(folder, {command, file, "--as-of", "2026-01-20", "--format", format, "--set", "role=\"x\""});
                INFO(command << " " << file << " " << format << ": " << outcome.err);
                CHECK(outcome.status == 0);
            }
        }
    }
    const json grant = json_of(
        run_in(folder, {"vest", "cash.toml", "--format", "json", "--as-of", "2026-01-20"}))["offers"][0]["grants"][0];
    CHECK(grant["quantity"] == 10000.01);
    CHECK(grant["tranches"][0]["value"] == 3333.33);
}

TEST_CASE("leave speaks of waiting only where the day is a choice") {
    const ScratchFolder folder;
    folder.write("beta.toml", gated);
    const auto page = [&](const char* reason) {
        return run_in(folder, {"leave", "beta.toml", "--on", "2027-03-01", "--reason", reason}).out;
    };
    CHECK(page("voluntary").find("Waiting") != std::string::npos);
    CHECK(page("death").find("Waiting") == std::string::npos);
    CHECK(page("disability").find("Waiting") == std::string::npos);
}
