#include <cli/system/process.hpp>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit::cli;
using offerkit::render::Screen;
namespace fs = std::filesystem;

namespace {

Environment terminal() {
    Environment environment;
    environment.is_terminal = true;
    environment.window_columns = 132;
    environment.term = "xterm-256color";
    environment.locale = "en_US.UTF-8";
    return environment;
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

mode_t mode_of(const fs::path& path) {
    struct stat status{};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

/// A signal's disposition, put back at the end of a test.
class SignalSet {
public:
    SignalSet(int signal, void (*action)(int)) : signal_(signal), before_(std::signal(signal, action)) {}
    SignalSet(const SignalSet&) = delete;
    SignalSet& operator=(const SignalSet&) = delete;
    ~SignalSet() { std::signal(signal_, before_); }

private:
    int signal_;
    void (*before_)(int);
};

}  // namespace

TEST_CASE("on a terminal the screen is the window's, in colour, in its own characters") {
    CHECK(screen_for(terminal(), Colour::automatic) == Screen{132, true, true});
    Environment unknown = terminal();
    unknown.window_columns.reset();
    CHECK(screen_for(unknown, Colour::automatic).width == 80);
    unknown.columns = "66";
    CHECK(screen_for(unknown, Colour::automatic).width == 66);
}

TEST_CASE("what is piped is plain, 100 columns wide and UTF-8 in every locale") {
    Environment pipe;
    CHECK(screen_for(pipe, Colour::automatic) == Screen{100, false, true});
    pipe.locale = "C";
    pipe.term = "xterm";
    CHECK(screen_for(pipe, Colour::automatic) == Screen{100, false, true});
    pipe.columns = "72";
    CHECK(screen_for(pipe, Colour::automatic).width == 72);
}

TEST_CASE("a width that cannot be is not believed") {
    Environment pipe;
    for (const char* const nonsense : {"", "0", "-5", "80x", "wide", "99999999999999999999999"}) {
        pipe.columns = nonsense;
        CHECK(screen_for(pipe, Colour::automatic).width == 100);
    }
    pipe.columns = "3";
    CHECK(screen_for(pipe, Colour::automatic).width == 20);
    pipe.columns = "1000000";
    CHECK(screen_for(pipe, Colour::automatic).width == 1000);
}

TEST_CASE("colour is a terminal's unless it is asked for or refused") {
    const auto coloured = [](const Environment& environment, Colour colour) {
        return screen_for(environment, colour).colour;
    };
    CHECK_FALSE(coloured(terminal(), Colour::never));
    CHECK(coloured(Environment{}, Colour::always));
    Environment refused = terminal();
    refused.no_color = "1";
    CHECK_FALSE(coloured(refused, Colour::automatic));
    CHECK(coloured(refused, Colour::always));
    refused.no_color = "";  // set but empty: not a refusal
    CHECK(coloured(refused, Colour::automatic));
    for (const std::optional<std::string>& term : {std::optional<std::string>("dumb"), std::optional<std::string>()}) {
        Environment dumb = terminal();
        dumb.term = term;
        CHECK_FALSE(coloured(dumb, Colour::automatic));
    }
}

TEST_CASE("a terminal's locale decides whether it gets more than ASCII") {
    for (const char* const locale : {"en_US.UTF-8", "C.utf8", "C.UTF-8", "de_DE.UTF-8@euro"}) {
        Environment environment = terminal();
        environment.locale = locale;
        CHECK(screen_for(environment, Colour::automatic).unicode);
    }
    for (const char* const locale : {"", "C", "POSIX", "en_US", "de_DE.ISO-8859-1", "ja_JP.eucJP"}) {
        Environment environment = terminal();
        environment.locale = locale;
        CHECK_FALSE(screen_for(environment, Colour::automatic).unicode);
    }
}

TEST_CASE("all of a long text goes through a pipe that takes it in pieces, even a non-blocking one") {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    REQUIRE(::fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0);
    std::string text;
    while (text.size() < 1'000'000) {
        text += std::to_string(text.size()) + "\n";
    }
    std::string received;
    std::thread reader([&] {
        char buffer[4096];
        for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
            received.append(buffer, static_cast<std::size_t>(count));
        }
    });
    const Written written = write_descriptor(ends[1], text);
    ::close(ends[1]);
    reader.join();
    ::close(ends[0]);
    CHECK(written.outcome == Writing::done);
    CHECK(received == text);
}

TEST_CASE("a reader that has gone away is told apart from a disk that is full") {
    const SignalSet ignored(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    ::close(ends[0]);
    CHECK(write_descriptor(ends[1], "x").outcome == Writing::closed);
    ::close(ends[1]);

    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(full >= 0);
    const Written written = write_descriptor(full, "x");
    ::close(full);
    CHECK(written.outcome == Writing::failed);
    CHECK(written.error == "No space left on device");
    CHECK(write_descriptor(-1, "x").outcome == Writing::failed);
    CHECK(write_descriptor(-1, "").outcome == Writing::done);
}

TEST_CASE("a written file holds exactly the text, is private and leaves nothing beside it") {
    const support::ScratchFolder folder;
    const auto path = folder.path() / "offer.toml";
    const std::string text = "company = \"X\"\n" + std::string(1'000'000, '\0');
    REQUIRE(write_private_file(path.string(), text));
    CHECK(support::read_file(path) == text);
    CHECK(mode_of(path) == 0600);
    ::chmod(path.c_str(), 0644);
    REQUIRE(write_private_file(path.string(), ""));
    CHECK(support::read_file(path).empty());
    CHECK(mode_of(path) == 0600);
    CHECK(names_in(folder.path()) == std::set<std::string>{"offer.toml"});
}

TEST_CASE("a disk that fills up while writing leaves the old file and nothing else") {
    const support::ScratchFolder folder;
    const auto path = folder.write("offer.toml", "old");
    const SignalSet ignored(SIGXFSZ, SIG_IGN);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit small = before;
    small.rlim_cur = 1000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto result = write_private_file(path.string(), std::string(100'000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    REQUIRE_FALSE(result);
    CHECK(result.error() == "cannot write `" + path.string() + "`: File too large");
    CHECK(support::read_file(path) == "old");
    CHECK(names_in(folder.path()) == std::set<std::string>{"offer.toml"});
}

TEST_CASE("an interrupt while writing leaves the old file and nothing else") {
    const support::ScratchFolder folder;
    const auto path = folder.write("offer.toml", "old");
    const SignalSet deadly(SIGTERM, SIG_DFL);  // the test framework catches it otherwise
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // The signal is already waiting when the writing begins, and strikes as soon as it is let through.
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set, nullptr);
        ::raise(SIGTERM);
        const bool written = write_private_file(path.string(), "new").has_value();
        const bool kept = support::read_file(path) == "old";
        if (written || !kept) {
            ::_exit(1);
        }
        pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
        ::_exit(2);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGTERM);
    CHECK(support::read_file(path) == "old");
    CHECK(names_in(folder.path()) == std::set<std::string>{"offer.toml"});
}

TEST_CASE("a process killed at any moment of its writing leaves the old file or the new one, whole") {
    const support::ScratchFolder folder;
    const auto path = folder.write("offer.toml", "old");
    const std::string text(4'000'000, 'n');
    const SignalSet deadly(SIGTERM, SIG_DFL);
    for (useconds_t delay = 0; delay < 8000; delay += 1000) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (;;) {
                (void)write_private_file(path.string(), text);
            }
        }
        ::usleep(delay);
        ::kill(child, SIGTERM);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        const std::string kept = support::read_file(path);
        CHECK((kept == "old" || kept == text));
        CHECK(names_in(folder.path()) == std::set<std::string>{"offer.toml"});
    }
}

