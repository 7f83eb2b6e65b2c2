#include <offerkit/file/text_file.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

#include <sys/stat.h>

#include <offerkit/file/document.hpp>

namespace offerkit::file {

Result<std::string, int> slurp(const std::string& path) {
    // A name with a zero byte would be cut there by the system.
    if (path.empty() || path.find('\0') != std::string::npos) {
        return failure(ENOENT);
    }
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    errno = 0;
    const std::unique_ptr<std::FILE, Close> file{std::fopen(path.c_str(), "rbe")};
    if (!file) {
        return failure(errno != 0 ? errno : EIO);
    }
    struct stat about{};
    if (fstat(fileno(file.get()), &about) == 0 && S_ISDIR(about.st_mode)) {
        return failure(EISDIR);
    }
    std::string text;
    std::array<char, 16 * 1024> buffer{};
    while (text.size() <= most_bytes) {
        const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
        text.append(buffer.data(), count);
        if (count < buffer.size()) {
            if (std::ferror(file.get()) != 0) {
                return failure(errno != 0 ? errno : EIO);
            }
            break;
        }
    }
    return text;
}

}  // namespace offerkit::file
