#include "run.hpp"

#include "catch.hpp"
#include "files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

namespace support {
namespace {

using Clock = std::chrono::steady_clock;

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_{number} {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_{other.number_} { other.number_ = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    void close() {
        if (number_ >= 0) {
            ::close(number_);
            number_ = -1;
        }
    }

private:
    int number_;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
};

Pipe make_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        FAIL("cannot make a pipe: " << std::strerror(errno));
    }
    return {Descriptor{ends[0]}, Descriptor{ends[1]}};
}

/// Arguments and variables in the form that execve takes, made before the fork:
/// after it, only a few system calls are safe.
class Command {
public:
    explicit Command(const Run& run) : folder_{run.folder.empty() ? source_path("") : run.folder}, output_{run.output} {
        words_.push_back(program().string());
        words_.insert(words_.end(), run.arguments.begin(), run.arguments.end());
        for (const auto& [name, value] : run.environment) {
            variables_.push_back(name + "=" + value);
        }
        // Where the sanitizers and the coverage counters are told where to write.
        for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "GCOV_PREFIX"}) {
            if (const char* value = std::getenv(name); value != nullptr) {
                variables_.push_back(std::string{name} + "=" + value);
            }
        }
        for (auto& word : words_) {
            argv_.push_back(word.data());
        }
        for (auto& variable : variables_) {
            envp_.push_back(variable.data());
        }
        argv_.push_back(nullptr);
        envp_.push_back(nullptr);
    }

    /// Becomes the program, in the child. Status 126 when it cannot.
    [[noreturn]] void execute() const {
        ::signal(SIGPIPE, SIG_DFL);
        if (::chdir(folder_.c_str()) != 0) {
            ::_exit(126);
        }
        if (!output_.empty()) {
            const int file = ::open(output_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
            if (file < 0 || ::dup2(file, STDOUT_FILENO) < 0) {
                ::_exit(126);
            }
        }
        ::execve(argv_[0], argv_.data(), envp_.data());
        ::_exit(126);
    }

private:
    std::filesystem::path folder_;
    std::filesystem::path output_;
    std::vector<std::string> words_;
    std::vector<std::string> variables_;
    std::vector<char*> argv_;
    std::vector<char*> envp_;
};

/// Appends what can be read now; closes the descriptor at the end of the stream.
void take(Descriptor& from, std::string& into) {
    std::array<char, 65536> buffer;
    const auto size = ::read(from.number(), buffer.data(), buffer.size());
    if (size > 0) {
        into.append(buffer.data(), static_cast<std::size_t>(size));
    } else if (size == 0 || (errno != EINTR && errno != EAGAIN)) {
        // A pseudo-terminal whose program has ended gives EIO, not an end of file.
        from.close();
    }
}

void give(Descriptor& to, std::string_view& rest, bool stays_open) {
    const auto size = rest.empty() ? 0 : ::write(to.number(), rest.data(), rest.size());
    if (size > 0) {
        rest.remove_prefix(static_cast<std::size_t>(size));
    }
    if ((rest.empty() && !stays_open) || (size < 0 && errno != EINTR && errno != EAGAIN)) {
        to.close();
    }
}

int wait_for(pid_t child, rusage* used = nullptr) {
    int status = 0;
    while (::wait4(child, &status, 0, used) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Waits for the end, and notes how it came and what it took.
void note_end(pid_t child, Outcome& outcome) {
    rusage used{};
    outcome.status = wait_for(child, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    outcome.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    outcome.peak_bytes = static_cast<std::size_t>(used.ru_maxrss) * 1024;
}

/// Feeds the program and collects what it writes until it has closed its streams.
void converse(pid_t child, const Run& run, std::string_view input, Descriptor& in, Descriptor& out,
              std::string& out_text, Descriptor& err, std::string& err_text) {
    const auto deadline = Clock::now() + std::chrono::seconds{run.seconds};
    bool to_signal = run.signal != 0;
    while (out.is_open() || err.is_open()) {
        const bool speaks = !(to_signal && input.empty());
        std::array<pollfd, 3> waiting{
            {{speaks ? in.number() : -1, POLLOUT, 0}, {out.number(), POLLIN, 0}, {err.number(), POLLIN, 0}}};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        const int ready = left <= 0 ? 0 : ::poll(waiting.data(), waiting.size(), static_cast<int>(left));
        if (ready == 0) {
            ::kill(child, SIGKILL);
            wait_for(child);
            FAIL("the program was still running after " << run.seconds << " seconds; it had written:\n"
                                                        << out_text << err_text);
        }
        if (ready < 0) {
            continue;
        }
        if (waiting[0].revents != 0) {
            give(in, input, to_signal);
        }
        if (waiting[1].revents != 0) {
            take(out, out_text);
        }
        if (waiting[2].revents != 0) {
            take(err, err_text);
        }
        if (to_signal && (out_text + err_text).find(run.signal_after) != std::string::npos) {
            ::kill(child, run.signal);
            to_signal = false;
        }
    }
}

/// Writing to a program that has stopped reading is that test's subject, not a
/// reason for the tester to die.
void ignore_broken_pipes() { ::signal(SIGPIPE, SIG_IGN); }

void refuse_if_not_started(const Outcome& outcome) {
    if (outcome.status == 126) {
        FAIL("cannot run " << program().string());
    }
}

}  // namespace

std::filesystem::path program() { return OFFERKIT_PROGRAM; }

Outcome run(const Run& run) {
    ignore_broken_pipes();
    const Command command{run};
    Pipe in = make_pipe();
    Pipe out = make_pipe();
    Pipe err = make_pipe();
    const pid_t child = ::fork();
    if (child < 0) {
        FAIL("cannot fork: " << std::strerror(errno));
    }
    if (child == 0) {
        ::dup2(in.read.number(), STDIN_FILENO);
        ::dup2(out.write.number(), STDOUT_FILENO);
        ::dup2(err.write.number(), STDERR_FILENO);
        command.execute();
    }
    in.read.close();
    out.write.close();
    err.write.close();
    ::fcntl(in.write.number(), F_SETFL, O_NONBLOCK);

    Outcome outcome;
    converse(child, run, run.input, in.write, out.read, outcome.out, err.read, outcome.err);
    note_end(child, outcome);
    refuse_if_not_started(outcome);
    return outcome;
}

Outcome run(std::vector<std::string> arguments) {
    Run plain;
    plain.arguments = std::move(arguments);
    return run(plain);
}

Outcome run_in_terminal(const Run& run, int columns, int rows) {
    ignore_broken_pipes();
    const Command command{run};
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (child < 0) {
        FAIL("cannot make a terminal: " << std::strerror(errno));
    }
    if (child == 0) {
        termios settings{};
        if (::tcgetattr(STDIN_FILENO, &settings) == 0) {
            settings.c_oflag &= ~static_cast<tcflag_t>(OPOST);
            settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSANOW, &settings);
        }
        command.execute();
    }
    Descriptor screen{terminal};
    Descriptor keyboard{::fcntl(terminal, F_DUPFD_CLOEXEC, 0)};
    Descriptor none;
    Outcome outcome;
    // A terminal has no end of file of its own: control-D says it.
    converse(child, run, run.input + (run.signal == 0 ? "\x04" : ""), keyboard, screen, outcome.out, none, outcome.err);
    note_end(child, outcome);
    refuse_if_not_started(outcome);
    return outcome;
}

}  // namespace support
