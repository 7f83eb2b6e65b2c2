// The bytes of files, and why some cannot be read.

#include <cerrno>
#include <filesystem>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <offerkit/file/document/document.hpp>
#include <offerkit/file/document/text_file.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;
using file::Readable;
using file::slurp;

TEST_CASE("a file is read whole, however many pieces that takes") {
    const support::ScratchFolder folder;
    CHECK(slurp(folder.write("empty", "").string()).value().empty());
    CHECK(slurp(folder.write("zero", std::string("a\0b", 3)).string()).value() == std::string("a\0b", 3));
    for (const std::size_t size : {16'383U, 16'384U, 16'385U, 100'000U}) {
        CAPTURE(size);
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            text += static_cast<char>('a' + i % 23);
        }
        CHECK(slurp(folder.write("many", text).string()).value() == text);
    }
}

TEST_CASE("a file that is too large is read as far as it takes to see that") {
    const support::ScratchFolder folder;
    const auto most = slurp(folder.write("most", std::string(file::most_bytes, 'x')).string());
    CHECK(most.value().size() == file::most_bytes);
    const auto more = slurp(folder.write("more", std::string(file::most_bytes + 100'000, 'x')).string());
    CHECK(more.value().size() > file::most_bytes);
    CHECK(more.value().size() < file::most_bytes + 100'000);
}

TEST_CASE("what is no file is told apart by the system's own numbers") {
    const support::ScratchFolder folder;
    CHECK(slurp("").error() == ENOENT);
    CHECK(slurp((folder.path() / "none").string()).error() == ENOENT);
    // A name is not cut at a zero byte.
    const std::string real = folder.write("real", "x").string();
    CHECK(slurp(real + std::string(1, '\0') + "rest").error() == ENOENT);
    CHECK(slurp(folder.path().string()).error() == EISDIR);
    CHECK(slurp(folder.path().string(), Readable::plain_file).error() == EISDIR);
    CHECK(slurp(real + "/below").error() == ENOTDIR);
    CHECK(slurp(real, Readable::plain_file).value() == "x");
}

TEST_CASE("a pipe or a device is refused at once where a plain file is wanted") {
    const support::ScratchFolder folder;
    const std::string pipe = (folder.path() / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(slurp(pipe, Readable::plain_file).error() == ESPIPE);
    CHECK(slurp("/dev/null", Readable::plain_file).error() == ESPIPE);
    CHECK(slurp("/dev/null").value().empty());
}

TEST_CASE("every reason is told in words of our own, or in those of the system") {
    CHECK(file::unreadable_reason(ENOENT).message == "there is no such file");
    CHECK(file::unreadable_reason(EISDIR).message == "this is a folder, not a file");
    CHECK(file::unreadable_reason(EACCES).message == "you may not read this file");
    CHECK(file::unreadable_reason(EPERM).message == "you may not read this file");
    CHECK(file::unreadable_reason(ESPIPE).message == "this is a pipe or a device, not a plain file");
    CHECK(file::unreadable_reason(ENOTDIR).message.starts_with("the file cannot be read: "));
}

TEST_CASE("whatever was read, or could not be, is closed again") {
    // The system gives the lowest number that is free: it is the same as long as nothing is left open.
    const auto next_free = [] {
        const int number = ::open("/dev/null", O_RDONLY);
        ::close(number);
        return number;
    };
    const support::ScratchFolder folder;
    const std::string real = folder.write("real", "x").string();
    const int before = next_free();
    CHECK(slurp(real).has_value());
    CHECK_FALSE(slurp(folder.path().string()).has_value());
    CHECK_FALSE(slurp("/dev/null", Readable::plain_file).has_value());
    CHECK(next_free() == before);
}

TEST_CASE("a file that opens and cannot be read says why") {
    // The memory of this very process: nothing lies at its beginning.
    const std::string memory = "/proc/self/mem";
    if (std::filesystem::exists(memory) && ::access(memory.c_str(), R_OK) == 0) {
        CHECK(slurp(memory).error() == EIO);
    }
}
