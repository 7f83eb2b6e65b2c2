#include "programs.hpp"

#include "files.hpp"

#include <unistd.h>
#include <algorithm>
#include <iterator>
#include <optional>

namespace support {
namespace {

constexpr Program all[] = {
    {"awk", "mawk"},
    {"bash", "bash"},
    {"cat", "coreutils"},
    {"cut", "coreutils"},
    {"env", "coreutils"},
    {"grep", "grep"},
    {"head", "coreutils"},
    {"iconv", "libc-bin"},
    {"jq", "jq", false},
    {"ls", "coreutils"},
    {"mandoc", "mandoc", false},
    {"paste", "coreutils"},
    {"sed", "sed"},
    {"sha256sum", "coreutils"},
    {"shellcheck", "shellcheck", false},
    {"sort", "coreutils"},
    {"tail", "coreutils"},
    {"tr", "coreutils"},
    {"true", "coreutils"},
    {"uniq", "coreutils"},
    {"unshare", "util-linux"},
    {"wc", "coreutils"},
};

// Not the tester's own PATH: what lies there is nothing that a test may rest on.
constexpr std::string_view folders[] = {"/usr/local/bin", "/usr/bin", "/bin"};

std::optional<std::filesystem::path> place_of(std::string_view name) {
    for (const auto folder : folders) {
        auto path = std::filesystem::path{folder} / name;
        if (::access(path.c_str(), X_OK) == 0) {
            return path;
        }
    }
    return std::nullopt;
}

bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '/' || c == '.';
}

bool names(std::string_view script, std::string_view word) {
    for (std::size_t at = script.find(word); at != std::string_view::npos; at = script.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !in_word(script[at - 1])) && (end == script.size() || !in_word(script[end]))) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::span<const Program> programs() { return all; }

std::vector<Program> programs_in(std::string_view script) {
    std::vector<Program> found;
    std::copy_if(std::begin(all), std::end(all), std::back_inserter(found),
                 [&](const Program& program) { return names(script, program.name); });
    return found;
}

std::string missing_for(std::string_view script) {
    std::string text;
    for (const auto& program : programs_in(script)) {
        if (!place_of(program.name)) {
            text += (text.empty() ? "`" : "\n`") + std::string{program.name} +
                    "` is not installed; on Debian it is in the package `" + std::string{program.package} + "`";
        }
    }
    return text;
}

std::filesystem::path programs_folder() {
    static const ScratchFolder folder;
    static const bool linked = [] {
        for (const auto& program : all) {
            if (const auto path = place_of(program.name)) {
                std::filesystem::create_symlink(*path, folder.path() / program.name);
            }
        }
        return true;
    }();
    return linked ? folder.path() : std::filesystem::path{};
}

}  // namespace support
