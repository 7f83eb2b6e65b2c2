// Priors of careers: what a profile says of each, and which of several profiles counts.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/file/profiles/career_priors.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"

#include "file/reading.hpp"

using namespace offerkit;

namespace {

const std::string header = "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n";

/// A prior of these rates, which stand in its third line.
std::string prior(const std::string& input, const std::string& rates) {
    return "[[prior]]\ninput = \"" + input + "\"\n" + rates +
           "grade = \"A\"\nsource = \"counted\"\nas_of = 2025-10-02\n";
}

struct Read {
    std::vector<model::CareerPrior> priors{};
    reading::Outcome outcome{};

    [[nodiscard]] const model::CareerPrior* find(const std::string& input) const {
        const auto found =
            std::find_if(priors.begin(), priors.end(), [&](const auto& one) { return one.input == input; });
        return found == priors.end() ? nullptr : &*found;
    }
    /// "-8% 1% 10%".
    [[nodiscard]] std::string rates(const std::string& input) const {
        const auto* one = find(input);
        return one == nullptr ? "none" : one->low + " " + one->likely + " " + one->high;
    }
};

/// All priors, with those of profiles of one's own, by file name.
Read read(const std::vector<std::pair<std::string, std::string>>& files) {
    const support::ScratchFolder folder;
    for (const auto& [name, text] : files) {
        folder.write("career/" + name + ".toml", text);
    }
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    Read result;
    result.priors = file::all_priors(file::ProfileStore{{folder.path().string()}}, sources, diagnostics);
    reading::take_problems(result.outcome, sources, diagnostics);
    return result;
}

Read of(const std::string& text) { return read({{"mine", header + text}}); }

}  // namespace

TEST_CASE("a prior is one rate, or a range with a likely rate or its middle, or none") {
    const Read read = of(prior("one", "value = \"3.2%\"\n") + prior("middle", "low = \"9%\"\nhigh = \"10%\"\n") +
                         prior("three", "low = \"-8%\"\nlikely = \"1%\"\nhigh = \"10%\"\n") +
                         prior("point", "low = \"5%\"\nhigh = \"5%\"\n") + prior("blank", "note = \"N\"\n") +
                         prior("third", "value = \"1/3\"\n"));
    CAPTURE(read.outcome.problems);
    CHECK(read.outcome.problems.empty());
    CHECK(read.rates("one") == "3.2% 3.2% 3.2%");
    CHECK(read.rates("middle") == "9% 9.5% 10%");
    CHECK(read.rates("three") == "-8% 1% 10%");
    CHECK(read.rates("point") == "5% 5% 5%");
    CHECK(read.rates("blank") == "  ");
    // Sixteen decimals of a percentage at most.
    CHECK(read.rates("third").starts_with("33.3333333333333333% "));
    CHECK_FALSE(read.find("blank")->has_rate());
    CHECK(read.find("three")->is_range());
    CHECK_FALSE(read.find("point")->is_range());
    CHECK(read.find("one")->grade == model::SourceGrade::a);
    CHECK(read.find("one")->source == "counted");
    CHECK(to_string(read.find("one")->as_of) == "2025-10-02");
    CHECK(read.find("blank")->note == "N");
    CHECK(read.find("one")->profile == "mine");
    CHECK_FALSE(read.find("one")->built_in);
    CHECK(read.find("pay_growth")->built_in);
    CHECK(read.find("pay_growth")->profile == "priors");
}

