#include <offerkit/report/product/columns.hpp>

#include <variant>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::report {
namespace {

/// The text of each type of value on a page.
struct OnPage {
    const MoneyStyle& money;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Datum::Digits& digits) const { return diagnostic::grouped(digits.text); }
    std::string operator()(quantity::Money amount) const { return money(amount); }
    std::string operator()(const quantity::Price& price) const { return to_grouped(price); }
    std::string operator()(quantity::Shares shares) const { return text_of(shares); }
    std::string operator()(const quantity::Fraction& rate) const { return to_percent(rate); }
    std::string operator()(std::int64_t count) const { return diagnostic::grouped(static_cast<long long>(count)); }
    std::string operator()(double estimate) const { return diagnostic::grouped(Document::number(estimate).text()); }
    std::string operator()(calendar::Date date) const { return to_string(date); }
};

}  // namespace

Cell cell_on_page(const Datum& value, const MoneyStyle& money) {
    if (value.is_empty()) {
        return Cell::not_applicable();
    }
    Cell cell(std::visit(OnPage{money}, value.held()));
    cell.value = value;
    return cell;
}

}  // namespace offerkit::report
