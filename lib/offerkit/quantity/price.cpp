#include <offerkit/quantity/price.hpp>

#include <algorithm>

#include <offerkit/quantity/detail/plain_number.hpp>
#include <offerkit/quantity/factor.hpp>

namespace offerkit::quantity {

namespace {

constexpr int price_decimals = 10;

std::string digits_with_point(const Price& price, std::size_t least_decimals) {
    std::string digits;
    for (int128 rest = price.steps() < 0 ? -price.steps() : price.steps(); rest != 0 || digits.size() <= price_decimals;
         rest /= 10) {
        digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    }
    std::reverse(digits.begin(), digits.end());
    const std::size_t whole = digits.size() - price_decimals;
    while (digits.size() > whole + least_decimals && digits.back() == '0') {
        digits.pop_back();
    }
    if (digits.size() > whole) {
        digits.insert(whole, 1, '.');
    }
    return digits;
}

std::string with_sign(const Price& price, const std::string& digits) {
    return price.steps() < 0 ? "-" + digits : digits;
}

}  // namespace

double Price::approximate() const noexcept {
    return static_cast<double>(steps_) / static_cast<double>(steps_per_major);
}

Result<Price> parse_price(std::string_view text, Currency currency) {
    const auto number = detail::split_plain_number(text);
    if (!number) {
        return failure(std::string{"a price is written with digits, such as 170.25 or 0.8734"});
    }
    if (number->negative && !(number->whole.empty() && number->decimals.empty())) {
        return failure(std::string{"a price cannot be negative"});
    }
    const int decimals = detail::count_digits(number->decimals);
    if (decimals > price_decimals) {
        return failure(std::string{"a price has at most 10 decimals; round it"});
    }
    constexpr int128 most_steps = static_cast<int128>(1'000'000'000'000) * Price::steps_per_major;
    constexpr int most_whole_digits = 13;
    const auto too_large = [] { return failure(std::string{"a price is at most 1_000_000_000_000"}); };
    if (detail::count_digits(number->whole) > most_whole_digits) {
        return too_large();
    }
    int128 steps = detail::read_digits(number->decimals, detail::read_digits(number->whole));
    for (int i = decimals; i < price_decimals; ++i) {
        steps *= 10;
    }
    if (steps > most_steps) {
        return too_large();
    }
    return Price{steps, currency};
}

std::string to_plain(const Price& price) { return with_sign(price, digits_with_point(price, 0)); }

std::string to_grouped(const Price& price) {
    std::string text = digits_with_point(price, static_cast<std::size_t>(price.currency().decimals()));
    for (std::size_t position = std::min(text.find('.'), text.size()); position > 3;) {
        position -= 3;
        text.insert(position, 1, ',');
    }
    return with_sign(price, text);
}

std::optional<Money> value_of(Shares shares, const Price& price, Factor factor, const Price& strike) noexcept {
    expects(price.currency() == strike.currency());
    const Currency currency = price.currency();
    const std::int64_t steps_per_minor = Price::steps_per_major / currency.minor_per_major();
    if (factor.is_one()) {
        const int128 gain = price.steps() - strike.steps();
        if (gain <= 0) {
            return Money::zero(currency);
        }
        int128 product = 0;
        if (!__builtin_mul_overflow(gain, static_cast<int128>(shares.exact().numerator()), &product)) {
            const int128 divisor = static_cast<int128>(shares.exact().denominator()) * steps_per_minor;
            const int128 minor = round_half_up(product, divisor);
            if (!fits_int64(minor)) {
                return std::nullopt;
            }
            return Money{static_cast<std::int64_t>(minor), currency};
        }
        return std::nullopt;
    }
    const Factor gain = Factor::of(price.steps()) * factor - Factor::of(strike.steps());
    if (gain.high <= 0) {
        return Money::zero(currency);
    }
    const Factor minor = gain * Factor::of(shares.exact()) / Factor::of(static_cast<int128>(steps_per_minor));
    if (!fits(minor)) {
        return std::nullopt;
    }
    return Money{round_half_up(minor), currency};
}

}  // namespace offerkit::quantity
