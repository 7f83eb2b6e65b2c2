// Rules of one's own for negotiating: what is read, and what is refused where it stands.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/file/profiles/profile_store.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"

#include "file/reading.hpp"

using namespace offerkit;
using model::Flexibility;
using quantity::Rate;

namespace {

struct Read {
    std::optional<model::NegotiationProfile> profile{};
    reading::Outcome outcome{};
};

const std::vector<std::pair<std::string, std::string>> required{{"[ask]", "low = \"110%\"\nhigh = \"120%\"\n"},
                                                                {"[settlement]", "share = \"50%\"\n"},
                                                                {"[risk]", "rescind = \"3%\"\nsuccess = \"85%\"\n"},
                                                                {"[odds]", "low = \"15%\"\nhigh = \"70%\"\n"}};

/// A profile of these tables, the first of which stands in line 4, and of what it cannot do without.
Read profile(const std::string& tables) {
    std::string text = "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n" + tables;
    for (const auto& [name, lines] : required) {
        text += tables.find(name) == std::string::npos ? name + "\n" + lines : "";
    }
    const support::ScratchFolder folder;
    folder.write("negotiation/mine.toml", text);
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    Read read;
    read.profile = file::ProfileStore{{folder.path().string()}}.negotiation("mine", {sources, diagnostics});
    reading::take_problems(read.outcome, sources, diagnostics);
    return read;
}

}  // namespace

TEST_CASE("each rule for negotiating is read into its own place, and the others keep what is usual") {
    const auto usual = profile("").profile;
    REQUIRE(usual);
    const auto mine = profile(
        "[ask]\nlow = \"105%\"\nhigh = \"130%\"\n[settlement]\nshare = \"40%\"\nsource = \"seen\"\n[risk]\nrescind = "
        "\"2%\"\nsuccess = \"70%\"\nrescind_source = \"r\"\nsuccess_source = \"s\"\n[flexibility]\nequity = "
        "\"none\"\nsign_on = \"low\"\nbase = \"high\"\nbonus = \"rare\"\n[non_cash]\nask = [\"a\", \"b\"]\n[odds]\nlow "
        "= \"10%\"\nhigh = \"60%\"\nsource = \"o\"\nas_of = 2020-05-01\n[[odds.company]]\ncompany = "
        "\"Acme\"\nonsite_to_offer = \"25%\"\n");
    CAPTURE(mine.outcome.problems);
    REQUIRE(mine.profile);
    const auto& read = *mine.profile;
    CHECK(read.ask_low == *Rate::of(105, 100));
    CHECK(read.ask_high == *Rate::of(130, 100));
    CHECK(read.settlement == *Rate::of(2, 5));
    CHECK(read.settlement_source == "seen");
    CHECK(read.rescind == *Rate::of(1, 50));
    CHECK(read.success == *Rate::of(7, 10));
    CHECK(read.rescind_source == "r");
    CHECK(read.success_source == "s");
    CHECK(read.equity == Flexibility::none);
    CHECK(read.sign_on == Flexibility::low);
    CHECK(read.base == Flexibility::high);
    CHECK(read.bonus == Flexibility::rare);
    CHECK(read.level == usual->level);
    CHECK(read.non_cash == std::vector<std::string>{"a", "b"});
    CHECK(read.odds.low == *Rate::of(1, 10));
    CHECK(read.odds.high == *Rate::of(3, 5));
    CHECK(read.odds.source == "o");
    REQUIRE(read.odds.companies.size() == 1);
    CHECK(read.odds.companies[0].company == "Acme");
    CHECK(read.odds.companies[0].onsite_to_offer == *Rate::of(1, 4));
}

TEST_CASE("an ask is a range of at most ten times the target, and its ends may be one") {
    const auto ask = [](const std::string& low, const std::string& high) {
        return profile("[ask]\nlow = \"" + low + "\"\nhigh = \"" + high + "\"\n").outcome;
    };
    CHECK(ask("110%", "110%").problems.empty());
    CHECK(ask("110%", "109%").only("6:8 wrong-order"));
    CHECK(ask("1000%", "1000%").problems.empty());
    CHECK(ask("110%", "1001%").only("6:8 bad-rate"));
    CHECK(ask("1001%", "1000%").has("5:7 bad-rate"));
    CHECK(profile("[ask]\nlow = \"500%\"\n").outcome.only("4:1 missing-key"));
    CHECK(profile("[ask]\nhigh = \"1%\"\n").outcome.only("4:1 missing-key"));
}

TEST_CASE("an ask that moves the other side by less than a hundredth is none") {
    CHECK(profile("[settlement]\nshare = \"1%\"\n").outcome.problems.empty());
    CHECK(profile("[settlement]\nshare = \"0.999%\"\n").outcome.only("5:9 bad-rate"));
    CHECK(profile("[settlement]\nsource = \"s\"\n").outcome.only("4:1 missing-key"));
    CHECK(profile("[flexibility]\nbase = \"some\"\n").outcome.only("5:8 unknown-word"));
}

