#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/paths/terms.hpp>
#include <offerkit/model/career_plan.hpp>

namespace offerkit::choice::paths {

/// An amount in major units, as an estimate of years to come uses it.
[[nodiscard]] double in_major_units(quantity::Money amount) noexcept;

/// The same back, to the nearest minor unit; at most what a Money can hold.
[[nodiscard]] quantity::Money in_money(double amount, quantity::Currency currency) noexcept;

/// The job that an offer file makes of a path's beginning: its pay by month, what leaving takes, its exits.
struct OfferJob {
    FirstJob job{};
    std::string company{};
};

/// The terms of a plan as numbers. `jobs`: by path, of those that name an offer.
[[nodiscard]] Terms terms_of(const model::CareerPlan& plan, std::span<const std::optional<OfferJob>> jobs = {});

}  // namespace offerkit::choice::paths
