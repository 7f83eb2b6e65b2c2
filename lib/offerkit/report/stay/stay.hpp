#pragma once

#include <span>

#include <offerkit/choice/comparison/stay.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

/// What offers have paid to who leaves after one, two, three and four years.
namespace offerkit::report {

/// `stay[]` of `compare`.
void add_stay(Document& document, const choice::Comparison& comparison, std::span<const choice::StayYear> stay);
/// A table of what is left after paying back, who leads in each year, and what it rests on.
[[nodiscard]] Page stay_page(const choice::Comparison& comparison, std::span<const choice::StayYear> stay);
/// A row for each offer and year.
[[nodiscard]] Sheet stay_sheet(const choice::Comparison& comparison, std::span<const choice::StayYear> stay);

}  // namespace offerkit::report
