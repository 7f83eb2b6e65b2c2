#include <offerkit/report/product/sheet.hpp>

#include <offerkit/contract.hpp>
#include <offerkit/report/product/document.hpp>

namespace offerkit::report {

SheetCell SheetCell::number(std::string_view exact) {
    SheetCell cell;
    cell.kind_ = Kind::number;
    cell.value_ = Document::number(exact).text();
    return cell;
}

SheetCell SheetCell::number(long long whole) { return number(std::to_string(whole)); }

Sheet& Sheet::row(std::vector<SheetCell> cells) {
    expects(cells.size() == columns.size());
    rows.push_back(std::move(cells));
    return *this;
}

}  // namespace offerkit::report
