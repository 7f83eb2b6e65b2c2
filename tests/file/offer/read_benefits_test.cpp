// Yearly benefits as letters state them: what is matched, bought at a discount, and kept on leaving.

#include <string>

#include "file/reading.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;
using quantity::Rate;
using reading::offer;
using reading::with_top;

namespace {

/// [benefits] in line 4, with its keys from line 5 on.
reading::Outcome benefits(const std::string& keys) { return offer(with_top("[benefits]\n" + keys)); }

model::Benefits read(const std::string& keys) {
    const auto outcome = benefits(keys);
    CAPTURE(keys, outcome.problems);
    REQUIRE(outcome.problems.empty());
    return outcome.offer->benefits;
}

}  // namespace

TEST_CASE("an offer without benefits has none, and each benefit is there by itself") {
    CHECK_FALSE(offer(with_top("")).offer->benefits.health);
    CHECK(quantity::to_plain(read("health = 12_000\n").health->value) == "12000");
    CHECK(read("retirement = \"10%\"\n").retirement->value == *Rate::of(1, 10));
    CHECK_FALSE(read("health = 12_000\n").retirement_match);
    CHECK_FALSE(read("health = 12_000\n").espp);
}

TEST_CASE("what the employer adds to savings is one rate up to a share of base, or tiers that carry their own") {
    const auto one = *read("retirement_match = { rate = \"50%\", up_to = \"6%\" }\n").retirement_match;
    REQUIRE(one.tiers.size() == 1);
    CHECK(one.tiers[0].rate == *Rate::of(1, 2));
    CHECK(one.tiers[0].up_to == *Rate::of(3, 50));
    CHECK_FALSE(one.limit);
    CHECK(one.after.is_zero());
    CHECK_FALSE(one.vesting);
    const auto two = *read(
                          "retirement_match = { tiers = [[\"100%\", \"3%\"], [\"50%\", \"2%\"]], limit = 500, after = "
                          "\"3 months\" }\n")
                          .retirement_match;
    REQUIRE(two.tiers.size() == 2);
    CHECK(two.tiers[1].rate == *Rate::of(1, 2));
    CHECK(two.tiers[1].up_to == *Rate::of(1, 50));
    CHECK(quantity::to_plain(*two.limit) == "500");
    CHECK(two.after == calendar::Period::months(3));
    CHECK(benefits("retirement_match = { rate = \"50%\" }\n").only("5:20 missing-key"));
    CHECK(benefits("retirement_match = { up_to = \"6%\" }\n").has("5:20 missing-key"));
    CHECK(benefits("retirement_match = { tiers = [[\"50%\", \"2%\"]], up_to = \"6%\" }\n").only("5:47 out-of-place"));
}

TEST_CASE("a benefit vests by service alone, also where its schedule has a name") {
    const support::ScratchFolder folder;
    const std::string header = "name = \"Mine\"\nsource = \"a letter\"\nas_of = 2026-01-01\n";
    const std::string segment = "[[segment]]\nportion = 1\nover = \"3 years\"\n";
    folder.write("vesting/plain.toml", header + segment);
    folder.write("vesting/gated.toml", header + segment + "gate = \"ipo\"\n");
    folder.write("vesting/after-ipo.toml", header + segment + "start = \"event:ipo\"\n");
    const auto match = [&](const std::string& name) {
        return offer(with_top("[benefits]\nretirement_match = { rate = \"50%\", up_to = \"6%\", vesting = \"" + name +
                              "\" }\n[[event]]\nid = \"ipo\"\n"),
                     {}, {folder.path().string()});
    };
    const auto kept = match("plain");
    CHECK(kept.problems.empty());
    CHECK(kept.offer->benefits.retirement_match->vesting.has_value());
    CHECK(match("gated").only("5:60 out-of-place"));
    CHECK(match("after-ipo").only("5:60 out-of-place"));
}

TEST_CASE("what looks back reaches from a day to 27 months") {
    const auto period = [](const std::string& keys) {
        return benefits("espp = { discount = \"15%\", contribution = \"10%\", " + keys + " }\n");
    };
    const auto plan =
        *read(
             "espp = { discount = \"15%\", contribution = \"10%\", lookback = true, period = \"27 months\", "
             "limit = 25_000 }\n")
             .espp;
    CHECK(plan.discount == *Rate::of(3, 20));
    CHECK(plan.contribution == *Rate::of(1, 10));
    CHECK(plan.lookback);
    CHECK(plan.period == calendar::Period::months(27));
    CHECK(quantity::to_plain(*plan.limit) == "25000");
    CHECK(period("lookback = true, period = \"1 day\"").problems.empty());
    const auto longer = period("lookback = true, period = \"28 months\"");
    REQUIRE(longer.only("5:76 bad-period"));
    CHECK(longer.problems[0].ends_with("a purchase period is at most 27 months long"));
    const auto empty = period("lookback = true, period = \"0 days\"");
    REQUIRE(empty.only("5:76 bad-period"));
    CHECK(empty.problems[0].ends_with("a purchase period is at least a day long"));
    CHECK(period("period = \"6 months\"").only("5:50 out-of-place"));
    CHECK(period("lookback = false, period = \"6 months\"").only("5:68 out-of-place"));
    CHECK_FALSE(read("espp = { discount = \"15%\", contribution = \"10%\" }\n").espp->lookback);
    CHECK(benefits("espp = { discount = \"15%\" }\n").only("5:8 missing-key"));
    CHECK(benefits("espp = { discount = \"abc\", contribution = \"10%\" }\n").problems.size() == 1);
}

TEST_CASE("any other benefit has a name and its worth a year") {
    const auto others = read(
                            "[[benefits.other]]\nname = \"Meals\"\namount = 4_000\nvesting = { over = \"3 years\" }\n"
                            "[[benefits.other]]\nname = \"Gym\"\namount = 500\nafter = \"6 months\"\n")
                            .others;
    REQUIRE(others.size() == 2);
    CHECK(others[0].name == "Meals");
    CHECK(others[0].vesting.has_value());
    CHECK(others[0].after.is_zero());
    CHECK(others[1].after == calendar::Period::months(6));
    CHECK_FALSE(others[1].vesting);
    CHECK(benefits("[[benefits.other]]\namount = 4_000\n").only("5:1 missing-key"));
    CHECK(benefits("[[benefits.other]]\nname = \"Meals\"\n").only("5:1 missing-key"));
    CHECK(benefits("[[benefits.other]]\nname = \"Meals\"\namount = -1\n").only("7:10 bad-money"));
    CHECK(benefits("[[benefits.other]]\nname = \"Meals\"\namount = 1\nafter = \"soon\"\n").only("8:9 bad-period"));
}
