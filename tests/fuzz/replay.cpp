// Runs a fuzz target over files: replay TARGET FOLDER... or replay TARGET FILE...
// Stops, as the fuzzer would, at the first input that breaks the target, having
// said which one it was.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "targets.hpp"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& place) {
    if (!fs::is_directory(place)) {
        return {place};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{place}) {
        // A folder without findings is kept by a file whose name begins with a dot.
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.')) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool replay(const fuzz::Target& target, const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        std::fprintf(stderr, "cannot read %s\n", file.c_str());
        return false;
    }
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    std::printf("%s\n", file.c_str());
    std::fflush(stdout);
    target.run(bytes);
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    const fuzz::Target* const target = argc > 1 ? fuzz::find_target(argv[1]) : nullptr;
    if (target == nullptr) {
        std::fprintf(stderr, "replay TARGET FOLDER...\n");
        return 2;
    }
    for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "COLUMNS", "NO_COLOR"}) {
        ::unsetenv(variable);
    }
    fuzz::thorough() = true;
    int replayed = 0;
    for (int i = 2; i < argc; ++i) {
        for (const auto& file : files_in(argv[i])) {
            if (!replay(*target, file)) {
                return 1;
            }
            ++replayed;
        }
    }
    std::printf("replayed %d inputs\n", replayed);
    return replayed > 0 ? 0 : 1;
}
