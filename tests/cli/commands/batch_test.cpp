// `offerkit batch`: a line in, a line out, whatever the other lines are. docs/scale.md has it in words.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

using nlohmann::json;

const std::vector<std::string> as_of{"--as-of", "2026-01-20"};

std::string offer(int salary) {
    return R"({"company":"Stacker","currency":"USD","start":"2026-03-02","base":{"salary":)" + std::to_string(salary) +
           "}}\n";
}

support::Outcome batch(const std::string& input, std::vector<std::string> more = {}) {
    support::Run run;
    run.arguments = {"batch", "--as-of", "2026-01-20"};
    run.arguments.insert(run.arguments.end(), more.begin(), more.end());
    run.input = input;
    return support::run(run);
}

std::vector<json> lines_of(const std::string& text) {
    std::vector<json> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        REQUIRE(end != std::string::npos);
        lines.push_back(json::parse(text.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("each line of a batch gives one result in its place, and a wrong line stops no other") {
    const auto outcome =
        batch(offer(100'000) + "\n" + R"({"company":"X","salery":1})" + "\n[1]\n{\"comp\n" +
              R"({"path":"examples/refreshers/yearly.toml"})" + "\n\"nowhere.toml\"\n\"-\"\n" + offer(200'000));
    const auto lines = lines_of(outcome.out);
    REQUIRE(lines.size() == 8);
    const std::vector<int> numbers{1, 3, 4, 5, 6, 7, 8, 9};
    const std::vector<bool> ok{true, false, false, false, true, false, false, true};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        INFO(lines[i]);
        CHECK(lines[i]["input"] == "-");
        CHECK(lines[i]["line"] == numbers[i]);
        CHECK(lines[i]["ok"] == ok[i]);
        CHECK(lines[i].contains("total") == ok[i]);
        CHECK((ok[i] || !lines[i]["problems"].empty()));
    }
    CHECK(lines[0]["total"] == 400'000);
    CHECK(lines[7]["total"] == 800'000);
    CHECK(lines[1]["problems"][0]["line"] == 3);
    CHECK(outcome.status == 3);
    CHECK(outcome.err.find("5 of 8 lines could not be valued, first line 3 of -") != std::string::npos);
}

TEST_CASE("the status of a batch is 0 where every line is valued, and 1 where one is wrong") {
    CHECK(batch("").status == 0);
    CHECK(batch("").out.empty());
    CHECK(batch(offer(1'000'000)).status == 0);
    CHECK(batch(offer(1'000'000) + "{}\n").status == 1);
    CHECK(batch("", {"nowhere.jsonl"}).status == 3);
    CHECK(batch("", {"--jobs", "1000"}).status == 2);
    CHECK(batch("", {"--jobs", "0"}).status == 2);
}

TEST_CASE("any number of threads writes the same bytes of a batch") {
    std::string input;
    for (int i = 0; i < 200; ++i) {
        input += i % 7 == 3 ? std::string("{\"company\": 1}\n") : offer(100'000 + i);
    }
    const auto alone = batch(input);
    CHECK(lines_of(alone.out).size() == 200);
    for (const char* jobs : {"2", "3", "8"}) {
        const auto together = batch(input, {"--jobs", jobs});
        CHECK(together.out == alone.out);
        CHECK(together.err == alone.err);
        CHECK(together.status == alone.status);
    }
}

TEST_CASE("a line of a batch holds what show prints for the same file") {
    const std::string file = "examples/three-offers/google.toml";
    const auto shown = json::parse(support::run({"show", file, "--format", "json", as_of[0], as_of[1]}).out);
    const auto bands = lines_of(batch("\"" + file + "\"\n", {"--bands"}).out).at(0);
    const auto plain = lines_of(batch("\"" + file + "\"\n").out).at(0);
    for (const auto& [key, value] : shown.items()) {
        INFO(key);
        if (key != "offerkit") {
            CHECK(bands.at(key) == value);
            CHECK((key == "uncertainty" || key == "assumptions" || plain.at(key) == value));
        }
    }
    CHECK(plain.at("uncertainty").is_null());
    CHECK_FALSE(bands.at("uncertainty").is_null());
}

TEST_CASE("a batch of many lines takes no more memory than one of few") {
    std::string few;
    for (int i = 0; i < 100; ++i) {
        few += offer(100'000 + i);
    }
    std::string many;
    for (int i = 0; i < 20; ++i) {
        many += few;
    }
    const support::ScratchFolder folder;
    folder.write("few.jsonl", few);
    folder.write("many.jsonl", many);
    const auto peak = [&](const std::string& name) {
        support::Run run;
        run.arguments = {"batch", (folder.path() / name).string(), "-o", (folder.path() / "out").string()};
        run.seconds = 120;
        return support::run(run).peak_bytes;
    };
    const std::size_t few_bytes = peak("few.jsonl");
    const std::size_t many_bytes = peak("many.jsonl");
    CHECK((many_bytes < few_bytes + 4'000'000 || !support::is_measurable));
}
