#pragma once

#include <csignal>

namespace offerkit::cli {

/// Holds back the signals by which people end a program, so that no temporary file is left behind and no answer lost.
/// They arrive when the last of these goes out of scope.
class InterruptsHeld {
public:
    InterruptsHeld();
    InterruptsHeld(const InterruptsHeld&) = delete;
    InterruptsHeld& operator=(const InterruptsHeld&) = delete;
    ~InterruptsHeld();

    /// Whether one has come that the process does not ignore (`nohup` ignores SIGHUP).
    [[nodiscard]] static bool one_waits();

private:
    sigset_t before_{};
};

/// Waits until a descriptor can be read or has ended; false when a signal that is held back came first.
[[nodiscard]] bool wait_for_input(int descriptor);

}  // namespace offerkit::cli
