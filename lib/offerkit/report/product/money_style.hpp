#pragma once

#include <string>

#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::report {

/// "1,412", "4.5".
[[nodiscard]] std::string text_of(quantity::Shares shares);

/// Money on one page. Parts that add up must do so as they are shown, so as soon as one of them has cents all are shown
/// with cents.
class MoneyStyle {
public:
    /// Looks at one more amount that will be shown.
    void see(quantity::Money amount) noexcept;
    /// Puts the code in front of each amount, where a page has amounts of several currencies.
    void name_currencies() noexcept { codes_ = true; }
    [[nodiscard]] std::string operator()(quantity::Money amount) const;
    /// The amount as a cell that keeps its value.
    [[nodiscard]] Cell cell(quantity::Money amount, Tone tone = Tone::normal) const;

private:
    bool cents_ = false;
    bool codes_ = false;
};

}  // namespace offerkit::report
