#include <offerkit/report/product/money_style.hpp>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/quantity/int128.hpp>

namespace offerkit::report {

std::string text_of(quantity::Shares shares) { return diagnostic::grouped(to_decimal(shares.exact())); }

quantity::Money shown_difference(quantity::Money more, quantity::Money less) {
    const std::int64_t unit = more.currency().minor_per_major();
    const auto units = quantity::round_half_up(more.minor(), unit) - quantity::round_half_up(less.minor(), unit);
    return {static_cast<std::int64_t>(units) * unit, more.currency()};
}

void MoneyStyle::see(quantity::Money amount) noexcept {
    cents_ = cents_ || amount.minor() % amount.currency().minor_per_major() != 0;
}

std::string MoneyStyle::operator()(quantity::Money amount) const {
    std::string text = to_grouped(amount, !cents_);
    // Cents everywhere in a column: 170.25 above 182,000.00.
    if (cents_ && amount.currency().decimals() > 0 && text.find('.') == std::string::npos) {
        text += "." + std::string(static_cast<std::size_t>(amount.currency().decimals()), '0');
    }
    return codes_ ? std::string(amount.currency().code()) + " " + text : text;
}

quantity::Money MoneyStyle::difference(quantity::Money more, quantity::Money less) const {
    return cents_ ? more - less : shown_difference(more, less);
}

Cell MoneyStyle::cell(quantity::Money amount, Tone tone) const {
    Cell cell((*this)(amount), tone);
    cell.value = amount;
    return cell;
}

}  // namespace offerkit::report
