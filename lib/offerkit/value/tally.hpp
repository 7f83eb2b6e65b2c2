#pragma once

#include <offerkit/quantity/int128.hpp>
#include <offerkit/value/leaving.hpp>

namespace offerkit::value {

/// Adds up what is never below zero, and notices when all of it together is more than can be counted.
class Tally {
public:
    [[nodiscard]] bool take(Money& sum, Money amount) noexcept {
        minor_ += amount.minor();
        if (quantity::fits_int64(minor_)) {
            sum += amount;
            return true;
        }
        return false;
    }
    [[nodiscard]] static bool take(Shares& sum, Shares more) noexcept {
        const auto total = sum.exact().plus(more.exact());
        sum = total ? Shares{*total} : sum;
        return total.has_value();
    }
    /// Adds a grant to the whole; of money grants the value alone.
    [[nodiscard]] bool take(Holding& sum, const Holding& own, bool shares) noexcept {
        return take(sum.value, own.value) && (!shares || take(sum.quantity, own.quantity));
    }
    [[nodiscard]] bool take(ByDelay& sum, const ByDelay& own) noexcept {
        return take(sum.months_3, own.months_3) && take(sum.months_12, own.months_12) && take(sum.later, own.later);
    }

private:
    quantity::int128 minor_ = 0;
};

}  // namespace offerkit::value
