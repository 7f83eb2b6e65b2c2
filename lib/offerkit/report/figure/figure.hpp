#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <offerkit/report/product/page.hpp>

/// Charts as data, before a renderer draws them: what is stacked, spread or joined by lines, with the table behind it.
///
/// Sizes are only drawn, hence doubles; every figure that somebody reads is in the table and in texts, formatted from
/// the exact value. All texts may hold anything that a person wrote: renderers make them safe.
namespace offerkit::report {

/// How an area is filled beside its colour. `hatched`: money that cannot be spent yet, such as shares without a market.
/// `outlined`: what waits and is in no total.
enum class Texture { plain, hatched, outlined };

/// What a layer of every column is. Layers are told apart by their place, and by texture.
struct Layer {
    std::string name;
    Texture texture = Texture::plain;
};

/// A stacked column: as many sizes as there are layers. Sizes below zero hang below the axis.
struct StackedColumn {
    std::string label;  ///< under the column, short: "1"
    std::vector<double> sizes;
    std::string words;  ///< the column in words, shown when it is pointed at
};
struct ColumnGroup {
    std::string name;  ///< under its columns
    std::vector<StackedColumn> columns{};
};
/// Columns of money, in groups side by side on one scale from zero.
struct StackedColumns {
    std::vector<Layer> layers{};
    std::vector<ColumnGroup> groups{};
};

/// What the horizontal axis counts: percents, or days since 1970.
enum class Across { percents, days };

struct LineSeries {
    std::string name;
    std::vector<std::pair<double, double>> points{};  ///< from left to right
};
/// A vertical line at a place of the axis, or a ring at a point.
struct LineMark {
    double at = 0;
    std::string text;
};
struct PointMark {
    double at = 0;
    double height = 0;
    std::string text;
};
/// Lines over one axis; with `steps` a value holds until the next point.
struct Lines {
    std::vector<LineSeries> series{};
    Across across = Across::percents;
    bool steps = false;
    std::vector<LineMark> marks{};
    std::vector<PointMark> rings{};
    std::vector<LineMark>
        readings{};  ///< from left to right: what all lines say at a place, shown when it is pointed at
};

/// A chart with everything that stands for it: in words, in a table, and on the axis.
struct Figure {
    std::string title;                 ///< what is drawn, in a few words
    std::string description;           ///< what somebody sees in it, for those who cannot
    std::string unit;                  ///< of the axis of amounts: "USD", "%"
    std::vector<std::string> notes{};  ///< inside the chart, a line each: "share price: your guess of 5% a year"
    std::variant<StackedColumns, Intervals, Lines> drawing{};
    Table table{};  ///< the figures behind it, all of them
};

}  // namespace offerkit::report
