#include <cli/system/lines.hpp>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include <offerkit/file/document/document.hpp>

namespace offerkit::cli {

Lines::Lines(const std::string& path)
    : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    // A folder can be opened, and says only when it is read that it is one.
    error_ = descriptor_ < 0 ? errno : 0;
}

Lines::~Lines() {
    if (descriptor_ > STDIN_FILENO) {
        ::close(descriptor_);
    }
}

bool Lines::fill() {
    while (error_ == 0) {
        const ::ssize_t got = ::read(descriptor_, part_.data(), part_.size());
        if (got >= 0) {
            at_ = 0;
            end_ = static_cast<std::size_t>(got);
            return got > 0;
        }
        error_ = errno == EINTR ? 0 : errno;
    }
    return false;
}

Lines::Next Lines::next(std::string& line) {
    line.clear();
    bool any = false;
    bool too_long = false;
    while (at_ < end_ || fill()) {
        any = true;
        const auto* const begin = part_.data() + at_;
        const auto* const stop = std::find(begin, static_cast<const char*>(part_.data() + end_), '\n');
        const auto count = static_cast<std::size_t>(stop - begin);
        too_long = too_long || line.size() + count > file::most_bytes;
        if (too_long) {
            std::string().swap(line);
        } else {
            line.append(begin, count);
        }
        at_ += count;
        if (at_ < end_) {
            ++at_;
            break;
        }
    }
    if (error_ != 0) {
        return Next::failed;
    }
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return too_long ? Next::too_long : any ? Next::line : Next::end;
}

}  // namespace offerkit::cli
