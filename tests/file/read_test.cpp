// Files of any kind, and offers as lines of JSON.

#include <string>

#include <offerkit/file/read_any.hpp>
#include <offerkit/file/read_line.hpp>

#include "file/reading.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;

namespace {

struct Read {
    file::ReadFile file{};
    std::vector<std::string> problems{};
};

Read any(const std::string& text, file::OtherFiles others) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    Read read;
    read.file = file::read_any({sources, diagnostics, profiles, {}}, "some.toml", text, others);
    reading::Outcome outcome;
    reading::take_problems(outcome, sources, diagnostics);
    read.problems = outcome.problems;
    return read;
}

struct Line {
    file::ReadLine line{};
    std::vector<std::string> problems{};
};

Line line(const std::string& text) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    Line read;
    read.line = file::read_line({sources, diagnostics, profiles, {}}, "offers.jsonl", text);
    reading::Outcome outcome;
    reading::take_problems(outcome, sources, diagnostics);
    read.problems = outcome.problems;
    return read;
}

}  // namespace

TEST_CASE("a file of any kind is known, and read as such where others than offers are asked for") {
    using enum file::OtherFiles;
    const std::string priorities = support::read_file(support::source_path("examples/priorities.toml"));
    const auto read_priorities = any(priorities, read);
    CHECK(read_priorities.file.kind == "priorities");
    CHECK(read_priorities.file.priorities.has_value());
    CHECK_FALSE(read_priorities.file.offer);
    const std::string ladder = support::read_file(support::source_path("profiles/ladders/google.toml"));
    CHECK(any(ladder, read).file.kind == "profiles/ladders");
    CHECK(any(ladder, read).file.profile.has_value());
    CHECK(any(reading::with_top(""), read).file.offer.has_value());
    CHECK_FALSE(any(reading::with_top(""), read).file.priorities);
    CHECK_FALSE(any("x = [", read).file.offer);
    // A profile with a broken line is not checked any further.
    CHECK(any(ladder + "\nx = ?\n", read).problems.size() == 1);
}

TEST_CASE("a line of JSON holds an offer, or the path of one") {
    const std::string offer =
        R"({"company": "Acme", "currency": "USD", "start": "2026-03-02", "base": {"salary": 100}})";
    const auto whole = line(offer);
    CHECK(whole.problems.empty());
    CHECK_FALSE(whole.line.path);
    CHECK(whole.line.file.kind == "offer");
    REQUIRE(whole.line.file.offer.has_value());
    CHECK(whole.line.file.offer->company == "Acme");
    CHECK(quantity::to_plain(whole.line.file.offer->base->rate.value) == "100");
    CHECK(line(R"("offers/acme.toml")").line.path == "offers/acme.toml");
    CHECK(line(R"({"path": "offers/acme.toml"})").line.path == "offers/acme.toml");
    // A path is alone in its line.
    const auto beside = line(R"({"path": "acme.toml", "company": "Acme"})");
    CHECK_FALSE(beside.line.path);
    CHECK_FALSE(beside.problems.empty());
    CHECK_FALSE(line(R"({"company": "acme.toml"})").line.path);
    CHECK(line("7").problems ==
          std::vector<std::string>{"1:1 wrong-type: this line is a number, and neither an offer nor a path"});
    CHECK(line("[]").problems.size() == 1);
    CHECK_FALSE(line(R"({"path": 7})").line.path);
    CHECK(line("{").problems.size() == 1);
}

TEST_CASE("values of JSON are those of an offer file: null is not there, and a text may be a date") {
    const auto with = [](const std::string& more) {
        return line(R"({"company": "Acme", "currency": "USD", "start": "2026-03-02", )" + more + "}");
    };
    CHECK(with(R"("role": null)").problems.empty());
    CHECK(with(R"("role": "2026 roles")").line.file.offer->role == "2026 roles");
    CHECK(with(R"("end": "2029-03-01")").line.file.offer->end->value == *calendar::Date::of(2029, 3, 1));
    CHECK(with(R"("cost": [{"name": "Move", "amount": 8.5, "once": true}])").line.file.offer->costs.at(0).once);
    CHECK(with(R"("cost": [null])").problems.size() == 1);
    CHECK(with(R"("base": {"salary": -1})").problems.at(0).starts_with("1:82 bad-money"));
    CHECK(with(R"("factors": {"growth": "unknown"})").line.file.offer->factors.size() == 1);
}
