// The test program. Each case gets a tag made of the file it is in, so that
// `offerkit_tests '[#timeline/vesting]'` runs tests/timeline/vesting_test.cpp.

#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

#include <string>
#include <vector>

namespace {

std::string tag_of(std::string path) {
    const auto folder = path.rfind("/tests/");
    if (folder != std::string::npos) {
        path.erase(0, folder + 7);
    }
    for (const std::string ending : {".cpp", "_test"}) {
        if (path.ends_with(ending)) {
            path.erase(path.size() - ending.size());
        }
    }
    return "#" + path;
}

/// What Catch2's own --filenames-as-tags does, but with the folder in the tag:
/// two folders may have a file of the same name.
void tag_cases_with_their_file(const Catch::Config& config) {
    auto& cases = const_cast<std::vector<Catch::TestCase>&>(Catch::getAllTestCasesSorted(config));
    for (auto& test_case : cases) {
        std::vector<std::string> tags = test_case.tags;
        tags.push_back(tag_of(test_case.lineInfo.file));
        Catch::setTags(test_case, tags);
    }
}

}  // namespace

int main(int argc, char** argv) {
    Catch::Session session;
    if (const int status = session.applyCommandLine(argc, argv); status != 0) {
        return status;
    }
    tag_cases_with_their_file(session.config());
    return session.run();
}
