#include <offerkit/file/profiles/profile_files.hpp>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/document/text_file.hpp>
#include <offerkit/file/profiles/builtin_profiles.hpp>

namespace offerkit::file {

namespace {

namespace fs = std::filesystem;
using Why = NoProfile::Why;

constexpr std::size_t longest_id = 100;

/// Whether a link that leads nowhere stands at the path or on the way to it.
bool leads_away(fs::path path) {
    std::error_code error;
    while (!path.empty()) {
        const auto here = fs::symlink_status(path, error);
        if (fs::exists(here)) {
            return fs::is_symlink(here) && !fs::exists(fs::status(path, error));
        }
        const fs::path above = path.parent_path();
        if (above == path) {
            break;
        }
        path = above;
    }
    return false;
}

/// What became of a file that could not be read.
NoProfile not_read(const std::string& path, int error) {
    if (error == ENOENT) {
        return leads_away(path) ? NoProfile{Why::leads_away, path} : NoProfile{};
    }
    return {Why::unreadable, path, error};
}

/// Whether a folder of a person's own is there at all: what lies below a file, as below /dev/null, is not.
bool is_folder(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    return error.value() != ENOTDIR && status.type() != fs::file_type::regular &&
           status.type() != fs::file_type::character;
}

/// The part of a relative path that is a file inside `beside` once links are followed.
Result<std::string, NoProfile> inside(const fs::path& path, const std::string& full, const std::string& beside) {
    const bool climbs = std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
    if (path.is_absolute() || climbs) {
        return failure(NoProfile{});
    }
    std::error_code error;
    const fs::path home = fs::canonical(beside.empty() ? fs::path{"."} : fs::path{beside}, error);
    if (error) {
        return failure(not_read(full, error.value()));
    }
    const fs::path real = fs::canonical(full, error);
    if (error) {
        return failure(not_read(full, error.value()));
    }
    const auto [end_of_home, rest] = std::mismatch(home.begin(), home.end(), real.begin(), real.end());
    if (end_of_home != home.end()) {
        return failure(NoProfile{Why::leads_out, full});
    }
    return real.string();
}

Result<ProfileText, NoProfile> find_beside(const std::string& name, const std::string& beside) {
    if (name.find('\0') != std::string::npos) {
        return failure(NoProfile{});
    }
    const fs::path path{name};
    const std::string full = beside.empty() ? name : (fs::path{beside} / path).string();
    const auto real = inside(path, full, beside);
    if (!real) {
        return failure(real.error());
    }
    auto text = slurp(*real, Readable::plain_file);
    if (!text) {
        return failure(not_read(full, text.error()));
    }
    return ProfileText{path.stem().string(), full, std::move(*text), false};
}

}  // namespace

bool is_profile_id(std::string_view word) noexcept {
    return !word.empty() && word.size() <= longest_id && word.front() != '.' &&
           std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '_' || c == '.';
           });
}

Result<ProfileText, NoProfile> find_profile(std::span<const std::string> folders, std::string_view kind,
                                            const std::string& name, const std::string& beside) {
    if (name.ends_with(".toml")) {
        return find_beside(name, beside);
    }
    if (!is_profile_id(name)) {
        return failure(NoProfile{});
    }
    for (const std::string& own : folders) {
        if (!is_folder(own)) {
            continue;
        }
        const std::string path = folder_of_kind(own, kind) + "/" + name + ".toml";
        auto text = slurp(path, Readable::plain_file);
        if (text) {
            return ProfileText{name, path, std::move(*text), false};
        }
        if (NoProfile none = not_read(path, text.error()); none.why != Why::unknown) {
            return failure(std::move(none));
        }
    }
    const auto all = builtin_profiles();
    const auto found = std::find_if(all.begin(), all.end(), [&](const BuiltinProfile& profile) {
        return profile.kind == kind && profile.id == name;
    });
    if (found == all.end()) {
        return failure(NoProfile{});
    }
    return ProfileText{name, diagnostic::formatted("profiles/{}/{}.toml (built in)", kind, name),
                       std::string{found->text}, true};
}

std::vector<std::string> profile_ids(std::span<const std::string> folders, std::string_view kind,
                                     std::string_view begin) {
    std::vector<std::string> result;
    for (const BuiltinProfile& profile : builtin_profiles()) {
        if (profile.kind == kind && profile.id.starts_with(begin)) {
            result.emplace_back(profile.id);
        }
    }
    for (const std::string& folder : folders) {
        std::error_code error;
        fs::directory_iterator entry{folder_of_kind(folder, kind), error};
        for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
            const fs::path& path = entry->path();
            std::string id = path.stem().string();
            if (id.starts_with(begin) && path.extension() == ".toml" && is_profile_id(id)) {
                result.push_back(std::move(id));
            }
        }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::string folder_of_kind(const std::string& own, std::string_view kind) { return (fs::path{own} / kind).string(); }

std::vector<NoProfile> unreadable_folders(std::span<const std::string> folders, std::string_view kind) {
    std::vector<NoProfile> result;
    for (const std::string& folder : folders) {
        if (!is_folder(folder)) {
            continue;
        }
        const std::string path = folder_of_kind(folder, kind);
        std::error_code error;
        const fs::directory_iterator entry{path, error};
        if (error) {
            if (NoProfile none = not_read(path, error.value()); none.why != Why::unknown) {
                result.push_back(std::move(none));
            }
        }
    }
    return result;
}

}  // namespace offerkit::file
