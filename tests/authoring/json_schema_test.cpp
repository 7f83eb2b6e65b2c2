#include "support/catch.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <offerkit/authoring/json_schema.hpp>
#include <offerkit/file/document/document.hpp>
#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/fields.hpp>

using nlohmann::json;
namespace model = offerkit::model;

namespace {

bool has_type(const json& value, const std::string& type) {
    if (type == "object") {
        return value.is_object();
    }
    if (type == "array") {
        return value.is_array();
    }
    if (type == "string") {
        return value.is_string();
    }
    if (type == "boolean") {
        return value.is_boolean();
    }
    if (type == "integer") {
        return value.is_number_integer();
    }
    return type == "number" && value.is_number();
}

std::vector<std::string> check(const json& schema, const json& value, const std::string& path);

bool passes(const json& schema, const json& value) { return check(schema, value, "").empty(); }

bool is_allowed(const std::string& keyword, const json& rule, const json& value) {
    if (keyword == "type") {
        return has_type(value, rule);
    }
    if (keyword == "enum") {
        return std::find(rule.begin(), rule.end(), value) != rule.end();
    }
    if (keyword == "pattern") {
        return !value.is_string() || std::regex_search(value.get<std::string>(), std::regex{rule.get<std::string>()});
    }
    if (keyword == "format") {
        REQUIRE(rule == "date");
        return !value.is_string() ||
               std::regex_match(value.get<std::string>(), std::regex{"[0-9]{4}-[0-9]{2}-[0-9]{2}"});
    }
    if (keyword == "maxLength") {
        return !value.is_string() || value.get<std::string>().size() <= rule.get<std::size_t>();
    }
    if (keyword == "minimum") {
        return !value.is_number() || value >= rule;
    }
    if (keyword == "maximum") {
        return !value.is_number() || value <= rule;
    }
    if (keyword == "exclusiveMinimum") {
        return !value.is_number() || value > rule;
    }
    if (keyword == "minItems") {
        return !value.is_array() || value.size() >= rule.get<std::size_t>();
    }
    if (keyword == "maxItems") {
        return !value.is_array() || value.size() <= rule.get<std::size_t>();
    }
    if (keyword == "anyOf") {
        return std::any_of(rule.begin(), rule.end(),
                           [&](const json& alternative) { return passes(alternative, value); });
    }
    // A keyword that this check does not know would pass unseen.
    FAIL("unknown keyword " << keyword);
    return false;
}

void check_inside(const json& schema, const json& value, const std::string& path, std::vector<std::string>& problems) {
    const auto append = [&](std::vector<std::string> found) {
        problems.insert(problems.end(), found.begin(), found.end());
    };
    if (value.is_array() && schema.contains("items")) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            const json& items = schema["items"];
            append(check(items.is_array() ? items.at(std::min(i, items.size() - 1)) : items, value[i],
                         path + "[" + std::to_string(i) + "]"));
        }
    }
    if (!value.is_object()) {
        return;
    }
    for (const auto& key : schema.value("required", json::array())) {
        if (!value.contains(key.get<std::string>())) {
            problems.push_back(path + "." + key.get<std::string>() + " missing");
        }
    }
    for (const auto& [key, member] : value.items()) {
        const json properties = schema.value("properties", json::object());
        const json others = schema.value("additionalProperties", json(true));
        if (properties.contains(key)) {
            append(check(properties[key], member, path + "." + key));
        } else if (others.is_object()) {
            append(check(others, member, path + "." + key));
        } else if (others == false) {
            problems.push_back(path + "." + key + " unknown");
        }
    }
}

/// Checks a value against the part of JSON Schema that our schemas use; the paths of what is wrong.
std::vector<std::string> check(const json& schema, const json& value, const std::string& path) {
    constexpr std::string_view inside[] = {"items", "properties", "required", "additionalProperties"};
    constexpr std::string_view for_people[] = {"$schema", "title", "description", "default", "examples"};
    const auto among = [](auto& words, const std::string& word) {
        return std::find(std::begin(words), std::end(words), word) != std::end(words);
    };
    std::vector<std::string> problems;
    for (const auto& [keyword, rule] : schema.items()) {
        if (!among(inside, keyword) && !among(for_people, keyword) && !is_allowed(keyword, rule, value)) {
            problems.push_back(path + " " + keyword);
        }
    }
    check_inside(schema, value, path, problems);
    return problems;
}

