#pragma once

#include <optional>
#include <string_view>

#include <cli/line/invocation.hpp>

namespace offerkit::cli {

/// Takes one `--sweep`: `stock.price=150..250/10`, or values with commas between them. What is wrong with it is the
/// complaint.
[[nodiscard]] std::optional<Complaint> take_sweep(const Option& option, std::string_view value, Invocation& invocation);

}  // namespace offerkit::cli
