// A page that nothing links to is not found, and a link to nothing is worse.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/markdown.hpp"

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> pages() {
    std::vector<fs::path> found;
    for (const char* name : {"README.md", "CHANGELOG.md", "SECURITY.md", "profiles/README.md"}) {
        found.push_back(support::source_path(name));
    }
    for (const char* folder : {"docs", "examples"}) {
        for (const auto& entry : fs::recursive_directory_iterator{support::source_path(folder)}) {
            if (entry.path().extension() == ".md") {
                found.push_back(entry.path());
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool is_elsewhere(const std::string& target) {
    return target.find("://") != std::string::npos || target.starts_with("mailto:");
}

struct Target {
    fs::path file;
    std::string anchor;
};

Target resolved(const fs::path& page, const std::string& target) {
    const auto hash = target.find('#');
    const std::string file = target.substr(0, hash);
    const std::string anchor = hash == std::string::npos ? "" : target.substr(hash + 1);
    return {file.empty() ? page : (page.parent_path() / file).lexically_normal(), anchor};
}

}  // namespace

TEST_CASE("every link of the documentation leads to a file and a heading that exist") {
    for (const auto& page : pages()) {
        for (const auto& link : support::link_targets(support::read_file(page))) {
            if (is_elsewhere(link)) {
                continue;
            }
            INFO(page.string() << " links to " << link);
            const Target target = resolved(page, link);
            REQUIRE(fs::exists(target.file));
            if (!target.anchor.empty()) {
                const auto names = support::anchors(support::read_file(target.file));
                CHECK(std::find(names.begin(), names.end(), target.anchor) != names.end());
            }
        }
    }
}

TEST_CASE("every page of the documentation is linked from an index") {
    std::set<fs::path> linked;
    for (const char* index : {"README.md", "docs/README.md", "docs/architecture.md", "examples/README.md"}) {
        const auto page = support::source_path(index);
        linked.insert(page.lexically_normal());
        for (const auto& link : support::link_targets(support::read_file(page))) {
            linked.insert(resolved(page, link).file);
        }
    }
    for (const auto& page : pages()) {
        INFO(page.string()
             << " is linked from none of README.md, docs/README.md, docs/architecture.md, examples/README.md");
        CHECK(linked.count(page.lexically_normal()) == 1);
    }
}
