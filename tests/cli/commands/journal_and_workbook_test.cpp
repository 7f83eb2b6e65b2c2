// `--format ledger` and `--format xlsx`, as far as no other program is needed: tools/check_sheets.py asks hledger and
// LibreOffice. docs/ledger.md has both in words.

#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

std::string printed(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--as-of", "2026-01-20"});
    const auto outcome = support::run(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome.out;
}

/// "1234.5" in hundredths.
std::int64_t cents(const std::string& number) {
    const std::size_t point = number.find('.');
    std::string part = point == std::string::npos ? "" : number.substr(point + 1);
    part.resize(2, '0');
    const std::int64_t whole = std::stoll(number.substr(0, point)) * 100;
    return number.front() == '-' ? whole - std::stoll(part) : whole + std::stoll(part);
}

}  // namespace

TEST_CASE("every transaction of a journal balances, and all of them pay what show says") {
    for (const char* const name : {"three-offers/google", "startup/quillstone", "refreshers/yearly"}) {
        const std::string file = std::string("examples/") + name + ".toml";
        INFO(file);
        std::istringstream journal{printed({"show", file, "--format", "ledger"})};
        std::int64_t paid = 0;
        std::int64_t open = 0;
        int postings = 0;
        for (std::string line; std::getline(journal, line);) {
            if (!line.starts_with("    ")) {
                CHECK(open == 0);
                continue;
            }
            const std::size_t price = line.find(" @@ ");
            std::istringstream words{price == std::string::npos ? line.substr(line.rfind("  ") + 2)
                                                                : line.substr(price + 4)};
            std::string number;
            words >> number;
            open += cents(number);
            paid -= line.starts_with("    Assets") ? 0 : cents(number);
            ++postings;
        }
        CHECK(open == 0);
        CHECK(postings > 10);
        const auto shown = nlohmann::json::parse(printed({"show", file, "--format", "json"}));
        double wanted = shown.at("total").get<double>();
        for (const auto& year : shown.at("years")) {
            wanted += year.at("refreshers").get<double>();
        }
        CHECK(static_cast<double>(paid) / 100 == Approx(wanted).epsilon(1e-12));
    }
}

TEST_CASE("what a person wrote cannot become syntax of a journal") {
    const support::ScratchFolder folder;
    folder.write("odd.toml",
                 "company = 'A \"B\"; c | d \\ e'\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 120000\n");
    const auto text = printed({"show", (folder.path() / "odd.toml").string(), "--format", "ledger"});
    CHECK(text.find("2026-04-02 * \"A 'B', c / d / e\" \"base\"\n    Assets:A-B-c-d-e:Pay  10000 USD\n") !=
          std::string::npos);
}

TEST_CASE("a journal has no sweep and no steps of time") {
    const std::string file = "examples/three-offers/google.toml";
    CHECK(support::run({"show", file, "--format", "ledger", "--sweep", "base.salary=1,2"}).status == 2);
    CHECK(support::run({"compare", file, "--format", "ledger", "--stay"}).status == 2);
    CHECK(support::run({"vest", file, "--format", "ledger", "--by", "year"}).status == 2);
}

TEST_CASE("a workbook has the same bytes each time, and asks for a file at a terminal") {
    const std::vector<std::vector<std::string>> commands{
        {"compare", "examples/three-offers/google.toml", "examples/three-offers/meta.toml"},
        {"show", "examples/three-offers/google.toml"},
        {"vest", "examples/job-held-now/current.toml"},
        {"leave", "examples/job-held-now/current.toml"},
    };
    for (auto command : commands) {
        INFO(command.front());
        command.insert(command.end(), {"--format", "xlsx"});
        const auto first = printed(command);
        CHECK(first.starts_with("PK"));
        CHECK(first == printed(command));
        support::Run run;
        run.arguments = command;
        const auto terminal = support::run_in_terminal(run, 80);
        CHECK(terminal.status == 2);
        CHECK(terminal.out.find("-o offers.xlsx") != std::string::npos);
    }
}

TEST_CASE("each command with workbooks writes one, the same whenever it is asked") {
    const std::vector<std::string> offers{"examples/three-offers/google.toml", "examples/startup/quillstone.toml"};
    for (const char* const command : {"show", "vest", "compare", "leave", "decide"}) {
        INFO(command);
        std::vector<std::string> words{command};
        words.insert(words.end(), offers.begin(), offers.end());
        words.insert(words.end(), {"--format", "xlsx"});
        if (words.front() == "decide") {
            words.insert(words.end(), {"--priorities", "examples/priorities.toml"});
        }
        const auto workbook = printed(words);
        CHECK(workbook.starts_with("PK"));
        CHECK(workbook == printed(words));
    }
}
