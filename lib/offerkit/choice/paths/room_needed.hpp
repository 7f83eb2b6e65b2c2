#pragma once

#include <cstddef>

#include <offerkit/choice/paths/terms.hpp>

/// The memory that a run of worlds takes: docs/career.md, "How to read it".
namespace offerkit::choice::paths {

/// Bytes that a run may keep at once (SECURITY.md, "Bounds"): 5 million worlds of three paths over ten years.
inline constexpr std::size_t most_bytes = 2'500'000'000;

/// Bytes that each world keeps until all is told: those of `Worlds`, and those that figures take beside them at most.
[[nodiscard]] std::size_t bytes_of_world(const Terms& terms) noexcept;
/// How many worlds `most_bytes` hold.
[[nodiscard]] std::size_t most_worlds_of(const Terms& terms) noexcept;

}  // namespace offerkit::choice::paths
