// What somebody meant who wrote a key that is none: known answers, from the tables of keys.

#include <string>

#include "support/catch.hpp"

#include <offerkit/file/keys/guess.hpp>
#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/key_tables.hpp>

using namespace offerkit;
using file::Guess;

namespace {

Guess guess(const std::string& written, const std::string& table) {
    return file::guess_key(written, *model::named_table(table), model::offer_schema());
}

std::string help(const std::string& written, const std::string& table, const std::string& value = "") {
    if (value.empty()) {
        return guess(written, table).help;
    }
    const auto node = file::parse_toml_value(value, {});
    REQUIRE(node.has_value());
    return file::guess_key(written, *model::named_table(table), model::offer_schema(), &*node).help;
}

}  // namespace

TEST_CASE("a near key of the same table is told, and counts as meant there") {
    const auto near = guess("salry", "base");
    CHECK(near.help == "did you mean `salary`?");
    REQUIRE(near.here.size() == 1);
    CHECK(near.here[0] == "salary");
    CHECK(near.elsewhere.empty());
    CHECK(help("amout", "cost") == "did you mean `amount`?");
}

TEST_CASE("a key of the top is told to stand there, and a table to be one of its own") {
    CHECK(help("evidence", "base") == "`evidence` stands at the top of the file, before the first [table]");
    CHECK(help("stock", "base") == "`stock` is a table of its own: [stock]");
    CHECK(help("grant", "base") == "`grant` is a table of its own: [[grant]]");
    CHECK(guess("evidence", "base").elsewhere == "evidence");
    CHECK(guess("evidence", "base").here.empty());
}

TEST_CASE("a key of other tables is told with them, the nearest first and three at most") {
    CHECK(help("symbol", "base") == "`symbol` belongs in [stock]");
    CHECK(help("over", "grant") == "`over` belongs in `vesting` or [[grant.segment]]");
    CHECK(help("symbol", "offer") == "`symbol` belongs in [stock]");
    CHECK(guess("symbol", "base").elsewhere == "symbol");
    // `name` stands in more tables of an offer than are told.
    const std::string many = help("on", "offer");
    CHECK(many.starts_with("`on` belongs in "));
    CHECK(many.find(" or ") != std::string::npos);
    // What lies two tables below is found as well.
    CHECK(help("discount", "offer").starts_with("`discount` belongs in "));
    CHECK(help("tiers", "offer") == "`tiers` belongs in `retirement_match`");
}

TEST_CASE("a slip of five letters or more is sought in the tables below and beside") {
    CHECK(help("salry", "offer") == "did you mean `salary` in [base]?");
    CHECK(help("symbl", "base") == "did you mean `symbol` in [stock]?");
    CHECK(guess("symbl", "base").elsewhere == "symbol");
    // Four letters are near to some key of some table, whatever they are.
    CHECK(help("prce", "base").starts_with("the keys here are "));
}

TEST_CASE("the keys of a table are listed where nothing is near, which takes eight lines at most") {
    CHECK(help("zzz", "cost") == "the keys here are `name`, `amount` and `once`");
    for (const auto& [name, schema] : model::key_tables()) {
        CAPTURE(name);
        const std::string keys = help("zzz", name);
        REQUIRE(keys.starts_with("the keys here are "));
        CHECK(keys.size() <= 530);
    }
}

TEST_CASE("what was written for another name is pasted where its key takes it, and an example where not") {
    CHECK(help("yearly", "base", "185_000") == "write `salary = 185_000`");
    CHECK(help("yearly", "base", "\"185k\"") == "write `salary = 185_000`");
    CHECK(help("yearly", "base", "[1]") == "write `salary = 182_000`");
    CHECK(help("yearly", "base", "{ a = 1 }") == "write `salary = 182_000`");
    CHECK(help("yearly", "base") == "write `salary = 182_000`");
    CHECK(help("relocation", "offer", "5_000") ==
          "write [[sign_on]] on a line of its own and `amount = 5_000` and `name = \"Relocation\"` below it");
    CHECK(help("type", "stock", "\"listed\"") == "write `kind = \"public\"`");
    CHECK(help("type", "stock", "\"privat\"") == "write `kind = \"private\"`");
    CHECK(help("type", "stock", "\"zzzzzz\"") == "write `kind = \"public\"`");
    CHECK(help("type", "stock", "true") == "write `kind = \"public\"`");
    CHECK(help("tc", "offer", "\"300k\"") == "write `letter_total = { amount = 300_000 }`");
    CHECK(guess("yearly", "base").here == std::vector<std::string_view>{"salary"});
    CHECK(guess("relocation", "offer").elsewhere == "amount");
    CHECK(guess("relocation", "offer").here.empty());
    CHECK(help("base_salary", "bonus", "5") == "write [base] on a line of its own and `salary = 5` below it");
}

TEST_CASE("names of letters hold in offers alone, where their key is of no table at hand") {
    const auto& priorities = *model::named_table("priorities");
    const auto other = file::guess_key("signing_bonus", priorities, priorities);
    CHECK(other.help.find("[[sign_on]]") == std::string::npos);
    CHECK_FALSE(other.help.empty());
}

TEST_CASE(
    "a name of a schedule holds in its stretches too, and a name of another table not where the key is the same") {
    CHECK(help("years", "vesting", "4") == "write `over = \"4 years\"`");
    CHECK(help("years", "grant.segment", "4") == "write `over = \"4 years\"`");
    CHECK(guess("years", "grant.segment").here == std::vector<std::string_view>{"over"});
    // A refresher has a `value` of its own, and whoever writes of equity means a grant.
    CHECK(help("equity", "refresher", "5") == "write [[grant]] on a line of its own and `value = 5` below it");
    CHECK(guess("equity", "refresher").here.empty());
    CHECK(guess("equity", "refresher").elsewhere == "value");
}
