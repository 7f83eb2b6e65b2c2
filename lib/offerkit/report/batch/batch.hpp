#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/report/show/show.hpp>

/// The results of `batch`: for each line of its input, a line.
namespace offerkit::report {

/// Where a line of many stands.
struct BatchPlace {
    std::string input;       ///< the file it is of, `-` for standard input
    std::uint64_t line = 0;  ///< from 1
};

/// What became of one line: `input`, `line`, `ok`; then, where it could be valued, every key of `show`; last its
/// `problems`, as `check` tells them. A problem of the line itself
/// stands at the line of the input.
[[nodiscard]] Document batch_document(const BatchPlace& place, const ShownOffer* valued,
                                      std::span<const diagnostic::Diagnostic> problems,
                                      const diagnostic::Sources& sources);

}  // namespace offerkit::report
