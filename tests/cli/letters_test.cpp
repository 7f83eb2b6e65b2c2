// Letters and questions as people have them, each with the right answer worked out apart from the program
// (tests/data/letters.json): files in, a command, figures of its JSON out.

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

using nlohmann::json;

/// One step along a path: into a key, into one item (`[2]`), or into all of them (`[]`).
std::vector<json> stepped(const std::vector<json>& values, std::string_view step) {
    std::vector<json> next;
    for (const json& value : values) {
        if (step == "[]") {
            next.insert(next.end(), value.begin(), value.end());
        } else if (step.front() == '[') {
            next.push_back(value.at(std::stoul(std::string{step.substr(1)})));
        } else {
            next.push_back(value.at(std::string{step}));
        }
    }
    return next;
}

/// The value at a path of a document: a[0].b, a[].b (a list over a), sum(path), diff(path,path). Throws where there is
/// no such place.
json value_at(const json& document, std::string_view path) {
    if (path.starts_with("sum(") && path.ends_with(")")) {
        double sum = 0;
        for (const json& each : value_at(document, path.substr(4, path.size() - 5))) {
            sum += each.get<double>();
        }
        return sum;
    }
    if (path.starts_with("diff(") && path.ends_with(")")) {
        const auto comma = path.find(',');
        const auto second = path.substr(comma + 1, path.size() - comma - 2);
        return value_at(document, path.substr(5, comma - 5)).get<double>() - value_at(document, second).get<double>();
    }
    std::vector<json> values{document};
    bool list = false;
    while (!path.empty()) {
        const auto end = path.front() == '[' ? path.find(']') + 1 : path.find_first_of(".[");
        const std::string_view step = path.substr(0, end);
        values = stepped(values, step);
        list = list || step == "[]";
        path.remove_prefix(step.size());
        if (path.starts_with('.')) {
            path.remove_prefix(1);
        }
    }
    return list ? json(values) : values.at(0);
}

bool same(const json& value, const json& expected, double tolerance) {
    if (expected.is_array()) {
        bool all = value.is_array() && value.size() == expected.size();
        for (std::size_t i = 0; all && i < expected.size(); ++i) {
            all = same(value[i], expected[i], tolerance);
        }
        return all;
    }
    if (expected.is_number()) {
        return value.is_number() && std::fabs(value.get<double>() - expected.get<double>()) <= tolerance;
    }
    return value == expected;
}

json letters() { return json::parse(support::read_file(support::source_path("tests/data/letters.json"))).at("cases"); }

// Less than half a cent: what a decimal loses on its way through a double.
constexpr double less_than_half_a_cent = 0.004;

void check(const json& letter) {
    const support::ScratchFolder folder;
    for (const auto& [name, text] : letter.at("files").items()) {
        folder.write(name, text.get<std::string>());
    }
    support::Run command;
    command.arguments = letter.at("command").get<std::vector<std::string>>();
    command.arguments.insert(command.arguments.end(), {"--format", "json"});
    command.folder = folder.path();
    const auto outcome = support::run(command);
    INFO(outcome.err);
    REQUIRE(outcome.status == letter.at("status").get<int>());
    const json document = json::parse(outcome.out);
    const double tolerance = letter.value("tolerance", less_than_half_a_cent);
    for (const json& each : letter.at("expect")) {
        const auto path = each.at("path").get<std::string>();
        json value;
        CHECK_NOTHROW(value = value_at(document, path));
        INFO(path << " is " << value << ", and " << each.at("value") << " was worked out");
        CHECK(same(value, each.at("value"), tolerance));
    }
}

}  // namespace

TEST_CASE("every letter has the answer that was worked out apart from the program") {
    for (const json& letter : letters()) {
        DYNAMIC_SECTION(letter.at("id").get<std::string>() << ": " << letter.at("title").get<std::string>()) {
            check(letter);
        }
    }
}

TEST_CASE("no letter is lost on the way, and each asks something") {
    const json all = letters();
    CHECK(all.size() == 45);
    for (const json& letter : all) {
        INFO(letter.at("id"));
        CHECK_FALSE(letter.at("expect").empty());
    }
}

TEST_CASE("the paths of the letters lead where they say") {
    const json document = json::parse(R"({"a": [{"b": 1.5, "c": [1, 2]}, {"b": 2}], "d": {"e": "x"}})");
    CHECK(value_at(document, "a[1].b") == 2);
    CHECK(value_at(document, "a[].b") == json::parse("[1.5, 2]"));
    CHECK(value_at(document, "sum(a[].b)") == 3.5);
    CHECK(value_at(document, "diff(a[1].b,a[0].b)") == 0.5);
    CHECK(value_at(document, "a[0].c[1]") == 2);
    CHECK(value_at(document, "d.e") == "x");
    CHECK_THROWS(value_at(document, "d.f"));
    CHECK_THROWS(value_at(document, "a[2].b"));
    CHECK(same(json(1.0039), json(1), less_than_half_a_cent));
    CHECK_FALSE(same(json(1.005), json(1), less_than_half_a_cent));
    CHECK_FALSE(same(json("1"), json(1), less_than_half_a_cent));
    CHECK_FALSE(same(json::parse("[1]"), json::parse("[1, 2]"), less_than_half_a_cent));
}
