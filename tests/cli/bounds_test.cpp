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

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double most_seconds = 200;
constexpr std::size_t most_bytes = std::size_t{1} << 40U;
#else
constexpr double most_seconds = 20;
constexpr std::size_t most_bytes = 500'000'000;
#endif
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
        bounded({{"offer.toml", text}}, {"vest", "offer.toml", "--as-of", "2026-01-20", "--format", format});
    }
    for (const std::string by : {"month", "year"}) {
        bounded({{"offer.toml", text}}, {"vest", "offer.toml", "--as-of", "2026-01-20", "--by", by});
    }
    bounded({{"offer.toml", text}}, {"compare", "offer.toml", "--as-of", "2026-01-20"});
    bounded({{"offer.toml", text}}, {"leave", "offer.toml", "--on", "2028-01-20", "--as-of", "2026-01-20"});
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
                                    {"portion", {{"numerator", "1"}, {"denominator", "1001"}}},
                                    {"next_condition_ids", {"c1"}}}});
    for (int i = 1; i <= 1000; ++i) {
        conditions.push_back({{"id", "c" + number(i)},
                              {"portion", {{"numerator", "1"}, {"denominator", "1001"}}},
                              {"trigger",
                               {{"type", "VESTING_SCHEDULE_RELATIVE"},
                                {"relative_to_condition_id", "c" + number(i - 1)},
                                {"period", {{"type", "DAYS"}, {"length", 1 + i % 7}, {"occurrences", 1}}}}},
                              {"next_condition_ids", i == 1000 ? json::array() : json::array({"c" + number(i + 1)})}});
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
                                       {"quantity", "1001000"},
                                       {"vesting_terms_id", "terms"},
                                       {"security_law_exemptions", json::array()},
                                       {"expiration_date", nullptr},
                                       {"termination_exercise_windows", json::array()}},
                                      {{"object_type", "TX_VESTING_START"},
                                       {"id", "start"},
                                       {"security_id", "s"},
                                       {"vesting_condition_id", "c0"},
                                       {"date", "2026-03-02"}}});
    bounded({{"export.json", objects.dump()}},
            {"vest", "--from-ocf", "export.json", "--as-of", "2026-01-20", "--format", "json"});
}
