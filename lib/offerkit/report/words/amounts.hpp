#pragma once

#include <optional>
#include <string>

#include <offerkit/calendar/date.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/report/product/datum.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/money_style.hpp>
#include <offerkit/report/product/sheet.hpp>

/// Amounts as the three products write them: exact in documents and sheets, grouped on pages.
namespace offerkit::report {

[[nodiscard]] inline SheetCell cell_of(quantity::Money amount) { return amount; }
[[nodiscard]] inline SheetCell cell_of(quantity::Shares shares) { return shares; }
[[nodiscard]] inline SheetCell cell_of(calendar::Date date) { return date; }

/// "1,412 shares", "1 share".
[[nodiscard]] std::string counted(quantity::Shares shares);
/// "7 vests", "1 vest": a count with its noun.
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);
/// "1,234": to whole units, for first screens and for what is an estimate anyway.
[[nodiscard]] std::string whole(quantity::Money amount);
/// "USD 1,234", with decimals where there are any.
[[nodiscard]] std::string with_currency(quantity::Money amount);
/// The same, to whole units: for what is an estimate anyway.
[[nodiscard]] std::string about(quantity::Money amount);
/// The same, to three significant digits ("USD 143,000" for 142,857.14): for what a judgement says in money.
[[nodiscard]] std::string roughly(quantity::Money amount);

}  // namespace offerkit::report
