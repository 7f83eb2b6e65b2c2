#pragma once

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::model {

/// The keys of a career plan.
[[nodiscard]] const Schema& career_schema() noexcept;

}  // namespace offerkit::model
