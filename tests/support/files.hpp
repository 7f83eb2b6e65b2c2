#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace support {

/// A path inside the repository, given from its top: source_path("examples").
std::filesystem::path source_path(std::string_view relative);

/// The bytes of a file; fails the test case when it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// Writes the bytes, making or replacing the file; fails the test case when it cannot.
void write_file(const std::filesystem::path& path, std::string_view text);

/// A new empty folder for one test, removed with everything in it at the end.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Writes a file in the folder, making the folders on its way, and gives its path.
    std::filesystem::path write(std::string_view name, std::string_view text) const;

private:
    std::filesystem::path path_;
};

}  // namespace support
