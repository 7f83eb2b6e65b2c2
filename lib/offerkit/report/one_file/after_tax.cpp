#include <offerkit/report/one_file/after_tax.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <offerkit/report/product/money_style.hpp>
#include <offerkit/report/words/after_tax.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {
namespace {

using Taxes = std::span<const std::optional<choice::AfterTax>>;

/// All of them are known.
std::size_t rank_after_tax(Taxes taxes, std::size_t offer) {
    return 1 + static_cast<std::size_t>(std::count_if(taxes.begin(), taxes.end(), [&](const auto& other) {
               return other->definitions.average > taxes[offer]->definitions.average;
           }));
}

}  // namespace

std::optional<Table> after_tax_table(const choice::Comparison& comparison, std::span<const std::string> names,
                                     Taxes taxes) {
    if (std::none_of(taxes.begin(), taxes.end(), [](const auto& each) { return each.has_value(); })) {
        return std::nullopt;
    }
    MoneyStyle style;
    Table table;
    table.columns = {{"Offer", Align::left, Priority::key},
                     {"Average, before tax", Align::decimal},
                     {"Average, after tax", Align::decimal},
                     {"First year, after tax", Align::decimal},
                     {"Rank after tax", Align::right}};
    for (std::size_t i = 0; i < taxes.size(); ++i) {
        style.see(comparison.offers[i].definitions.average);
        if (taxes[i]) {
            style.see(taxes[i]->definitions.average);
            style.see(taxes[i]->definitions.first_year);
        }
    }
    for (std::size_t i = 0; i < taxes.size(); ++i) {
        std::vector<Cell> cells{Cell(names[i]), style.cell(comparison.offers[i].definitions.average)};
        if (taxes[i]) {
            cells.push_back(style.cell(taxes[i]->definitions.average, Tone::strong));
            cells.push_back(style.cell(taxes[i]->definitions.first_year));
            cells.push_back(all_taxed(taxes) ? Cell(std::to_string(rank_after_tax(taxes, i))) : Cell::not_applicable());
        } else {
            cells.insert(cells.end(), 3, Cell::not_applicable());
        }
        table.row(std::move(cells));
    }
    return table;
}

}  // namespace offerkit::report
