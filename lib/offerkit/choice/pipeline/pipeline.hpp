#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/choice/search/findings.hpp>
#include <offerkit/model/search_plan.hpp>

/// A search from offer files and a pipeline file, and everything that `pipeline` answers (docs/pipeline.md).
namespace offerkit::choice {

/// What is there without any offer, and where that is from.
struct SearchFloor {
    enum class From { nothing, stated, current, search };
    Money value;
    From from = From::nothing;
    std::string company{};  ///< of the job held now
};

/// What one channel's record teaches.
struct ChannelAnswer {
    const model::FunnelRecord* record = nullptr;  ///< the caller's
    search::Rates rates{};
    double each = 0;                       ///< chance of an offer of one application, at the mean rates
    std::optional<std::int64_t> for_80{};  ///< applications more for a chance of 80% of as many offers as are wanted
    std::optional<std::int64_t> for_90{};
};

/// An offer whose day has passed, and which is in no figure.
struct LapsedOffer {
    std::string name;
    calendar::Date decide_by;
};

/// Everything `pipeline` finds. Values inside `search` and its answers are in minor units of `currency`.
struct Pipeline {
    negotiation::Metric metric = negotiation::Metric::present_value;
    quantity::Currency currency;
    search::Search search;
    SearchFloor floor;
    std::vector<std::size_t> oral{};        ///< offers in hand that are not in writing
    std::vector<std::size_t> late{};        ///< processes whose answer was due by today, and which count as tomorrow
    std::vector<std::size_t> left_aside{};  ///< processes that accepting or waiting does not look at: too many of them
    std::vector<LapsedOffer> lapsed{};
    std::vector<search::AnyBy> any_by{};
    double expected_best = 0;
    search::Plan plan{};
    std::optional<std::size_t> first_to_lapse{};
    std::vector<search::Extension> extensions{};
    std::vector<search::Hurry> hurries{};
    std::int64_t want = 1;
    std::vector<ChannelAnswer> channels{};
    std::optional<calendar::Date> wanted{};    ///< the first day of work that is wanted
    std::optional<calendar::Date> start_by{};  ///< the day to begin to look by, so as to have it
    std::vector<model::Assumption> assumptions{};

    /// A value of the search as money, to the minor unit.
    [[nodiscard]] Money money(double value) const noexcept;
    [[nodiscard]] const std::string& name_of(search::Held held) const noexcept;
};

/// Works out a search. `plan` may be null; it and the offers must outlive the result. `valuation` says what offers are
/// worth and which day is today. Nothing when an offer cannot be valued, there is no exchange rate, or something that
/// a search needs is not said, which is reported.
[[nodiscard]] std::optional<Pipeline> pipeline(std::span<const model::Offer> offers, const model::SearchPlan* plan,
                                               const model::Valuation& valuation, negotiation::Metric metric,
                                               Diagnostics& diagnostics);

}  // namespace offerkit::choice
