#pragma once

#include <filesystem>
#include <string>

namespace support {

struct ShellOutcome {
    int status = -1;
    /// What the commands wrote, output and errors as they came.
    std::string text;
};

/// Runs lines of bash in a folder, as a reader of the documentation would: `offerkit` is the built program, the screen
/// is 80 columns wide and has no colour, there is nothing to read, and neither a home nor a configuration of its own.
/// Other programs than those of programs.hpp are not found, so that a test which starts a new one fails here and not
/// first on a machine that lacks it; one that is not installed fails the test case by name, with its package.
ShellOutcome shell(const std::string& script, const std::filesystem::path& folder);

}  // namespace support
