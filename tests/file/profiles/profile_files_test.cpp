// Where the files of profiles lie: which of several counts, and what is told of what cannot be read.

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include <offerkit/file/profiles/profile_files.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;
using file::NoProfile;
using Why = NoProfile::Why;
namespace fs = std::filesystem;

namespace {

using Folders = std::vector<std::string>;

/// Why a name gives no profile; it must give none.
NoProfile missing(const Folders& folders, const std::string& name, const std::string& beside = {}) {
    auto found = file::find_profile(folders, "vesting", name, beside);
    CAPTURE(name, beside);
    REQUIRE_FALSE(found);
    return found.error();
}

std::string text_of(const Folders& folders, const std::string& name, const std::string& beside = {}) {
    const auto found = file::find_profile(folders, "vesting", name, beside);
    return found ? found->text : "none";
}

}  // namespace

TEST_CASE("the letters of an id are letters, digits, hyphens, underlines and points, a hundred at most") {
    for (const std::string good : {"a", "z", "A", "Z", "0", "9", "-", "_", "a.b", "us-ny-2026"}) {
        CAPTURE(good);
        CHECK(file::is_profile_id(good));
    }
    // The neighbours of each range of letters among them.
    for (const std::string bad : {"a/b", "a:", "a@", "a[", "a`", "a{", "a b", "a,", ".a", "", "\xc3\xa4"}) {
        CAPTURE(bad);
        CHECK_FALSE(file::is_profile_id(bad));
    }
    CHECK(file::is_profile_id(std::string(100, 'a')));
    CHECK_FALSE(file::is_profile_id(std::string(101, 'a')));
}

TEST_CASE("a profile says where it is from: its file, or the program") {
    const support::ScratchFolder folder;
    const std::string path = folder.write("vesting/mine.toml", "mine").string();
    const auto own = file::find_profile(Folders{folder.path().string()}, "vesting", "mine", {});
    REQUIRE(own);
    CHECK(own->id == "mine");
    CHECK(own->source_name == path);
    CHECK(own->text == "mine");
    CHECK_FALSE(own->built_in);
    const auto built_in = file::find_profile(Folders{folder.path().string()}, "vesting", "google", {});
    REQUIRE(built_in);
    CHECK(built_in->id == "google");
    CHECK(built_in->source_name == "profiles/vesting/google.toml (built in)");
    CHECK(built_in->built_in);
    CHECK(missing({}, "mine").why == Why::unknown);
    // Of another kind there is no such one.
    CHECK_FALSE(file::find_profile(Folders{}, "exits", "google", {}));
    folder.write("beside/x.toml", "x");
    const auto beside = file::find_profile(Folders{}, "vesting", "x.toml", (folder.path() / "beside").string());
    REQUIRE(beside);
    CHECK(beside->id == "x");
    CHECK(beside->source_name == (folder.path() / "beside/x.toml").string());
    CHECK_FALSE(beside->built_in);
}

TEST_CASE("what stands in the place of a profile and cannot be read is told, and nothing else takes its place") {
    const support::ScratchFolder folder;
    folder.write("second/vesting/google.toml", "second");
    const auto with = [&](const std::string& first) {
        return Folders{(folder.path() / first).string(), (folder.path() / "second").string()};
    };
    CHECK(text_of(with("nowhere"), "google") == "second");
    // A link that leads nowhere, as the file or on the way to it.
    fs::create_directories(folder.path() / "link/vesting");
    fs::create_symlink("nothing", folder.path() / "link/vesting/google.toml");
    CHECK(missing(with("link"), "google").why == Why::leads_away);
    CHECK(missing(with("link"), "google").path == (folder.path() / "link/vesting/google.toml").string());
    fs::create_directories(folder.path() / "way");
    fs::create_symlink("nothing", folder.path() / "way/vesting");
    CHECK(missing(with("way"), "google").why == Why::leads_away);
    fs::create_symlink("nothing", folder.path() / "whole");
    CHECK(missing(with("whole"), "google").why == Why::leads_away);
    // A link that leads to a folder is as good as the folder.
    fs::create_symlink("second", folder.path() / "good");
    CHECK(text_of({(folder.path() / "good").string()}, "google") == "second");
    CHECK(text_of({(folder.path() / "good").string()}, "other") == "none");
    CHECK(missing({(folder.path() / "good").string()}, "other").why == Why::unknown);
    fs::create_directories(folder.path() / "odd/vesting/google.toml");
    CHECK(missing(with("odd"), "google").why == Why::unreadable);
    CHECK(missing(with("odd"), "google").error == EISDIR);
    folder.write("file/vesting", "a file where a folder should be");
    CHECK(missing(with("file"), "google").why == Why::unreadable);
    CHECK(missing(with("file"), "google").error == ENOTDIR);
}

