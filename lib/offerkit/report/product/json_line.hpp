#pragma once

#include <string>

#include <offerkit/report/product/document.hpp>

namespace offerkit::report {

/// The document as one line of JSON, without a space between its parts and with a newline at its end: what `to_json`
/// writes, for JSON Lines.
[[nodiscard]] std::string to_json_line(const Document& document);

}  // namespace offerkit::report
