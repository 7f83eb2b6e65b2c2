#pragma once

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::model {

/// The keys of a career plan.
[[nodiscard]] const Schema& career_schema() noexcept;

/// Whether rates of a file with these keys may name a prior, as in `"prior:pay_growth"`: career plans and pipeline
/// files.
[[nodiscard]] bool may_name_priors(const Schema& file) noexcept;

}  // namespace offerkit::model
