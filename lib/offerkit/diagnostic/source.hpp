#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace offerkit::diagnostic {

/// Which source a span lies in: an index into Sources.
using SourceId = std::uint32_t;

/// A place in a source: line and column from 1, columns counted in Unicode code points, and how many of them it covers.
/// Line 0 means the source as a whole.
struct Span {
    SourceId source = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// A text that was read, by the name people know it by (a path, `-`, `--set`, or a profile's name). A byte order mark
/// at its beginning is dropped: it is no part of what was written, and columns do not count it.
class Source {
public:
    Source(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// A line without its end (neither LF nor CR), from 1; empty past the last.
    [[nodiscard]] std::string_view line(std::uint32_t number) const noexcept;
    [[nodiscard]] std::uint32_t line_count() const noexcept { return static_cast<std::uint32_t>(starts_.size()); }
    /// The text between two places of code-point columns, the end exclusive: how literals are read as written. Takes
    /// the same short time wherever the places are, also in a line of megabytes.
    [[nodiscard]] std::string_view slice(std::uint32_t line, std::uint32_t column, std::uint32_t end_line,
                                         std::uint32_t end_column) const noexcept;

private:
    struct Place {
        std::size_t byte = 0;
        std::size_t code_point = 0;
    };

    [[nodiscard]] std::size_t offset_of(std::uint32_t line, std::uint32_t column) const noexcept;

    std::string name_;
    std::string text_;
    std::vector<Place> starts_;       ///< of each line
    std::vector<std::size_t> marks_;  ///< the byte of every 256th code point; empty when each is one byte
};

/// The sources of one run, in the order in which they were read. References stay valid while it lives.
class Sources {
public:
    SourceId add(std::string name, std::string text);
    [[nodiscard]] const Source& operator[](SourceId id) const noexcept;  ///< of an id that `add` gave
    [[nodiscard]] std::size_t size() const noexcept { return sources_.size(); }

private:
    std::deque<Source> sources_;
};

}  // namespace offerkit::diagnostic
