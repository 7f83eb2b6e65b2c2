// What a person does with a hint: paste it. The problem is then gone.

#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

#include <offerkit/file/keys/likely.hpp>
#include <offerkit/model/fields/key_tables.hpp>
#include <offerkit/model/fields/other_names.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using reading::offer;
using reading::with_grant;
using reading::with_top;
namespace likely = offerkit::file::likely;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

/// The parts of a hint that stand between `backticks`, or else between quotation marks.
std::vector<std::string> offered(const std::string& help, char mark) {
    std::vector<std::string> parts;
    for (std::size_t at = help.find(mark); at != std::string::npos; at = help.find(mark, at + 1)) {
        const std::size_t end = help.find(mark, at + 1);
        if (end == std::string::npos) {
            break;
        }
        parts.push_back(help.substr(at + 1, end - at - 1));
        at = end;
    }
    return parts;
}

/// "salary" of "salary = 1".
std::string key_of(const std::string& pair) { return pair.substr(0, pair.find(" = ")); }

struct Problem {
    std::size_t line = 0;
    std::size_t column = 0;
    std::string kind{};
};

Problem problem_in(const std::string& told) {
    const std::size_t colon = told.find(':');
    const std::size_t space = told.find(' ');
    return {std::stoul(told.substr(0, colon)), std::stoul(told.substr(colon + 1, space - colon - 1)),
            told.substr(space + 1, told.find(':', space) - space - 1)};
}

/// The text after a person did what the help says about the problem at a place.
std::string pasted(const std::string& text, const Problem& at, const std::string& help) {
    auto lines = lines_of(text);
    std::string& line = lines.at(at.line - 1);
    const auto parts = offered(help, '`');
    std::string below;
    const std::size_t header = help.find("write [");
    if (header == 0) {
        // A table of its own goes to the end of the file, and what was wrong goes.
        below = help.substr(6, help.find(' ', 6) - 6) + "\n" + parts.at(0) + "\n";
        const bool beside = help.find(" and `", help.find(parts[0])) != std::string::npos;
        below += beside ? parts.at(1) + "\n" : "";
        line.clear();
    } else if (parts.empty()) {
        // write "1.5%" or "150%", or write 2026-03-02: in place of the value.
        const std::size_t end = line.find_first_of(",}]", at.column - 1);
        const auto texts = offered(help, '"');
        line = line.substr(0, at.column - 1) +
               (texts.empty() ? help.substr(std::string{"write "}.size()) : "\"" + texts[0] + "\"") +
               (end == std::string::npos ? "" : line.substr(end));
    } else if (parts[0].find(" = ") == std::string::npos) {
        // did you mean `salary`? in place of a key, or of a word, which keeps its quotation marks.
        const std::size_t end = help.starts_with("did you mean") ? line.find(" =", at.column - 1) : std::string::npos;
        const std::string mark = line.at(at.column - 1) == '"' ? "\"" : "";
        line = line.substr(0, at.column - 1) +
               (end != std::string::npos ? parts[0] + line.substr(end) : mark + parts[0] + mark);
    } else if (line.find('{') != std::string::npos && line.find('{') < at.column) {
        const std::size_t from = line.rfind(key_of(parts[0]), at.column);
        line = line.substr(0, from) + parts[0] + line.substr(line.find_first_of(",}", at.column - 1));
    } else {
        line = parts[0];
        line += help.find("` and `") != std::string::npos ? "\n" + parts.at(1) : "";
    }
    std::string result;
    for (const std::string& one : lines) {
        result += one + "\n";
    }
    return result + below;
}

/// Pastes the hint of every problem, one after the other; what is left.
void check_hints(std::string text, bool accepted) {
    for (int round = 0; round < 12; ++round) {
        const auto outcome = offer(text);
        if (outcome.problems.empty()) {
            break;
        }
        const Problem first = problem_in(outcome.problems[0]);
        CAPTURE(text, outcome.problems[0], outcome.helps[0]);
        const std::string next = pasted(text, first, outcome.helps[0]);
        CAPTURE(next);
        const auto after = offer(next);
        const bool same = !after.problems.empty() && after.problems[0] == outcome.problems[0];
        REQUIRE_FALSE(same);
        text = next;
        if (!accepted) {
            return;
        }
    }
    const auto left = offer(text);
    CAPTURE(text, left.problems);
    CHECK(left.offer.has_value());
}

}  // namespace

