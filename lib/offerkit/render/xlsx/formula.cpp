#include <offerkit/render/xlsx/formula.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render::xlsx {
namespace {

using report::Datum;

std::optional<double> plain_number(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// "1,234.50" and "12%", as pages write numbers whose value is not kept.
std::optional<Number> written_number(std::string_view text) {
    const bool percent = text.ends_with('%');
    text.remove_suffix(percent ? 1 : 0);
    std::string digits;
    for (const char c : text) {
        if (c != ',') {
            digits += c;
        }
    }
    const auto value = plain_number(digits);
    if (!value || diagnostic::grouped(digits) != text) {
        return std::nullopt;
    }
    const bool fraction = digits.find('.') != std::string::npos;
    return percent ? Number{*value / 100, fraction ? "0.0%" : "0%"} : Number{*value, fraction ? "#,##0.00" : "#,##0"};
}

bool same_to_the_cent(double a, double b) { return std::fabs(a - b) < 0.005; }

std::string place(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row + 1);
}

/// The sum of the rows right above a total, where it is that total.
std::string sum_above(const report::Table& table, std::size_t r, std::size_t c) {
    std::size_t first = r;
    double sum = 0;
    while (first > 0 && table.rows[first - 1].kind == report::RowKind::normal) {
        const auto value = value_at(table, first - 1, c);
        if (!value) {
            break;
        }
        sum += *value;
        --first;
    }
    const auto total = value_at(table, r, c);
    return first < r && total && same_to_the_cent(sum, *total) ? "=SUM(" + place(first + 1, c) + ":" + place(r, c) + ")"
                                                               : "";
}

/// In a column of totals: the sum of the columns between the first and it, where it is that total.
std::string sum_beside(const report::Table& table, std::size_t r, std::size_t c) {
    if (c < 2 || table.columns[c].role != report::Role::total) {
        return "";
    }
    double sum = 0;
    for (std::size_t i = 1; i < c; ++i) {
        const auto value = value_at(table, r, i);
        if (!value) {
            return "";
        }
        sum += *value;
    }
    return same_to_the_cent(sum, *value_at(table, r, c)) ? "=SUM(" + place(r + 1, 1) + ":" + place(r + 1, c - 1) + ")"
                                                         : "";
}

/// In a row of differences to the best: the figure ranked by, less the largest.
std::string difference(const report::Table& table, std::size_t r, std::size_t c) {
    if (table.rows[r].role != report::Role::behind_best) {
        return "";
    }
    for (std::size_t figure = 0; figure < r; ++figure) {
        if (table.rows[figure].role != report::Role::ranked_by) {
            continue;
        }
        const auto& cells = table.rows[figure].cells;
        std::optional<double> best;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            const auto value = value_at(table, figure, i);
            best = value ? std::max(best.value_or(*value), *value) : best;
        }
        const auto own = value_at(table, figure, c);
        if (own && same_to_the_cent(*own - *best, *value_at(table, r, c))) {
            const std::string row = std::to_string(figure + 2);
            const std::string last = place(figure + 1, cells.size() - 1);
            return "=" + place(figure + 1, c) + "-MAX($B$" + row + ":$" +
                   last.substr(0, last.find_first_of("0123456789")) + "$" + row + ")";
        }
    }
    return "";
}

}  // namespace

std::optional<Number> number_of(const Datum& value) {
    if (!value.is_number()) {
        return std::nullopt;
    }
    const auto number = plain_number(value.plain());
    if (!number) {
        return std::nullopt;
    }
    switch (value.kind()) {
        case Datum::Kind::money: {
            const auto currency = std::get<quantity::Money>(value.held()).currency();
            return Number{*number, "[$" + std::string(currency.code()) + "] #,##0.00"};
        }
        case Datum::Kind::price: return Number{*number, "#,##0.00##"};
        case Datum::Kind::rate: return Number{*number, "0.0###"};
        case Datum::Kind::count: return Number{*number, "0"};
        default: return Number{*number, "#,##0.######"};
    }
}

std::optional<Number> number_of(const report::Cell& cell) {
    if (auto number = number_of(cell.value)) {
        return number;
    }
    return cell.value.is_empty() ? written_number(cell.text) : std::nullopt;
}

std::optional<double> value_at(const report::Table& table, std::size_t r, std::size_t c) {
    const auto& cells = table.rows[r].cells;
    const auto number = c < cells.size() ? number_of(cells[c]) : std::nullopt;
    return number ? std::optional{number->value} : std::nullopt;
}

std::string formula_of(const report::Table& table, std::size_t r, std::size_t c) {
    std::string formula =
        table.rows[r].kind == report::RowKind::total ? sum_above(table, r, c) : difference(table, r, c);
    return formula.empty() ? sum_beside(table, r, c) : formula;
}

}  // namespace offerkit::render::xlsx
