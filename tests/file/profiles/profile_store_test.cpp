#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/file/profiles/profile_files.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/tax/form.hpp>
#include <support/catch.hpp>
#include <support/files.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using reading::offer;
using reading::with_top;

namespace {

const std::string header = "name = \"Mine\"\nsource = \"my letter\"\nas_of = 2026-01-01\n";
const std::string grant = "[[grant]]\nquantity = 5\nvesting = ";

}  // namespace

TEST_CASE("every built-in profile is read without a problem") {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore store;
    const file::Naming naming{sources, diagnostics, {}, {}};
    int read = 0;
    for (const std::string_view kind : model::profile_kinds()) {
        for (const std::string& id : store.ids(kind)) {
            CAPTURE(kind, id);
            const bool found = kind == "vesting"       ? store.vesting(id, naming).has_value()
                               : kind == "ladders"     ? store.ladder(id, naming).has_value()
                               : kind == "market"      ? store.market(id, naming).has_value()
                               : kind == "bands"       ? store.band(id, naming).has_value()
                               : kind == "companies"   ? store.company(id, naming).has_value()
                               : kind == "claims"      ? store.claims(id, naming).has_value()
                               : kind == "negotiation" ? store.negotiation(id, naming).has_value()
                               : kind == "taxes"       ? store.tax_form(id, naming).has_value()
                               : kind == "exits"       ? store.exits(id, naming).has_value()
                               : kind == "places"      ? store.place(id, naming).has_value()
                               : kind == "stocks"      ? store.stocks(id, naming).has_value()
                                                       : store.header(kind, id, naming).has_value();
            CHECK(found);
            ++read;
        }
    }
    CHECK(diagnostics.all().empty());
    CHECK(read > 50);
}

TEST_CASE("what a company profile names exists") {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore store;
    const file::Naming naming{sources, diagnostics, {}, {}};
    for (const std::string& id : store.ids("companies")) {
        CAPTURE(id);
        const auto company = store.company(id, naming);
        REQUIRE(company);
        CHECK((company->vesting.empty() || store.text("vesting", company->vesting)));
        CHECK((company->ladder.empty() || store.text("ladders", company->ladder)));
    }
}

TEST_CASE("a schedule by name is recorded with its source and date") {
    const auto outcome = offer(with_top(grant + "\"google\"\n"));
    REQUIRE(outcome.offer);
    REQUIRE(outcome.offer->profiles.size() == 1);
    CHECK(outcome.offer->profiles[0].kind == "vesting");
    CHECK(outcome.offer->profiles[0].id == "google");
    CHECK(outcome.offer->profiles[0].span.line == 6);
    CHECK(outcome.offer->grants[0].vesting.profile == "google");
}

