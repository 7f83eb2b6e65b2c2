#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/report/leave/leave.hpp>
#include <offerkit/report/words/explain.hpp>

/// What the page and the document of `leave` have in common.
namespace offerkit::report {

/// "Leaving of your own accord", to begin a sentence with.
[[nodiscard]] std::string_view reason_phrase(model::LeavingReason reason) noexcept;

[[nodiscard]] std::vector<const model::Offer*> papers_of(std::span<const value::LeavingAnswer> entries);

/// Exchange rates used, with where they were found.
[[nodiscard]] std::vector<std::string> rates_used(std::span<const value::LeavingAnswer> entries);

/// "all of it for 1 year, then the part not served of the rest of the term within 2 years, times 70%".
[[nodiscard]] std::string clawback_rule(const model::Clawback& clawback);

/// Where each figure of leaving comes from: what it is called, how much, the line, and the rule.
[[nodiscard]] std::vector<Trace> leave_traces(const value::Leaving& leaving);

}  // namespace offerkit::report
