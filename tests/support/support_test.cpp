// The helpers that other tests stand on: were they blind, so would the others be.

#include "catch.hpp"
#include "files.hpp"
#include "golden.hpp"
#include "programs.hpp"
#include "run.hpp"
#include "shell.hpp"

TEST_CASE("a golden difference names the line and shows what cannot be seen") {
    CHECK(golden::first_difference("a\nb\n", "a\nb\n").empty());
    CHECK(golden::first_difference("a\nb\n", "a\nb \n") ==
          "First difference at line 2:\n  before:   a\n  expected: b\n  actual:   b\\x20");
    CHECK(golden::first_difference("a\n", "a") ==
          "First difference at line 1:\n  expected: a\n  actual:   a  (no line feed at the end)");
    CHECK(golden::first_difference("a\n", "") ==
          "First difference at line 1:\n  expected: a\n  actual:   (the text ends before this line)");
    CHECK_FALSE(golden::first_difference("", "\n").empty());
}

TEST_CASE("a scratch folder is there for its test and gone after it") {
    std::filesystem::path kept;
    {
        const support::ScratchFolder folder;
        const auto file = folder.write("deep/er/offer.toml", "a = 1\n");
        CHECK(support::read_file(file) == "a = 1\n");
        kept = folder.path();
    }
    CHECK_FALSE(std::filesystem::exists(kept));
}

TEST_CASE("the program runs with pipes and in a terminal") {
    const auto piped = support::run({"--version"});
    CHECK(piped.status == 0);
    CHECK(piped.out.starts_with("offerkit "));
    CHECK(piped.err.empty());

    support::Run version;
    version.arguments = {"--version"};
    const auto shown = support::run_in_terminal(version, 80);
    CHECK(shown.status == 0);
    CHECK(shown.out == piped.out);
}

TEST_CASE("what a test starts and a bare Debian lacks is among the packages of ./dev test") {
    const std::string dev = support::read_file(support::source_path("dev"));
    const std::size_t begin = dev.find("\ntest_packages=(");
    REQUIRE(begin != std::string::npos);
    const std::string packages = " " + dev.substr(begin + 16, dev.find(')', begin) - begin - 16) + " ";
    for (const auto& program : support::programs()) {
        INFO(program.name);
        CHECK((program.bare || packages.find(" " + std::string{program.package} + " ") != std::string::npos));
    }
}

TEST_CASE("a script of a test names its programs, and finds no other") {
    CHECK(support::programs_in("mandoc -T lint x.1 | head -n 1").size() == 2);
    CHECK(support::programs_in("./mandoc mandoc.txt remandoc").empty());
    CHECK(support::missing_for("cat x | tail -n 1").empty());
    const support::ScratchFolder folder;
    CHECK(support::shell("git --version", folder.path()).status == 127);
    CHECK(support::shell("cat /dev/null", folder.path()).status == 0);
}
