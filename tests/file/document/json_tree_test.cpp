// JSON with the place of every value: what is wrong in an export is told with its line and column.

#include <rapidcheck.h>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/file/document/json_tree.hpp>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using file::Json;

namespace {

struct Reading {
    diagnostic::Sources sources{};
    diagnostic::Diagnostics diagnostics{};
    std::optional<Json> json{};
};

Reading read(std::string text) {
    Reading reading;
    reading.json = file::read_json("test.json", std::move(text), reading.sources, reading.diagnostics);
    return reading;
}

/// Any JSON value, at most `depth` deep.
nlohmann::json any_value(int depth) {
    const int kind = *rc::gen::inRange(0, depth > 0 ? 7 : 5);
    switch (kind) {
        case 0: return nullptr;
        case 1: return *rc::gen::arbitrary<bool>();
        case 2: return *rc::gen::arbitrary<int>();
        case 3: return static_cast<double>(*rc::gen::inRange(-5000, 5000)) / 8.0;
        case 4: {
            std::string text;
            const auto parts = *rc::gen::container<std::vector<std::string>>(
                rc::gen::element<std::string>("a", "\"", "\\", "é", "東", "\n", ",", "{", "1", " "));
            for (const auto& part : parts) {
                text += part;
            }
            return text;
        }
        case 5: {
            auto list = nlohmann::json::array();
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
                list.push_back(any_value(depth - 1));
            }
            return list;
        }
        default: {
            auto object = nlohmann::json::object();
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
                object["k" + std::to_string(i) + *rc::gen::element<std::string>("", "\"", "é\\")] =
                    any_value(depth - 1);
            }
            return object;
        }
    }
}

/// The text at a span begins what the value was written as.
void check_places(const Json& json, const nlohmann::json& original, const diagnostic::Source& source) {
    const auto slice = [&](const diagnostic::Span& span) {
        return std::string{source.slice(span.line, span.column, span.line, span.column + span.length)};
    };
    if (original.is_object()) {
        RC_ASSERT(json.kind == Json::Kind::object);
        RC_ASSERT(slice(json.span) == "{");
        RC_ASSERT(json.members.size() == original.size());
        for (const auto& member : json.members) {
            RC_ASSERT(original.contains(member.key));
            RC_ASSERT(slice(member.key_span) == nlohmann::json(member.key).dump());
            check_places(member.value, original.at(member.key), source);
        }
    } else if (original.is_array()) {
        RC_ASSERT(json.kind == Json::Kind::list);
        RC_ASSERT(slice(json.span) == "[");
        RC_ASSERT(json.items.size() == original.size());
        for (std::size_t i = 0; i < original.size(); ++i) {
            check_places(json.items[i], original[i], source);
        }
    } else {
        RC_ASSERT(slice(json.span) == original.dump());
        RC_ASSERT(json.text == (original.is_string() ? original.get<std::string>() : original.dump()));
    }
}

}  // namespace

TEST_CASE("every value of a JSON file comes with its own line and column, however it is laid out") {
    support::holds("places", [] {
        const auto original = any_value(4);
        const int indent = *rc::gen::element(-1, 0, 1, 4);
        const auto reading = read(original.dump(indent));
        RC_ASSERT(reading.json.has_value());
        check_places(*reading.json, original, reading.sources[0]);
    });
}

TEST_CASE("a number of a JSON file keeps its digits") {
    const auto reading = read("[1000.0000000001, 0.10, 12345678901234567890, 1e3]");
    REQUIRE(reading.json.has_value());
    CHECK(reading.json->items[0].text == "1000.0000000001");
    CHECK(reading.json->items[1].text == "0.10");
    CHECK(reading.json->items[2].text == "12345678901234567890");
    CHECK(reading.json->items[3].text == "1e3");
}

