#pragma once

#include <optional>
#include <string>

#include <offerkit/calendar/date.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/sheet.hpp>

/// Amounts as the three products write them: exact in documents and sheets, grouped on pages.
namespace offerkit::report {

[[nodiscard]] Document document_of(quantity::Money amount);
[[nodiscard]] Document document_of(const quantity::Price& price);
/// A rate or a ratio: exact where it ends within ten decimals, else to twelve digits.
[[nodiscard]] Document document_of(const quantity::Fraction& number);
/// To ten decimals: with shares in fractions their exact companion stands beside them.
[[nodiscard]] Document document_of(quantity::Shares shares);
[[nodiscard]] Document document_of(calendar::Date date);

[[nodiscard]] SheetCell cell_of(quantity::Money amount);
[[nodiscard]] SheetCell cell_of(quantity::Shares shares);
[[nodiscard]] SheetCell cell_of(calendar::Date date);

/// "1,412", "4.5".
[[nodiscard]] std::string text_of(quantity::Shares shares);
/// "1,412 shares", "1 share".
[[nodiscard]] std::string counted(quantity::Shares shares);
/// "7 vests", "1 vest": a count with its noun.
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);
/// "USD 1,234", with decimals where there are any.
[[nodiscard]] std::string with_currency(quantity::Money amount);
/// The same, to whole units: for what is an estimate anyway.
[[nodiscard]] std::string about(quantity::Money amount);
/// The same, to three significant digits ("USD 143,000" for 142,857.14): for what a judgement says in money.
[[nodiscard]] std::string roughly(quantity::Money amount);

/// Money on one page. Parts that add up must do so as they are shown, so as soon as one of them has cents all are shown
/// with cents.
class MoneyStyle {
public:
    /// Looks at one more amount that will be shown.
    void see(quantity::Money amount) noexcept;
    [[nodiscard]] std::string operator()(quantity::Money amount) const;

private:
    bool cents_ = false;
};

}  // namespace offerkit::report
