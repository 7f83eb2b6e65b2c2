#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/result.hpp>

/// Where the files of profiles lie: in a person's own folders, beside the file that names them, or in the program.
namespace offerkit::file {

/// The text of a profile as it is kept.
struct ProfileText {
    std::string id;
    std::string source_name;  ///< its path, or "profiles/vesting/google.toml (built in)"
    std::string text;
    bool built_in = true;
};

/// Why a name gives no profile.
struct NoProfile {
    enum class Why {
        unknown,     ///< no folder holds it, nor does the program
        leads_out,   ///< a link on its way leads out of the folder that a relative path may reach
        leads_away,  ///< a link that leads nowhere stands in its place
        unreadable,  ///< it is there and cannot be read
    };
    Why why = Why::unknown;
    std::string path{};  ///< of what is there; empty when unknown
    int error = 0;       ///< the system's error number, of `unreadable`
};

/// Looks a name up. An id is looked for in the folders, in their order, and then among the profiles that are built in;
/// only where nothing stands in a folder does the next one count. A relative path that ends in .toml is looked for
/// beside the file that names it, which lies in `beside`; no link leads it out of there.
[[nodiscard]] Result<ProfileText, NoProfile> find_profile(std::span<const std::string> folders, std::string_view kind,
                                                          const std::string& name, const std::string& beside);

/// The ids of a kind in the folders and in the program, in alphabetical order, each once; those that begin so.
[[nodiscard]] std::vector<std::string> profile_ids(std::span<const std::string> folders, std::string_view kind,
                                                   std::string_view begin = {});

/// The folder in which one of a person's own keeps the profiles of a kind.
[[nodiscard]] std::string folder_of_kind(const std::string& own, std::string_view kind);

/// The folders of a kind that are there and cannot be looked into.
[[nodiscard]] std::vector<NoProfile> unreadable_folders(std::span<const std::string> folders, std::string_view kind);

/// Whether a word can be the id of a profile: letters, digits, `-`, `_` and `.`, not beginning with a point.
[[nodiscard]] bool is_profile_id(std::string_view word) noexcept;

}  // namespace offerkit::file