TEST_CASE("a profile of priors with a fault is left out with a warning, and the others stay") {
    const auto left_out = [](const std::string& text) {
        const Read result = read({{"bad", header + text}, {"good", header + prior("kept", "value = \"1%\"\n")}});
        CHECK(result.find("kept") != nullptr);
        CHECK(result.find("pay_growth") != nullptr);
        CHECK(result.find("x") == nullptr);
        REQUIRE(result.outcome.problems.size() == 1);
        CHECK(result.outcome.problems[0].find("profile-left-out: this profile of priors is left out: ") !=
              std::string::npos);
        return result.outcome.problems[0];
    };
    CHECK(left_out(prior("x", "low = \"10%\"\nhigh = \"9%\"\n")).find("`high` is below `low`") != std::string::npos);
    CHECK(left_out(prior("x", "low = \"10%\"\n")).find("`high` is missing") != std::string::npos);
    CHECK(left_out(prior("x", "high = \"10%\"\n")).find("`low` is missing") != std::string::npos);
    CHECK(left_out(prior("x", "value = \"1%\"\nlow = \"1%\"\n")).starts_with("7:1 "));
    CHECK(left_out(prior("x", "value = \"1%\"\n") + prior("x", "value = \"2%\"\n")).starts_with("11:9 "));
    CHECK(
        left_out("[[prior]]\ninput = \"x\"\nvalue = \"1%\"\nsource = \"s\"\nas_of = 2025-10-02\n").starts_with("4:1 "));
    CHECK(left_out("colour = 3\n" + prior("x", "")).starts_with("4:1 "));
    CHECK(left_out(prior("x", "value = \"lots\"\n")).starts_with("6:9 "));
}

TEST_CASE("a prior of one's own takes the place of a built-in one, and the first of two counts") {
    const Read own = of(prior("pay_growth", "value = \"9%\"\n"));
    CHECK(own.rates("pay_growth") == "9% 9% 9%");
    CHECK(std::count_if(own.priors.begin(), own.priors.end(),
                        [](const auto& one) { return one.input == "pay_growth"; }) == 1);
    CHECK(own.priors.front().input == "pay_growth");
    // By the names of their files, which stand in alphabetical order; `z` comes after the built-in profile, `priors`.
    const Read two = read({{"a", header + prior("x", "value = \"1%\"\n")},
                           {"z", header + prior("x", "value = \"2%\"\n") + prior("pay_growth", "value = \"9%\"\n")}});
    CHECK(two.rates("x") == "1% 1% 1%");
    CHECK(two.rates("pay_growth") == "9% 9% 9%");
    CHECK(two.find("x")->profile == "a");
}

TEST_CASE("a rate that decimals do not end keeps sixteen of its percentage, at each end and in the middle") {
    const Read read = of(prior("range", "low = \"1/7\"\nlikely = \"1/3\"\nhigh = \"2/3\"\n") +
                         prior("middle", "low = \"0%\"\nhigh = \"1/3\"\n"));
    CAPTURE(read.outcome.problems);
    // 1/7 is 14.2857142857142857 142857... percent, 2/3 is 66.6666666666666666 66...; half of 1/3 is 1/6.
    CHECK(read.rates("range") == "14.2857142857142857% 33.3333333333333333% 66.6666666666666667%");
    CHECK(read.rates("middle") == "0% 16.6666666666666667% 33.3333333333333333%");
}

TEST_CASE("a profile of priors that is left out is told with the help for its own fault") {
    const auto left_out = [](const std::string& text) {
        const Read result = of(text);
        CHECK(result.find("x") == nullptr);
        REQUIRE(result.outcome.problems.size() == 1);
        return result.outcome.problems[0].substr(result.outcome.problems[0].find(": ") + 2) + "; " +
               result.outcome.helps[0];
    };
    const std::string before = "this profile of priors is left out: ";
    CHECK(left_out(prior("x", "low = \"10%\"\nhigh = \"9%\"\n")) ==
          before + "`high` is below `low`; write the lower one first");
    CHECK(left_out("[[prior]]\ninput = \"x\"\nvalue = \"1%\"\ngrade = \"A\"\nsource = \"s\"\n")
              .starts_with(before + "`as_of` is missing"));
    CHECK(left_out(prior("x", "value = \"1%\"\n") + prior("x", "value = \"2%\"\n")) ==
          before + "there are two priors `x`; give each its own `input`");
}

TEST_CASE("a profile of priors that does not say where it comes from is left out") {
    const Read result = read({{"mine", "name = \"Mine\"\nas_of = 2026-01-01\n" + prior("x", "value = \"1%\"\n")}});
    CHECK(result.find("x") == nullptr);
    CHECK(result.find("pay_growth") != nullptr);
    REQUIRE(result.outcome.problems.size() == 1);
    CHECK(result.outcome.problems[0].find("this profile of priors is left out: `source` is missing") !=
          std::string::npos);
}
