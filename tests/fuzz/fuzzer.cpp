// The libFuzzer program. OFFERKIT_FUZZ_TARGET names what is searched.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "targets.hpp"

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const fuzz::Target* chosen = nullptr;

}  // namespace

int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
    const char* const name = std::getenv("OFFERKIT_FUZZ_TARGET");
    chosen = fuzz::find_target(name == nullptr ? "" : name);
    if (chosen == nullptr) {
        std::fprintf(stderr, "OFFERKIT_FUZZ_TARGET names none of the targets:");
        for (const auto& target : fuzz::targets()) {
            std::fprintf(stderr, " %s", target.name.data());
        }
        std::fprintf(stderr, "\n");
        std::exit(2);
    }
    // Nothing of the person who searches: no profiles of their own, no width of their terminal.
    for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "COLUMNS", "NO_COLOR"}) {
        ::unsetenv(variable);
    }
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->run(size == 0 ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(data), size});
    return 0;
}
