#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace support {

/// One run of the built program. What is not set is empty: no input, no
/// variables. Nothing of the tester's own environment reaches the program, so
/// that a personal NO_COLOR or profile folder cannot change a result.
struct Run {
    std::vector<std::string> arguments;
    std::string input;
    std::map<std::string, std::string> environment;
    /// Where the program runs; the top of the repository when empty.
    std::filesystem::path folder;
    /// Standard output goes to this file when it is not empty (/dev/full, for one).
    std::filesystem::path output;
    /// This signal is sent once the program has written `signal_after`; its input stays open until then.
    int signal = 0;
    std::string signal_after;
    /// The run is stopped, and the test case fails, after so many seconds.
    int seconds = 60;
};

struct Outcome {
    /// The exit status; 128 + N when signal N ended the program.
    int status = -1;
    std::string out;
    std::string err;
    /// What it took: processor seconds, and the most memory it had at once.
    double seconds = 0;
    std::size_t peak_bytes = 0;
};

/// Whether the program's memory and time are its own: sanitizers take several times what it takes.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_measurable = false;
#else
inline constexpr bool is_measurable = true;
#endif

/// Runs the program with pipes for its input, output and errors.
Outcome run(const Run& run);

/// Runs the program with the arguments and nothing else.
Outcome run(std::vector<std::string> arguments);

/// Runs the program as if in a terminal window of this size: input, output and
/// errors are one pseudo-terminal, and `out` holds everything it showed, with
/// line feeds as the program wrote them.
Outcome run_in_terminal(const Run& run, int columns, int rows = 50);

/// The path of the built program.
std::filesystem::path program();

}  // namespace support
