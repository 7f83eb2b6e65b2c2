#pragma once

#include <string>

#include <offerkit/calendar/date.hpp>

namespace offerkit::authoring {

/// A priorities file to fill in: pay and two factors with example values, the rest commented out, each key with a line
/// on what it means. It is read without errors as it is, and after any of its commented keys is uncommented.
[[nodiscard]] std::string priorities_template(calendar::Date today);

}  // namespace offerkit::authoring
