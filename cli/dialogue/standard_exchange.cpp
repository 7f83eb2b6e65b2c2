#include <cli/dialogue/standard_exchange.hpp>

#include <array>
#include <cerrno>

#include <unistd.h>

#include <cli/system/interrupts.hpp>
#include <cli/system/process.hpp>
#include <offerkit/file/document/document.hpp>

namespace offerkit::cli {

StandardExchange::StandardExchange() : is_terminal_{::isatty(STDIN_FILENO) == 1} {}

std::optional<std::string> StandardExchange::read() {
    std::size_t end = waiting_.find('\n');
    std::array<char, 4096> part{};
    // Answers are a few lines; a stream that never ends is cut where a file would be refused.
    while (end == std::string::npos && !ended_ && read_bytes_ <= file::most_bytes) {
        if (!wait_for_input(STDIN_FILENO)) {
            interrupted_ = true;
            return std::nullopt;
        }
        const ::ssize_t got = ::read(STDIN_FILENO, part.data(), part.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            ended_ = true;
            break;
        }
        const std::size_t known = waiting_.size();
        waiting_.append(part.data(), static_cast<std::size_t>(got));
        read_bytes_ += static_cast<std::size_t>(got);
        end = waiting_.find('\n', known);
    }
    if (end == std::string::npos) {
        // The last line may have no end.
        if (waiting_.empty()) {
            return std::nullopt;
        }
        std::string line;
        line.swap(waiting_);
        return line;
    }
    std::string line = waiting_.substr(0, end);
    waiting_.erase(0, end + 1);
    return line;
}

void StandardExchange::write(std::string_view text) {
    // Where questions cannot be shown, nobody can be told.
    static_cast<void>(write_stream(Stream::standard_error, text));
}

}  // namespace offerkit::cli
