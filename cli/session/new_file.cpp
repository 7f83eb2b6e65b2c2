#include <cli/session/new_file.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <cli/line/option_values.hpp>
#include <cli/system/process.hpp>

namespace offerkit::cli {

bool writes_file(const Invocation& invocation) { return invocation.output && *invocation.output != "-"; }

bool cannot_write_output(Session& session) {
    const auto& invocation = session.invocation();
    if (!writes_file(invocation)) {
        return false;
    }
    std::error_code error;
    const auto status = std::filesystem::symlink_status(*invocation.output, error);
    if (!invocation.force && (std::filesystem::is_regular_file(status) || std::filesystem::is_symlink(status))) {
        session.complain(
            {ticked(*invocation.output) + " exists already and is left as it is", "`--force` replaces it", true});
        return true;
    }
    const auto possible = try_private_file(*invocation.output, invocation.force ? Existing::replaced : Existing::kept);
    if (!possible) {
        session.complain({possible.error(), "`--output` takes another path", true});
    }
    return !possible;
}

std::string typed(const std::string& path) {
    const bool plain = std::all_of(path.begin(), path.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || std::string_view("._-/+@%").find(letter) != std::string_view::npos ||
               static_cast<unsigned char>(letter) >= 0x80;
    });
    if (plain) {
        return path;
    }
    std::string quoted = "'";
    for (const char letter : path) {
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return quoted + "'";
}

}  // namespace offerkit::cli