TEST_CASE("pasting the hint for a value mends the file") {
    const std::string line =
        GENERATE(as<std::string>{}, "[base]\nsalary = \"185k\"", "[base]\nsalary = \"60k\"", "[base]\nsalary = 1e5",
                 "[base]\nsalary = 1.85e5", "[base]\nsalary = \"$185,000\"", "[base]\nsalary = \"185.000,50 EUR\"",
                 "[base]\nsalary = 185_000\nraise = 1.5", "[base]\nsalary = 185_000\nraise = \"3 percent\"",
                 "[base]\nsalary = 185_000\nraise = 15", "[bonus]\ntarget = \"15,5%\"", "received = \"Dec 9, 2026\"",
                 "received = \"9 December 2026\"", "received = \"2026/12/9\"", "received = \"12/9/2026\"",
                 "received = 2026-12-09T10:00:00", "received = 20261209", "bonus = \"10%\"", "bonus = 30_000",
                 "sign_on = 40_000", "sign_on = \"40k\"", "base = 185_000", "base = \"$185,000\"", "stock = 170.25",
                 "role = 5", "leaving = { notice = 3 }", "leaving = { notice = \"3 mos\" }", "letter_total = 330_000",
                 "[[cost]]\nname = \"Move\"\namount = 8_000\nonce = \"yes\"",
                 "[refresher]\nvalue = 60_000\non = \"Aug 31\"\nvesting = \"even-yearly\"",
                 "[benefits]\npto_days = \"25\"", "kind = \"ofer\"");
    CAPTURE(line);
    REQUIRE_FALSE(offer(with_top(line + "\n")).offer.has_value());
    check_hints(with_top(line + "\n"), true);
}

TEST_CASE("pasting the hints for a schedule mends it, one after the other") {
    const std::string vesting =
        GENERATE(as<std::string>{}, "{ over = 4, cliff = 1, every = \"month\" }",
                 "{ over = \"4 yrs\", every = \"monthly\" }", "{ over = \"four years\", every = \"quarter\" }",
                 "{ over = \"48mo\", every = \"quarterly\" }", "{ over = \"4y\", every = \"annually\" }");
    check_hints(with_top("[[grant]]\nquantity = 100\nvesting = " + vesting + "\n"), true);
}

TEST_CASE("pasting the hint for a broken line mends it") {
    const std::string top = "company = \"Acme\"\ncurrency = \"USD\"\n";
    const std::string line =
        GENERATE(as<std::string>{}, "start: 2026-03-02", "start 2026-03-02", "start = Dec 9, 2026", "start = 9.12.2026",
                 "start = 2026/12/09", "start = 2026-3-2\n", "start: Dec 9, 2026");
    check_hints(top + line + "\n", true);
    const std::string rest =
        GENERATE(as<std::string>{}, "company: X", "company X", "company = Acme Corp", "company: \"X\"");
    check_hints(rest + "\ncurrency = \"USD\"\nstart = 2026-03-02\n", true);
    const std::string below =
        GENERATE(as<std::string>{}, "[base]\nsalary: $185,000", "[base]\nsalary = $185k", "[base]\nsalary = 185 000",
                 "[leaving]\nnotice = 4 weeks", "[leaving]\nnotice = 3 mos", "[bonus]\ntarget = 15 %",
                 "[bonus]\ntarget: 15%", "signing bonus = $40,000", "base salary = 185,000");
    check_hints(with_top(below + "\n"), true);
}

TEST_CASE("three problems of one table are told in one run") {
    const auto outcome =
        offer(with_top("[[grant]]\nquantity = 100\nvesting = { over = 4, cliff = 1, every = \"month\" }\n"));
    CHECK(outcome.problems.size() == 3);
    CHECK(outcome.has("6:20 wrong-type"));
    CHECK(outcome.has("6:31 wrong-type"));
    CHECK(outcome.has("6:42 bad-period"));
    CHECK(offer(with_top("[[grant]]\nquantity = 100\nvesting = { yearly = [40, 60], cliff = 1 }\n")).problems.size() ==
          3);
}

