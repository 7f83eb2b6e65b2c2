#pragma once

#include <string>

#include <cli/session/session.hpp>

/// Files that a command writes for a person to keep, which never replace one that is there without being asked to.
namespace offerkit::cli {

/// Whether the file of `--output` could not be written: because it exists and `--force` is not given (a pipe or a
/// device is no such file), or because its folder does not take it. Complained of, with nothing done. A dialogue asks
/// this before its first question.
[[nodiscard]] bool cannot_write_output(Session& session);

/// The path as it is typed into a shell.
[[nodiscard]] std::string typed(const std::string& path);

/// Whether the result goes to a file of its own rather than to standard output.
[[nodiscard]] bool writes_file(const Invocation& invocation);

}  // namespace offerkit::cli
