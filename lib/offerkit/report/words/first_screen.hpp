#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/product/page.hpp>

/// The first screen of a command: a verdict, the few numbers it rests on, and points, each on a line. What does not fit
/// on the screen is left out, the least important first, and `--detail` has it.
namespace offerkit::report {

/// A line of words. Clauses stand in the order of importance; those that no longer fit on the line are counted.
struct ScreenPoint {
    int rank = 0;  ///< 0 is left out last
    std::string key;
    std::vector<std::string> clauses{};
    Tone tone = Tone::normal;
};

struct FirstScreen {
    std::string verdict{};
    std::string basis{};  ///< what the numbers are: currency, tax, definition; empty where the figures' caption says it
    Table figures{};
    std::vector<int> row_ranks{};  ///< one for each row of `figures`
    /// A second table, below the first, which stays or leaves as a whole.
    std::optional<Table> below{};
    int below_rank = 0;
    std::vector<ScreenPoint> points{};

    /// Adds a row of figures.
    void row(int rank, Row row);
    /// Adds a row with a cell for each offer, beside a title that is strong where the row is a total.
    template <class CellOf>
    void offer_row(int rank, std::string title, std::size_t offers, CellOf cell, RowKind kind = RowKind::normal) {
        std::vector<Cell> cells{Cell(std::move(title), kind == RowKind::total ? Tone::strong : Tone::normal)};
        for (std::size_t i = 0; i < offers; ++i) {
            cells.push_back(cell(i));
        }
        row(rank, Row(kind, std::move(cells)));
    }
    /// Adds a point, unless no clause says anything.
    void point(int rank, std::string key, std::vector<std::string> clauses, Tone tone = Tone::normal);

    /// Rows, points and the second table: what a page may leave out.
    [[nodiscard]] std::size_t pieces() const noexcept { return row_ranks.size() + points.size() + (below ? 1 : 0); }
    /// The `most` most important pieces, in their order, each point on a line of at most `width` columns
    /// where its first clause allows; 0: as long as it gets.
    [[nodiscard]] Page page(std::size_t most, std::size_t width) const;
};

/// Whether a column of amounts for each offer fits into `width` (0: any) beside titles of a width. `heads` are what
/// stands above the columns.
[[nodiscard]] bool fits_side_by_side(std::size_t width, std::size_t titles, std::span<const std::string> heads);

/// Rows to show of `years` years: all up to five, else the first and the last, counted from 1.
[[nodiscard]] std::vector<int> years_on_screen(int years);

}  // namespace offerkit::report
