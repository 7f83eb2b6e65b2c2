#include <offerkit/report/words/amounts.hpp>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::report {

Document document_of(quantity::Money amount) { return Document::number(to_plain(amount)); }
Document document_of(const quantity::Price& price) { return Document::number(to_plain(price)); }
Document document_of(const quantity::Fraction& number) {
    const std::string text = to_decimal(number);
    return quantity::parse_decimal(text) == number ? Document::number(text) : Document::number(number.approximate());
}
Document document_of(quantity::Shares shares) { return Document::number(to_decimal(shares.exact())); }
Document document_of(calendar::Date date) { return to_string(date); }

SheetCell cell_of(quantity::Money amount) { return SheetCell::number(to_plain(amount)); }
SheetCell cell_of(quantity::Shares shares) { return SheetCell::number(to_decimal(shares.exact())); }
SheetCell cell_of(calendar::Date date) { return to_string(date); }

std::string text_of(quantity::Shares shares) { return diagnostic::grouped(to_decimal(shares.exact())); }

std::string counted(quantity::Shares shares) {
    const bool one = shares.is_whole() && shares.whole() == 1;
    return text_of(shares) + (one ? " share" : " shares");
}

std::string counted(std::size_t count, std::string_view noun) {
    return diagnostic::counted(static_cast<long long>(count), noun);
}

std::string with_currency(quantity::Money amount) {
    return std::string(amount.currency().code()) + " " + to_grouped(amount);
}

std::string about(quantity::Money amount) {
    return std::string(amount.currency().code()) + " " + to_grouped(amount, true);
}

std::string roughly(quantity::Money amount) {
    std::int64_t step = 1;
    constexpr std::int64_t digits = 1000;
    while (amount.minor() / step >= digits || amount.minor() / step <= -digits) {
        step *= 10;
    }
    const auto rounded = quantity::round_half_up(amount.minor(), step) * step;
    return about(quantity::Money{static_cast<std::int64_t>(rounded), amount.currency()});
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
    return text;
}

}  // namespace offerkit::report
