#pragma once

#include <optional>
#include <string>
#include <vector>

#include <cli/line/invocation.hpp>

namespace offerkit::cli {

/// The answers of a dialogue that was left before its end, in a private file beside what it was to write. The same
/// command goes on from there.
class KeptAnswers {
public:
    /// `beside`: the file that the dialogue is about, whose answers are kept in `FILE.answers`.
    KeptAnswers(const Invocation& invocation, const std::string& beside);

    /// Those of an earlier sitting of the same command line; nothing when there are none.
    [[nodiscard]] std::optional<std::vector<std::string>> read() const;
    /// Keeps these, a line each. False where they cannot be written, or where answers to another command lie there.
    [[nodiscard]] bool write(const std::string& answers) const;
    /// Forgets those of this command line.
    void remove() const;

    [[nodiscard]] const std::string& file() const noexcept { return file_; }

private:
    std::string file_;
    std::string first_line_;  ///< says which command line the answers are to
};

}  // namespace offerkit::cli
