#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/source.hpp>

namespace offerkit::diagnostic {

/// `error`: the input was read and is wrong. `warning`: legal, and probably not what was meant. `note`: worth knowing.
/// `unreadable`: a file could not be read or written at all.
enum class Severity { unreadable, error, warning, note };

/// "error", "warning" or "note"; what could not be read is an error to people.
[[nodiscard]] std::string_view to_string(Severity severity) noexcept;

/// A kind of problem: its stable id, which never changes its meaning, and what it says in general. All of them stand in
/// codes.hpp, and the catalogue in the documentation lists them.
struct Code {
    std::string_view id;
    std::string_view meaning;
};

/// A second place that a problem is about, such as the first of two equal ids.
struct Related {
    Span span;
    std::string message;
};

/// One thing that a person should know about their input: what is wrong, where, and what to write instead.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string_view code;
    Span span;
    std::string message;
    std::string help;
    std::optional<Related> related = std::nullopt;
};

/// So many problems of one source are told; the rest of them is one line with their number.
inline constexpr std::size_t most_of_a_source = 200;

/// A message or a help longer than so many bytes, because it repeats a word of a file, loses its middle.
inline constexpr std::size_t longest_sentence = 2000;

/// Gathers every diagnostic of a run, so that all problems of all files come out at once.
class Diagnostics {
public:
    void add(Diagnostic diagnostic);
    void error(const Code& code, Span span, std::string message, std::string help = {},
               std::optional<Related> related = std::nullopt);
    void warning(const Code& code, Span span, std::string message, std::string help = {});
    void note(const Code& code, Span span, std::string message, std::string help = {});
    void unreadable(const Code& code, Span span, std::string message, std::string help = {});

    [[nodiscard]] const std::vector<Diagnostic>& all() const noexcept { return all_; }
    /// By source, then line, then column, in order of finding where those are equal; exact repetitions are dropped. Of
    /// a source with more than `most_of_a_source` the gravest are given, then how many more there are.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;
    /// True when an error or something unreadable was found: results must not be computed from such input.
    [[nodiscard]] bool has_errors() const noexcept;
    [[nodiscard]] bool has_unreadable() const noexcept;

private:
    std::vector<Diagnostic> all_;
};

}  // namespace offerkit::diagnostic
