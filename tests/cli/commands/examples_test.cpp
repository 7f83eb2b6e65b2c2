// `offerkit examples DIR`: every example, byte for byte, and nothing that was there before is touched.

#include <filesystem>
#include <set>
#include <string>

#include <cli/registry/example_files.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace fs = std::filesystem;
using offerkit::cli::example_files;

namespace {

std::set<std::string> files_below(const fs::path& folder) {
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file()) {
            found.insert(fs::relative(entry.path(), folder).generic_string());
        }
    }
    return found;
}

support::Outcome copy_to(const std::string& name, const fs::path& folder) {
    support::Run run;
    run.arguments = {"examples", name};
    run.folder = folder;
    return support::run(run);
}

}  // namespace

TEST_CASE("the examples are copied byte for byte, without their expected outputs") {
    const support::ScratchFolder scratch;
    const auto copied = copy_to("deep/er/my offers", scratch.path());
    CHECK(copied.status == 0);
    CHECK(copied.err.empty());
    CHECK(copied.out.find("offerkit compare 'deep/er/my offers/three-offers'/*.toml") != std::string::npos);
    std::set<std::string> wanted;
    for (const auto& name : files_below(support::source_path("examples"))) {
        if (!name.ends_with("expected.txt")) {
            wanted.insert(name);
        }
    }
    const fs::path folder = scratch.path() / "deep/er/my offers";
    CHECK(files_below(folder) == wanted);
    for (const auto& name : wanted) {
        CAPTURE(name);
        CHECK(support::read_file(folder / name) == support::read_file(support::source_path("examples") / name));
    }
    CHECK(example_files().size() == wanted.size());
}

TEST_CASE("where an example exists nothing is written") {
    const support::ScratchFolder scratch;
    const auto mine = scratch.write("mine/three-offers/google.toml", "company = \"Mine\"\n");
    const auto refused = copy_to("mine", scratch.path());
    CHECK(refused.status == 3);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("`mine/three-offers/google.toml` exists already, and nothing is written") !=
          std::string::npos);
    CHECK(support::read_file(mine) == "company = \"Mine\"\n");
    CHECK(files_below(scratch.path()) == std::set<std::string>{"mine/three-offers/google.toml"});
}

TEST_CASE("other files of the folder of the examples stay, and a folder that is a file is told") {
    const support::ScratchFolder scratch;
    const auto notes = scratch.write("mine/notes.txt", "call on Monday\n");
    CHECK(copy_to("mine", scratch.path()).status == 0);
    CHECK(support::read_file(notes) == "call on Monday\n");
    CHECK(copy_to("mine", scratch.path()).status == 3);

    const auto refused = copy_to("mine/notes.txt", scratch.path());
    CHECK(refused.status == 3);
    CHECK(refused.err.find("mine/notes.txt") != std::string::npos);
    CHECK(support::read_file(notes) == "call on Monday\n");
}

TEST_CASE("the examples need one folder") {
    CHECK(support::run({"examples"}).status == 2);
    CHECK(support::run({"examples", "one", "two"}).status == 2);
    CHECK(support::run({"examples", ""}).status != 0);
}
