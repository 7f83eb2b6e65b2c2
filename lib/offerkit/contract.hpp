#pragma once

namespace offerkit {

/// Ends the program with the place of the broken promise. Called by `expects` only.
[[noreturn]] void contract_violated(const char* file, const char* function, unsigned line) noexcept;

/// States what a caller promised. A broken promise is a defect of the program, never of a file a
/// person wrote: those become diagnostics. The place is that of the call: `std::source_location`
/// would be the same, and clang++ 14 has none beside the library of g++ 12.
constexpr void expects(bool promise, const char* file = __builtin_FILE(), const char* function = __builtin_FUNCTION(),
                       unsigned line = __builtin_LINE()) noexcept {
    if (!promise) {
        contract_violated(file, function, line);
    }
}

}  // namespace offerkit
