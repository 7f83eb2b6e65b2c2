#include <string>
#include <vector>

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
