#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <offerkit/quantity/int128.hpp>

namespace offerkit::quantity::detail {

/// The parts of a decimal as written, without the zeros that carry nothing: those before the whole part and those after
/// the decimals. Underscores between digits are still in both.
struct PlainNumber {
    bool negative = false;
    std::string_view whole;
    std::string_view decimals;
};

/// Takes apart "8", "-0.15" or "1_000.5"; nothing for anything else: an exponent, an empty side of the point, a stray
/// sign.
[[nodiscard]] std::optional<PlainNumber> split_plain_number(std::string_view text) noexcept;

/// How many digits a part has.
[[nodiscard]] int count_digits(std::string_view part) noexcept;

/// The digits of a part as a number, continued from `before`. At most 37 digits in all.
[[nodiscard]] int128 read_digits(std::string_view part, int128 before = 0) noexcept;

}  // namespace offerkit::quantity::detail
