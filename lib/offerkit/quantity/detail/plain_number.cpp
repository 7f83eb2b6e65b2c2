#include <algorithm>

#include <offerkit/quantity/detail/plain_number.hpp>

namespace offerkit::quantity::detail {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_digits_with_underscores(std::string_view part) noexcept {
    bool after_digit = false;
    for (const char c : part) {
        if (!is_digit(c) && !(c == '_' && after_digit)) {
            return false;
        }
        after_digit = is_digit(c);
    }
    return after_digit;
}

}  // namespace

std::optional<PlainNumber> split_plain_number(std::string_view text) noexcept {
    PlainNumber number;
    if (text.starts_with('-') || text.starts_with('+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const std::size_t point = text.find('.');
    number.whole = text.substr(0, point);
    if (!is_digits_with_underscores(number.whole)) {
        return std::nullopt;
    }
    if (point != std::string_view::npos) {
        number.decimals = text.substr(point + 1);
        if (!is_digits_with_underscores(number.decimals)) {
            return std::nullopt;
        }
    }
    number.whole.remove_prefix(std::min(number.whole.find_first_not_of("0_"), number.whole.size()));
    // npos + 1 is 0: decimals of nothing but zeros are no decimals.
    number.decimals = number.decimals.substr(0, number.decimals.find_last_not_of("0_") + 1);
    return number;
}

int count_digits(std::string_view part) noexcept {
    return static_cast<int>(std::count_if(part.begin(), part.end(), is_digit));
}

int128 read_digits(std::string_view part, int128 before) noexcept {
    for (const char c : part) {
        if (is_digit(c)) {
            before = before * 10 + (c - '0');
        }
    }
    return before;
}

}  // namespace offerkit::quantity::detail
