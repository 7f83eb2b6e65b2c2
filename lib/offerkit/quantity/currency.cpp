#include <offerkit/quantity/currency.hpp>

#include <algorithm>

namespace offerkit::quantity {

namespace {

// ISO 4217 list one (active codes that people are paid in; fund, metal and test codes are left out), in order.
constexpr std::array<std::string_view, 159> codes{
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLF", "CLP", "CNY", "COP",
    "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL",
    "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK",
    "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD",
    "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN",
    "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON",
    "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC",
    "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UYW",
    "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"};

struct Exception {
    std::string_view code;
    std::uint8_t decimals;
};

// Every currency has two decimals but these.
constexpr std::array<Exception, 25> exceptions{
    {{"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3}, {"ISK", 0}, {"JOD", 3},
     {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3}, {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3},
     {"UGX", 0}, {"UYW", 4}, {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0}}};

}  // namespace

std::optional<Currency> Currency::of(std::string_view code) noexcept {
    if (!std::binary_search(codes.begin(), codes.end(), code)) {
        return std::nullopt;
    }
    std::uint8_t decimals = 2;
    for (const auto& exception : exceptions) {
        if (exception.code == code) {
            decimals = exception.decimals;
        }
    }
    return Currency{{code[0], code[1], code[2]}, decimals};
}

std::int64_t Currency::minor_per_major() const noexcept {
    std::int64_t result = 1;
    for (int i = 0; i < decimals_; ++i) {
        result *= 10;
    }
    return result;
}

std::span<const std::string_view> currency_codes() noexcept { return codes; }

}  // namespace offerkit::quantity
