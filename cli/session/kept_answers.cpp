#include <cli/session/kept_answers.hpp>

#include <filesystem>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include <cli/session/new_file.hpp>
#include <cli/system/process.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli {
namespace {

/// More than a person answers at one sitting.
constexpr std::uintmax_t most_bytes = 1'000'000;

std::string command_line(const Invocation& invocation) {
    std::string line = "offerkit " + std::string{invocation.command->name};
    line += invocation.weights ? " --weights" : invocation.blind ? " --blind" : " --ask";
    for (const auto& argument : invocation.arguments) {
        line += " " + typed(argument);
    }
    if (invocation.company) {
        line += " --company " + typed(*invocation.company);
    }
    if (invocation.priorities) {
        line += " --priorities " + typed(*invocation.priorities);
    }
    if (invocation.seed) {
        line += " --seed " + std::to_string(*invocation.seed);
    }
    return line;
}

}  // namespace

KeptAnswers::KeptAnswers(const Invocation& invocation, const std::string& beside)
    : file_{beside + ".answers"}, first_line_{diagnostic::formatted("# Answers to `{}`", command_line(invocation))} {}

std::optional<std::vector<std::string>> KeptAnswers::read() const {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file_, error) || std::filesystem::file_size(file_, error) > most_bytes ||
        error) {
        return std::nullopt;
    }
    std::ifstream in{file_};
    std::string line;
    if (!std::getline(in, line) || line != first_line_) {
        return std::nullopt;
    }
    std::vector<std::string> answers;
    while (std::getline(in, line)) {
        answers.push_back(line);
    }
    return answers;
}

bool KeptAnswers::write(const std::string& answers) const {
    std::error_code error;
    const bool anything = std::filesystem::symlink_status(file_, error).type() != std::filesystem::file_type::not_found;
    if (anything && !read()) {
        return false;
    }
    // An interrupt waits while this is written, and is no reason to give it up.
    const int descriptor = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return false;
    }
    const bool written = write_descriptor(descriptor, first_line_ + "\n" + answers).outcome == Writing::done;
    return ::close(descriptor) == 0 && written;
}

void KeptAnswers::remove() const {
    if (read()) {
        std::error_code error;
        std::filesystem::remove(file_, error);
    }
}

}  // namespace offerkit::cli
