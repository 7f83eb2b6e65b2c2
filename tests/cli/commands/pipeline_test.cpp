// `offerkit pipeline` as a person and a script meet it.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

using nlohmann::json;

namespace {

support::Outcome pipeline(const std::vector<std::pair<std::string, std::string>>& files,
                          std::vector<std::string> words) {
    const support::ScratchFolder folder;
    support::Run run;
    run.arguments = {"pipeline"};
    for (const auto& [name, text] : files) {
        folder.write(name, text);
        run.arguments.push_back(name);
    }
    run.arguments.insert(run.arguments.end(), words.begin(), words.end());
    run.environment["COLUMNS"] = "80";
    run.folder = folder.path();
    return support::run(run);
}

json document(const std::vector<std::pair<std::string, std::string>>& files, std::vector<std::string> words = {}) {
    words.insert(words.end(), {"--format", "json"});
    const auto outcome = pipeline(files, std::move(words));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

std::string offer(const std::string& company, int salary, const std::string& more) {
    return "company = \"" + company + "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n" + more +
           "[base]\nsalary = " + std::to_string(salary) + "\n";
}

const std::string two_processes = R"(as_of = 2026-01-20
floor = 700_000
[[offer]]
name = "A"
value = 900_000
decide_by = 2026-01-29
[[process]]
name = "B"
value = 1_200_000
chance = "40%"
expected = 2026-02-05
[[process]]
name = "C"
value = 1_000_000
chance = "25%"
expected = 2026-01-27
open_days = 14
)";

void check_funnel(const json& found, const json& expected) {
    REQUIRE(found.size() == expected.size());
    for (const auto& channel : found) {
        const json& known = expected.at(channel.at("channel").get<std::string>());
        const auto& rates = channel.at("rates");
        CHECK(rates.at("reply").get<double>() == Approx(known.at("rates")[0].get<double>()).epsilon(1e-9));
        CHECK(rates.at("onsite").get<double>() == Approx(known.at("rates")[1].get<double>()).epsilon(1e-9));
        CHECK(rates.at("offer").get<double>() == Approx(known.at("rates")[2].get<double>()).epsilon(1e-9));
        CHECK(channel.at("each").get<double>() == Approx(known.at("each").get<double>()).epsilon(1e-9));
        CHECK(channel.at("for_80") == known.at("for_80"));
        CHECK(channel.at("for_90") == known.at("for_90"));
    }
}

}  // namespace

TEST_CASE("known searches, through the command line") {
    const json known = json::parse(support::read_file(support::source_path("tests/data/searches.json")));
    constexpr double cent = 0.006;
    for (const auto& one : known.at("cases")) {
        INFO(one.at("id"));
        const json found = document({{"search.toml", one.at("file").get<std::string>()}});
        const json& expected = one.at("expected");
        REQUIRE(found.at("any_by").size() == expected.at("any_by").size());
        for (const auto& each : found.at("any_by")) {
            const double chance = expected.at("any_by").at(each.at("date").get<std::string>()).get<double>();
            CHECK(each.at("chance").get<double>() == Approx(chance).epsilon(1e-9));
        }
        CHECK(std::fabs(found.at("expected_best").get<double>() - expected.at("expected_best").get<double>()) < cent);
        for (const char* figure : {"value", "take_now", "wait"}) {
            INFO(figure);
            CHECK(std::fabs(found.at("decision").at(figure).get<double>() - expected.at(figure).get<double>()) < cent);
        }
        const json none = json::object();
        const json& extension = expected.contains("extension") ? expected.at("extension") : none;
        REQUIRE(found.at("extension").size() == extension.size());
        for (const auto& each : found.at("extension")) {
            const double worth = extension.at(std::to_string(each.at("days").get<int>())).get<double>();
            CHECK(std::fabs(each.at("worth").get<double>() - worth) < cent);
        }
        const json& hurry = expected.contains("hurry") ? expected.at("hurry") : none;
        REQUIRE(found.at("hurry").size() == hurry.size());
        for (const auto& each : found.at("hurry")) {
            const double worth = hurry.at(each.at("process").get<std::string>()).get<double>();
            CHECK(std::fabs(each.at("worth").get<double>() - worth) < cent);
        }
        check_funnel(found.at("funnel"), expected.contains("funnel") ? expected.at("funnel") : none);
        CHECK(found.at("start_by") == (expected.contains("start_by") ? expected.at("start_by") : json{}));
    }
}

