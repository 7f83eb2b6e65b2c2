#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// A program that is not ours and that a test may start.
struct Program {
    std::string_view name;
    std::string_view package;  ///< of Debian, which has it
    bool bare = true;          ///< whether every Debian has it, however small
};

/// All of them. What is not among them, no test finds: see shell().
std::span<const Program> programs();

/// The programs that a script names as words of their own.
std::vector<Program> programs_in(std::string_view script);

/// "`mandoc` is not installed; on Debian it is in the package `mandoc`", for those that the script names and that are
/// not here; empty where nothing is missing.
std::string missing_for(std::string_view script);

/// A folder with links to all that are here, and nothing else.
std::filesystem::path programs_folder();

}  // namespace support
