#pragma once

#include <span>
#include <string>
#include <vector>

#include <offerkit/diagnostic/source.hpp>
#include <offerkit/report/product/datum.hpp>
#include <offerkit/value/vest_timeline.hpp>

/// What the page, the document and the sheet of `vest` have in common.
namespace offerkit::report {

[[nodiscard]] bool is_cash(const value::GrantTimeline& grant) noexcept;
[[nodiscard]] std::vector<const model::Offer*> papers_of(std::span<const value::OfferTimeline> offers);
/// A quantity of a grant as a value: shares, or the money of a cash grant.
[[nodiscard]] Datum quantity_of(const value::GrantTimeline& grant, quantity::Shares quantity);
/// The same as text, money with its currency.
[[nodiscard]] std::string quantity_text(const value::GrantTimeline& grant, quantity::Shares quantity);

/// A tranche and whose it is.
struct VestLine {
    std::size_t offer = 0;
    const value::GrantTimeline* grant = nullptr;
    const value::ValuedTranche* tranche = nullptr;
};
/// All tranches of all offers by date, those without a date last; of one day in the order of the files.
[[nodiscard]] std::vector<VestLine> vest_lines(std::span<const value::OfferTimeline> offers);

/// What has become of a tranche, with the reason where there is one: "forfeited: earned after the last day employed".
[[nodiscard]] std::string state_text(const VestLine& line, std::span<const value::OfferTimeline> offers);

/// One thing about a grant: what it is, the line that says so, and the rule.
struct GrantTrace {
    std::string what;
    std::string is;
    diagnostic::Span place;
    std::string rule;
};
[[nodiscard]] std::vector<GrantTrace> grant_traces(const value::OfferTimeline& offer,
                                                   const value::GrantTimeline& grant);

}  // namespace offerkit::report
