#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace offerkit::cli {

/// The lines of a file or of standard input, one by one, however many there are.
class Lines {
public:
    /// `path` is `-` for standard input. What cannot be opened is told by `error`.
    explicit Lines(const std::string& path);
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;
    ~Lines();

    /// What became of a line. `too_long`: it is longer than a file may be, and was passed over. `failed`: nothing more
    /// can be read, and `error` says why.
    enum class Next { line, too_long, end, failed };
    /// Puts the next line into `line`, without its end (neither LF nor CR).
    [[nodiscard]] Next next(std::string& line);

    /// The system's error number; 0 where all is well.
    [[nodiscard]] int error() const noexcept { return error_; }

private:
    /// Reads on; false at the end, or where nothing can be read.
    [[nodiscard]] bool fill();

    int descriptor_ = -1;
    int error_ = 0;
    std::array<char, 65536> part_{};
    std::size_t at_ = 0;
    std::size_t end_ = 0;
};

}  // namespace offerkit::cli
