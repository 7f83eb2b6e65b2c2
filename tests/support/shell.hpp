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
ShellOutcome shell(const std::string& script, const std::filesystem::path& folder);

}  // namespace support
