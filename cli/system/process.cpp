#include <cli/system/process.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cli/system/interrupts.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>

namespace offerkit::cli {
namespace {

int descriptor_of(Stream stream) { return stream == Stream::standard_output ? STDOUT_FILENO : STDERR_FILENO; }

std::optional<std::string> variable(const char* name) {
    const char* const value = std::getenv(name);  // read before any thread is started
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

bool names_utf8(std::string_view locale) {
    std::string plain;
    for (const char c : locale.substr(std::min(locale.find('.'), locale.size()))) {
        if (c != '-' && c != '.') {
            plain.push_back(diagnostic::to_lower(c));
        }
    }
    return plain.starts_with("utf8");
}

std::string reason(int error) { return std::generic_category().message(error); }

/// Closes a descriptor at the end of its scope, unless it was closed with its result looked at.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) {
            ::close(value_);
        }
    }
    [[nodiscard]] int get() const { return value_; }
    [[nodiscard]] int close() {
        const int value = value_;
        value_ = -1;
        return ::close(value);
    }

private:
    int value_;
};

Written write_pieces(int descriptor, const report::Text& text) {
    Written result;
    text([&](std::string_view piece) {
        if (result.outcome == Writing::done) {
            result = write_descriptor(descriptor, piece);
        }
        return result.outcome == Writing::done;
    });
    return result;
}

/// A temporary file that is removed again unless it has taken its final name.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& folder) {
        for (int attempt = 0; attempt < 100; ++attempt) {
            name_ = folder + ".offerkit-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
            descriptor_ =
                ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
            if (descriptor_ >= 0 || errno != EEXIST) {
                break;
            }
        }
        error_ = descriptor_ < 0 ? errno : 0;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
        if (error_ == 0 && !placed_) {
            ::unlink(name_.c_str());
        }
    }

    /// Each step gives what went wrong, or an empty text.
    [[nodiscard]] std::string opened() const { return error_ == 0 ? "" : reason(error_); }

    [[nodiscard]] std::string write(const report::Text& text) {
        if (const Written written = write_pieces(descriptor_, text); written.outcome != Writing::done) {
            return written.error;
        }
        // Some file systems cannot synchronise and say EINVAL: then the disk's own pace has to do.
        if (::fsync(descriptor_) != 0 && errno != EINVAL) {
            return reason(errno);
        }
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        return closed == 0 ? "" : reason(errno);
    }

    [[nodiscard]] std::string place(const std::string& path, Existing existing) {
        const int error = existing == Existing::kept ? renamed_beside_none(path) : renamed(path);
        placed_ = error == 0;
        return placed_ ? "" : reason(error);
    }

private:
    [[nodiscard]] int renamed(const std::string& path) const {
        return ::rename(name_.c_str(), path.c_str()) == 0 ? 0 : errno;
    }

    /// Renames without ever replacing, by whichever way the file system knows.
    [[nodiscard]] int renamed_beside_none(const std::string& path) const {
        if (::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
            return 0;
        }
        if (errno != EINVAL && errno != ENOSYS) {
            return errno;
        }
        if (::link(name_.c_str(), path.c_str()) == 0) {
            ::unlink(name_.c_str());
            return 0;
        }
        if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) {
            return errno;
        }
        // Neither is known to some file systems of memory cards: an empty file of our own holds the place.
        const int place = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (place < 0) {
            return errno;
        }
        ::close(place);
        const int error = renamed(path);
        if (error != 0) {
            ::unlink(path.c_str());
        }
        return error;
    }

    std::string name_;
    int descriptor_ = -1;
    int error_ = 0;
    bool placed_ = false;
};

Result<void> cannot_write(const std::string& path, const std::string& why) {
    return failure(diagnostic::formatted("cannot write `{}`: {}", path, why));
}

Result<void> write_as_it_stands(const std::string& path, const report::Text& text) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0) {
        return cannot_write(path, reason(errno));
    }
    if (const Written written = write_pieces(file.get(), text); written.outcome != Writing::done) {
        return cannot_write(path, written.error);
    }
    return file.close() == 0 ? Result<void>() : cannot_write(path, reason(errno));
}

