#pragma once

#include <string>
#include <vector>

/// Axes: where a value is drawn, and which round numbers are written beside it.
namespace offerkit::render {

/// Maps values to places: `from` to `place_from`, `to` to `place_to`, what lies between in proportion.
struct Scale {
    double from = 0;
    double to = 1;
    double place_from = 0;
    double place_to = 1;

    [[nodiscard]] double operator()(double value) const noexcept;
};

/// An axis of round numbers: the ticks are whole multiples of `step`, which is 1, 2, 2.5 or 5 times a power of ten, and
/// the first and last of them enclose the values.
struct Axis {
    double step = 1;
    std::vector<double> ticks{};
};

/// The axis from at most `low` to at least `high` with about `most` ticks, never more than `most` + 2. Equal or
/// unordered ends are widened; what is not finite counts as 0.
[[nodiscard]] Axis round_axis(double low, double high, int most);

/// A tick as people read it, short: "0", "50k", "1.5M", "-20k". Ticks of one axis share the unit of the largest.
[[nodiscard]] std::string tick_text(double tick, const Axis& axis);

/// A place with at most two decimals, without zeros at its end, for attributes of SVG.
[[nodiscard]] std::string place_text(double place);

/// Moves places apart so that neighbours are at least `gap` apart, each as near to where it was as the order allows,
/// and all stay between `low` and `high` where they fit. Gives them in the order given.
[[nodiscard]] std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high);

}  // namespace offerkit::render
