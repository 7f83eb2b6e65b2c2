#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/timeline/window.hpp>

namespace offerkit::timeline {

/// What a bonus comes to (docs/numbers.md, "Pay"): base earned x target x payout, or amount x the part of the year
/// worked x payout; the whole target where it is guaranteed. Rounded once. Nothing when it leaves 64 bits.
[[nodiscard]] std::optional<quantity::Money> bonus_amount(const model::Bonus& bonus, quantity::Money base_earned,
                                                          const quantity::Fraction& worked, bool guaranteed) noexcept;

/// The day on which the bonus of a year that ends on `earned` is paid: that day, or the last day of the month it is
/// paid in, first reached after it.
[[nodiscard]] Date bonus_payment_day(const model::Bonus& bonus, Date earned) noexcept;

/// A payment of a bonus: what is paid on its day, or a part deferred to a later one.
struct BonusPayment {
    Date date;
    quantity::Money amount;
    bool deferred = false;
};

/// A bonus of `amount`, paid on a day, and what of it is deferred from then on, to the cent; the deferred parts first.
/// Parts without a date are left out. Nothing when the deferred schedule cannot be spelled out, which is reported.
[[nodiscard]] std::optional<std::vector<BonusPayment>> bonus_payments(const model::Offer& offer,
                                                                      const model::Bonus& bonus, quantity::Money amount,
                                                                      Date payment,
                                                                      diagnostic::Diagnostics& diagnostics);

/// What leaving loses of bonuses: those of years that are finished and not yet paid, with their deferred parts, and
/// that of the running year.
struct BonusLost {
    quantity::Money finished;
    quantity::Money running;
};

/// The bonuses of an employment, laid out year by year from its first day, to be asked what leaving on any day loses
/// (docs/numbers.md, "Bonus lost").
class BonusLedger {
public:
    /// Laid out up to `last_day`. The window says from when the salary of the job held now is counted. Nothing when an
    /// amount is too large or a schedule cannot be spelled out, which is reported.
    [[nodiscard]] static std::optional<BonusLedger> of(const model::Offer& offer, const Window& window, Date last_day,
                                                       diagnostic::Diagnostics& diagnostics);

    /// On a day up to `last_day`; payments on that very day have been made.
    [[nodiscard]] BonusLost lost_on(Date day) const;

    /// A payment, and of which bonus.
    struct Payment {
        std::string name;
        BonusPayment payment;
    };
    /// A year from one anniversary of the first day to the next.
    struct Year {
        Date from;
        Date to;
        std::vector<std::pair<Date, quantity::Money>> accrued{};  ///< all bonuses, after each part of base that is paid
        std::vector<Payment> payments{};                          ///< of the bonuses that the whole year earns
    };
    [[nodiscard]] const std::vector<Year>& years() const noexcept { return years_; }

private:
    explicit BonusLedger(quantity::Currency currency) : zero_{quantity::Money::zero(currency)} {}

    quantity::Money zero_;
    std::vector<Year> years_;
};

}  // namespace offerkit::timeline
