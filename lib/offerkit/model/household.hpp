#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/model/stated.hpp>
#include <offerkit/model/tax_words.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/words.hpp>

/// The household that pays the taxes and does the living: [household] of a priorities file.
namespace offerkit::model {

/// Which deduction is taken where the law leaves the choice.
enum class DeductionChoice { best, standard };
[[nodiscard]] constexpr auto words(DeductionChoice) noexcept {
    using enum DeductionChoice;
    return std::to_array<Word<DeductionChoice>>({{best, "best"}, {standard, "standard"}});
}

/// An amount for one place.
struct MoneyAt {
    Stated<std::string> place;  ///< id of its profile
    quantity::Money amount;
};

/// What a household says of itself. Amounts are a year's, in the currency of the file. What it leaves out stays empty,
/// so that a default can be told from something written.
struct Household {
    std::optional<Stated<FilingStatus>> status{};
    std::optional<Stated<quantity::Money>> spouse_pay{};
    std::optional<Stated<std::int64_t>> children{};
    std::optional<Stated<quantity::Money>> deferral{};  ///< an amount; see `most_deferral`
    std::optional<Span> most_deferral{};                ///< as much as the law of the place allows
    std::optional<Stated<quantity::Money>> pretax_benefits{};
    std::optional<Stated<quantity::Money>> other_income{};
    std::optional<Stated<DeductionChoice>> deduction{};
    std::optional<Stated<quantity::Rate>> index{};      ///< how much indexed numbers rise in a year without a table
    std::optional<Stated<quantity::Money>> spending{};  ///< after tax, at the prices of `spending_at`
    std::vector<MoneyAt> spending_in{};                 ///< instead: what it would be in each place
    std::optional<Stated<std::string>> spending_at{};   ///< a place, or "us"
    std::vector<MoneyAt> rent{};
    Span span{};
};

}  // namespace offerkit::model
