#include <cstdlib>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include <cli/run.hpp>

namespace {

constexpr int not_enough_memory = 3;

/// Says it without asking for memory.
void tell_of_memory() noexcept {
    constexpr std::string_view text =
        "offerkit: error: there is not enough memory for this\n"
        "  help: give fewer or smaller files, or a shorter horizon\n";
    // Whether anybody reads it changes nothing: the status says the same.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

/// For an allocation that fails where no exception may pass.
[[noreturn]] void ended() noexcept {
    try {
        if (const auto error = std::current_exception()) {
            std::rethrow_exception(error);
        }
    } catch (const std::bad_alloc&) {
        tell_of_memory();
        ::_exit(not_enough_memory);
    } catch (...) {
        std::abort();
    }
    std::abort();
}

}  // namespace

int main(int argc, char** argv) {
    std::set_terminate(ended);
    try {
        // A program may be started without even its own name.
        const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
        return offerkit::cli::run(words);
    } catch (const std::bad_alloc&) {
        tell_of_memory();
    } catch (const std::length_error&) {
        tell_of_memory();
    }
    return not_enough_memory;
}
