// What priorities say of a household: who files how, what is taken out before tax, and what living costs.

#include <optional>
#include <string>
#include <vector>

#include <offerkit/file/read.hpp>
#include <support/catch.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using quantity::Money;

namespace {

struct Read {
    std::optional<model::Priorities> priorities{};
    reading::Outcome outcome{};

    [[nodiscard]] const model::Household& household() const {
        CAPTURE(outcome.problems);
        REQUIRE(priorities);
        REQUIRE(priorities->household);
        return *priorities->household;
    }
};

/// A [household] with these lines from line 2 on.
Read household(const std::string& lines) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    Read result;
    result.priorities = file::read_priorities_text({sources, diagnostics, profiles, {}}, "me.toml",
                                                   "[household]\n" + lines, quantity::Currency::of("EUR"));
    reading::take_problems(result.outcome, sources, diagnostics);
    return result;
}

Money eur(std::int64_t whole) { return {whole * 100, *quantity::Currency::of("EUR")}; }

}  // namespace

TEST_CASE("what a household leaves out is not said") {
    const auto read = household("");
    const model::Household& empty = read.household();
    CHECK_FALSE((empty.status || empty.spouse_pay || empty.children || empty.deferral || empty.most_deferral));
    CHECK_FALSE((empty.pretax_benefits || empty.other_income || empty.deduction || empty.index));
    CHECK_FALSE((empty.spending || empty.spending_at));
    CHECK(empty.spending_in.empty());
    CHECK(empty.rent.empty());
    CHECK(empty.span.line == 1);
}

TEST_CASE("each key of a household reaches its own place") {
    const auto read = household(
        "status = \"joint\"\nspouse_pay = 1\nchildren = 2\ndeferral = 3\npretax_benefits = 4\nother_income = 5\n"
        "deduction = \"standard\"\nindex = \"3%\"\nspending = 6\nspending_at = \"us-ca\"\n[household.rent]\nus-ca = 7\n"
        "us-tx = 8\n");
    const model::Household& all = read.household();
    CHECK(all.status->value == model::FilingStatus::joint);
    CHECK(all.spouse_pay->value == eur(1));
    CHECK(all.children->value == 2);
    CHECK(all.deferral->value == eur(3));
    CHECK_FALSE(all.most_deferral);
    CHECK(all.pretax_benefits->value == eur(4));
    CHECK(all.other_income->value == eur(5));
    CHECK(all.deduction->value == model::DeductionChoice::standard);
    CHECK(all.index->value == *quantity::Rate::of(3, 100));
    CHECK(all.spending->value == eur(6));
    CHECK(all.spending_at->value == "us-ca");
    CHECK(all.spending_in.empty());
    REQUIRE(all.rent.size() == 2);
    CHECK(all.rent[0].place.value == "us-ca");
    CHECK(all.rent[0].amount == eur(7));
    CHECK(all.rent[1].place.span.line == 14);
}

TEST_CASE("a deferral is an amount, or all that the law allows") {
    const auto most = household("deferral = \"max\"\n");
    CHECK_FALSE(most.household().deferral);
    CHECK(most.household().most_deferral->line == 2);
    CHECK(household("deferral = \"all\"\n").outcome.only("2:12 unknown-word"));
    CHECK(household("deferral = true\n").outcome.only("2:12 wrong-type"));
}

TEST_CASE("spending is one amount at some place's prices, or an amount for each place") {
    const auto places = household("spending = { us-ca = 90_000, us-tx = 70_000 }\n");
    CHECK_FALSE(places.household().spending);
    REQUIRE(places.household().spending_in.size() == 2);
    CHECK(places.household().spending_in[1].place.value == "us-tx");
    CHECK(places.household().spending_in[1].amount == eur(70'000));
    CHECK(household("spending = { us-ca = \"much\" }\n").outcome.problems.size() == 1);
    CHECK(household("spending = { us-ca = 90_000 }\nspending_at = \"us\"\n").outcome.only("3:1 out-of-place"));
    CHECK(household("spending_at = \"us\"\n").outcome.only("2:1 out-of-place"));
    CHECK(household("spending = \"much\"\nspending_at = \"us\"\n").outcome.problems.size() == 1);
    CHECK(household("rent = { us-ca = \"much\", us-tx = 5 }\n").outcome.problems.size() == 1);
}

TEST_CASE("a spouse who earns belongs to a married couple") {
    const auto married = [](const std::string& status, const std::string& pay) {
        return household((status.empty() ? "" : "status = \"" + status + "\"\n") + "spouse_pay = " + pay + "\n")
            .outcome;
    };
    CHECK(married("joint", "1").problems.empty());
    CHECK(married("separate", "1").problems.empty());
    CHECK(married("single", "0").problems.empty());
    CHECK(married("", "0").problems.empty());
    CHECK(married("single", "1").only("3:14 conflict"));
    CHECK(married("head", "1").only("3:14 conflict"));
    CHECK(married("", "1").only("2:14 conflict"));
    CHECK(married("", "1").problems.at(0).ends_with("the status is \"single\", as none is written"));
    CHECK(married("single", "1").problems.at(0).ends_with("the status is \"single\""));
    // Whoever mistypes the status is told of that alone.
    CHECK(married("jiont", "1").only("2:10 unknown-word"));
}