/// The file that a path means once symbolic links are followed, also one that is still to be made; a new file's path is
/// its own.
std::string followed(const std::string& path) {
    if (char* const real = ::realpath(path.c_str(), nullptr); real != nullptr) {
        std::string out(real);
        std::free(real);
        return out;
    }
    constexpr int most_links = 40;  // as the system itself follows
    std::string target = path;
    std::error_code error;
    for (int links = 0; links < most_links; ++links) {
        const std::filesystem::path next = std::filesystem::read_symlink(target, error);
        if (error) {
            return target;
        }
        target = (std::filesystem::path(target).parent_path() / next).string();
    }
    return path;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

/// Where a text is to go.
struct Target {
    std::string path{};
    bool as_it_stands = false;  ///< a device or a pipe
};

Result<Target> target_of(const std::string& path, Existing existing) {
    struct stat status{};
    if (existing == Existing::kept && ::lstat(path.c_str(), &status) == 0 &&
        (S_ISREG(status.st_mode) || S_ISLNK(status.st_mode))) {
        return failure(reason(EEXIST));
    }
    Target target{existing == Existing::kept ? path : followed(path)};
    if (::stat(target.path.c_str(), &status) != 0) {
        return target;
    }
    if (S_ISDIR(status.st_mode)) {
        return failure(reason(EISDIR));
    }
    target.as_it_stands = !S_ISREG(status.st_mode);
    // Renaming over a file asks no permission of the file itself; whoever made it read-only meant it.
    if (::access(target.path.c_str(), W_OK) != 0) {
        return failure(reason(errno));
    }
    return target;
}

}  // namespace

Environment environment_of(Stream stream) {
    Environment environment;
    const int descriptor = descriptor_of(stream);
    environment.is_terminal = ::isatty(descriptor) == 1;
    winsize window{};
    if (environment.is_terminal && ::ioctl(descriptor, TIOCGWINSZ, &window) == 0 && window.ws_col > 0) {
        environment.window_columns = window.ws_col;
    }
    environment.columns = variable("COLUMNS");
    environment.no_color = variable("NO_COLOR");
    environment.term = variable("TERM");
    for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        environment.locale = variable(name);
        if (environment.locale && !environment.locale->empty()) {
            break;
        }
    }
    return environment;
}

render::Screen screen_for(const Environment& environment, Colour colour) {
    std::optional<std::size_t> width = environment.window_columns;
    if (!width && environment.columns) {
        width = whole_number(*environment.columns);
    }
    render::Screen screen;
    screen.width = std::clamp<std::size_t>(width.value_or(environment.is_terminal ? 80 : 100), 20, 1000);
    const bool unwanted = environment.no_color && !environment.no_color->empty();
    const bool dumb = environment.term.value_or("dumb") == "dumb";
    screen.colour =
        colour == Colour::always || (colour == Colour::automatic && environment.is_terminal && !unwanted && !dumb);
    screen.unicode = !environment.is_terminal || names_utf8(environment.locale.value_or(""));
    return screen;
}

void take_signals_as_errors() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

Written write_descriptor(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count >= 0) {
            text.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            // Somebody made the stream non-blocking; a full one is waited for.
            pollfd ready{descriptor, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return {errno == EPIPE ? Writing::closed : Writing::failed, reason(errno)};
        }
    }
    return {};
}

Written write_stream(Stream stream, std::string_view text) { return write_descriptor(descriptor_of(stream), text); }

Written write_stream(Stream stream, const report::Text& text) { return write_pieces(descriptor_of(stream), text); }

Result<void> try_private_file(const std::string& path, Existing existing) {
    const auto target = target_of(path, existing);
    if (!target) {
        return cannot_write(path, target.error());
    }
    if (target->as_it_stands) {
        return {};
    }
    const InterruptsHeld held;
    const TemporaryFile file(folder_of(target->path));
    const std::string problem = file.opened();
    return problem.empty() ? Result<void>() : cannot_write(path, problem);
}

Result<void> write_private_file(const std::string& path, std::string_view text, Existing existing) {
    return write_private_file(path, report::Text([&](const report::Sink& sink) { sink(text); }), existing);
}

Result<void> write_private_file(const std::string& path, const report::Text& text, Existing existing) {
    const auto target = target_of(path, existing);
    if (!target) {
        return cannot_write(path, target.error());
    }
    if (target->as_it_stands) {
        return write_as_it_stands(path, text);
    }
    const std::string folder = folder_of(target->path);

    const InterruptsHeld held;
    TemporaryFile file(folder);
    std::string problem = file.opened();
    if (problem.empty()) {
        problem = file.write(text);
    }
    if (problem.empty() && InterruptsHeld::one_waits()) {
        problem = reason(EINTR);
    }
    if (problem.empty()) {
        problem = file.place(target->path, existing);
    }
    if (!problem.empty()) {
        return cannot_write(path, problem);
    }
    // The new name reaches the disk with its folder. That it may fail leaves a whole file all the same.
    const Descriptor opened_folder(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened_folder.get() >= 0) {
        ::fsync(opened_folder.get());
    }
    return {};
}

}  // namespace offerkit::cli
