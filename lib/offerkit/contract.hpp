#pragma once

#include <source_location>

namespace offerkit {

/// Ends the program with the place of the broken promise. Called by `expects` only.
[[noreturn]] void contract_violated(std::source_location where) noexcept;

/// States what a caller promised. A broken promise is a defect of the program, never of a file a
/// person wrote: those become diagnostics.
constexpr void expects(bool promise, std::source_location where = std::source_location::current()) noexcept {
    if (!promise) {
        contract_violated(where);
    }
}

}  // namespace offerkit
