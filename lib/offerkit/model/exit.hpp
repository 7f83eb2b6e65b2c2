#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/quantity/exact.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/words.hpp>

/// Who else owns a private company, and the ways in which owning a part of it may end (docs/numbers.md, "Exits").
namespace offerkit::model {

/// What a preferred share gets beyond its preference: nothing unless it converts, its part of the rest, or that part up
/// to a cap.
enum class Participation { none, full, capped };
[[nodiscard]] constexpr auto words(Participation) noexcept {
    using enum Participation;
    return std::to_array<Word<Participation>>({{none, "none"}, {full, "full"}, {capped, "capped"}});
}

/// The preferred shares of one round.
struct ShareSeries {
    std::string name{};
    std::int64_t shares = 1;       ///< as converted to common
    quantity::Exact preference{};  ///< in major units: multiple x invested + accrued
    Participation participation = Participation::none;
    quantity::Exact cap{};  ///< of `capped`: all that it gets without converting, in major units
    std::int64_t rank = 1;  ///< 1 is paid first; equal ranks share
    Span span{};
};

/// Options that other people hold.
struct OtherOptions {
    std::int64_t shares = 1;
    quantity::Price strike;
    Span span{};
};

/// A sale of the company, its shares becoming public, or an offer to buy some of them.
enum class ExitKind { sale, listing, tender };
[[nodiscard]] constexpr auto words(ExitKind) noexcept {
    using enum ExitKind;
    return std::to_array<Word<ExitKind>>({{sale, "sale"}, {listing, "listing"}, {tender, "tender"}});
}

/// Values of the company that stand for a scenario with chances of 30%, 40% and 30% of its own.
struct ValueRange {
    quantity::Money low;
    quantity::Money likely;
    quantity::Money high;
};

/// One way in which it may end. The scenarios of an offer exclude each other, and their chances add up to 1.
struct Exit {
    std::string name{};
    quantity::Rate chance{};
    calendar::Date on;
    ExitKind how = ExitKind::sale;
    std::variant<quantity::Money, ValueRange, quantity::Price> value;  ///< of the company; of a tender, of a share
    quantity::Money debt;
    quantity::Money fees;
    std::int64_t rounds = 0;     ///< of financing before it
    quantity::Rate dilution{};   ///< by each of them
    quantity::Money raised;      ///< by all of them: the preference of their shares
    quantity::Rate sellable{1};  ///< of a tender: the part of what has vested that it buys
    std::string event{};         ///< that it makes happen; empty: none
    Span span{};
};

/// Where scenarios that nobody wrote come from.
struct ExitPrior {
    std::string profile;
    std::string source;
    Span span{};
};

}  // namespace offerkit::model
