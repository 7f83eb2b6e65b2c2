#include <offerkit/report/words/amounts.hpp>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::report {

std::string counted(quantity::Shares shares) {
    const bool one = shares.is_whole() && shares.whole() == 1;
    return text_of(shares) + (one ? " share" : " shares");
}

std::string counted(std::size_t count, std::string_view noun) {
    return diagnostic::counted(static_cast<long long>(count), noun);
}

std::string whole(quantity::Money amount) { return to_grouped(amount, true); }

std::string with_currency(quantity::Money amount) {
    return std::string(amount.currency().code()) + " " + to_grouped(amount);
}

std::string about(quantity::Money amount) { return std::string(amount.currency().code()) + " " + whole(amount); }

std::string roughly(quantity::Money amount) {
    std::int64_t step = 1;
    constexpr std::int64_t digits = 1000;
    while (amount.minor() / step >= digits || amount.minor() / step <= -digits) {
        step *= 10;
    }
    const auto rounded = quantity::round_half_up(amount.minor(), step) * step;
    return about(quantity::Money{static_cast<std::int64_t>(rounded), amount.currency()});
}

}  // namespace offerkit::report