TEST_CASE("practice for one kind of employer says how far it goes, and may leave every other rule out") {
    const auto kind = [](const std::string& lines) {
        const support::ScratchFolder folder;
        folder.write("negotiation/mine.toml", "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n" + lines);
        diagnostic::Sources sources;
        diagnostic::Diagnostics diagnostics;
        Read read;
        read.profile = file::ProfileStore{{folder.path().string()}}.negotiation("mine", {sources, diagnostics});
        reading::take_problems(read.outcome, sources, diagnostics);
        return read;
    };
    const auto all = kind(
        "[room]\nbase = \"110%\"\nequity = \"130%\"\nsign_on = \"50%\"\nguaranteed_bonus = true\nsource = \"r\"\nas_of "
        "= "
        "2020-05-01\n");
    CAPTURE(all.outcome.problems);
    REQUIRE(all.profile);
    REQUIRE(all.profile->room);
    CHECK(all.profile->room->base == *Rate::of(11, 10));
    CHECK(all.profile->room->equity == *Rate::of(13, 10));
    CHECK(all.profile->room->sign_on == *Rate::of(1, 2));
    CHECK(all.profile->room->guaranteed_bonus);
    CHECK(all.profile->room->source == "r");
    CHECK(to_string(all.profile->room->as_of) == "2020-05-01");
    const auto room = [&](const std::string& line) {
        return kind("[room]\nsource = \"r\"\nas_of = 2020-05-01\n" + line);
    };
    const auto bare = room("");
    REQUIRE(bare.profile);
    CHECK_FALSE(bare.profile->room->base);
    CHECK_FALSE(bare.profile->room->equity);
    CHECK_FALSE(bare.profile->room->sign_on);
    CHECK_FALSE(bare.profile->room->guaranteed_bonus);
    // A share of what is offered is at least all of it; a sign-on is a share of another thing.
    CHECK(room("base = \"100%\"\nequity = \"100%\"\nsign_on = \"1%\"\n").outcome.problems.empty());
    CHECK(room("base = \"99%\"\n").outcome.only("7:8 bad-rate"));
    CHECK(room("equity = \"99%\"\n").outcome.only("7:10 bad-rate"));
    CHECK(kind("").outcome.problems.size() == 4);
    for (const std::string& problem : kind("").outcome.problems) {
        CHECK(problem.starts_with("1:1 missing-key: "));
    }
}

TEST_CASE("what was measured and what is claimed keep their own source and day") {
    const auto read = profile(
        "[risk]\nrescind = \"6%\"\nrescind_low = \"1%\"\nsuccess = \"50%\"\n[odds]\nlow = \"15%\"\nhigh = "
        "\"70%\"\nas_of = "
        "2019-08-01\n[[claim]]\ntext = \"t\"\nsource = \"p\"\nas_of = 2021-01-01\ncontested = \"c\"\n[[claim]]\ntext = "
        "\"u\"\nsource = \"q\"\nas_of = 2022-01-01\n[flexibility]\nlevel = \"low\"\n");
    CAPTURE(read.outcome.problems);
    REQUIRE(read.profile);
    CHECK(read.profile->rescind_low == *Rate::of(1, 100));
    CHECK(to_string(*read.profile->odds.as_of) == "2019-08-01");
    CHECK(read.profile->level == Flexibility::low);
    CHECK_FALSE(read.profile->room);
    REQUIRE(read.profile->claims.size() == 2);
    CHECK(read.profile->claims[0].text == "t");
    CHECK(read.profile->claims[0].source == "p");
    CHECK(to_string(read.profile->claims[0].as_of) == "2021-01-01");
    CHECK(read.profile->claims[0].contested == "c");
    CHECK(read.profile->claims[1].contested.empty());
    const auto usual = profile("");
    CHECK_FALSE(usual.profile->rescind_low);
    CHECK_FALSE(usual.profile->odds.as_of);
}

TEST_CASE("a claim has its text, its source and its day") {
    const std::vector<std::string> needed{"text = \"t\"\n", "source = \"p\"\n", "as_of = 2021-01-01\n"};
    const auto claim = [&](std::size_t left_out) {
        std::string text = "[[claim]]\n";
        for (std::size_t i = 0; i < needed.size(); ++i) {
            text += i == left_out ? "" : needed[i];
        }
        return profile(text).outcome;
    };
    CHECK(claim(3).problems.empty());
    for (std::size_t i = 0; i < needed.size(); ++i) {
        CAPTURE(needed[i]);
        CHECK(claim(i).only("4:1 missing-key"));
    }
}
