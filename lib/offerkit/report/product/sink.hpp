#pragma once

#include <functional>
#include <string_view>

namespace offerkit::report {

/// Takes a text piece by piece. False: nobody takes any more of it, so that the rest need not be made.
using Sink = std::function<bool(std::string_view piece)>;

/// A text that is made as it is written.
using Text = std::function<void(const Sink&)>;

}  // namespace offerkit::report
