#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/timeline/findings.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

/// A payment of a bonus: what is paid on its day, or a part deferred to a later one.
struct BonusPayment {
    Date date;
    quantity::Money amount;
    bool deferred = false;
};

/// What a bonus year, or a part of one, pays to somebody who is employed through it.
struct EarnedBonus {
    std::string name;
    Date first;     ///< the first day that earns it
    Date last;      ///< the last day that earns it
    Date finished;  ///< from this day on it is earned: the last day, of a year of employment the anniversary
    quantity::Money amount;
    quantity::Money fixed;                 ///< of the amount: what is paid to who is employed, whatever the results
    quantity::Rate deferred{};             ///< the part of the amount that is paid later
    bool kept_on_leaving = false;          ///< leaving pays what is served of it
    std::vector<BonusPayment> payments{};  ///< they add up to the amount, but for parts that never get a date
    /// Of a year of employment: what has been earned after each month's part of base. Else it is earned evenly by days.
    std::vector<std::pair<Date, quantity::Money>> by_months{};
    model::Span span{};
    model::Span deferred_span{};

    /// What the days up to this one have earned of a part of the amount, the day included.
    [[nodiscard]] quantity::Money earned_of(quantity::Money part, Date day) const noexcept;
    /// What leaving on a day takes as earned of a part of the amount: of a year of employment what the parts of base
    /// dated so far have earned, else by days.
    [[nodiscard]] quantity::Money earned_on_leaving(quantity::Money part, Date day) const noexcept;

private:
    [[nodiscard]] quantity::Money share_of(quantity::Money part, quantity::Money earned) const noexcept;
};

/// The bonuses of an employment, pay beyond twelve months a year among them, laid out year by year from its first day
/// (docs/numbers.md, "Bonus years"): what they pay and when, and what leaving on any day loses of them ("Bonus lost").
class BonusLedger {
public:
    /// Laid out for days of leaving up to `last_day`, as if no last day were known. The window says from when the
    /// salary of the job held now is counted. Nothing when an amount is too large or a schedule cannot be spelled out,
    /// which is reported.
    [[nodiscard]] static std::optional<BonusLedger> of(const model::Offer& offer, const Window& window, Date last_day,
                                                       diagnostic::Diagnostics& diagnostics);
    /// Laid out for what the window pays: up to its end, and cut by the last day employed.
    [[nodiscard]] static std::optional<BonusLedger> paid_in(const model::Offer& offer, const Window& window,
                                                            diagnostic::Diagnostics& diagnostics);

    /// On a day up to `last_day`; payments on that very day have been made.
    [[nodiscard]] BonusLost lost_on(Date day) const;

    /// Bonus by bonus, each by time.
    [[nodiscard]] const std::vector<EarnedBonus>& earned() const noexcept { return earned_; }

private:
    explicit BonusLedger(quantity::Currency currency) : zero_{quantity::Money::zero(currency)} {}
    friend class BonusWriter;

    quantity::Money zero_;
    std::vector<EarnedBonus> earned_;
};

}  // namespace offerkit::timeline
