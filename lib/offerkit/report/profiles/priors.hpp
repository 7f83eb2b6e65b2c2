#pragma once

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/career_prior.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// One prior of careers with its grade, source and age on a day.
[[nodiscard]] Page prior_page(const model::CareerPrior& prior, calendar::Date today);
/// `{"prior": {input, low, likely, high, grade, source, as_of, years_old, note, profile, built_in}}`.
[[nodiscard]] Document prior_document(const model::CareerPrior& prior, calendar::Date today);
[[nodiscard]] Sheet prior_sheet(const model::CareerPrior& prior, calendar::Date today);

}  // namespace offerkit::report
