#pragma once

#include <string>
#include <string_view>

#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>

/// Values as they are written into a TOML file, so that reading them gives the same value.
namespace offerkit::authoring::toml {

/// "\"what it says\"": a text in quotation marks.
[[nodiscard]] std::string text(std::string_view text);
/// A key, in quotation marks where it is no plain word.
[[nodiscard]] std::string key(std::string_view key);
/// A number as plain digits, those of its whole part in threes: "150_000", "7.5". It has to end as a decimal, as every
/// number of a file does.
[[nodiscard]] std::string number(const quantity::Number& number);
/// An amount in major units: "150_000".
[[nodiscard]] std::string amount(quantity::Money amount);
/// A rate as a text: "\"13.2%\"", or "\"1/3\"" where no percentage is exact.
[[nodiscard]] std::string rate(const quantity::Rate& rate);
/// A rating on a factor: "8", "{ low = 5, likely = 7, high = 9 }", "{ chance = \"70%\" }", "\"unknown\"".
[[nodiscard]] std::string rating(const model::FactorRating& rating);

}  // namespace offerkit::authoring::toml
