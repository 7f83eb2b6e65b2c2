#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::choice::negotiation {

/// What the amounts of a negotiation are of. `decide` is the yearly average too, but offers are set against each other
/// by everything that counts in a decision.
enum class Metric { average, present_value, first_year, decide };

/// "average" and so on: the words of `--metric` and of the JSON.
[[nodiscard]] std::string_view to_string(Metric metric) noexcept;
/// The definition whose figure it is.
[[nodiscard]] model::Definition definition_of(Metric metric) noexcept;
/// Whether its amounts are a year's, so that market figures and bands of total pay can stand beside them.
[[nodiscard]] bool is_yearly(Metric metric) noexcept;

/// An amount of the metric before it is rounded, so that the parts of an offer can be valued apart and added up: minor
/// units of all years (average), of the first year, or present value.
using Raw = quantity::Factor;

/// Values one offer of a comparison again, as edits change it: in the same window, at the same rates, by the same
/// model.
class Appraiser {
public:
    /// The offers, of which `own` is the one that is edited, are those of the comparison; both must outlive it.
    Appraiser(std::span<const model::Offer> offers, std::size_t own, const Comparison& comparison, Metric metric);

    [[nodiscard]] Metric metric() const noexcept { return metric_; }
    [[nodiscard]] quantity::Currency currency() const noexcept { return comparison_->currency; }
    /// The offer as it stands.
    [[nodiscard]] const value::ValuedOffer& valued() const noexcept { return comparison_->offers[own_]; }
    [[nodiscard]] Money figure() const noexcept { return figure_of(own_); }
    /// The metric of any offer of the comparison.
    [[nodiscard]] Money figure_of(std::size_t offer) const noexcept;

    /// What an edited offer, or a part of one, comes to; nothing when it cannot be valued.
    [[nodiscard]] std::optional<Raw> raw_of(const model::Offer& edited);
    /// The offer as it stands.
    [[nodiscard]] Raw raw();
    /// Rounded as the metric is.
    [[nodiscard]] Money rounded(Raw raw) const noexcept;
    /// The metric of an edited offer.
    [[nodiscard]] std::optional<Money> figure_of(const model::Offer& edited);

    /// What an amount paid on the first day of the offer's window, or owed on it, adds to the metric: an equal part a
    /// year, or all of it.
    [[nodiscard]] Money once(Money amount) const noexcept;

    /// An amount of the offer's file in the currency of the results, and the other way round, each rounded once.
    [[nodiscard]] std::optional<Money> in_results(Money amount) const noexcept;
    [[nodiscard]] std::optional<Money> in_currency(Money amount, quantity::Currency currency) const noexcept;

private:
    [[nodiscard]] Raw raw_of(const value::ValuedOffer& valued);

    const Comparison* comparison_;
    std::size_t own_;
    Metric metric_;
    std::vector<value::RateSource> sources_;
    value::Discounting discounting_;
};

}  // namespace offerkit::choice::negotiation
