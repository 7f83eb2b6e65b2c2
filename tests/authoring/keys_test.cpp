#include <algorithm>
#include <set>
#include <string>

#include "support/catch.hpp"
#include "support/run.hpp"

#include <offerkit/authoring/keys.hpp>
#include <offerkit/model/fields/key_tables.hpp>

using namespace offerkit;

TEST_CASE("every table of every file has a name of its own, by which its keys can be asked for") {
    std::set<std::string> names;
    std::set<const model::Schema*> schemas;
    for (const auto& table : model::key_tables()) {
        CAPTURE(table.name);
        CHECK(names.insert(table.name).second);
        CHECK(schemas.insert(table.schema).second);
        CHECK(model::named_table(table.name) == table.schema);
        CHECK(model::table_name(*table.schema) == table.name);
        CHECK(model::tables_called(table.name).size() == 1);
    }
    for (const char* name : {"offer", "grant", "grant.segment", "vesting", "vesting.on", "base.change",
                             "benefits.other", "priorities", "factor", "profiles.ladders", "profiles.ladders.level"}) {
        CAPTURE(name);
        CHECK(names.count(name) == 1);
    }
}

TEST_CASE("a table is found by the name that files have for it, or by its last word") {
    REQUIRE(model::tables_called("[[Grant]]").size() == 1);
    CHECK(model::tables_called("[[Grant]]").front().name == "grant");
    CHECK(model::tables_called("ladders").front().name == "profiles.ladders");
    CHECK(model::tables_called("segment").size() >= 2);
    CHECK(model::tables_called("no-such").empty());
}

TEST_CASE("help and the manual tell every key of a table") {
    const auto help = support::run({"help", "keys", "grant", "--color", "never"});
    CHECK(help.status == 0);
    const auto manual = support::run({"help", "keys", "--man"});
    CHECK(manual.status == 0);
    for (const auto& field : model::named_table("grant")->fields) {
        CAPTURE(field.key);
        CHECK(help.out.find("\n" + std::string{field.key} + " ") != std::string::npos);
        CHECK(manual.out.find(std::string{field.key}) != std::string::npos);
    }
    CHECK(support::run({"help", "keys"}).out.find("benefits.other") != std::string::npos);
    const auto unknown = support::run({"help", "keys", "grnat"});
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("did you mean `grant`?") != std::string::npos);
}
