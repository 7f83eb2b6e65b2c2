#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The path of a `--set`: "grant.new-hire.value", "sign_on[0].amount", `fx."EUR/USD"`.
namespace offerkit::file {

/// One step of a path: a name, or a place in a list.
struct OverrideStep {
    std::string name{};
    std::optional<std::size_t> index{};
};
using OverridePath = std::vector<OverrideStep>;

/// Returns nullopt if the path is malformed.
[[nodiscard]] std::optional<OverridePath> parse_override_path(std::string_view path);

/// The path up to and including a step, as one would write it.
[[nodiscard]] std::string path_text(const OverridePath& path, std::size_t until);

}  // namespace offerkit::file
