#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <offerkit/report/product/datum.hpp>

/// What a command has to say to a person, before any renderer decides how it looks.
///
/// A page is pure data. All text is UTF-8 and already formatted (`$182,000`, `2026-03-02`); it may hold anything a
/// person wrote in a file, because every renderer makes it safe for its own medium.
namespace offerkit::report {

/// How a piece of text stands out. A renderer without colour may ignore it: no meaning may hang on tone alone.
enum class Tone { normal, strong, good, bad, dim };

struct Cell {
    std::string text{};
    Tone tone = Tone::normal;
    bool applies = true;  ///< false: the row does not apply to this column; shown as `–`
    Datum value{};        ///< what the text stands for, for formats that keep values; empty: the text alone is known

    Cell() = default;  ///< blank
    Cell(std::string text_, Tone tone_ = Tone::normal) : text(std::move(text_)), tone(tone_) {}
    Cell(std::string_view text_, Tone tone_ = Tone::normal) : text(text_), tone(tone_) {}
    Cell(const char* text_, Tone tone_ = Tone::normal) : text(text_), tone(tone_) {}

    static Cell blank() { return {}; }
    static Cell not_applicable();

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// `decimal` lines numbers up on their decimal point; a cell without one ends where whole parts end.
enum class Align { left, right, decimal };

/// What happens to a column when the table is wider than the screen and is shown in parts: a `key` column is repeated
/// in each part, an `extra` column moves to the last part. Nothing is ever left out.
enum class Priority { key, normal, extra };

/// What the figures of a column or a row are to those beside them, for formats that compute: `total` adds up the
/// columns between the first one and it, `ranked_by` is what offers are ranked by, `behind_best` is how far each figure
/// of that row is from the largest.
enum class Role { figure, total, ranked_by, behind_best };

struct Column {
    std::string title{};
    Align align = Align::left;
    Priority priority = Priority::normal;  ///< where no column is `key`, the first one is taken for it
    Role role = Role::figure;

    friend bool operator==(const Column&, const Column&) = default;
};

/// `total`: set off by a rule above; `heading`: one text over the whole row; `separator`: a thin rule or a blank line.
enum class RowKind { normal, total, heading, separator };

struct Row {
    RowKind kind = RowKind::normal;
    std::vector<Cell> cells{};  ///< as many as columns; one for a heading, none for a separator; missing ones are blank
    Role role = Role::figure;

    Row() = default;
    Row(std::vector<Cell> cells_) : cells(std::move(cells_)) {}
    Row(RowKind kind_, std::vector<Cell> cells_) : kind(kind_), cells(std::move(cells_)) {}

    static Row total(std::vector<Cell> cells) { return {RowKind::total, std::move(cells)}; }
    static Row heading(std::string text);
    static Row separator() { return {RowKind::separator, {}}; }

    friend bool operator==(const Row&, const Row&) = default;
};

/// `level` 1 is the title of the page, 2 a section, 3 a part of one.
struct Heading {
    std::string text{};
    int level = 2;
    friend bool operator==(const Heading&, const Heading&) = default;
};

enum class ParagraphKind { plain, note, warning };

struct Paragraph {
    std::string text{};
    ParagraphKind kind = ParagraphKind::plain;
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// Lines of a name and a value: `Start   2026-03-02`.
struct Fact {
    std::string key{};
    Cell value;
    friend bool operator==(const Fact&, const Fact&) = default;
};
struct Facts {
    std::vector<Fact> facts{};
    friend bool operator==(const Facts&, const Facts&) = default;
};

struct Table {
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    std::string caption{};  ///< a line above the table; empty: none

    Table& row(std::vector<Cell> cells);  ///< of no more cells than there are columns
    Table& total(std::vector<Cell> cells);
    Table& heading(std::string text);
    Table& separator();
    friend bool operator==(const Table&, const Table&) = default;
};

/// Horizontal bars, each stacked from the same segments: the pay mix, pay by year.
///
/// Sizes are only drawn, never read, hence doubles; what is below zero or not a number is drawn as nothing. All bars of
/// a block share one scale, whose full length is `full` or, when that is 0, the longest bar.
struct Bar {
    std::string label{};
    std::vector<double> segments{};  ///< as many as `Bars::legend`, or one where there is no legend
    std::string value{};             ///< text at the right end
    friend bool operator==(const Bar&, const Bar&) = default;
};
struct Bars {
    std::vector<std::string> legend{};
    std::vector<Bar> bars{};
    double full = 0;
    std::string caption{};
    friend bool operator==(const Bars&, const Bars&) = default;
};

/// How a column of a chart is filled: what has happened, what will, what may.
enum class Fill { solid, light, dotted };

/// Upright columns over time, from left to right, on one scale from zero. Points that do not fit on a line of columns
/// go on below, on the same scale: none is merged or left out.
struct Point {
    std::string label{};  ///< under the column: a date
    double value = 0;     ///< height, only drawn
    Fill fill = Fill::solid;
    friend bool operator==(const Point&, const Point&) = default;
};
struct ChartKey {
    Fill fill = Fill::solid;
    std::string text{};
    friend bool operator==(const ChartKey&, const ChartKey&) = default;
};
struct Chart {
    std::vector<Point> points{};
    std::vector<ChartKey> legend{};
    std::string top{};  ///< text at the height of the tallest column, such as `353 shares`
    std::string caption{};
    friend bool operator==(const Chart&, const Chart&) = default;
};

/// One row of an interval plot: a thin line from `low` to `high`, a thick one inside, and a mark. All equal: a point.
struct Interval {
    std::string name{};
    double low = 0;
    double inner_low = 0;
    double middle = 0;
    double inner_high = 0;
    double high = 0;
    std::string words{};  ///< the row in words
    friend bool operator==(const Interval&, const Interval&) = default;
};
/// Rows on one scale, which begins at the lowest of their ends and stops at the highest. Sizes are only drawn.
struct Intervals {
    std::vector<Interval> intervals{};
    std::string lowest{};   ///< text where the scale begins
    std::string highest{};  ///< text where it stops
    std::string line{};     ///< what the thin line, the thick one and the mark stand for; empty: no legend
    std::string box{};
    std::string mark{};
    std::string caption{};
    friend bool operator==(const Intervals&, const Intervals&) = default;
};

struct List {
    std::vector<std::string> items{};
    bool numbered = false;
    friend bool operator==(const List&, const List&) = default;
};

using Block = std::variant<Heading, Paragraph, Facts, Table, Bars, Chart, Intervals, List>;

/// Blocks from top to bottom. Every builder returns the page, so that calls can be chained.
struct Page {
    std::vector<Block> blocks{};

    Page& title(std::string text);    ///< heading of level 1
    Page& heading(std::string text);  ///< heading of level 2
    Page& subheading(std::string text);
    Page& text(std::string text);
    Page& note(std::string text);
    Page& warning(std::string text);
    Page& facts(std::vector<Fact> facts);
    Page& list(std::vector<std::string> items, bool numbered = false);
    Page& add(Block block);

    /// Appends all blocks of another page.
    Page& append(Page other);

    friend bool operator==(const Page&, const Page&) = default;
};

}  // namespace offerkit::report