TEST_CASE("a person's folders come before the built-in profiles, in their order") {
    const support::ScratchFolder folder;
    folder.write("first/vesting/google.toml", header + "vesting = { over = \"1 year\" }\n");
    folder.write("second/vesting/google.toml", header + "vesting = { over = \"2 years\" }\n");
    folder.write("second/vesting/mine.toml", header + "vesting = { over = \"3 years\" }\n");
    const std::vector<std::string> folders{(folder.path() / "first").string(), (folder.path() / "second").string()};
    const auto months = [&](const std::string& id) {
        return offer(with_top(grant + "\"" + id + "\"\n"), {}, folders)
            .offer->grants[0]
            .vesting.segments[0]
            .over.count();
    };
    CHECK(months("google") == 12);
    CHECK(months("mine") == 36);
    CHECK(months("even-yearly") == 48);
    const file::ProfileStore store{folders};
    const auto ids = store.ids("vesting");
    CHECK(std::count(ids.begin(), ids.end(), "google") == 1);
    CHECK(std::count(ids.begin(), ids.end(), "mine") == 1);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("a path is relative to the file that names it, and climbs nowhere") {
    const support::ScratchFolder folder;
    folder.write("own/mine.toml", header + "vesting = { over = \"1 year\" }\n");
    const std::string file_name = (folder.path() / "acme.toml").string();
    CHECK(offer(with_top(grant + "\"own/mine.toml\"\n"), {}, {}, file_name).problems.empty());
    CHECK(offer(with_top(grant + "\"other.toml\"\n"), {}, {}, file_name).only("6:11 unknown-profile"));
    CHECK(offer(with_top(grant + "\"own/../own/mine.toml\"\n"), {}, {}, file_name).only("6:11 unknown-profile"));
    CHECK(offer(with_top(grant + "\"" + (folder.path() / "own/mine.toml").string() + "\"\n"), {}, {}, file_name)
              .only("6:11 unknown-profile"));
}

TEST_CASE("an id is a word, so that no name reaches outside a folder") {
    CHECK(file::is_profile_id("even-yearly"));
    CHECK_FALSE(file::is_profile_id("../../etc/passwd"));
    CHECK_FALSE(file::is_profile_id(".hidden"));
    CHECK_FALSE(file::is_profile_id(""));
    CHECK_FALSE(file::is_profile_id(std::string(1000, 'a')));
    CHECK(offer(with_top(grant + "\"../vesting/google\"\n")).only("6:11 unknown-profile"));
}

TEST_CASE("an unknown name is reported where it stands, with the near ones") {
    const auto outcome = offer(with_top(grant + "\"gogle\"\n"));
    CHECK(outcome.only("6:11 unknown-profile"));
    CHECK(outcome.helps == std::vector<std::string>{"did you mean `google`?"});
}

TEST_CASE("a problem inside a profile points into the profile") {
    const support::ScratchFolder folder;
    const std::string path =
        folder.write("vesting/mine.toml", "name = \"Mine\"\nas_of = 2026-01-01\nvesting = { over = \"4 yers\" }\n")
            .string();
    const auto outcome = offer(with_top(grant + "\"mine\"\n"), {}, {folder.path().string()});
    CHECK_FALSE(outcome.offer);
    REQUIRE(outcome.problems.size() == 2);
    CHECK(outcome.source_names == std::vector<std::string>{path, path});
    CHECK(outcome.has("1:1 missing-key"));
    CHECK(outcome.has("3:20 bad-period"));
}

TEST_CASE("a ladder without intervals says so, and an interval has two ends in order") {
    const support::ScratchFolder folder;
    const auto problems = [&](const std::string& text) {
        folder.write("ladders/mine.toml", header + text);
        return offer(with_top("[level]\nladder = \"mine\"\nname = \"A\"\n"), {}, {folder.path().string()});
    };
    CHECK(problems("approximate = true\n[[level]]\nname = \"A\"\n").problems.empty());
    CHECK(problems("scale_max = 9\n[[level]]\nname = \"A\"\n").only("5:1 missing-key"));
    CHECK(problems("scale_max = 9\n[[level]]\nname = \"A\"\nfrom = 3\nto = 3\n").only("8:6 wrong-order"));
    CHECK(problems("scale_max = 9\n[[level]]\nname = \"A\"\nfrom = 3\n").only("5:1 missing-key"));
    CHECK(problems("approximate = true\n[[level]]\nname = \"A\"\n[[level]]\nname = \"A\"\n").only("8:8 duplicate-id"));
}

TEST_CASE("a profile is read once a run, and read anew for other sources or another text") {
    const support::ScratchFolder folder;
    folder.write("vesting/mine.toml", header + "vesting = { over = \"1 year\" }\n");
    const file::ProfileStore store{{folder.path().string()}};
    diagnostic::Diagnostics diagnostics;
    diagnostic::Sources first;
    const auto months = [&](diagnostic::Sources& sources) {
        return store.vesting("mine", {sources, diagnostics, {}, {}})->vesting.segments.at(0).over.count();
    };
    CHECK(months(first) == 12);
    CHECK(months(first) == 12);
    CHECK(first.size() == 1);
    diagnostic::Sources second;
    second.add("something else", {});
    CHECK(months(second) == 12);
    CHECK(second.size() == 2);
    CHECK(store.vesting("mine", {second, diagnostics, {}, {}})->vesting.span.source == 1);
    folder.write("vesting/mine.toml", header + "vesting = { over = \"2 years\" }\n");
    CHECK(months(second) == 24);
    CHECK(diagnostics.all().empty());
}

TEST_CASE("headers of a kind are listed by id") {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const auto list = file::ProfileStore{}.list("ladders", sources, diagnostics);
    CHECK(list.size() >= 6);
    CHECK(std::is_sorted(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
    for (const auto& one : list) {
        CHECK_FALSE(one.source.empty());
        CHECK(one.built_in);
    }
}

TEST_CASE("a text is checked by the rules of its kind, and an error inside is told") {
    const std::string level = "[[level]]\nname = \"A\"\n";
    const std::string claim = "text = \"t\"\nsource = \"s\"\n";
    struct Kind {
        std::string name;
        std::string good;
        std::string bad;      ///< what only a reader of that kind looks at
        std::string problem;  ///< line 4 is the first behind the header
    };
    const std::vector<Kind> kinds{
        {"vesting", "vesting = { over = \"1 year\" }\n", "vesting = { over = \"4 yers\" }\n", "4:20 bad-period"},
        {"ladders", "approximate = true\n" + level, "approximate = true\n" + level + level, "8:8 duplicate-id"},
        {"bands", "company = \"A\"\ncurrency = \"USD\"\n[[band]]\ntitle = \"T\"\nbase = { min = 1, max = 2 }\n",
         "company = \"A\"\ncurrency = \"USD\"\n[[band]]\ntitle = \"T\"\nbase = { min = 2, max = 1 }\n",
         "8:25 wrong-order"},
        {"market", "currency = \"USD\"\n[[rung]]\nrung = \"senior\"\ntotal = 1\n",
         "currency = \"USD\"\n[[rung]]\nrung = \"sage\"\ntotal = 1\n", "6:8 unknown-word"},
        {"companies", "company = \"A\"\n", "company = \"A\"\ninstrument = \"rsus\"\n", "5:14 unknown-word"},
        {"claims", "[[claim]]\n" + claim + "as_of = 2026-01-01\n", "[[claim]]\n" + claim, "4:1 missing-key"},
        {"priorities", "horizon = \"4 years\"\n", "horizon = \"0 months\"\n", "4:11 bad-period"},
        {"negotiation", "[room]\nbase = \"100%\"\nsource = \"s\"\nas_of = 2026-01-01\n",
         "[room]\nbase = \"99%\"\nsource = \"s\"\nas_of = 2026-01-01\n", "5:8 bad-rate"},
        {"taxes", "", "", ""},
        {"places", "id = \"own\"\ntaxes = \"de\"\n", "id = \"own\"\ntaxes = \"dee\"\n", "5:9 unknown-profile"},
        {"stocks", "volatility = \"40%\"\nmarket_correlation = \"50%\"\n",
         "volatility = \"301%\"\nmarket_correlation = \"50%\"\n", "4:14 bad-rate"},
        {"exits", "[[outcome]]\nname = \"a\"\nchance = \"100%\"\nmultiple = 1\n",
         "[[outcome]]\nname = \"a\"\nchance = \"99%\"\nmultiple = 1\n", "4:1 chances-sum"},
        {"career", "[[prior]]\ninput = \"a\"\ngrade = \"A\"\nsource = \"s\"\nas_of = 2026-01-01\n",
         "[[prior]]\ninput = \"a\"\ngrade = \"D\"\nsource = \"s\"\nas_of = 2026-01-01\n", "6:9 unknown-word"}};
    CHECK(kinds.size() == model::profile_kinds().size());
    const file::ProfileStore store;
    for (const Kind& kind : kinds) {
        CAPTURE(kind.name);
        if (kind.name == "taxes") {
            continue;  // tax_form_test.cpp has what a form looks like
        }
        diagnostic::Sources sources;
        diagnostic::Diagnostics none;
        const auto read = store.check(kind.name, "some/own.toml", header + kind.good, {sources, none});
        reading::Outcome good;
        reading::take_problems(good, sources, none);
        CHECK(good.problems.empty());
        REQUIRE(read);
        CHECK(read->kind == kind.name);
        CHECK(read->id == "own");
        CHECK(read->name == "Mine");
        CHECK(read->source == "my letter");
        CHECK_FALSE(read->built_in);
        diagnostic::Diagnostics some;
        CHECK_FALSE(store.check(kind.name, "some/own.toml", header + kind.bad, {sources, some}));
        reading::Outcome bad;
        reading::take_problems(bad, sources, some);
        CAPTURE(bad.problems);
        CHECK(bad.only(kind.problem));
    }
    const std::string form =
        "id = \"own\"\nyear = 2026\ncurrency = \"USD\"\nunit = \"person\"\nstatuses = \"single\"\nstatus = "
        "\"enacted\"\n";
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    CHECK(store.check("taxes", "own-2026.toml", header + form, {sources, problems}));
    CHECK(problems.all().empty());
    CHECK_FALSE(store.check("taxes", "own-2026.toml", header + form + "[[line]]\nid = \"x\"\nkind = \"bandz\"\n",
                            {sources, problems}));
    CHECK(problems.all().size() == 1);
}

TEST_CASE("a name that is unknown is told by what its kind is called") {
    const std::vector<std::pair<std::string, std::string>> kinds{{"vesting", "vesting profile"},
                                                                 {"ladders", "ladder"},
                                                                 {"bands", "profile of pay bands"},
                                                                 {"market", "market profile"},
                                                                 {"companies", "company profile"},
                                                                 {"claims", "profile of claims"},
                                                                 {"priorities", "priorities profile"},
                                                                 {"negotiation", "negotiation profile"},
                                                                 {"taxes", "tax form"},
                                                                 {"places", "place"},
                                                                 {"stocks", "profile of share prices"},
                                                                 {"exits", "profile of exits"},
                                                                 {"career", "profile of priors"}};
    const file::ProfileStore store;
    for (const auto& [kind, called] : kinds) {
        diagnostic::Sources sources;
        diagnostic::Diagnostics problems;
        CHECK_FALSE(store.header(kind, "zzzzzz", {sources, problems}));
        REQUIRE(problems.all().size() == 1);
        CHECK(problems.all()[0].message == "there is no " + called + " `zzzzzz`");
        CHECK((problems.all()[0].help.find("docs/tax.md") != std::string::npos) == (kind == "places"));
        CHECK(problems.all()[0].help.find("did you mean") == std::string::npos);
    }
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    CHECK_FALSE(store.place("us-nyy", {sources, problems}));
    CHECK(problems.all().at(0).help.starts_with("did you mean `us-ny`? `offerkit profiles places` lists them"));
    CHECK_FALSE(store.vesting("own.toml", {sources, problems}));
    CHECK(problems.all().at(1).message == "there is no profile file `own.toml`");
    CHECK(problems.all()[1].help == "the path is relative to the file that names it");
    CHECK_FALSE(store.vesting("../own.toml", {sources, problems}));
    CHECK(problems.all().at(2).help == "a path is relative to the file that names it and holds no `..`");
    CHECK_FALSE(store.vesting("/own.toml", {sources, problems}));
    CHECK(problems.all().at(3).help == "a path is relative to the file that names it and holds no `..`");
}

TEST_CASE("a profile that cannot be used and that nobody names is left out with a warning") {
    const support::ScratchFolder folder;
    folder.write("ladders/bad.toml", header + "approximate = true\n[[level]]\nname = \"A\"\n[[level]]\nname = \"A\"\n");
    folder.write("ladders/good.toml", header + "approximate = true\n[[level]]\nname = \"A\"\n");
    folder.write("claims/topic.toml", header + "[[claim]]\ntext = \"t\"\nsource = \"s\"\n");
    const file::ProfileStore store{{folder.path().string()}};
    const auto told = [&](auto list) {
        diagnostic::Sources sources;
        diagnostic::Diagnostics problems;
        list(sources, problems);
        std::vector<std::string> lines;
        for (const auto& problem : problems.all()) {
            CHECK(problem.severity == diagnostic::Severity::warning);
            lines.push_back(std::to_string(problem.span.line) + " " + problem.message);
        }
        return lines;
    };
    CHECK(told([&](auto& sources, auto& problems) {
              const auto ladders = store.ladders(sources, problems);
              CHECK(ladders.size() == file::ProfileStore{}.ids("ladders").size() + 1);
          }) == std::vector<std::string>{"8 this ladder is left out: there are two levels `A`"});
    CHECK(told([&](auto& sources, auto& problems) {
              // A header is all that a list reads of each.
              CHECK(store.list("ladders", sources, problems).size() == file::ProfileStore{}.ids("ladders").size() + 2);
          }).empty());
    CHECK(told([&](auto& sources, auto& problems) { CHECK_FALSE(store.claims_about("topic", sources, problems)); }) ==
          std::vector<std::string>{"4 this profile of claims is left out: `as_of` is missing in [[claim]]"});
    CHECK(told([&](auto& sources, auto& problems) {
              CHECK_FALSE(store.claims_about("other", sources, problems));
          }).empty());
    CHECK(told([&](auto& sources, auto& problems) { CHECK(store.claims_about("levels", sources, problems)); }).empty());
}

TEST_CASE("a folder of profiles that cannot be looked into is left out with a warning, and the others are read") {
    const support::ScratchFolder folder;
    folder.write("first/ladders", "a file where a folder should be");
    folder.write("second/ladders/mine.toml", header + "approximate = true\n[[level]]\nname = \"A\"\n");
    const file::ProfileStore store{{(folder.path() / "first").string(), (folder.path() / "second").string()}};
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    CHECK(store.ladders(sources, problems).size() == file::ProfileStore{}.ids("ladders").size() + 1);
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].severity == diagnostic::Severity::warning);
    CHECK(problems.all()[0].message.starts_with("this folder of profiles is left out: "));
    CHECK(problems.all()[0].message.find("leads nowhere") == std::string::npos);
    CHECK(sources[problems.all()[0].span.source].name() == (folder.path() / "first/ladders").string());
    // A folder has no line that one could point at.
    CHECK(problems.all()[0].span.line == 0);
    CHECK(problems.all()[0].span.column == 0);
    CHECK(problems.all()[0].span.length == 0);
}

TEST_CASE("practice at a kind of employer is that of everybody with what differs there") {
    const support::ScratchFolder folder;
    const std::string rules =
        "[ask]\nlow = \"105%\"\nhigh = \"130%\"\n[settlement]\nshare = \"40%\"\n[risk]\nrescind = \"2%\"\nsuccess = "
        "\"70%\"\n[odds]\nlow = \"10%\"\nhigh = \"60%\"\n[non_cash]\nask = [\"everybody's\"]\n";
    const auto flexible = [](const std::string& word) {
        std::string text = "[flexibility]\n";
        for (const std::string key : {"equity", "sign_on", "base", "bonus", "level"}) {
            text += key + " = \"" + word + "\"\n";
        }
        return text;
    };
    const std::string claim = "[[claim]]\ntext = \"t\"\nsource = \"s\"\nas_of = 2020-01-01\n";
    const std::string room = "[room]\nbase = \"110%\"\nsource = \"r\"\nas_of = 2020-01-01\n";
    folder.write("negotiation/practice.toml", header + rules + flexible("high"));
    folder.write("negotiation/large.toml", header + room + flexible("rare") + claim);
    folder.write("negotiation/startup.toml", header + room + "[non_cash]\nask = [\"a title\"]\n");
    const file::ProfileStore store{{folder.path().string()}};
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    const auto practice = [&](std::optional<model::Employer> employer) {
        auto read = store.practice(employer, {sources, problems});
        for (const auto& problem : problems.all()) {
            UNSCOPED_INFO(problem.span.line << ": " << problem.message);
        }
        REQUIRE(read);
        CHECK(read->ask_high == *quantity::Rate::of(13, 10));
        CHECK(read->settlement == *quantity::Rate::of(2, 5));
        return *read;
    };
    const auto all = practice(std::nullopt);
    CHECK_FALSE(all.room);
    CHECK(all.level == model::Flexibility::high);
    CHECK(all.claims.empty());
    const auto large = practice(model::Employer::large);
    for (const auto part : {large.equity, large.sign_on, large.base, large.bonus, large.level}) {
        CHECK(part == model::Flexibility::rare);
    }
    REQUIRE(large.room);
    CHECK(large.room->source == "r");
    CHECK(large.claims.size() == 1);
    CHECK(large.non_cash == std::vector<std::string>{"everybody's"});
    CHECK(practice(model::Employer::startup).non_cash == std::vector<std::string>{"a title"});
    CHECK(problems.all().empty());
    folder.write("negotiation/finance.toml", header);
    CHECK_FALSE(store.practice(model::Employer::finance, {sources, problems}));
    folder.write("negotiation/practice.toml", header);
    CHECK_FALSE(store.practice(std::nullopt, {sources, problems}));
    CHECK_FALSE(store.practice(model::Employer::large, {sources, problems}));
}

TEST_CASE("a profile of share prices has both of its figures") {
    const support::ScratchFolder folder;
    const auto read = [&](const std::string& text) {
        folder.write("stocks/mine.toml", header + text);
        diagnostic::Sources sources;
        diagnostic::Diagnostics problems;
        const auto stocks = file::ProfileStore{{folder.path().string()}}.stocks("mine", {sources, problems});
        CHECK(stocks.has_value() == problems.all().empty());
        return stocks;
    };
    const auto good = read("volatility = \"40%\"\nmarket_correlation = \"-50%\"\n");
    REQUIRE(good);
    CHECK(good->volatility == *quantity::Rate::of(2, 5));
    CHECK(good->market_correlation == *quantity::Rate::of(-1, 2));
    CHECK(read("volatility = \"300%\"\nmarket_correlation = \"50%\"\n"));
    CHECK_FALSE(read("volatility = \"301%\"\nmarket_correlation = \"50%\"\n"));
    CHECK_FALSE(read("volatility = \"40%\"\n"));
    CHECK_FALSE(read("market_correlation = \"50%\"\n"));
}

TEST_CASE("a profile whose file is a link that leads nowhere is unreadable, and told so under its own path") {
    const support::ScratchFolder folder;
    std::filesystem::create_directories(folder.path() / "vesting");
    std::filesystem::create_symlink("nothing", folder.path() / "vesting/google.toml");
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    CHECK_FALSE(file::ProfileStore{{folder.path().string()}}.vesting("google", {sources, problems}));
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.has_unreadable());
    CHECK(problems.all()[0].message == "this is a link that leads nowhere, or lies behind one");
    CHECK(sources[problems.all()[0].span.source].name() == (folder.path() / "vesting/google.toml").string());
}
