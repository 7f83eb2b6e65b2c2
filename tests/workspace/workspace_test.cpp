// The front door does what the finer functions do, in a line each, and says why when it does not.

#include <string>
#include <type_traits>
#include <vector>

#include <offerkit/offerkit.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;

namespace {

std::vector<std::string> example(std::initializer_list<const char*> names) {
    std::vector<std::string> files;
    for (const std::string name : names) {
        files.push_back(support::source_path("examples/" + name).string());
    }
    return files;
}

const calendar::Date today = *calendar::Date::of(2026, 1, 20);

template <class... Arguments>
concept compares = requires(Workspace workspace, Arguments&&... arguments) {
    workspace.compare(std::forward<Arguments>(arguments)...);
};

}  // namespace

TEST_CASE("each job of a workspace is what the finer function says") {
    Workspace workspace;
    const auto offers = workspace.read(example({"negotiation/northwind.toml", "negotiation/contoso.toml"}));
    REQUIRE(offers.size() == 2);
    const model::Valuation valuation{.as_of = today};

    const auto comparison = workspace.compare(offers, valuation);
    REQUIRE(comparison);
    diagnostic::Diagnostics problems;
    CHECK(comparison->ranking == choice::compare(offers, valuation, problems)->ranking);

    const auto leaving = workspace.leave(offers, valuation, {.on = today.plus_months(24)});
    REQUIRE(leaving.answers.size() == 2);
    CHECK(leaving.answers[0].leaving.offer == &offers[0]);
    const auto timelines = workspace.vest(offers, valuation);
    REQUIRE(timelines.size() == 2);
    CHECK(timelines[0].offer == &offers[0]);
    const auto negotiation = workspace.negotiate(offers, valuation);
    REQUIRE(negotiation);
    CHECK(negotiation->offer == &offers[0]);

    const auto priorities = workspace.read_priorities(example({"negotiation/priorities.toml"}).front());
    REQUIRE(priorities);
    const auto decision = workspace.decide(*comparison, *priorities, {.samples = 100});
    REQUIRE(decision);
    CHECK(decision->scores.size() == 2);
    CHECK_FALSE(workspace.has_errors());
}

TEST_CASE("a workspace leaves out what it cannot read, and its problems show the line") {
    Workspace workspace;
    CHECK_FALSE(workspace.read_text("acme.toml", "company = \"Acme\"\nstart = 2026-02-30\n"));
    CHECK(workspace.read({"no-such-file.toml"}).empty());
    CHECK(workspace.has_errors());
    const std::string text = workspace.problems_text();
    CHECK(text.find("acme.toml") != std::string::npos);
    CHECK(text.find("start = 2026-02-30") != std::string::npos);
    CHECK(text.find("no-such-file.toml") != std::string::npos);
}

TEST_CASE("no offers are answered, not refused") {
    Workspace workspace;
    const Offers none;
    CHECK_FALSE(workspace.compare(none, {.as_of = today}));
    CHECK(workspace.leave(none, {.as_of = today}).answers.empty());
    CHECK(workspace.vest(none, {.as_of = today}).empty());
    CHECK(workspace.has_errors());
}

TEST_CASE("offers that would be gone before the result are refused by the compiler") {
    STATIC_REQUIRE(compares<const Offers&, const model::Valuation&>);
    STATIC_REQUIRE_FALSE(compares<Offers, const model::Valuation&>);
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<Workspace>);
}

TEST_CASE("the version is the same for the preprocessor and for people") {
    CHECK(std::string{version()} == std::to_string(OFFERKIT_VERSION_MAJOR) + "." +
                                        std::to_string(OFFERKIT_VERSION_MINOR) + "." +
                                        std::to_string(OFFERKIT_VERSION_PATCH));
}