TEST_CASE("a schedule that does not divide is told the periods next to what was written") {
    const auto help = [](const std::string& vesting) {
        const auto outcome = offer(with_top("[[grant]]\nquantity = 100\nvesting = { " + vesting + " }\n"));
        CAPTURE(outcome.problems);
        REQUIRE(outcome.problems.size() == 1);
        REQUIRE(outcome.problems[0].find("uneven-period") != std::string::npos);
        return outcome.helps[0];
    };
    CHECK(help("over = \"4 years\", every = \"5 months\"") == "write `every = \"4 months\"` or `every = \"6 months\"`");
    CHECK(help("over = \"7 months\", every = \"5 months\"") == "write `every = \"1 month\"` or `every = \"7 months\"`");
    CHECK(help("over = \"6 months\", every = \"1 year\"") == "write `every = \"6 months\"`");
    CHECK(help("over = \"4 years\", every = \"90 days\"") ==
          "write `every = \"3 months\"`: days are never turned into months");
    CHECK(help("over = \"365 days\", every = \"30 days\"") == "write `over = \"360 days\"` or `over = \"390 days\"`");
    CHECK(help("over = \"4 years\", every = \"5 days\"") ==
          "write both in months and years, or both in days and weeks, such as `every = \"4 years\"`");
}

TEST_CASE("a bonus said to be paid monthly is led to the key for it") {
    const auto outcome = offer(with_top("[bonus]\namount = 12_000\npaid = \"monthly\"\n"));
    CHECK(outcome.only("6:8 unknown-word"));
    CHECK(outcome.helps[0] == "write `every = \"1 month\"`");
    CHECK(offer(with_top("[bonus]\namount = 12_000\npaid = \"quarterly\"\n")).helps[0] ==
          "write `every = \"3 months\"`");
    CHECK(offer(with_top("[bonus]\namount = 12_000\npaid = \"someday\"\n")).only("6:8 unknown-word"));
}

TEST_CASE("a percentage may have a space before its sign") {
    CHECK(offer(with_top("[bonus]\ntarget = \"15 %\"\n")).problems.empty());
}

TEST_CASE("every other name leads to a key that exists, in a table that exists") {
    for (const auto& name : model::other_names()) {
        CAPTURE(name.word, name.table, name.key);
        CHECK(model::plain_key(name.word) == name.word);
        if (name.table.empty()) {
            continue;
        }
        const model::Schema* table = model::named_table(name.table);
        REQUIRE(table != nullptr);
        CHECK((find_field(*table, name.key) != nullptr || table->any_key != nullptr));
        CHECK((name.only_in.empty() || model::named_table(name.only_in) != nullptr));
    }
}

TEST_CASE("a word that people try as a value leads to the one that the key takes") {
    const auto help = [](const std::string& text) {
        const auto outcome = offer(with_top(text + "\n"));
        CAPTURE(outcome.problems);
        REQUIRE_FALSE(outcome.helps.empty());
        return outcome.helps[0];
    };
    CHECK(help("evidence = \"signed\"") ==
          "write `evidence = \"written\"`; it takes one of `written`, `verbal` or `process`");
    CHECK(help("employer = \"big tech\"").starts_with("write `employer = \"large\"`;"));
    CHECK(help("employment = \"Self-Employed\"").starts_with("write `employment = \"contract\"`;"));
    CHECK(help("[stock]\nkind = \"listed\"\nprice = 3").starts_with("write `kind = \"public\"`;"));
    CHECK(help("[[grant]]\nquantity = 9\nvesting = \"standard\"\ninstrument = \"options\"")
              .starts_with("write `instrument = \"nso\"`;"));
    // A word of another key says nothing here.
    CHECK(help("evidence = \"listed\"") == "it takes one of `written`, `verbal` or `process`");
}

