#pragma once

#include <string>
#include <vector>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/grant.hpp>

/// What happens to a grant beside its plain schedule, in words.
namespace offerkit::report {

/// The paper that a resolved grant was read from; null for a refresher.
[[nodiscard]] const model::Grant* paper_of(const model::Offer& offer, const timeline::ResolvedGrant& grant) noexcept;

/// Why a tranche is not simply what the plain schedule says: "accelerated by `ipo`", "moved 3 months by the leave from
/// 2027-03-01", "waits for `ipo`", "earned after the last day employed": the last step that set its day. Empty where
/// there is none. Without backticks where `plain`, as programs read it.
[[nodiscard]] std::string reason_of(const model::Offer& offer, const timeline::ResolvedGrant& grant,
                                    const timeline::Tranche& tranche, bool plain);

/// The event or events that keep a tranche without a date: "ipo or change_of_control".
[[nodiscard]] std::string awaited_by(const model::Offer& offer, const timeline::ResolvedGrant& grant,
                                     const timeline::Tranche& tranche, bool plain);

/// "115% of a target of 1,000 shares, at FY27 EBITDA of 10,600,000": what the shares of a performance grant rest on.
[[nodiscard]] std::string performance_words(const model::Performance& performance,
                                            const timeline::PerformanceOutcome& outcome);

/// "100% of what is unvested", "what was to vest within 12 months", "500 shares", with the order they are taken in.
[[nodiscard]] std::string amount_words(const model::Acceleration& acceleration);

/// "when `ipo` happens", "on being let go within 12 months of `change_of_control`": what sets an acceleration off.
[[nodiscard]] std::string trigger_words(const model::Acceleration& acceleration);

/// "the worth of `options` is not known: ask for the strike and the 409A price; it counts as 0 in every total".
[[nodiscard]] std::string not_known_note(const timeline::ResolvedGrant& grant);

/// What is to be known of a grant beside its tranches, one sentence each: what its performance measure is expected to
/// pay, and what would accelerate at events without a date or on being let go, none of which is counted; and of what
/// nobody knows yet.
[[nodiscard]] std::vector<std::string> grant_notes(const model::Offer& offer, const timeline::ResolvedGrant& grant);

}  // namespace offerkit::report
