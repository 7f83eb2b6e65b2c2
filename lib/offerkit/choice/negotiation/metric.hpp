#pragma once

#include <optional>
#include <span>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/negotiation/findings.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/quantity/factor.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice::negotiation {

/// Whether published figures of what others are paid can be compared with it: they are collected as `annualized`.
[[nodiscard]] bool is_as_published(Metric metric) noexcept;

/// An amount of the metric before it is rounded, so that the parts of an offer can be valued apart and added up: minor
/// units of all years (average), of the first year, or present value.
using Raw = quantity::Factor;

/// Values one offer of a comparison again, as edits change it: in the same window, at the same rates, by the same
/// model.
class Appraiser {
public:
    /// The offers, of which `own` is the one that is edited, are those of the comparison; both must outlive it.
    /// `room` is how far the employer usually goes where the offer's own band does not say. With `taxes` the
    /// comparison is one that is ranked after tax.
    Appraiser(std::span<const model::Offer> offers, std::size_t own, const Comparison& comparison, Metric metric,
              std::optional<model::UsualRoom> room = {}, MetricTaxes taxes = {});

    [[nodiscard]] Metric metric() const noexcept { return metric_; }
    /// Whether published figures of what others are paid can be compared with the amounts: they are before tax.
    [[nodiscard]] bool is_as_published() const noexcept;
    /// Whether a figure is one of the whole offer: its parts cannot be valued apart, as they are rounded or taxed
    /// together.
    [[nodiscard]] bool is_of_whole_offers() const noexcept;
    [[nodiscard]] const std::optional<model::UsualRoom>& room() const noexcept { return room_; }
    [[nodiscard]] quantity::Currency currency() const noexcept { return comparison_->currency; }
    /// The offer as it stands.
    [[nodiscard]] const value::ValuedOffer& valued() const noexcept { return comparison_->offers[own_]; }
    [[nodiscard]] Money figure() const noexcept { return figure_of(own_); }
    /// The metric of any offer of the comparison.
    [[nodiscard]] Money figure_of(std::size_t offer) const noexcept;

    /// What an edited offer, or a part of one, comes to; nothing when it cannot be valued.
    [[nodiscard]] std::optional<Raw> raw_of(const model::Offer& edited);
    /// The offer as it stands.
    [[nodiscard]] std::optional<Raw> raw();
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
    [[nodiscard]] std::optional<Raw> raw_of(const value::ValuedOffer& valued);

    const Comparison* comparison_;
    std::size_t own_;
    Metric metric_;
    std::optional<model::UsualRoom> room_;
    MetricTaxes taxes_;
    std::vector<value::RateSource> sources_;
    value::Discounting discounting_;
};

}  // namespace offerkit::choice::negotiation
