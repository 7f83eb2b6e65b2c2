#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/report/career/career.hpp>

/// What the page and the document of `career` say alike.
namespace offerkit::report {

/// "exit startup", "ever staff": what a move is called.
[[nodiscard]] std::string input_name(const choice::paths::Move& move);
/// "a paying exit of startup", "staff ever reached": the same to people.
[[nodiscard]] std::string move_words(const choice::paths::Move& move);
/// "in the first job; heard of success": what is seen before a turn.
[[nodiscard]] std::string seen_words(const CareerView& view, const choice::paths::TurnFigures& turn,
                                     const choice::paths::TurnGroup& group);
/// What the figures rest on, as sentences: defaults that were used, and rules that hold for every plan.
[[nodiscard]] std::vector<std::string> career_assumptions(const CareerView& view);
/// "downturns", "job loss of startup": what counts as none because no rate was stated.
[[nodiscard]] std::vector<std::string> counted_as_none(const CareerView& view);
/// "later pay 4% better", "a paying exit 47% instead of 40%": what would have to be believed of a path for it to tie,
/// each by itself. The path has a break-even.
[[nodiscard]] std::vector<std::string> beliefs_that_tie(const CareerView& view, std::size_t path);
/// Whether a lead is too small to be told from none: below two standard errors, or 3% of the larger mean.
[[nodiscard]] bool about_even(const choice::paths::Estimated& lead, double larger) noexcept;

/// "48 months", "4 years".
[[nodiscard]] std::string years_or_months(int months);
/// "32%".
[[nodiscard]] std::string whole_percent(double share);

}  // namespace offerkit::report
