#pragma once

#include <string_view>

#include <offerkit/report/product/document.hpp>

namespace offerkit::report {

/// The beginning of every JSON document: `{"offerkit": {"version", "command", "schema"}}`. `schema` counts up when a
/// key changes its meaning; keys may be added without that.
[[nodiscard]] Document envelope(std::string_view command);

}  // namespace offerkit::report