/// A TOML value as editors hand it to a schema: dates are strings.
json as_json(const offerkit::file::Node& node) {
    using offerkit::file::NodeKind;
    switch (node.kind) {
        case NodeKind::table: {
            json object = json::object();
            for (const auto& entry : node.entries) {
                object[entry.key] = as_json(entry.value);
            }
            return object;
        }
        case NodeKind::list: {
            json array = json::array();
            for (const auto& item : node.items) {
                array.push_back(as_json(item));
            }
            return array;
        }
        case NodeKind::boolean: return node.text == "true";
        case NodeKind::number: {
            std::string digits = node.text;
            std::erase(digits, '_');
            return json::parse(digits);
        }
        default: return node.text;
    }
}

json parse(const std::string& toml) {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    const auto document = offerkit::file::read_document("test.toml", toml, sources, diagnostics);
    REQUIRE(document.has_value());
    REQUIRE_FALSE(diagnostics.has_errors());
    return as_json(document->root);
}

json offer_schema() { return json::parse(offerkit::authoring::json_schema(model::offer_schema())); }

std::vector<std::string> problems_of(const std::string& lines) {
    static const json schema = offer_schema();
    return check(schema, parse("company = \"A\"\ncurrency = \"USD\"\nstart = 2026-03-02\n" + lines), "");
}

}  // namespace

TEST_CASE("every example is valid by the schema that editors get") {
    const json schema = offer_schema();
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{support::source_path("examples")}) {
        if (entry.path().extension() == ".toml" && entry.path().filename() != "priorities.toml" &&
            entry.path().filename() != "me.toml" && entry.path().filename() != "plan.toml" &&
            entry.path().filename() != "search.toml") {
            CAPTURE(entry.path());
            CHECK(check(schema, parse(support::read_file(entry.path())), "") == std::vector<std::string>{});
            ++files;
        }
    }
    CHECK(files >= 10);
}

TEST_CASE("every built-in profile is valid by the schema of its kind") {
    for (const auto kind : model::profile_kinds()) {
        const json schema = json::parse(offerkit::authoring::json_schema(*model::profile_schema(kind)));
        const auto folder = support::source_path("profiles") / kind;
        if (!std::filesystem::exists(folder)) {
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            if (entry.path().extension() == ".toml") {
                CAPTURE(entry.path());
                CHECK(check(schema, parse(support::read_file(entry.path())), "") == std::vector<std::string>{});
            }
        }
    }
}

TEST_CASE("everything that may stand for a key is valid by the schema") {
    for (const char* lines :
         {"[base]\nraise = \"-3%\"", "[base]\nraise = 0.03", "[bonus]\ntarget = \"1/12\"", "[bonus]\ntarget = 0.15",
          "[bonus]\ntarget = \"0.15\"", "[bonus]\ntarget = \"7.5%\"\npaid = 3",
          "[[bonus]]\nname = \"a\"\ntarget = \"5%\"\n[[bonus]]\nname = \"b\"\namount = 100.50",
          "[[grant]]\nvesting = \"google\"", "[[grant]]\nvesting = \"mine/own.toml\"",
          "[[grant]]\nvesting = { yearly = [\"50%\", 0.5] }", "[[grant]]\nalign = \"02-15\"\nday_of_month = 31",
          "[[grant]]\ngate = \"ipo\"", "[[grant]]\ngate = [\"ipo\", \"sale\"]", "[[grant]]\nexpires = \"10 years\"",
          "[[grant]]\nexpires = { after = \"10 years\", day_before = true }",
          "[fx]\n\"EUR/USD\" = 1.08\nas_of = 2026-01-15",
          "[factors]\ngrowth = 8\nbrand = \"unknown\"\nvisa = { chance = \"70%\" }",
          "[benefits]\nretirement_match = { tiers = [[\"100%\", \"3%\"], [0.5, \"2%\"]] }",
          "[[cost]]\nname = \"move\"\namount = 0"}) {
        CAPTURE(lines);
        CHECK(problems_of(lines) == std::vector<std::string>{});
    }
}

