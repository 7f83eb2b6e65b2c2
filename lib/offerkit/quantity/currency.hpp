#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace offerkit::quantity {

/// An ISO 4217 currency: its three letters and how many decimals its minor unit has (2 for USD, 0 for JPY, 3 for KWD).
class Currency {
public:
    /// The currency of that code, or nothing when ISO 4217 lists none. Letters are upper case.
    [[nodiscard]] static std::optional<Currency> of(std::string_view code) noexcept;

    [[nodiscard]] std::string_view code() const noexcept { return {code_.data(), code_.size()}; }
    [[nodiscard]] int decimals() const noexcept { return decimals_; }
    /// How many minor units make one major unit: 100 for USD.
    [[nodiscard]] std::int64_t minor_per_major() const noexcept;

    friend bool operator==(const Currency&, const Currency&) = default;

private:
    constexpr Currency(std::array<char, 3> code, std::uint8_t decimals) noexcept : code_{code}, decimals_{decimals} {}

    std::array<char, 3> code_;
    std::uint8_t decimals_;
};

/// Every code that Currency::of accepts, in alphabetical order: for "did you mean" and for completion.
[[nodiscard]] std::span<const std::string_view> currency_codes() noexcept;

}  // namespace offerkit::quantity
