#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::choice::negotiation {

/// The time there is to answer.
struct Deadline {
    std::optional<calendar::Date> decide_by{};
    std::optional<std::int64_t> days_given{};  ///< from the day it was received
    std::optional<std::int64_t> days_left{};   ///< from the as-of day; below 0 once it has passed
};
[[nodiscard]] Deadline deadline_of(const model::Offer& offer, calendar::Date as_of) noexcept;

/// An interview still under way.
struct InProcess {
    std::size_t offer = 0;
    quantity::Rate chance{};
    std::optional<calendar::Date> expected{};
    bool in_time = false;                       ///< known before the deadline in any case
    std::optional<quantity::Rate> published{};  ///< the company's own odds from an onsite to an offer
};

/// Taking the offer now against waiting for those in process, each amount as the pay at this offer that is as good. The
/// expectation is that of the alternatives: every one counts with its chance, what fails falls to the next best.
struct Waiting {
    std::vector<InProcess> offers{};
    Money accept_now;
    Money wait;                             ///< letting the offer go and waiting
    Money with_extension;                   ///< waiting while the offer stays open
    Money extension;                        ///< what staying open is worth: the last less the best without it
    std::optional<calendar::Date> until{};  ///< when the last of them should be known
};
/// All by the induction of `pipeline` (docs/pipeline.md), at no cost of waiting, what does not hang on an interview
/// being there whenever it is wanted. An offer without a deadline has to be answered before anything else is known.
/// Nothing when no offer is in process.
[[nodiscard]] std::optional<Waiting> waiting_of(const Comparison& comparison, std::size_t own, Money pay,
                                                const Alternatives& alternatives, const Preference& preference,
                                                const model::NegotiationProfile& practice);

}  // namespace offerkit::choice::negotiation
