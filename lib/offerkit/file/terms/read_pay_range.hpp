#pragma once

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/band.hpp>

namespace offerkit::file {

/// A table of `min`, `mid` and `max`, any of which may be left out; reports those that are not in order.
[[nodiscard]] model::PayRange read_pay_range(const View& table);

}  // namespace offerkit::file
