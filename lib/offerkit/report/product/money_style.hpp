#pragma once

#include <string>

#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::report {

/// "1,412", "4.5".
[[nodiscard]] std::string text_of(quantity::Shares shares);

/// `more` less `less` as they are shown in whole units: what a reader finds who subtracts one shown amount from the
/// other. It may differ by one unit from their exact difference rounded: 1,305,528 less 1,293,038 is 12,490, where the
/// cents behind them make it 12,489.
[[nodiscard]] quantity::Money shown_difference(quantity::Money more, quantity::Money less);

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
    /// `more` less `less` as this page shows them: in whole units where it has no cents.
    [[nodiscard]] quantity::Money difference(quantity::Money more, quantity::Money less) const;

private:
    bool cents_ = false;
    bool codes_ = false;
};

}  // namespace offerkit::report
