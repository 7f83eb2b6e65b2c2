#pragma once

#include <offerkit/report/product/money_style.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/value/leaving_months.hpp>

namespace offerkit::report {

/// What is yours and what leaving costs on the day asked and, where the papers go on, a month later, with the change.
/// With `costs_alone` what is yours is left out.
[[nodiscard]] Table leaving_sums(const value::LeavingAnswer& answer, const MoneyStyle& money, bool costs_alone = false);

}  // namespace offerkit::report
