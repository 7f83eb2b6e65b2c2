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

/// "voluntary": as files and `--reason` write it.
[[nodiscard]] std::string_view reason_word(model::LeavingReason reason) noexcept;
/// "Leaving of your own accord", to begin a sentence with.
[[nodiscard]] std::string_view reason_phrase(model::LeavingReason reason) noexcept;

/// The last day on which an incentive stock option is still taxed as one after leaving (US tax code, section
/// 422(a)(2); a year for the disabled, section 422(c)(6)). Nothing for another instrument, and on death, after which
/// the limit does not apply.
[[nodiscard]] std::optional<calendar::Date> iso_deadline(const value::Leaving& leaving,
                                                         const value::OptionLeaving& option) noexcept;

/// The last day to give notice so as to leave on the day asked; nothing where the papers name no notice.
[[nodiscard]] std::optional<calendar::Date> notice_day(const value::Leaving& leaving) noexcept;

/// A part of a grant, exact; nothing of a grant of nothing.
[[nodiscard]] std::optional<quantity::Fraction> share_of(quantity::Shares part, quantity::Shares whole) noexcept;

[[nodiscard]] std::vector<const model::Offer*> papers_of(std::span<const value::LeavingAnswer> entries);

/// Exchange rates used, with where they were found.
[[nodiscard]] std::vector<std::string> rates_used(std::span<const value::LeavingAnswer> entries);

/// "all of it for 1 year, then the part not served of the rest of the term within 2 years, times 70%".
[[nodiscard]] std::string clawback_rule(const model::Clawback& clawback);

/// Where each figure of leaving comes from: what it is called, how much, the line, and the rule.
[[nodiscard]] std::vector<Trace> leave_traces(const value::Leaving& leaving);

}  // namespace offerkit::report
