#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/value/vest_timeline.hpp>
#include <offerkit/words.hpp>

/// What vests, gathered by stretches of time.
namespace offerkit::value {

/// What one line of a timeline is: a tranche, or what a stretch of time brings.
enum class VestStep { tranche, month, quarter, year, calendar_year };
[[nodiscard]] constexpr auto words(VestStep) noexcept {
    using enum VestStep;
    return std::to_array<Word<VestStep>>({{tranche, "tranche"},
                                          {month, "month"},
                                          {quarter, "quarter"},
                                          {year, "year"},
                                          {calendar_year, "calendar-year"}});
}

/// What vests of one offer, in one currency, on one line of the timeline.
struct VestPeriod {
    std::string label;    ///< "2026-03", "2026 Q1", "Year 1", "2026"
    calendar::Date last;  ///< last day of the stretch
    std::size_t offer = 0;
    quantity::Currency currency;
    std::vector<std::string> grants{};
    bool any_shares = false;
    std::optional<quantity::Fraction> shares{
        quantity::Fraction{}};  ///< absent when fractions no longer add up in 64 bits
    std::optional<quantity::Fraction> cumulative{
        quantity::Fraction{}};  ///< of the offer's shares up to the end of the stretch
    quantity::Money value;
    bool any_vested = false;
    bool any_unvested = false;
};

/// Which tranches stand in the stretches: those that are released on a day, or those that wait for an event, by the day
/// on which their time is served.
enum class VestRows { released, waiting };

/// The tranches of those rows, gathered by stretches of time: months, quarters and years of the
/// calendar, or years from each offer's first day. By time, then in the order of the offers.
[[nodiscard]] std::vector<VestPeriod> vest_periods(std::span<const OfferTimeline> offers, VestStep step,
                                                   VestRows rows = VestRows::released);

}  // namespace offerkit::value
