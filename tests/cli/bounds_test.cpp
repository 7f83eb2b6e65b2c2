// No input of at most a megabyte takes long or much. The promise is 2 seconds and 500 MB of the release on one core;
// the builds that run tests are slower, so the time is measured loosely here, and the memory as it is promised.
// Sanitizers take memory of their own: under them only the end is looked at.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <offerkit/calendar/date.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

using nlohmann::json;
using support::Outcome;
using support::Run;
using support::ScratchFolder;

namespace {

constexpr double most_seconds = support::is_measurable ? 20 : 200;
constexpr std::size_t most_bytes = support::is_measurable ? 500'000'000 : std::size_t{1} << 40U;
constexpr std::size_t most_input = 1'000'000;

const std::string top = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string stock = "[stock]\nprice = 10.00\nas_of = 2026-01-15\n";

std::string repeated(int count, const std::function<std::string(int)>& one) {
    std::string all;
    for (int i = 0; i < count; ++i) {
        all += one(i);
    }
    return all;
}

std::string number(int i) { return std::to_string(i); }

/// Runs the program on files of at most a megabyte together, and holds it to its bounds. A refusal is an answer.
Outcome bounded(const std::vector<std::pair<std::string, std::string>>& files, std::vector<std::string> arguments) {
    const ScratchFolder folder;
    std::size_t size = 0;
    for (const auto& [name, text] : files) {
        folder.write(name, text);
        size += text.size();
    }
    CHECK(size <= most_input);
    Run run;
    run.arguments = std::move(arguments);
    run.folder = folder.path();
    run.output = folder.path() / "output";
    run.seconds = 290;
    Outcome outcome = support::run(run);
    INFO(run.arguments.front() << " took " << outcome.seconds << " s and " << outcome.peak_bytes / 1'000'000
                               << " MB, status " << outcome.status << "\n"
                               << outcome.err.substr(0, 1000));
    CHECK(outcome.status <= 1);
    CHECK(outcome.seconds < most_seconds);
    CHECK(outcome.peak_bytes < most_bytes);
    return outcome;
}

std::string many_grants(int grants, int tranches) {
    return top + stock + repeated(grants, [&](int) {
               return "[[grant]]\nquantity = 1_000_000\nvesting = { over = \"" + number(tranches) +
                      " days\", every = \"1 day\" }\n";
           });
}

}  // namespace

TEST_CASE("many grants of many tranches are written as they are made, in every format") {
    const std::string text = many_grants(100, 990);
    for (const std::string format : {"json", "csv", "table", "ics"}) {
        CHECK(bounded({{"offer.toml", text}}, {"vest", "offer.toml", "--as-of", "2026-01-20", "--format", format})
                  .status == 0);
    }
    for (const std::string by : {"month", "year"}) {
        CHECK(bounded({{"offer.toml", text}}, {"vest", "offer.toml", "--as-of", "2026-01-20", "--by", by}).status == 0);
    }
    CHECK(bounded({{"offer.toml", text}}, {"compare", "offer.toml", "--as-of", "2026-01-20"}).status == 0);
    CHECK(bounded({{"offer.toml", text}}, {"leave", "offer.toml", "--on", "2028-01-20", "--as-of", "2026-01-20"})
              .status == 0);
}

