#include <cli/system/interrupts.hpp>

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace offerkit::cli {
namespace {

constexpr std::array interrupts{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

bool ignored(int signal) {
    struct sigaction action{};
    sigaction(signal, nullptr, &action);
    return action.sa_handler == SIG_IGN;
}

}  // namespace

InterruptsHeld::InterruptsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : interrupts) {
        sigaddset(&held, signal);
    }
    pthread_sigmask(SIG_BLOCK, &held, &before_);
}

InterruptsHeld::~InterruptsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool InterruptsHeld::one_waits() {
    sigset_t waiting;
    sigpending(&waiting);
    return std::any_of(interrupts.begin(), interrupts.end(),
                       [&](int signal) { return sigismember(&waiting, signal) == 1 && !ignored(signal); });
}

bool wait_for_input(int descriptor) {
    sigset_t watched;
    sigemptyset(&watched);
    for (const int signal : interrupts) {
        if (!ignored(signal)) {
            sigaddset(&watched, signal);
        }
    }
    // A signal is only looked at, not taken: it ends the program once all is told. Without the descriptor (-1) poll
    // looks at the input alone.
    const int signals = ::signalfd(-1, &watched, SFD_CLOEXEC);
    std::array<pollfd, 2> waiting{{{descriptor, POLLIN, 0}, {signals, POLLIN, 0}}};
    while (::poll(waiting.data(), waiting.size(), -1) < 0 && errno == EINTR) {
    }
    if (signals >= 0) {
        ::close(signals);
    }
    return waiting[1].revents == 0;
}

}  // namespace offerkit::cli