TEST_CASE("an editor marks what the schema alone can know to be wrong") {
    CHECK(problems_of("salery = 5") == std::vector<std::string>{".salery unknown"});
    CHECK(problems_of("kind = \"ofer\"") == std::vector<std::string>{".kind enum"});
    CHECK(problems_of("[base]\nsalary = -5") == std::vector<std::string>{".base.salary minimum"});
    CHECK(problems_of("[base]\nsalary = \"182,000\"") == std::vector<std::string>{".base.salary type"});
    CHECK(problems_of("[level]\nladder = \"google\"") == std::vector<std::string>{".level.name missing"});
    CHECK(problems_of("[stock]\nprice = 1\nkind = \"listed\"") == std::vector<std::string>{".stock.kind enum"});
    for (const char* lines : {"[bonus]\ntarget = 15", "[bonus]\ntarget = \"15 %\"", "[bonus]\ntarget = \"-15%\"",
                              "[base]\nraise = -1", "[bonus]\ntarget = \"5%\"\npaid = 13", "[[grant]]\nquantity = 0",
                              "[[grant]]\nquantity = 1.5", "[[grant]]\nalign = \"2-15\"", "[[grant]]\nalign = []",
                              "[[grant]]\ncliff = \"1 year\"", "[[grant]]\nvesting = { over = \"4 yrs\" }",
                              "[[grant]]\ninstrument = \"shares\"", "[refresher]\nvalue = 5\nvesting = 4", "grant = 5",
                              "[[grant.performance]]\nexpected = 1\ncurve = [[1, \"0%\"], [2]]", "received = \"soon\"",
                              "[fx]\n\"EUR/USD\" = \"1.08\"", "[factors]\ngrowth = \"good\""}) {
        CAPTURE(lines);
        CHECK_FALSE(problems_of(lines).empty());
    }
}

TEST_CASE("the schema knows each key of the field table, with its words, and each default satisfies it") {
    // Walks the tables and the schema side by side.
    struct Walk {
        int keys = 0;
        void operator()(const model::Schema& table, const json& schema) {
            const json& object = schema.contains("anyOf")
                                     ? *std::find_if(schema["anyOf"].begin(), schema["anyOf"].end(),
                                                     [](const json& alternative) {
                                                         return alternative.value("type", "") == "object" ||
                                                                (alternative.value("type", "") == "array" &&
                                                                 alternative["items"].contains("properties"));
                                                     })
                                     : schema;
            const json& properties =
                object.contains("properties") ? object["properties"] : object["items"]["properties"];
            CHECK(properties.size() == table.fields.size());
            for (const auto& field : table.fields) {
                const std::string key{field.key};
                CAPTURE(table.name, key);
                REQUIRE(properties.contains(key));
                const json& property = properties[key];
                CHECK(property["description"].get<std::string>().starts_with(std::string{field.doc}));
                for (const char* kept : {"default", "examples"}) {
                    if (property.contains(kept)) {
                        const json value = property[kept].is_array() ? property[kept][0] : property[kept];
                        CHECK(check(property, value, key) == std::vector<std::string>{});
                    }
                }
                CHECK(property.contains("default") == !field.fallback.empty());
                ++keys;
                if (field.table != nullptr) {
                    (*this)(*field.table, property);
                }
            }
        }
    } walk;
    walk(model::offer_schema(), offer_schema());
    for (const model::Schema* schema :
         {&model::priorities_schema(), &model::pipeline_schema(), &model::career_schema()}) {
        walk(*schema, json::parse(offerkit::authoring::json_schema(*schema)));
    }
    CHECK(walk.keys > 150);
}

TEST_CASE("an editor can complete the profiles built into the program") {
    const json schema = offer_schema();
    const json& vesting = schema["properties"]["grant"]["items"]["properties"]["vesting"]["anyOf"];
    const json& ids = vesting[0]["enum"];
    CHECK(std::find(ids.begin(), ids.end(), "google") != ids.end());
    CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
}
