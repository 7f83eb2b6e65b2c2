#include <cli/registry/example_files.hpp>

#include <filesystem>
#include <string>
#include <system_error>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/new_file.hpp>
#include <cli/system/process.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli::commands {
namespace {

namespace fs = std::filesystem;

/// Whether one of the files is there already; said, with nothing done.
bool would_replace(Session& session, const fs::path& folder) {
    std::error_code error;
    for (const auto& file : example_files()) {
        const fs::path path = folder / file.name;
        if (fs::exists(fs::symlink_status(path, error))) {
            session.complain({ticked(path.string()) + " exists already, and nothing is written",
                              "give a folder that is still to be made", true});
            return true;
        }
    }
    return false;
}

/// Writes one file with the folders above it. A failure says which and why.
bool write_example(Session& session, const fs::path& path, std::string_view text) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) {
        session.complain({diagnostic::formatted("the folder {} cannot be made: {}", ticked(path.parent_path().string()),
                                                error.message()),
                          "give a folder that you may write to", true});
        return false;
    }
    const auto written = write_private_file(path.string(), text, Existing::kept);
    if (!written) {
        session.complain({written.error(), "give a folder that you may write to, with room for the files", true});
    }
    return written.has_value();
}

}  // namespace

Answer examples(Session& session) {
    const fs::path folder = session.invocation().arguments.front();
    if (would_replace(session, folder)) {
        return {};
    }
    for (const auto& file : example_files()) {
        if (!write_example(session, folder / file.name, file.text)) {
            return {};
        }
    }
    const std::string three = (folder / "three-offers").string();
    return {diagnostic::formatted("wrote {} files to {}; begin with `offerkit compare {}/*.toml`\n",
                                  std::to_string(example_files().size()), folder.string(), typed(three))};
}

}  // namespace offerkit::cli::commands
