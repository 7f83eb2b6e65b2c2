#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <offerkit/model/exit.hpp>
#include <offerkit/quantity/exact.hpp>

/// How the proceeds of a company are split between preferred shares, options and common shares. Knows nothing of
/// offers: amounts, share counts and exact fractions alone.
namespace offerkit::risk {

using quantity::Exact;

/// The preferred shares of one round: `shares` as converted, above 0; amounts in major units.
struct PreferredClaim {
    Exact shares{};
    Exact preference{};
    model::Participation participation = model::Participation::none;
    Exact cap{};            ///< of `capped`: all that it gets without converting, at least the preference
    std::int64_t rank = 1;  ///< 1 is paid first; equal ranks share in proportion to their preferences
};

/// Options of one strike, above 0 of them.
struct OptionClaim {
    Exact shares{};
    Exact strike{};
};

/// Everybody with a claim on the proceeds. There are common shares.
struct CapTable {
    Exact common{};
    std::vector<PreferredClaim> preferred{};
    std::vector<OptionClaim> options{};
};

/// Whether holders of preferred shares choose to convert, as in a sale, or all have to, as in a listing.
enum class Conversion { chosen, forced };

/// What one series gets, and whether it converts to common shares.
struct SeriesPayment {
    Exact amount{};
    bool converts = false;
};

/// A split of the proceeds; `common`, the payments and `options` (after their strikes) add up to them exactly.
struct Split {
    Exact share_price{};  ///< of one common share
    Exact common{};       ///< all common shares together
    std::vector<SeriesPayment> preferred{};
    std::vector<Exact> options{};
};

/// Splits `proceeds`, at least 0, so that no series would gain by converting or by not converting: with a price p of a
/// common share every holder takes its best claim, these claims rise strictly with p, and p is where they add up to the
/// proceeds (docs/numbers.md, "Who gets what"). Proceeds up to all preferences are paid down the ranks, and p is 0.
/// Walks the kinks of the sum, so n claims take about n log n steps. Nothing if an exact result leaves 128 bits.
[[nodiscard]] std::optional<Split> split(const CapTable& table, const Exact& proceeds,
                                         Conversion conversion = Conversion::chosen);

/// The price of a common share alone.
[[nodiscard]] std::optional<Exact> share_price(const CapTable& table, const Exact& proceeds,
                                               Conversion conversion = Conversion::chosen);

/// The proceeds at which a common share is worth `price`, above 0: the sum of all claims at it. Overflows as Exact
/// does.
[[nodiscard]] Exact claims_at(const CapTable& table, const Exact& price);

/// The sum of all preferences: what has to be paid before a common share is worth anything.
[[nodiscard]] Exact preferences(const CapTable& table);

}  // namespace offerkit::risk