TEST_CASE("a signal that is ignored, as nohup does, does not stop the writing") {
    const support::ScratchFolder folder;
    const auto path = folder.path() / "offer.toml";
    const SignalSet ignored(SIGHUP, SIG_IGN);
    sigset_t set;
    sigset_t before;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &set, &before);
    ::raise(SIGHUP);
    const bool written = write_private_file(path.string(), "new").has_value();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    CHECK(written);
    CHECK(support::read_file(path) == "new");
}

TEST_CASE("a path that cannot be written says why and is left alone") {
    const support::ScratchFolder folder;
    const auto missing = (folder.path() / "gone" / "offer.toml").string();
    CHECK(write_private_file(missing, "x").error() == "cannot write `" + missing + "`: No such file or directory");
    const auto directory = folder.path().string();
    CHECK(write_private_file(directory, "x").error() == "cannot write `" + directory + "`: Is a directory");
    CHECK_FALSE(write_private_file("", "x"));
    CHECK(names_in(folder.path()).empty());
    CHECK(write_private_file("/dev/full", "x").error() == "cannot write `/dev/full`: No space left on device");
    CHECK(write_private_file("/dev/null", "x"));
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a symbolic link keeps pointing at the file that is written") {
    const support::ScratchFolder folder;
    const auto real = folder.write("deep/real.toml", "old");
    const auto link = folder.path() / "link.toml";
    fs::create_symlink(real, link);
    REQUIRE(write_private_file(link.string(), "new"));
    CHECK(fs::is_symlink(link));
    CHECK(support::read_file(real) == "new");
    CHECK(names_in(folder.path() / "deep") == std::set<std::string>{"real.toml"});
}

