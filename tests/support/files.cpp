#include "files.hpp"

#include "catch.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace support {

std::filesystem::path source_path(std::string_view relative) {
    return std::filesystem::path{OFFERKIT_SOURCE_DIR} / relative;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) {
        FAIL("cannot read " << path.string());
    }
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write_file(const std::filesystem::path& path, std::string_view text) {
    std::ofstream out{path, std::ios::binary | std::ios::trunc};
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) {
        FAIL("cannot write " << path.string());
    }
}

ScratchFolder::ScratchFolder() {
    std::string pattern = std::string{OFFERKIT_SCRATCH_DIR} + "/case-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
        FAIL("cannot make a folder like " << pattern);
    }
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path ScratchFolder::write(std::string_view name, std::string_view text) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    write_file(file, text);
    return file;
}

}  // namespace support
