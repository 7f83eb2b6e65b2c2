#pragma once

#include <string>

#include <cli/dialogue/dialogue.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>

/// What single answers of a dialogue mean. Numbers and amounts are read as in files, from their digits, exactly.
namespace offerkit::cli::answers {

/// "8", "-2.5".
[[nodiscard]] Understood<quantity::Number> number(const std::string& answer);
/// The same from `least` to `most`.
[[nodiscard]] Understood<quantity::Number> number_between(const std::string& answer, const quantity::Number& least,
                                                          const quantity::Number& most);
/// "150_000", "150,000", "150k", "$150,000" or "USD 150000".
[[nodiscard]] Understood<quantity::Money> amount(const std::string& answer, quantity::Currency currency);
/// "70%".
[[nodiscard]] Understood<quantity::Rate> chance(const std::string& answer);
/// "USD", in any letters.
[[nodiscard]] Understood<quantity::Currency> currency(const std::string& answer);
/// How an offer does on a scale: "8", "5 7 9" (low, likely, high), "5-8" or "5..8" (the likely one half-way), "70%"
/// (met or not), "60% 9 4" (with its two levels), "unknown".
[[nodiscard]] Understood<model::FactorRating> rating(const std::string& answer, const model::Factor& factor);

/// A rating as one answers it.
[[nodiscard]] std::string answer_of(const model::FactorRating& rating);

}  // namespace offerkit::cli::answers