TEST_CASE("the most tranches that a run may have are written as they are made") {
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<std::string> arguments{"vest"};
    for (int i = 0; i < 10; ++i) {
        files.emplace_back("offer" + number(i) + ".toml", many_grants(10, 9'990));
        arguments.push_back(files.back().first);
    }
    arguments.insert(arguments.end(), {"--as-of", "2026-01-20", "--format"});
    for (const std::string format : {"json", "csv", "ics"}) {
        auto with_format = arguments;
        with_format.push_back(format);
        CHECK(bounded(files, with_format).status == 0);
    }
}

TEST_CASE("grants of the most tranches there may be are refused or written, in time") {
    bounded({{"offer.toml", many_grants(100, 9'990)}},
            {"vest", "offer.toml", "--as-of", "2026-01-20", "--format", "json"});
    bounded({{"offer.toml", many_grants(800, 9'990)}},
            {"vest", "offer.toml", "--as-of", "2026-01-20", "--by", "month", "--format", "json"});
}

TEST_CASE("a hundred offers and more with unknown ratings are decided in time") {
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<std::string> arguments{"decide"};
    for (int i = 0; i < 128; ++i) {
        const std::string name = "offer" + number(i) + ".toml";
        files.emplace_back(name, "company = \"C" + number(i) + "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\n" +
                                     "salary = " + number(100'000 + 100 * i) +
                                     "\n[factors]\ngrowth = \"unknown\"\ncalm = " + number(i % 11) + "\n");
        arguments.push_back(name);
    }
    files.emplace_back("me.toml", "[[factor]]\nid = \"growth\"\nswing = 100\n[[factor]]\nid = \"calm\"\nswing = 50\n");
    for (const std::string word :
         {"--priorities", "me.toml", "--as-of", "2026-01-20", "--format", "json", "--samples", "1000"}) {
        arguments.push_back(word);
    }
    CHECK(bounded(files, arguments).status == 0);
}

TEST_CASE("thousands of exchange rates, bonuses, events and wrong keys are read in time") {
    const std::vector<std::string> codes{"EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK",
                                         "HUF", "INR", "CNY", "KRW", "SGD", "HKD", "NZD", "MXN", "BRL", "ZAR", "TRY",
                                         "ILS", "THB", "IDR", "MYR", "PHP", "CLP", "COP", "PEN", "ARS", "UAH"};
    std::string rates = "[fx]\n";
    for (const auto& base : codes) {
        for (const auto& quote : codes) {
            rates += base == quote ? "" : "\"" + base + "/" + quote + "\" = 1.25\n";
        }
    }
    bounded({{"offer.toml", top + "[base]\nsalary = 100_000\n" + rates}},
            {"show", "offer.toml", "--as-of", "2026-01-20"});
    bounded({{"offer.toml",
              top + "[base]\nsalary = 100_000\n" +
                  repeated(10'000, [](int i) { return "[[sign_on]]\nid = \"s" + number(i) + "\"\namount = 1\n"; })}},
            {"show", "offer.toml", "--as-of", "2026-01-20", "--format", "json"});
    bounded({{"offer.toml", top + repeated(20'000, [](int i) { return "[[event]]\nid = \"e" + number(i) + "\"\n"; })}},
            {"check", "offer.toml", "--as-of", "2026-01-20"});
    bounded({{"offer.toml", top + repeated(60'000, [](int i) { return "key" + number(i) + " = 1\n"; })}},
            {"check", "offer.toml", "--as-of", "2026-01-20", "--format", "json"});
    bounded({{"offer.toml", "company = \"" + std::string(990'000, 'x') + "\"\n"}}, {"check", "offer.toml"});
}

TEST_CASE("a thousand conditions in Open Cap Format are read in time") {
    json conditions = json::array({{{"id", "c0"},
                                    {"trigger", {{"type", "VESTING_START_DATE"}}},
                                    {"portion", {{"numerator", "1"}, {"denominator", "1000"}}},
                                    {"next_condition_ids", {"c1"}}}});
    for (int i = 1; i < 1000; ++i) {
        conditions.push_back({{"id", "c" + number(i)},
                              {"portion", {{"numerator", "1"}, {"denominator", "1000"}}},
                              {"trigger",
                               {{"type", "VESTING_SCHEDULE_RELATIVE"},
                                {"relative_to_condition_id", "c" + number(i - 1)},
                                {"period", {{"type", "DAYS"}, {"length", 1 + i % 7}, {"occurrences", 1}}}}},
                              {"next_condition_ids", i == 999 ? json::array() : json::array({"c" + number(i + 1)})}});
    }
    const json objects = json::array({{{"object_type", "VESTING_TERMS"},
                                       {"id", "terms"},
                                       {"name", "Many"},
                                       {"description", "many"},
                                       {"allocation_type", "CUMULATIVE_ROUNDING"},
                                       {"vesting_conditions", conditions}},
                                      {{"object_type", "TX_EQUITY_COMPENSATION_ISSUANCE"},
                                       {"id", "tx"},
                                       {"security_id", "s"},
                                       {"stakeholder_id", "me"},
                                       {"custom_id", "G-1"},
                                       {"date", "2026-03-02"},
                                       {"compensation_type", "RSU"},
                                       {"quantity", "1000000"},
                                       {"vesting_terms_id", "terms"},
                                       {"security_law_exemptions", json::array()},
                                       {"expiration_date", nullptr},
                                       {"termination_exercise_windows", json::array()}},
                                      {{"object_type", "TX_VESTING_START"},
                                       {"id", "start"},
                                       {"security_id", "s"},
                                       {"vesting_condition_id", "c0"},
                                       {"date", "2026-03-02"}}});
    const Outcome outcome = bounded({{"export.json", objects.dump()}},
                                    {"vest", "--from-ocf", "export.json", "--as-of", "2026-01-20", "--format", "json"});
    CHECK(outcome.status == 0);
}

TEST_CASE("100,000 tranches are an offer's most, and a million are a run's") {
    const std::string most = many_grants(10, 10'000);
    const std::string one_more = "[[grant]]\nquantity = 1_000_000\nvesting = { over = \"1 day\" }\n";
    CHECK(bounded({{"most.toml", most}}, {"check", "most.toml", "--as-of", "2026-01-20"}).status == 0);
    const Outcome offer =
        bounded({{"over.toml", most + one_more}}, {"check", "over.toml", "--as-of", "2026-01-20", "--format", "json"});
    CHECK(offer.status == 1);
    CHECK(offer.err.find("over.toml:37:1: error: with this grant the offer has more than 100,000 tranches "
                         "[schedule-too-long]") != std::string::npos);
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<std::string> arguments{"compare"};
    for (int i = 0; i < 10; ++i) {
        files.emplace_back("offer" + number(i) + ".toml", most);
        arguments.push_back(files.back().first);
    }
    files.emplace_back("over.toml", top + stock + one_more);
    for (const std::string word : {"over.toml", "--as-of", "2026-01-20", "--format", "json"}) {
        arguments.push_back(word);
    }
    const Outcome run = bounded(files, arguments);
    CHECK(run.status == 1);
    CHECK(run.err.starts_with("over.toml:1:1: error: with this file there are more than 1,000,000 tranches"));
}

TEST_CASE("sign-ons and bonuses that are paid in too many parts are refused, not laid out") {
    const std::string sign_ons =
        repeated(20'000, [](int) -> std::string { return "[[sign_on]]\namount = 1_000\nover = \"400 years\"\n"; });
    const std::string bonuses = repeated(5'000, [](int i) {
        return "[[bonus]]\nname = \"b" + number(i) +
               "\"\namount = 1_000\nevery = \"1 month\"\ndeferred = { portion = " +
               "\"40%\", vesting = { over = \"9000 days\", every = \"1 day\" } }\n";
    });
    for (const auto& [text, said] : {std::pair{sign_ons, std::string{"with this sign-on the offer has"}},
                                     std::pair{bonuses, std::string{"with this bonus the offer has"}}}) {
        for (const std::string command : {"check", "compare"}) {
            const Outcome outcome = bounded({{"offer.toml", top + "[base]\nsalary = 100_000\n" + text}},
                                            {command, "offer.toml", "--as-of", "2026-01-20"});
            CHECK(outcome.status == 1);
            CHECK(outcome.err.find(said + " more than 100,000 payments [schedule-too-long]") != std::string::npos);
        }
    }
}

TEST_CASE("a thousand factors are weighed, and one more is refused") {
    const auto deciding = [](int count) {
        const auto factors = [&](const std::string& rating) {
            return "[factors]\n" + repeated(count, [&](int i) { return "f" + number(i) + " = " + rating + "\n"; });
        };
        const std::string base = "[base]\nsalary = 100_000\n";
        return bounded(
            {{"a.toml", top + base + factors("7")},
             {"b.toml", top + base + factors("\"unknown\"")},
             {"me.toml",
              repeated(count, [](int i) { return "[[factor]]\nid = \"f" + number(i) + "\"\nswing = 50\n"; })}},
            {"decide", "a.toml", "b.toml", "--priorities", "me.toml", "--as-of", "2026-01-20", "--samples", "100",
             "--format", "json"});
    };
    CHECK(deciding(1'000).status == 0);
    const Outcome more = deciding(1'001);
    CHECK(more.status == 1);
    CHECK(more.err.find("[too-many-factors]") != std::string::npos);
}

TEST_CASE("a megabyte of clawbacks, chained events, windows, gates and accelerations is read in time") {
    const std::string base = "[base]\nsalary = 100_000\n";
    const std::string grant = "[[grant]]\nquantity = 100_000\nvesting = { over = \"9000 days\", every = \"1 day\" }\n";
    const std::string options =
        "[[grant]]\ninstrument = \"nso\"\nquantity = 1_000\nstrike = 1.00\nvesting = { over = \"4 years\", every = "
        "\"1 month\" }\n";
    const std::vector<std::string> texts{
        repeated(10'000,
                 [](int i) {
                     return "[[sign_on]]\namount = 1_000\nclawback = { within = \"" + number(1 + i % 1'200) +
                            " months\" }\n";
                 }),
        "[[event]]\nid = \"e0\"\ndate = 2026-04-01\n" + repeated(10'000,
                                                                 [](int i) {
                                                                     return "[[event]]\nid = \"e" + number(i + 1) +
                                                                            "\"\nafter = { event = \"e" + number(i) +
                                                                            "\", plus = \"1 day\" }\n";
                                                                 }),
        options + repeated(10'000,
                           [](int i) {
                               return "[[grant.termination_window]]\nreason = \"any\"\nperiod = \"" + number(i + 1) +
                                      " days\"\n";
                           }),
        repeated(5'000, [](int i) { return "[[event]]\nid = \"e" + number(i) + "\"\n"; }) + grant + "gate = [" +
            repeated(5'000, [](int i) { return "\"e" + number(i) + "\", "; }) + "]\n",
        "[[event]]\nid = \"ipo\"\ndate = 2027-05-05\n" + grant + repeated(100, [](int) -> std::string {
            return "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"ipo\"\namount = \"1%\"\n";
        })};
    for (const auto& text : texts) {
        bounded({{"offer.toml", top + base + stock + text}},
                {"leave", "offer.toml", "--on", "2028-01-20", "--as-of", "2026-01-20", "--format", "json"});
    }
}

TEST_CASE("events are found by their name in time, however many wait for them") {
    const std::string events =
        repeated(10'000, [](int i) { return "[[event]]\nid = \"e" + number(i) + "\"\nchance = \"50%\"\n"; });
    const std::string gated_grants = repeated(8'000, [](int i) {
        return "[[grant]]\nquantity = 100\nvesting = { over = \"1 day\" }\ngate = \"e" + number(i) + "\"\n";
    });
    const std::string all_gates =
        "gate = [" + repeated(10'000, [](int i) { return "\"e" + number(i) + "\", "; }) + "]\n";
    const std::string many_gates =
        "[[grant]]\nquantity = 100_000\n" + all_gates +
        "[[grant.segment]]\nportion = \"50%\"\nover = \"4000 days\"\nevery = \"1 day\"\n" + all_gates +
        "[[grant.segment]]\nportion = \"50%\"\nover = \"4000 days\"\nevery = \"1 day\"\n" + all_gates;
    for (const auto& grants : {gated_grants, many_gates}) {
        const std::vector<std::pair<std::string, std::string>> files{{"offer.toml", top + stock + events + grants}};
        for (const std::string format : {"json", "csv", "table"}) {
            CHECK(bounded(files, {"vest", "offer.toml", "--as-of", "2026-01-20", "--format", format}).status == 0);
        }
        CHECK(bounded(files, {"vest", "offer.toml", "--as-of", "2026-01-20", "--by", "year"}).status == 0);
        for (const std::string command : {"check", "show", "compare"}) {
            CHECK(bounded(files, {command, "offer.toml", "--as-of", "2026-01-20"}).status == 0);
        }
        CHECK(bounded(files, {"leave", "offer.toml", "--on", "2028-01-20", "--as-of", "2026-01-20"}).status == 0);
    }
}

TEST_CASE("a grant has a thousand accelerations at most") {
    const auto checked = [](int count) {
        return bounded(
            {{"offer.toml", top + stock + "[[event]]\nid = \"ipo\"\ndate = 2027-05-05\n[[grant]]\nquantity = 480\n" +
                                "vesting = \"standard\"\n" +
                                repeated(count,
                                         [](int) -> std::string {
                                             return "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"ipo\"\n";
                                         })}},
            {"check", "offer.toml", "--as-of", "2026-01-20"});
    };
    CHECK(checked(1'000).status == 0);
    const Outcome more = checked(10'000);
    CHECK(more.status == 1);
    CHECK(more.err.find("this grant has more than 1,000 accelerations [schedule-too-long]") != std::string::npos);
}

TEST_CASE("names of megabytes are told by their beginning") {
    // Over the megabyte of the other shapes, and still below the 8 MiB of a file.
    const ScratchFolder folder;
    folder.write("key.toml", top + std::string(4'000'000, 'k') + " = 1\n");
    folder.write("table.toml", top + "[" + std::string(4'000'000, 'k') + "]\na = 1\n");
    folder.write("rate.toml", top + "[fx]\n\"" + std::string(4'000'000, 'k') + "\" = 1\n");
    folder.write("money.toml", top + "[base]\nsalary = " + std::string(4'000'000, '1') + "\n");
    folder.write("word.toml", top + "kind = \"" + std::string(4'000'000, 'k') + "\"\n");
    for (const std::string name : {"key.toml", "table.toml", "rate.toml", "money.toml", "word.toml"}) {
        for (const std::string format : {"table", "json"}) {
            Run run;
            run.arguments = {"check", name, "--as-of", "2026-01-20", "--format", format};
            run.folder = folder.path();
            const Outcome outcome = support::run(run);
            INFO(name << " as " << format);
            CHECK(outcome.status == 1);
            CHECK(outcome.err.size() < 10'000);
            CHECK(outcome.out.size() < 10'000);
            CHECK(outcome.seconds < most_seconds);
        }
    }
}