TEST_CASE("a link to a file that is still to be made is followed as well") {
    const support::ScratchFolder folder;
    fs::create_directory(folder.path() / "deep");
    fs::create_symlink("deep/next.toml", folder.path() / "link.toml");
    fs::create_symlink("real.toml", folder.path() / "deep/next.toml");
    REQUIRE(write_private_file((folder.path() / "link.toml").string(), "new"));
    CHECK(support::read_file(folder.path() / "deep/real.toml") == "new");
    CHECK(fs::is_symlink(folder.path() / "link.toml"));
    CHECK(fs::is_symlink(folder.path() / "deep/next.toml"));
}

TEST_CASE("a file that is to be kept is never replaced, whenever it came, and nor is a link") {
    const support::ScratchFolder folder;
    const auto path = folder.path() / "me.toml";
    REQUIRE(try_private_file(path.string(), Existing::kept));
    CHECK(names_in(folder.path()).empty());
    support::write_file(path, "mine");
    CHECK(write_private_file(path.string(), "new", Existing::kept).error() ==
          "cannot write `" + path.string() + "`: File exists");
    CHECK_FALSE(try_private_file(path.string(), Existing::kept));
    CHECK(try_private_file(path.string(), Existing::replaced));
    CHECK(support::read_file(path) == "mine");
    const auto link = folder.path() / "link.toml";
    fs::create_symlink("gone.toml", link);
    CHECK_FALSE(write_private_file(link.string(), "new", Existing::kept));
    CHECK(names_in(folder.path()) == std::set<std::string>{"link.toml", "me.toml"});
    REQUIRE(write_private_file((folder.path() / "you.toml").string(), "new", Existing::kept));
    CHECK(support::read_file(folder.path() / "you.toml") == "new");
    CHECK(mode_of(folder.path() / "you.toml") == 0600);
}

TEST_CASE("of many processes that make one new file, one does, and its text is whole") {
    const support::ScratchFolder folder;
    const auto path = (folder.path() / "me.toml").string();
    std::vector<pid_t> children;
    for (char letter = 'a'; letter < 'i'; ++letter) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::_exit(write_private_file(path, std::string(100'000, letter), Existing::kept) ? 0 : 1);
        }
        children.push_back(child);
    }
    int made = 0;
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        made += WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 1 : 0;
    }
    CHECK(made == 1);
    const std::string text = support::read_file(path);
    REQUIRE_FALSE(text.empty());
    CHECK(text == std::string(100'000, text[0]));
    CHECK(names_in(folder.path()) == std::set<std::string>{"me.toml"});
}

TEST_CASE("what is made as it is written stops being made once nobody takes it") {
    const support::ScratchFolder folder;
    const auto path = folder.write("offer.toml", "old");
    int made = 0;
    const offerkit::report::Text endless = [&](const offerkit::report::Sink& sink) {
        while (made < 1000 && sink("piece")) {
            ++made;
        }
    };
    CHECK_FALSE(write_private_file("/dev/full", endless));
    CHECK(made == 0);
    REQUIRE(write_private_file(path.string(), endless));
    CHECK(support::read_file(path).size() == 5000);
}

TEST_CASE("a temporary file left by somebody else is neither used nor removed") {
    const support::ScratchFolder folder;
    const auto left = folder.write(".offerkit-" + std::to_string(::getpid()) + "-0.tmp", "theirs");
    const auto path = folder.path() / "offer.toml";
    REQUIRE(write_private_file(path.string(), "mine"));
    CHECK(support::read_file(left) == "theirs");
    CHECK(support::read_file(path) == "mine");
}
