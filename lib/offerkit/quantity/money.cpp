#include <offerkit/quantity/money.hpp>

#include <offerkit/quantity/detail/plain_number.hpp>

namespace offerkit::quantity {

namespace {

constexpr std::int64_t most_major_units = 1'000'000'000'000;

std::string group_digits(std::string digits) {
    for (std::size_t position = digits.size(); position > 3;) {
        position -= 3;
        digits.insert(position, 1, ',');
    }
    return digits;
}

struct Parts {
    bool negative;
    std::string whole;
    std::string decimals;
};

Parts split_digits(Money amount) {
    const bool negative = amount.minor() < 0;
    std::string digits = std::to_string(amount.minor());
    if (negative) {
        digits.erase(0, 1);
    }
    const auto decimals = static_cast<std::size_t>(amount.currency().decimals());
    if (digits.size() <= decimals) {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    return {negative, digits.substr(0, digits.size() - decimals), digits.substr(digits.size() - decimals)};
}

}  // namespace

Money operator+(Money a, Money b) noexcept {
    expects(a.currency_ == b.currency_);
    std::int64_t sum = 0;
    expects(!__builtin_add_overflow(a.minor_, b.minor_, &sum));
    return {sum, a.currency_};
}

Money operator-(Money a, Money b) noexcept {
    expects(a.currency_ == b.currency_);
    std::int64_t rest = 0;
    expects(!__builtin_sub_overflow(a.minor_, b.minor_, &rest));
    return {rest, a.currency_};
}

std::optional<Money> multiply(Money amount, const Fraction& share) noexcept {
    const int128 product = static_cast<int128>(amount.minor()) * share.numerator();
    const int128 rounded = round_half_up(product, share.denominator());
    if (!fits_int64(rounded)) {
        return std::nullopt;
    }
    return Money{static_cast<std::int64_t>(rounded), amount.currency()};
}

Money equal_part(Money amount, int i, int n) noexcept {
    expects(1 <= i && i <= n);
    const int128 whole = amount.minor();
    const int128 part = round_half_up(whole * i, n) - round_half_up(whole * (i - 1), n);
    return {static_cast<std::int64_t>(part), amount.currency()};
}

std::string to_plain(Money amount) {
    const Parts parts = split_digits(amount);
    std::string text = parts.negative ? "-" + parts.whole : parts.whole;
    if (parts.decimals.find_first_not_of('0') != std::string::npos) {
        text += "." + parts.decimals;
    }
    return text;
}

std::string to_grouped(Money amount, bool whole) {
    if (whole && amount.currency().decimals() != 0) {
        const std::int64_t unit = amount.currency().minor_per_major();
        const auto rounded = static_cast<std::int64_t>(round_half_up(amount.minor(), unit));
        std::string text = std::to_string(rounded < 0 ? -rounded : rounded);
        text = group_digits(std::move(text));
        return rounded < 0 ? "-" + text : text;
    }
    const Parts parts = split_digits(amount);
    std::string text = group_digits(parts.whole);
    if (!parts.decimals.empty()) {
        text += "." + parts.decimals;
    }
    return parts.negative ? "-" + text : text;
}

Result<Money> parse_money(std::string_view text, Currency currency) {
    const auto number = detail::split_plain_number(text);
    if (!number) {
        return failure(std::string{"an amount is written with digits, such as 182_000 or 170.25"});
    }
    if (number->negative && !(number->whole.empty() && number->decimals.empty())) {
        return failure(std::string{"an amount cannot be negative"});
    }
    const int decimals = detail::count_digits(number->decimals);
    if (decimals > currency.decimals()) {
        const std::string most =
            currency.decimals() == 0 ? "no decimals" : std::to_string(currency.decimals()) + " decimals";
        return failure(std::string{currency.code()} + " has " + most + "; round the amount");
    }
    constexpr int most_whole_digits = 13;
    const auto too_large = [] { return failure(std::string{"an amount is at most 1_000_000_000_000"}); };
    if (detail::count_digits(number->whole) > most_whole_digits) {
        return too_large();
    }
    int128 minor = detail::read_digits(number->decimals, detail::read_digits(number->whole));
    for (int i = decimals; i < currency.decimals(); ++i) {
        minor *= 10;
    }
    if (minor > static_cast<int128>(most_major_units) * currency.minor_per_major()) {
        return too_large();
    }
    return Money{static_cast<std::int64_t>(minor), currency};
}

}  // namespace offerkit::quantity
