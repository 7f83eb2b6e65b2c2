#include <cli/system/input.hpp>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <unistd.h>

#include <offerkit/file/document/document.hpp>

namespace offerkit::cli {

Result<std::string> read_standard_input() {
    std::string text;
    std::array<char, 65536> part{};
    while (text.size() <= file::most_bytes) {
        const ::ssize_t got = ::read(STDIN_FILENO, part.data(), part.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failure(std::generic_category().message(errno));
        }
        if (got == 0) {
            break;
        }
        text.append(part.data(), static_cast<std::size_t>(got));
    }
    return text;
}

std::string own_profiles_folder() {
    const auto variable = [](const char* name) {
        const char* const value = std::getenv(name);  // read before any thread is started
        return std::string_view(value == nullptr ? "" : value);
    };
    // The standard of these folders says that a relative path in XDG_CONFIG_HOME is to be ignored.
    const std::string_view configuration = variable("XDG_CONFIG_HOME");
    if (configuration.starts_with('/')) {
        return std::string(configuration) + "/offerkit/profiles";
    }
    const std::string_view home = variable("HOME");
    return home.empty() ? "" : std::string(home) + "/.config/offerkit/profiles";
}

std::string installed_schema(std::string_view kind) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) {
        return {};
    }
    const fs::path schema =
        program.parent_path().parent_path() / "share/offerkit/schema" / (std::string(kind) + ".json");
    return fs::is_regular_file(schema, error) ? schema.string() : "";
}

}  // namespace offerkit::cli
