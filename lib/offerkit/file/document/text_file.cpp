#include <offerkit/file/document/text_file.hpp>

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/document/document.hpp>

namespace offerkit::file {

namespace {

int last_error() { return errno != 0 ? errno : EIO; }

class Descriptor {
public:
    explicit Descriptor(int value) : value_{value} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) {
            ::close(value_);
        }
    }
    [[nodiscard]] int get() const { return value_; }

private:
    int value_;
};

}  // namespace

Result<std::string, int> slurp(const std::string& path, Readable wanted) {
    // A name with a zero byte would be cut there by the system.
    if (path.empty() || path.find('\0') != std::string::npos) {
        return failure(ENOENT);
    }
    errno = 0;
    // Opening a pipe that nobody writes to would wait for somebody.
    const int waiting = wanted == Readable::plain_file ? O_NONBLOCK | O_NOCTTY : 0;
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | waiting)};
    if (file.get() < 0) {
        return failure(last_error());
    }
    struct stat about{};
    if (::fstat(file.get(), &about) != 0) {
        return failure(last_error());
    }
    if (S_ISDIR(about.st_mode)) {
        return failure(EISDIR);
    }
    if (wanted == Readable::plain_file && !S_ISREG(about.st_mode)) {
        return failure(ESPIPE);
    }
    std::string text;
    std::array<char, 16 * 1024> buffer{};
    while (text.size() <= most_bytes) {
        const ::ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return failure(last_error());
        }
        if (count == 0) {
            break;
        }
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
}

UnreadableReason unreadable_reason(int error) {
    switch (error) {
        case ENOENT: return {"there is no such file", "check its name and the folder you are in"};
        case EISDIR: return {"this is a folder, not a file", "name the files in it, such as offers/*.toml"};
        case EACCES:
        case EPERM: return {"you may not read this file", "check its permissions"};
        case ESPIPE: return {"this is a pipe or a device, not a plain file", "copy what it gives into a file"};
        default: return {diagnostic::formatted("the file cannot be read: {}", std::generic_category().message(error))};
    }
}

}  // namespace offerkit::file
