// The completion scripts, as far as shells at hand can run them: bash completes, and its script is clean.

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"
#include "support/shell.hpp"

namespace {

/// What bash offers for the last of the words, with the top of the repository as the folder it stands in.
std::string completed(const std::string& words) {
    const auto outcome = support::shell(
        "source <(offerkit completion bash)\n"
        "compopt() { :; }\n"
        "COMP_WORDS=(" +
            words +
            ")\n"
            "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
            "_offerkit\n"
            "echo \"${COMPREPLY[*]}\"",
        support::source_path(""));
    REQUIRE(outcome.status == 0);
    return outcome.text.substr(0, outcome.text.find('\n'));
}

}  // namespace

TEST_CASE("bash completes commands, options and their words") {
    CHECK(completed("offerkit ''") ==
          "check show vest compare leave tax career decide negotiate pipeline report levels batch init examples "
          "profiles schema completion "
          "help");
    CHECK(completed("offerkit co") == "compare completion");
    CHECK(completed("offerkit compare --ex") == "--explain");
    CHECK(completed("offerkit compare --by a") == "average annualized");
    CHECK(completed("offerkit vest --by = m") == "month");
    CHECK(completed("offerkit vest --by = ''") == "tranche month quarter year calendar-year");
    CHECK(completed("offerkit --format json com") == "compare completion");
    CHECK(completed("offerkit completion ''") == "bash zsh fish");
    CHECK(completed("offerkit help c") == "check compare career completion");
    CHECK(completed("offerkit schema of") == "offer");
    CHECK(completed("offerkit compare --as-of ''").empty());
    CHECK(completed("offerkit vest --format i") == "ics");
    CHECK(completed("offerkit show --format i").empty());
    CHECK(completed("offerkit show --format t") == "table");
}

TEST_CASE("bash completes offer files, and only those, where offers go") {
    CHECK(completed("offerkit compare examples/three-offers/g") == "examples/three-offers/google.toml");
    CHECK(completed("offerkit compare examples/three-offers/R").empty());
    CHECK(completed("offerkit show examples/three-offers/google.toml examples/three-offers/m") ==
          "examples/three-offers/meta.toml");
    CHECK(completed("offerkit negotiate examples/three-offers/google.toml examples/three-offers/m").empty());
}

TEST_CASE("bash completes names of profiles by asking the program, the person's own included") {
    CHECK(completed("offerkit init --company me") == "meta");
    CHECK(completed("offerkit decide a.toml --priorities gr") == "growth");
    CHECK(completed("offerkit compare --priorities examples/prio") == "examples/priorities.toml");
    CHECK(completed("offerkit levels goo") == "google");
    CHECK(completed("offerkit levels google L5") == "L5");
    CHECK(completed("offerkit levels microsoft 6") == "60 61 62 63 64 65 66 67 68 69");
    CHECK(completed("offerkit profiles lad") == "ladders");
    CHECK(completed("offerkit profiles vesting google-") == "google-33-33-22-12 google-even");
}

TEST_CASE("the bash script is clean by shellcheck") {
    const support::ScratchFolder folder;
    folder.write("offerkit.bash", support::run({"completion", "bash"}).out);
    const auto outcome = support::shell("shellcheck --shell bash offerkit.bash", folder.path());
    CHECK(outcome.text.empty());
    CHECK(outcome.status == 0);
}
