#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/cash_flow.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

struct PayMonth;

/// What an employer adds to a year's base in a retirement plan: every tier filled, at most the limit. Rounded once.
/// Nothing when it leaves 64 bits.
[[nodiscard]] std::optional<quantity::Money> retirement_match_of(const model::RetirementMatch& match,
                                                                 quantity::Money base) noexcept;

/// What the discount of a stock purchase plan is worth on a year's base: c d / (1 - d), c the smaller of the
/// contribution and limit x (1 - d); the lookback is not valued. Rounded once. Nothing when it leaves 64 bits.
[[nodiscard]] std::optional<quantity::Money> purchase_plan_worth(const model::StockPurchasePlan& plan,
                                                                 quantity::Money base) noexcept;

/// Adds the benefits of the paid months, each yearly worth in cumulative twelfths. `full_base` is the base of each year
/// of the window as if wholly worked. False when an amount leaves 64 bits.
[[nodiscard]] bool add_benefits(const model::Offer& offer, std::span<const PayMonth> months,
                                std::span<const quantity::Money> full_base, std::vector<CashFlow>& flows);

/// Whether the schedules by which benefits vest can be spelled out; what keeps one from it is reported.
[[nodiscard]] bool benefits_vest(const model::Offer& offer, diagnostic::Diagnostics& diagnostics);

/// The benefits of an employment that vest by service, laid out month by month from its first day, to be asked what
/// leaving on any day loses of them (docs/numbers.md, "Benefits that wait or vest").
class BenefitLedger {
public:
    /// Laid out up to `last_day`. The offer must outlive it. Nothing when an amount is too large, which is reported.
    [[nodiscard]] static std::optional<BenefitLedger> of(const model::Offer& offer, const Window& window, Date last_day,
                                                         diagnostic::Diagnostics& diagnostics);
    /// What has been added by a day up to `last_day` and has not vested by it, the day included.
    [[nodiscard]] quantity::Money lost_on(Date day) const;

private:
    explicit BenefitLedger(const model::Offer& offer) : offer_{&offer} {}

    struct Vesting {
        const model::VestingTerms* terms = nullptr;
        std::vector<std::pair<Date, quantity::Money>> added{};  // so far, by the end of each month
    };
    const model::Offer* offer_;
    std::vector<Vesting> benefits_;
};

}  // namespace offerkit::timeline
