// Help lines for people whose offers are lines of JSON.

#include <rapidcheck.h>

#include <offerkit/file/document/json_help.hpp>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using offerkit::file::help_in_json;

TEST_CASE("TOML in a help line becomes members of a JSON object") {
    CHECK(help_in_json("write `salary = 182_000`") == "write `\"salary\": 182000`");
    CHECK(help_in_json("add `start = 2026-03-02`") == "add `\"start\": \"2026-03-02\"`");
    CHECK(help_in_json("add `steps = [[\"12 months\", \"100%\"]]`") == "add `\"steps\": [[\"12 months\", \"100%\"]]`");
    CHECK(help_in_json("write `conversion = { price = 170.00 }`") == "write `\"conversion\": {\"price\": 170.00}`");
    CHECK(help_in_json("write such as { worst = 0, best = 10 }") == "write such as {\"worst\": 0, \"best\": 10}");
    CHECK(help_in_json("if an amount is meant, write `amount = ...`") ==
          "if an amount is meant, write `\"amount\": ...`");
    CHECK(help_in_json("write 1_411") == "write 1411");
}

TEST_CASE("tables in a help line are named by their keys, and nothing is said of lines and quotation marks") {
    CHECK(help_in_json("add a [stock] table with `kind` and `price`") == "add a `stock` table with `kind` and `price`");
    CHECK(help_in_json("add [[exit]] with its `chance`") == "add the list `exit` with its `chance`");
    CHECK(help_in_json("write `start = 2026-03-02`, without quotation marks") == "write `\"start\": \"2026-03-02\"`");
    CHECK(help_in_json("write [[sign_on]] on a line of its own and `amount = 40_000` below") ==
          "write the list `sign_on` and `\"amount\": 40000` below");
    CHECK(help_in_json("write [[sign_on]] with double brackets, once for each") == "write the list `sign_on`");
}

TEST_CASE("help without TOML stays as it is") {
    for (const auto* const help :
         {"did you mean `salary`?", "keep one of them", "the goals are `impact`, `brand` or `experience`",
          "give one with `--fx USD/GBP=...`", "a lone ` stays", "name the files, such as offers/*.toml", ""}) {
        CHECK(help_in_json(help) == help);
    }
}

TEST_CASE("whatever pairs of keys and numbers a help line holds, what comes out is JSON") {
    support::holds("a table of small numbers", [] {
        const auto keys = *rc::gen::unique<std::vector<std::string>>(
            rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z'))));
        nlohmann::json wanted = nlohmann::json::object();
        std::string toml;
        for (const auto& key : keys) {
            const int value = *rc::gen::inRange(-1'000'000, 1'000'000);
            wanted[key] = value;
            toml += key + " = " + std::to_string(value) + "\n";
        }
        const std::string said = help_in_json("`" + toml + "`");
        RC_PRE(!keys.empty());
        RC_ASSERT(nlohmann::json::parse("{" + said.substr(1, said.size() - 2) + "}") == wanted);
    });
}

TEST_CASE("every kind of value in a help line becomes its like in JSON") {
    CHECK(help_in_json("write `once = true`") == "write `\"once\": true`");
    CHECK(help_in_json("write `x = []`") == "write `\"x\": []`");
    CHECK(help_in_json("write `x = [1, \"a\", 2026-03-02]`") == "write `\"x\": [1, \"a\", \"2026-03-02\"]`");
    CHECK(help_in_json("write `x = { a = 1, b = { c = 2 } }`") == "write `\"x\": {\"a\": 1, \"b\": {\"c\": 2}}`");
    CHECK(help_in_json("write `x = \"a \\\"b\\\" \\\\c\"`") == "write `\"x\": \"a \\\"b\\\" \\\\c\"`");
    CHECK(help_in_json("write `a = 1` or `b = 2`") == "write `\"a\": 1` or `\"b\": 2`");
    CHECK(help_in_json("write `\"EUR/USD\" = 1.08`") == "write `\"EUR/USD\": 1.08`");
    CHECK(help_in_json("write `price = 1_234.5`") == "write `\"price\": 1234.5`");
}

TEST_CASE("only a sign between two digits parts a number") {
    CHECK(help_in_json("1_000_000 is a number") == "1000000 is a number");
    CHECK(help_in_json("sign_on and _5 and 5_ and a_5 and 5_a") == "sign_on and _5 and 5_ and a_5 and 5_a");
    CHECK(help_in_json("5_") == "5_");
    CHECK(help_in_json("_5") == "_5");
    CHECK(help_in_json("1_2") == "12");
    CHECK(help_in_json("0_9") == "09");
}

TEST_CASE("brackets that name no table, and an example that is cut short, stay as they are") {
    CHECK(help_in_json("a list ends with ], a table with }") == "a list ends with ], a table with }");
    CHECK(help_in_json("write [value, value]") == "write [value, value]");
    CHECK(help_in_json("write [Name]") == "write [Name]");
    CHECK(help_in_json("write []") == "write []");
    CHECK(help_in_json("write [[]]") == "write [[]]");
    CHECK(help_in_json("write [[sign_on]") == "write [[sign_on]");
    CHECK(help_in_json("write [") == "write [");
    CHECK(help_in_json("write { key = value, key = value }") == "write { key = value, key = value }");
    CHECK(help_in_json("write [a] or [b]") == "write `a` or `b`");
    CHECK(help_in_json("write [a.b_2] there") == "write `a.b_2` there");
    CHECK(help_in_json("write [[a]] and { b = 1 } then") == "write the list `a` and {\"b\": 1} then");
    CHECK(help_in_json("write `amount = ... more`") == "write `amount = ... more`");
    CHECK(help_in_json("write `two words = ...`") == "write `two words = ...`");
    CHECK(help_in_json("write `... = ...`").find("...") != std::string::npos);
    CHECK(help_in_json("`") == "`");
    CHECK(help_in_json("a ` b `c` d") == help_in_json("a ` b `") + "c` d");
}
