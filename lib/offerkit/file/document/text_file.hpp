#pragma once

#include <optional>
#include <string>

#include <offerkit/result.hpp>

namespace offerkit::file {

/// What a path may lead to. `stream` takes pipes and devices as well, such as `<(...)` of a shell, and waits for them;
/// `plain_file` refuses them at once.
enum class Readable { stream, plain_file };

/// The bytes of a file, at most one more than 8 MiB of them, so that a caller sees that there are too many. The failure
/// is the system's error number; ESPIPE stands for a pipe or a device where a plain file is wanted.
[[nodiscard]] Result<std::string, int> slurp(const std::string& path, Readable wanted = Readable::stream);

/// Why a file cannot be read, in words, and what to do about it.
struct UnreadableReason {
    std::string message;
    std::string help{};
};
[[nodiscard]] UnreadableReason unreadable_reason(int error);

}  // namespace offerkit::file