TEST_CASE("offer files alone: what each is worth comes from the same model as `compare`") {
    const std::vector<std::pair<std::string, std::string>> files{
        {"a.toml", offer("A", 150'000, "decide_by = 2026-01-29\n")},
        {"b.toml", offer("B", 200'000, "evidence = \"process\"\nchance = \"40%\"\nexpected = 2026-02-10\n")},
        {"held.toml", offer("Held", 120'000, "kind = \"current\"\n")}};
    const json found = document(files, {"--as-of", "2026-01-20", "--metric", "average"});
    CHECK(found.at("metric") == "average");
    CHECK(found.at("floor").at("from") == "current");
    CHECK(found.at("floor").at("value") == 120'000);
    // .4 x 200,000 + .6 x 120,000 = 152,000, and with A open .4 x 200,000 + .6 x 150,000 = 170,000.
    CHECK(found.at("decision").at("take_now") == 150'000);
    CHECK(found.at("decision").at("value") == 152'000);
    CHECK(found.at("extension").back().at("worth") == 18'000);
    CHECK(found.at("extension").front().at("worth") == 0);
}

TEST_CASE("`negotiate` and `pipeline` say the same of waiting") {
    const std::string own = offer("A", 150'000, "decide_by = 2026-01-29\n");
    const std::string process =
        offer("B", 200'000, "evidence = \"process\"\nchance = \"40%\"\nexpected = 2026-02-10\n");
    const std::string held = offer("Held", 120'000, "kind = \"current\"\n");
    const support::ScratchFolder folder;
    folder.write("a.toml", own);
    folder.write("b.toml", process);
    folder.write("held.toml", held);
    support::Run run;
    run.folder = folder.path();
    run.arguments = {"negotiate", "a.toml",  "--against", "b.toml",     "--against", "held.toml",
                     "--metric",  "average", "--as-of",   "2026-01-20", "--format",  "json"};
    const auto outcome = support::run(run);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    const json said = json::parse(outcome.out).at("extension");
    CHECK(said.at("accept_now") == 150'000);
    CHECK(said.at("wait") == 152'000);
    CHECK(said.at("with_extension") == 170'000);
    CHECK(said.at("value") == 18'000);
    const json found = document({{"a.toml", own}, {"b.toml", process}, {"held.toml", held}},
                                {"--as-of", "2026-01-20", "--metric", "average"});
    CHECK(found.at("extension").back().at("worth") == said.at("value"));
}

TEST_CASE("whatever the chance, the day and the measure, `negotiate` and `pipeline` say the same of waiting") {
    for (const char* chance : {"0%", "15%", "65%", "100%"}) {
        for (const char* expected : {"2026-01-28", "2026-02-03"}) {
            for (const char* metric : {"average", "present_value", "annualized"}) {
                CAPTURE(chance, expected, metric);
                const support::ScratchFolder folder;
                folder.write("a.toml", offer("A", 150'000, "decide_by = 2026-01-29\n"));
                folder.write("b.toml", offer("B", 200'000,
                                             "evidence = \"process\"\nchance = \"" + std::string{chance} +
                                                 "\"\nexpected = " + expected + "\n"));
                folder.write("held.toml", offer("Held", 120'000, "kind = \"current\"\n"));
                const auto answer_of = [&](std::vector<std::string> words) {
                    support::Run run;
                    run.folder = folder.path();
                    run.arguments = std::move(words);
                    run.arguments.insert(run.arguments.end(),
                                         {"--metric", metric, "--as-of", "2026-01-20", "--format", "json"});
                    const auto outcome = support::run(run);
                    INFO(outcome.err);
                    REQUIRE(outcome.status == 0);
                    return json::parse(outcome.out);
                };
                const json said = answer_of({"negotiate", "a.toml", "--against", "b.toml", "--against", "held.toml"});
                const json found = answer_of({"pipeline", "a.toml", "b.toml", "held.toml"});
                const json& waiting = said.at("extension");
                CHECK(waiting.at("accept_now") == found.at("decision").at("take_now"));
                constexpr double cents = 0.02;  // each of two values is rounded
                if (std::string{expected} > "2026-01-29") {
                    // What `negotiate` calls waiting gives A up; here A can be taken until its last day.
                    const double best =
                        std::max(waiting.at("accept_now").get<double>(), waiting.at("wait").get<double>());
                    CHECK(std::fabs(found.at("decision").at("value").get<double>() - best) < cents);
                }
                const double days = found.at("extension").back().at("worth").get<double>();
                CHECK(std::fabs(waiting.at("value").get<double>() - days) < cents);
            }
        }
    }
}

TEST_CASE("a stage gives the chance that the record teaches; a pipeline file stands beside offer files") {
    const std::string process =
        offer("B", 200'000, "evidence = \"process\"\nstage = \"onsite\"\nexpected = 2026-02-10\n");
    const std::string record =
        "cost_per_week = 0\n[[funnel]]\nchannel = \"all\"\nsent = 20\nreplies = 7\nonsites = 5\noffers = 3\n";
    const json found = document({{"b.toml", process}, {"search.toml", record}}, {"--as-of", "2026-01-20"});
    REQUIRE(found.at("processes").size() == 1);
    CHECK(found.at("processes")[0].at("chance").get<double>() == Approx(7.4 / 15.7).epsilon(1e-11));
    const auto& assumed = found.at("assumptions");
    const auto learned = std::count_if(assumed.begin(), assumed.end(), [](const json& each) {
        return each.at("key") == "chance" && each.at("company") == "B";
    });
    CHECK(learned == 1);
    // Without a record what is known before: 4.4 of 10.7.
    const json alone = document({{"b.toml", process}}, {"--as-of", "2026-01-20"});
    CHECK(alone.at("processes")[0].at("chance").get<double>() == Approx(4.4 / 10.7).epsilon(1e-11));
}

TEST_CASE("the screen says what to do at the next answer, in 24 lines of 80 columns") {
    const auto outcome = pipeline({{"search.toml", two_processes}}, {});
    REQUIRE(outcome.status == 0);
    CHECK(outcome.out.find("Wait: 945,000 against 900,000 now. If C offers by 27 January, keep it and wait\nfor B") ==
          0);
    std::size_t lines = 0;
    std::size_t begin = 0;
    while (begin < outcome.out.size()) {
        const std::size_t end = outcome.out.find('\n', begin);
        CHECK(end - begin <= 80);
        begin = end + 1;
        ++lines;
    }
    CHECK(lines <= 24);
}

TEST_CASE("companies and channels with long names, and twelve processes, stay on one screen") {
    for (const int processes : {3, 12}) {
        std::string search = "as_of = 2026-01-20\nfloor = 500_000\n";
        for (int i = 0; i < 3; ++i) {
            search += "[[offer]]\nname = \"A company with a very long name that goes on, number " + std::to_string(i) +
                      "\"\nvalue = " + std::to_string(900'000 + i) + "\ndecide_by = 2026-01-" + std::to_string(25 + i) +
                      "\n";
        }
        for (int i = 0; i < processes; ++i) {
            search += "[[process]]\nname = \"大きな会社に長く勤めてから小さな会社 and Sons Limited " +
                      std::to_string(i) + "\"\nvalue = " + std::to_string(1'000'000 + 10'000 * i) +
                      "\nchance = \"30%\"\nexpected = 2026-02-" + std::to_string(10 + i) + "\n";
        }
        search +=
            "[[funnel]]\nchannel = \"friends of friends of people whom I know from work\"\nsent = 20\nreplies = "
            "7\nonsites = 5\noffers = 1\n[timing]\nwanted = 2026-09-01\nnotice = \"3 months\"\n";
        const auto outcome = pipeline({{"search.toml", search}}, {});
        CAPTURE(outcome.out, outcome.err);
        REQUIRE(outcome.status == 0);
        CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') <= 24);
        CHECK(outcome.out.find("20 sent, 7 replies, 5 onsites, 1 offer: ") != std::string::npos);
        CHECK(outcome.out.find(" at 30%, ") != std::string::npos);
        // `--detail` has the names whole.
        const auto whole = pipeline({{"search.toml", search}}, {"--detail"});
        CHECK(whole.out.find("Limited 2") != std::string::npos);
    }
}

TEST_CASE("`--set` reaches the pipeline file, by name or by place, and the offers beside it") {
    const std::vector<std::pair<std::string, std::string>> files{{"search.toml", two_processes}};
    CHECK(document(files, {"--set", "process.B.chance=0"}).at("decision").at("value") == 925'000);
    CHECK(document(files, {"--set", "search.toml:floor=950000"}).at("floor").at("value") == 950'000);
    const auto lost = pipeline({{"a.toml", offer("A", 150'000, "")}}, {"--set", "process.B.chance=0"});
    CHECK(lost.status == 2);
    CHECK(lost.err.find("of a pipeline file, and none is given") != std::string::npos);
    const auto unknown = pipeline(files, {"--set", "process.B.chnce=0"});
    CHECK(unknown.status == 1);
    CHECK(pipeline(files, {"--set", "nowhere=0"}).status == 1);
}

TEST_CASE("what has passed is left out and named, and what is due counts as tomorrow") {
    const std::vector<std::pair<std::string, std::string>> files{{"search.toml", two_processes}};
    const auto outcome = pipeline(files, {"--as-of", "2026-01-30", "--format", "json"});
    REQUIRE(outcome.status == 0);
    CHECK(outcome.err.find("deadline-passed") != std::string::npos);
    CHECK(outcome.err.find("answer-due") != std::string::npos);
    const json found = json::parse(outcome.out);
    CHECK(found.at("offers").empty());
    CHECK(found.at("left_out")[0].at("name") == "A");
    CHECK(found.at("processes")[1].at("expected") == "2026-01-31");
    CHECK(found.at("extension").empty());
}

TEST_CASE("a sheet has a row for each figure, with as many cells as columns") {
    const auto outcome = pipeline({{"search.toml", two_processes}}, {"--format", "csv"});
    REQUIRE(outcome.status == 0);
    CHECK(outcome.out.find("figure,name,date,count,chance,amount,currency\n") == 0);
    CHECK(outcome.out.find("extension,A,,7,,90000,USD\n") != std::string::npos);
    CHECK(outcome.out.find("any_by,,2026-02-05,,0.55,,\n") != std::string::npos);
}

TEST_CASE("two floors, two files of a search, one thing twice: refused, with both places") {
    const std::string held = offer("Held", 120'000, "kind = \"current\"\n");
    const auto floors = pipeline({{"held.toml", held}, {"search.toml", two_processes}}, {});
    CHECK(floors.status == 1);
    CHECK(floors.err.find("`floor` is what you have without any offer") != std::string::npos);
    const auto plans = pipeline({{"one.toml", two_processes}, {"two.toml", two_processes}}, {});
    CHECK(plans.status == 1);
    CHECK(plans.err.find("this is a second pipeline file") != std::string::npos);
    const auto twice = pipeline({{"a.toml", offer("A", 120'000, "")}, {"search.toml", two_processes}}, {});
    CHECK(twice.status == 1);
    CHECK(twice.err.find("would count twice") != std::string::npos);
}

TEST_CASE("another currency needs a rate, told once") {
    const auto outcome = pipeline({{"b.toml", offer("D", 150'000, "decide_by = 2026-02-20\n")},
                                   {"search.toml", "currency = \"EUR\"\n" + two_processes}},
                                  {});
    CHECK(outcome.status == 1);
    const auto first = outcome.err.find("no-exchange-rate");
    REQUIRE(first != std::string::npos);
    CHECK(outcome.err.find("no-exchange-rate", first + 1) == std::string::npos);
    const json found = document({{"b.toml", offer("D", 150'000, "decide_by = 2026-02-20\n")},
                                 {"search.toml", "currency = \"EUR\"\n" + two_processes}},
                                {"--fx", "EUR/USD=2"});
    CHECK(found.at("floor").at("value") == 1'400'000);
}

TEST_CASE("one written offer and nothing under way is taken", "[cli][pipeline]") {
    const auto alone = document({{"acme.toml", offer("Acme", 200'000, "")}}, {"--as-of", "2026-02-01"});
    CHECK(alone.at("decision").at("action").at("do") == "take");
    CHECK(alone.at("decision").at("wait") == 0);
    CHECK(alone.at("any_by").empty());
}
