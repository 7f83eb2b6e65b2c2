#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/choice/pipeline/pipeline.hpp>

/// What the page of `pipeline` says in sentences.
namespace offerkit::report {

/// "5 February", with the year where it is another than today's.
[[nodiscard]] std::string day_words(calendar::Date date, calendar::Date today);
/// A value of the search in whole units: "945,000".
[[nodiscard]] std::string worth_words(double value, const choice::Pipeline& found);
/// "25%", "0.4%".
[[nodiscard]] std::string chance_words(double chance);

/// The advice in two or three sentences: what it is worth to wait or to take, and what to do at the next answer.
[[nodiscard]] std::string pipeline_verdict(const choice::Pipeline& found);

/// What to do in one case of a day: "take it on 29 January", "keep it and wait for B (5 February)".
[[nodiscard]] std::string action_words(const choice::search::Action& action, const choice::Pipeline& found,
                                       const std::vector<std::size_t>& came);
/// "B and C", "nobody".
[[nodiscard]] std::string came_words(const std::vector<std::size_t>& came, const choice::Pipeline& found);

/// "the job held now", "going on looking": where the floor is from; empty where nothing is there.
[[nodiscard]] std::string_view floor_words(choice::SearchFloor::From from) noexcept;

/// Sentences on what does not stand in the figures, or stands there in a way that one would not expect.
[[nodiscard]] std::vector<std::string> pipeline_notes(const choice::Pipeline& found);

/// What the extension of so many days waits for: the processes that answer within it and not before.
[[nodiscard]] std::string extension_reason(const choice::Pipeline& found, std::int64_t after, std::int64_t within);

}  // namespace offerkit::report
