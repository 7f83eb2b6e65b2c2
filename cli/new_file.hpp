#pragma once

#include <string>

#include <cli/session.hpp>

/// Files that a command writes for a person to keep, which never replace one that is there without being asked to.
namespace offerkit::cli {

/// Whether `--output` names a file that exists and `--force` is not given: complained of, with nothing done. A pipe or
/// a device is no such file.
[[nodiscard]] bool refused_to_replace(Session& session);

/// The path as it is typed into a shell.
[[nodiscard]] std::string typed(const std::string& path);

/// Whether the result goes to a file of its own rather than to standard output.
[[nodiscard]] bool writes_file(const Invocation& invocation);

}  // namespace offerkit::cli
