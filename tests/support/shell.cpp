#include "shell.hpp"

#include "catch.hpp"
#include "files.hpp"
#include "programs.hpp"
#include "run.hpp"

#include <sys/wait.h>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace support {
namespace {

/// A word that the shell takes as it stands.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    }
    return out + "'";
}

}  // namespace

ShellOutcome shell(const std::string& script, const std::filesystem::path& folder) {
    if (const std::string missing = missing_for(script); !missing.empty()) {
        FAIL(missing);
    }
    const ScratchFolder scratch;
    const auto file = scratch.write("commands", script + "\n");
    std::string command = "cd " + quoted(folder.string()) +
                          " && exec env -i COLUMNS=80 NO_COLOR=1 LC_ALL=C.UTF-8 TZ=UTC PATH=" +
                          quoted(program().parent_path().string() + ":" + programs_folder().string());
    // Where the sanitizers and the coverage counters are told where to write.
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "GCOV_PREFIX"}) {
        if (const char* value = std::getenv(name); value != nullptr) {
            command += " " + quoted(std::string{name} + "=" + value);
        }
    }
    command += " bash " + quoted(file.string()) + " 2>&1 </dev/null";

    // Other tests ignore broken pipes, and a child would inherit that: `head` could not stop what it reads from.
    const auto ours = std::signal(SIGPIPE, SIG_DFL);
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    std::signal(SIGPIPE, ours);
    if (pipe == nullptr) {
        FAIL("cannot start a shell");
    }
    ShellOutcome outcome;
    std::array<char, 65536> part{};
    while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe)) {
        outcome.text.append(part.data(), size);
    }
    const int status = ::pclose(pipe);
    outcome.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return outcome;
}

}  // namespace support
