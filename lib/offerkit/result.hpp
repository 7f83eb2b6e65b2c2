#pragma once

#include <string>

#include <tl/expected.hpp>

namespace offerkit {

/// A value, or why there is none. The only third-party type in a public header: replaced by
/// std::expected once the supported compilers carry it.
template <class T, class E = std::string>
using Result = tl::expected<T, E>;

/// Builds the failed side of a Result.
template <class E>
[[nodiscard]] auto failure(E error) {
    return tl::make_unexpected(std::move(error));
}

}  // namespace offerkit