TEST_CASE("what is no folder at all is passed over") {
    const support::ScratchFolder folder;
    folder.write("plain", "a file");
    folder.write("second/vesting/google.toml", "second");
    const std::string second = (folder.path() / "second").string();
    CHECK(text_of({(folder.path() / "plain").string(), second}, "google") == "second");
    CHECK(text_of({(folder.path() / "plain/below").string(), second}, "google") == "second");
    CHECK(text_of({"/dev/null", second}, "google") == "second");
    CHECK(file::unreadable_folders(Folders{(folder.path() / "plain").string(), "/dev/null", "/dev/null/x",
                                           (folder.path() / "nowhere").string(), second},
                                   "vesting")
              .empty());
}

TEST_CASE("a path beside a file leads to files in its folder, through links as well, and not out of it") {
    const support::ScratchFolder folder;
    const std::string home = (folder.path() / "home").string();
    folder.write("home/own/mine.toml", "mine");
    folder.write("outside/theirs.toml", "theirs");
    folder.write("homely.toml", "neighbour");
    CHECK(text_of({}, "own/mine.toml", home) == "mine");
    fs::create_symlink("own/mine.toml", folder.path() / "home/inner.toml");
    CHECK(text_of({}, "inner.toml", home) == "mine");
    fs::create_symlink("../outside/theirs.toml", folder.path() / "home/outer.toml");
    CHECK(missing({}, "outer.toml", home).why == Why::leads_out);
    CHECK(missing({}, "outer.toml", home).path == home + "/outer.toml");
    fs::create_symlink("../outside", folder.path() / "home/there");
    CHECK(missing({}, "there/theirs.toml", home).why == Why::leads_out);
    fs::create_symlink("../homely.toml", folder.path() / "home/ly.toml");
    CHECK(missing({}, "ly.toml", home).why == Why::leads_out);
    fs::create_symlink("nothing.toml", folder.path() / "home/lost.toml");
    CHECK(missing({}, "lost.toml", home).why == Why::leads_away);
    fs::create_directories(folder.path() / "home/folder.toml");
    CHECK(missing({}, "folder.toml", home).why == Why::unreadable);
    CHECK(missing({}, "folder.toml", home).error == EISDIR);
    CHECK(missing({}, "own/mine.toml/x.toml", home).why == Why::unreadable);
    // Names that lead up, from the root or through a zero byte are not looked for.
    CHECK(missing({}, "own/../own/mine.toml", home).why == Why::unknown);
    CHECK(missing({}, home + "/own/mine.toml", home).why == Why::unknown);
    CHECK(missing({}, std::string{"own/mine.toml\0.toml", 19}, home).why == Why::unknown);
    CHECK(missing({}, "other.toml", home).why == Why::unknown);
    CHECK(missing({}, "mine.toml", home + "/nowhere").why == Why::unknown);
}

TEST_CASE("ids of a kind are listed once each, in order, where the name of the file is one") {
    const support::ScratchFolder folder;
    for (const std::string name : {"zeta.toml", "google.toml", "notes.txt", ".hidden.toml", "a b.toml", "alpha.toml"}) {
        folder.write("first/vesting/" + name, "x");
    }
    folder.write("second/vesting/beta.toml", "x");
    folder.write("second/vesting/zeta.toml", "x");
    const Folders folders{(folder.path() / "first").string(), (folder.path() / "second").string()};
    const auto ids = file::profile_ids(folders, "vesting");
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    for (const std::string id : {"alpha", "beta", "google", "zeta"}) {
        CHECK(std::count(ids.begin(), ids.end(), id) == 1);
    }
    for (const std::string none : {"notes", ".hidden", "a b"}) {
        CHECK(std::count(ids.begin(), ids.end(), none) == 0);
    }
    CHECK(file::profile_ids(folders, "vesting").size() == file::profile_ids(Folders{}, "vesting").size() + 3);
    CHECK(file::profile_ids(folders, "vesting", "ze") == std::vector<std::string>{"zeta"});
    CHECK(file::profile_ids(folders, "nothing").empty());
}

TEST_CASE("a folder of a kind that is there and cannot be looked into is told") {
    const support::ScratchFolder folder;
    folder.write("first/vesting", "a file where a folder should be");
    fs::create_directories(folder.path() / "second");
    fs::create_symlink("nothing", folder.path() / "second/vesting");
    folder.write("third/vesting/google.toml", "x");
    const Folders folders{(folder.path() / "first").string(), (folder.path() / "second").string(),
                          (folder.path() / "third").string()};
    const auto told = file::unreadable_folders(folders, "vesting");
    REQUIRE(told.size() == 2);
    CHECK(told[0].why == Why::unreadable);
    CHECK(told[0].path == file::folder_of_kind(folders[0], "vesting"));
    CHECK(told[0].error == ENOTDIR);
    CHECK(told[1].why == Why::leads_away);
    CHECK(file::unreadable_folders(folders, "ladders").empty());
}
