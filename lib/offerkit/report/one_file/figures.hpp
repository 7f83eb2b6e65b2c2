#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/comparison/price_lines.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/figure/figure.hpp>
#include <offerkit/value/leaving_months.hpp>
#include <offerkit/value/vest_timeline.hpp>

/// The charts of the report, which `--format svg` also writes one by one. None of them computes a figure: they show
/// what `compare`, `vest` and `leave` found, and their tables hold the same amounts.
namespace offerkit::report {

/// "Northwind: growth of 5% a year is your guess.", a line for each offer that states how its share price moves: what a
/// chart says inside itself. A growth that the market expects is nobody's guess.
[[nodiscard]] std::vector<std::string> price_guesses(std::span<const model::Offer* const> papers,
                                                     std::span<const std::string> names);

/// Money by year, stacked by category. Shares of private companies are hatched. `with_waiting` is the same comparison
/// with everything counted that waits for events without a date; what it adds is outlined. Null: nothing waits.
[[nodiscard]] Figure money_figure(const choice::Comparison& comparison, std::span<const std::string> names,
                                  const choice::Comparison* with_waiting);

/// What the chosen figure may come to if share prices move; offers without uncertain shares are points. `bands` has
/// some.
[[nodiscard]] Figure bands_figure(const choice::Comparison& comparison, std::span<const std::string> names,
                                  const choice::Uncertainty& bands);

/// The chosen figure of each offer against the price of its shares. Some line moves.
[[nodiscard]] Figure price_figure(const choice::Comparison& comparison, std::span<const std::string> names,
                                  const choice::PriceLines& lines);

/// What has vested by each day, in money of its own day; in percents of it all where currencies differ. Cliffs and
/// today are marked. Nothing where nothing vests on a day that is known.
[[nodiscard]] std::optional<Figure> vesting_figure(std::span<const value::OfferTimeline> offers, calendar::Date today);

/// What leaving costs in each month. Nothing where no months were asked for.
[[nodiscard]] std::optional<Figure> leaving_figure(std::span<const value::LeavingAnswer> answers);

}  // namespace offerkit::report
