#pragma once

#include <optional>
#include <string>

#include <offerkit/file/read_any.hpp>

/// Offers as lines of JSON (https://jsonlines.org): how many of them are read, one by one.
namespace offerkit::file {

/// What a line of JSON holds: an offer, or the path of a file with one.
struct ReadLine {
    ReadFile file{};                    ///< as `read_any` gives it; without an offer where that is wrong
    std::optional<std::string> path{};  ///< set: the line names a file, which has not been read
};

/// Reads one line: an object with the keys of an offer file, an object whose only key is `path`, or a path alone as a
/// JSON text. Dates are texts, "2026-03-02"; a `null` stands for a key that is not there. Every problem is reported
/// with its place in the line.
[[nodiscard]] ReadLine read_line(const Reading& reading, std::string name, std::string line);

}  // namespace offerkit::file