TEST_CASE("words of letters lead to the right key and table, with what was typed") {
    const auto help = [](const std::string& text) {
        const auto outcome = offer(with_top(text + "\n"));
        CAPTURE(outcome.problems);
        REQUIRE_FALSE(outcome.helps.empty());
        return outcome.helps[0];
    };
    const auto below = [](const std::string& table, const std::string& pair) {
        return "write " + table + " on a line of its own and `" + pair + "` below it";
    };
    CHECK(help("signing_bonus = 40_000") == below("[[sign_on]]", "amount = 40_000"));
    CHECK(help("sign_on_bonus = \"40k\"") == below("[[sign_on]]", "amount = 40_000"));
    // What the key cannot take is not pasted: its own example is.
    CHECK(help("signing_bonus = 2026-03-02") == below("[[sign_on]]", "amount = 40_000"));
    CHECK(help("signing_bonus = true") == below("[[sign_on]]", "amount = 40_000"));
    CHECK(help("pto = 2026-03-02") == below("[benefits]", "pto_days = 20"));
    CHECK(help("pto = \"many\"") == below("[benefits]", "pto_days = 20"));
    CHECK(help("\"signing bonus\" = 40_000") == below("[[sign_on]]", "amount = 40_000"));
    CHECK(help("signing bonus = 40_000") == below("[[sign_on]]", "amount = 40_000"));
    CHECK(help("relocation = 5_000") ==
          "write [[sign_on]] on a line of its own and `amount = 5_000` and `name = \"Relocation\"` below it");
    CHECK(help("pto = 25") == below("[benefits]", "pto_days = 25"));
    CHECK(help("vacation = 25") == below("[benefits]", "pto_days = 25"));
    CHECK(help("holidays = 25") == below("[benefits]", "pto_days = 25"));
    CHECK(help("notice_period = \"3 months\"") == below("[leaving]", "notice = \"3 months\""));
    CHECK(help("base_salary = \"185k\"") == below("[base]", "salary = 185_000"));
    CHECK(help("equity = \"$240,000\"") == below("[[grant]]", "value = 240_000"));
    CHECK(help("rsus = 1_412") == below("[[grant]]", "quantity = 1_412"));
    CHECK(help("rsu = 1_412") == below("[[grant]]", "quantity = 1_412"));
    CHECK(help("stock_options = 10_000") ==
          "write [[grant]] on a line of its own and `quantity = 10_000` and `instrument = \"nso\"` below it");
    CHECK(help("tc = \"300k\"") == "write `letter_total = { amount = 300_000 }`");
    CHECK(help("[benefits]\n401k = \"50%\"").starts_with("write `retirement_match = { rate = "));
    CHECK(help("[benefits]\nmatch = \"50%\"").starts_with("write `retirement_match = { rate = "));
    CHECK(help("[stock]\nprice = 1\nshares_outstanding = 5e7") == "write `fully_diluted = 50_000_000`");
    CHECK(help("[stock]\nprice = 1\nprefered = 3.20") == "write `preferred_price = 3.20`");
    CHECK(help("[base]\nyearly = 185_000") == "write `salary = 185_000`");
    CHECK(help("[[grant]]\nquantity = 1\nvesting = { years = 4, every = \"1 month\" }") ==
          "write `over = \"4 years\"`");
    CHECK(help("[[grant]]\nquantity = 1\nvesting = { over = \"4 years\", cliff_months = 12 }") ==
          "write `cliff = \"12 months\"`");
}

TEST_CASE("what was probably meant is offered only where it cannot be misread") {
    CHECK(likely::amount("185k") == "185_000");
    CHECK(likely::amount("$1.5m") == "1_500_000");
    CHECK(likely::amount("185.000") == "185_000");
    CHECK(likely::amount("170.125", true) == "170.125");
    CHECK(likely::amount("1.234.567,89") == "1_234_567.89");
    CHECK(likely::amount("185,000 a year") == "185_000");
    CHECK(likely::amount("5,000 a month").empty());
    CHECK(likely::amount("12,34,567").empty());
    CHECK(likely::amount("about 5").empty());
    CHECK(likely::period("month") == "1 month");
    CHECK(likely::period("half-yearly") == "6 months");
    CHECK(likely::period("soon").empty());
    CHECK(likely::dates("12/9/2026").size() == 2);
    CHECK(likely::dates("12/31/2026").size() == 1);
    CHECK(likely::dates("Feb 30, 2026").empty());
    CHECK(likely::day_of_year("15 Feb") == "02-15");
    CHECK(likely::rate("15 per cent") == "15%");
    CHECK(likely::value("Dec 9, 2026") == "2026-12-09");
    CHECK(likely::value("Acme \"Labs\"") == "\"Acme \\\"Labs\\\"\"");
    CHECK(likely::value("15 %") == "\"15%\"");
}
