// Profiles of exits: chances that add up where a value hangs on them.

#include <optional>
#include <string>

#include <offerkit/file/profiles/profile_store.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"

#include "file/reading.hpp"

using namespace offerkit;
using quantity::Number;
using quantity::Rate;

namespace {

struct Read {
    std::optional<model::ExitsProfile> profile{};
    reading::Outcome outcome{};
};

/// A profile of exits with these lines from line 4 on.
Read exits(const std::string& text) {
    const support::ScratchFolder folder;
    folder.write("exits/mine.toml", "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n" + text);
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    Read read;
    read.profile = file::ProfileStore{{folder.path().string()}}.exits("mine", {sources, diagnostics});
    reading::take_problems(read.outcome, sources, diagnostics);
    CHECK(read.profile.has_value() == read.outcome.problems.empty());
    return read;
}

std::string outcome(const std::string& chance, const std::string& more = {}) {
    return "[[outcome]]\nname = \"sold\"\nchance = " + chance + "\n" + more;
}

}  // namespace

TEST_CASE("outcomes have a name, a chance and perhaps a multiple, over seven years unless another time is named") {
    const auto read = exits(outcome("\"25%\"", "multiple = 0\n") + outcome("\"75%\"", "multiple = 2.5\n"));
    CAPTURE(read.outcome.problems);
    REQUIRE(read.profile);
    CHECK(read.profile->horizon == calendar::Period::months(84));
    REQUIRE(read.profile->outcomes.size() == 2);
    CHECK(read.profile->outcomes[0].name == "sold");
    CHECK(read.profile->outcomes[0].chance == *Rate::of(1, 4));
    CHECK(read.profile->outcomes[0].multiple == Number{0});
    CHECK(read.profile->outcomes[1].multiple == *Number::of(5, 2));
    const auto long_ago = exits("horizon = \"6 years\"\n" + outcome("\"100%\""));
    REQUIRE(long_ago.profile);
    CHECK(long_ago.profile->horizon == calendar::Period::months(72));
    CHECK_FALSE(long_ago.profile->outcomes.at(0).multiple);
}

TEST_CASE("chances add up to 100% where outcomes have a multiple, and may be rounded where they have none") {
    const std::string twice = "multiple = 2\n";
    CHECK(exits(outcome("\"49%\"") + outcome("\"50.3%\"")).outcome.problems.empty());
    CHECK(exits(outcome("\"1/3\"", twice) + outcome("\"2/3\"", twice)).outcome.problems.empty());
    CHECK(exits(outcome("\"49%\"", twice) + outcome("\"50%\"", twice)).outcome.only("4:1 chances-sum"));
    CHECK(exits(outcome("\"51%\"", twice) + outcome("\"50%\"", twice)).outcome.only("4:1 chances-sum"));
    CHECK(exits(outcome("\"50%\"", twice) + outcome("\"50%\"")).outcome.only("4:1 missing-key"));
    CHECK(exits(outcome("\"50%\"") + outcome("\"50%\"", twice)).outcome.only("4:1 missing-key"));
    CHECK(exits(outcome("\"100%\"", "multiple = -1\n")).outcome.only("7:12 bad-number"));
    // What cannot be read is told alone: the rest may be right.
    CHECK(exits(outcome("\"lots\"", twice) + outcome("\"50%\"", twice)).outcome.only("6:10 bad-rate"));
    CHECK(exits(outcome("\"50%\"", "multiple = \"x\"\n") + outcome("\"50%\"", twice)).outcome.problems.size() == 1);
    CHECK(exits(outcome("\"50%\"", twice) + outcome("\"40%\"", "multiple = \"x\"\n")).outcome.problems.size() == 1);
}
