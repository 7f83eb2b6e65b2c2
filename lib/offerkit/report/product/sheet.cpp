#include <offerkit/report/product/sheet.hpp>

#include <utility>

#include <offerkit/contract.hpp>

namespace offerkit::report {

Sheet& Sheet::row(std::vector<SheetCell> cells) {
    expects(cells.size() == columns.size());
    rows.push_back(std::move(cells));
    return *this;
}

}  // namespace offerkit::report
