// Profiles of one's own, as the program meets them: nothing that is there is passed over in silence, nothing is waited
// for, nothing outside is shown.

#include <sys/stat.h>
#include <unistd.h>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace fs = std::filesystem;
using support::Outcome;
using support::Run;
using support::ScratchFolder;

namespace {

const std::string top =
    "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = 10.00\n"
    "as_of = 2026-01-15\n[[grant]]\nquantity = 480\n";
const std::string header = "name = \"Mine\"\nsource = \"my letter\"\nas_of = 2026-01-01\n";
const std::string year = header + "vesting = { over = \"1 year\" }\n";

Outcome run_in(const ScratchFolder& folder, std::vector<std::string> arguments) {
    Run run;
    run.arguments = std::move(arguments);
    run.folder = folder.path();
    run.environment["COLUMNS"] = "200";
    run.seconds = 20;
    return support::run(run);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What `vest` says about an offer that names `standard`, which the program has built in, with whatever `place` puts
/// there first.
template <class Place>
Outcome with_standard(Place place) {
    const ScratchFolder folder;
    folder.write("offer.toml", top + "vesting = \"standard\"\n");
    fs::create_directories(folder.path() / "mine/vesting");
    const fs::path path = folder.path() / "mine/vesting/standard.toml";
    place(path);
    return run_in(folder, {"vest", "offer.toml", "--as-of", "2026-01-20", "--profiles", "mine"});
}

void check_unreadable(const Outcome& outcome, const std::string& why) {
    INFO(outcome.err);
    CHECK(outcome.status == 3);
    CHECK(outcome.out.empty());
    CHECK(holds(outcome.err, "mine/vesting/standard.toml: error: " + why));
    CHECK(holds(outcome.err, "[unreadable-file]"));
}

}  // namespace

TEST_CASE("only a name that nothing of one's own holds is looked for in the program") {
    CHECK(with_standard([](const fs::path&) {}).status == 0);
    check_unreadable(with_standard([](const fs::path& path) { fs::create_symlink("gone", path); }),
                     "this is a link that leads nowhere");
    check_unreadable(with_standard([](const fs::path& path) { fs::create_directory(path); }),
                     "this is a folder, not a file");
    check_unreadable(with_standard([](const fs::path& path) {
                         fs::remove(path.parent_path());
                         fs::create_symlink("gone", path.parent_path());
                     }),
                     "this is a link that leads nowhere, or lies behind one");
    check_unreadable(with_standard([](const fs::path& path) {
                         fs::remove(path.parent_path());
                         support::write_file(path.parent_path(), "no folder");
                     }),
                     "the file cannot be read: Not a directory");
    if (::geteuid() != 0) {
        check_unreadable(with_standard([](const fs::path& path) {
                             support::write_file(path, year);
                             fs::permissions(path, fs::perms::none);
                         }),
                         "you may not read this file");
    }
}

TEST_CASE("a pipe or a device in the place of a profile is refused at once") {
    check_unreadable(with_standard([](const fs::path& path) { REQUIRE(::mkfifo(path.c_str(), 0600) == 0); }),
                     "this is a pipe or a device");
    check_unreadable(with_standard([](const fs::path& path) { fs::create_symlink("/dev/zero", path); }),
                     "this is a pipe or a device");
}

TEST_CASE("a home that is no folder holds no profiles") {
    const ScratchFolder folder;
    folder.write("offer.toml", top + "vesting = \"standard\"\n");
    Run run;
    run.arguments = {"check", "offer.toml", "--as-of", "2026-01-20"};
    run.folder = folder.path();
    for (const char* home : {"/dev/null", "/nonexistent", ""}) {
        run.environment["HOME"] = home;
        CHECK(support::run(run).status == 0);
    }
}

TEST_CASE("a broken profile that nothing names is a warning, and an error where it is named") {
    const ScratchFolder folder;
    folder.write("mine/ladders/broken.toml", "name = 3\n");
    folder.write("mine/ladders/sound.toml", header + "approximate = true\n[[level]]\nname = \"A\"\n");
    const Outcome unnamed = run_in(folder, {"levels", "L5", "--ladder", "google", "--profiles", "mine"});
    INFO(unnamed.err);
    CHECK(unnamed.status == 0);
    CHECK(holds(unnamed.out, "L5"));
    CHECK(holds(unnamed.err, "mine/ladders/broken.toml:1:1: warning: this ladder is left out: "));
    CHECK(holds(unnamed.err, "[profile-left-out]"));
    const Outcome listed = run_in(folder, {"profiles", "ladders", "--profiles", "mine"});
    CHECK(listed.status == 0);
    CHECK(holds(listed.out, "sound"));
    CHECK_FALSE(holds(listed.out, "broken"));
    const Outcome named = run_in(folder, {"levels", "L5", "--ladder", "broken", "--profiles", "mine"});
    CHECK(named.status == 1);
    CHECK(holds(named.err, "mine/ladders/broken.toml:1:8: error: `name` takes text"));
    folder.write("offer.toml", top + "vesting = \"standard\"\n[level]\nladder = \"broken\"\nname = \"A\"\n");
    CHECK(run_in(folder, {"show", "offer.toml", "--as-of", "2026-01-20", "--profiles", "mine"}).status == 1);
}

TEST_CASE("a folder of profiles that cannot be read is one warning, and the built-in ones stay") {
    const ScratchFolder folder;
    fs::create_directory(folder.path() / "mine");
    fs::create_symlink("gone", folder.path() / "mine/ladders");
    const Outcome outcome = run_in(folder, {"profiles", "ladders", "--profiles", "mine"});
    CHECK(outcome.status == 0);
    CHECK(holds(outcome.out, "google"));
    CHECK(outcome.err.find("warning:") == outcome.err.rfind("warning:"));
    CHECK(holds(outcome.err, "mine/ladders: warning: this folder of profiles is left out: "));
}

TEST_CASE("a relative name leads out of the folder by no link, and nothing of what lies there is shown") {
    const ScratchFolder folder;
    folder.write("secret.txt", "token = hunter2\n");
    folder.write("outside/real.toml", year);
    fs::create_directories(folder.path() / "offers/own");
    fs::create_symlink("../secret.txt", folder.path() / "offers/secret.toml");
    fs::create_symlink("../../outside/real.toml", folder.path() / "offers/own/real.toml");
    fs::create_symlink("../outside", folder.path() / "offers/way");
    folder.write("offers/inside.toml", year);
    fs::create_symlink("inside.toml", folder.path() / "offers/link.toml");
    for (const std::string name : {"secret.toml", "own/real.toml", "way/real.toml"}) {
        folder.write("offers/acme.toml", top + "vesting = \"" + name + "\"\n");
        const Outcome outcome = run_in(folder, {"check", "offers/acme.toml", "--as-of", "2026-01-20"});
        INFO(outcome.err);
        CHECK(outcome.status == 3);
        CHECK(holds(outcome.err, "offers/acme.toml:9:11: error: the profile file `" + name +
                                     "` is a link that leads out of the folder"));
        CHECK_FALSE(holds(outcome.err + outcome.out, "hunter2"));
    }
    // A link inside the folder is as good as a file, and so is a folder of offers that is itself behind a link.
    folder.write("offers/acme.toml", top + "vesting = \"link.toml\"\n");
    fs::create_directory_symlink("offers", folder.path() / "letters");
    CHECK(run_in(folder, {"check", "offers/acme.toml", "--as-of", "2026-01-20"}).status == 0);
    CHECK(run_in(folder, {"check", "letters/acme.toml", "--as-of", "2026-01-20"}).status == 0);
}

TEST_CASE("a name of priorities that is there and cannot be read is not taken for a profile") {
    const ScratchFolder folder;
    fs::create_symlink("gone", folder.path() / "growth");
    const Outcome outcome = run_in(folder, {"check", "--priorities", "growth"});
    CHECK(outcome.status == 3);
    CHECK(holds(outcome.err, "growth: error: there is no such file"));
}