TEST_CASE("broken JSON is told at the place where it breaks, and never thrown") {
    const auto at = [](std::string text) {
        const auto reading = read(std::move(text));
        REQUIRE_FALSE(reading.json.has_value());
        REQUIRE(reading.diagnostics.all().size() == 1);
        const auto& problem = reading.diagnostics.all().front();
        return std::string{problem.code} + " " + std::to_string(problem.span.line) + ":" +
               std::to_string(problem.span.column);
    };
    CHECK(at("{\n  \"a\": 1,\n}") == "json-syntax 3:1");
    CHECK(at("{ \"é\": tru }") == "json-syntax 1:11");
    CHECK(at("[1, 2") == "json-syntax 1:6");
    CHECK(at("") == "json-syntax 1:1");
    CHECK(at("[1] 2") == "json-syntax 1:5");
    CHECK(at("{\"a\": 1,\n \"a\": 2}") == "duplicate-key 2:2");
    CHECK(at("[\"\xFF\"]") == "invalid-utf8 1:3");
    CHECK(at(std::string(65, '[') + std::string(65, ']')) == "too-deep 1:65");
    CHECK(at(std::string(9'000'000, ' ')) == "file-too-large 0:0");
}

TEST_CASE("nesting of JSON is bounded where it begins, and what is closed counts no more") {
    CHECK(read(std::string(64, '[') + std::string(64, ']')).json.has_value());
    CHECK_FALSE(read(std::string(65, '[') + std::string(65, ']')).json.has_value());
    CHECK(read("[" + std::string(63, '[') + std::string(63, ']') + "," + std::string(63, '[') + std::string(63, ']') +
               "]")
              .json.has_value());
}

TEST_CASE("a JSON text of exactly 8 MiB is read") {
    const std::string spaces(8U * 1024U * 1024U - 1U, ' ');
    CHECK(read(spaces + "1").json.has_value());
    CHECK_FALSE(read(spaces + "12").json.has_value());
}

TEST_CASE("a value of JSON knows its kind in words, and null is as good as not there") {
    const auto reading = read(R"({"a": null, "b": true, "c": 1, "d": "x", "e": [], "f": {}})");
    REQUIRE(reading.json.has_value());
    CHECK(reading.json->find("a") == nullptr);
    CHECK(reading.json->find("z") == nullptr);
    REQUIRE(reading.json->find("b") != nullptr);
    std::string kinds;
    for (const auto& member : reading.json->members) {
        kinds += std::string{file::described(member.value.kind)} + ", ";
    }
    CHECK(kinds == "null, true or false, a number, text, a list, an object, ");
    CHECK(reading.json->members[0].value.span == diagnostic::Span{0, 1, 7, 4});
    CHECK(reading.json->members[1].value.span == diagnostic::Span{0, 1, 18, 4});
    CHECK(read("false").json->span == diagnostic::Span{0, 1, 1, 5});
    CHECK(read("false").json->text == "false");
    CHECK(read(" -1.5e3 ").json->span == diagnostic::Span{0, 1, 2, 6});
}

TEST_CASE("a key that is written twice is told with the first, each time, and the rest is read on") {
    const auto reading = read("{\"a\": 1,\n \"a\": 2,\n \"a\": 3, \"b\": {\"a\": 4}}");
    CHECK_FALSE(reading.json.has_value());
    REQUIRE(reading.diagnostics.all().size() == 2);
    CHECK(reading.diagnostics.all()[1].span.line == 3);
    REQUIRE(reading.diagnostics.all()[0].related.has_value());
    CHECK(reading.diagnostics.all()[0].related->span == diagnostic::Span{0, 1, 2, 3});
}

TEST_CASE("a text that was cut off is told apart from one that is wrong") {
    const auto message = [](const std::string& text) { return read(text).diagnostics.all().at(0).message; };
    const std::string cut = "the JSON ends before everything that was opened is closed";
    CHECK(message("{\"a\": [1, 2") == cut);
    CHECK(message("{\"a\"") == cut);
    CHECK(message("[1,") == cut);
    CHECK(message("[1,]") == "this is not valid JSON from here on");
    CHECK(message("{'a': 1}") == "this is not valid JSON from here on");
    CHECK(message("[1] // no") == "this is not valid JSON from here on");
}
