#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace offerkit::model {

/// What may be written for a key. A field that accepts several says so by `|`: a cliff is a period or a table.
enum class Accepts : std::uint32_t {
    text = 1U << 0U,
    profile = 1U << 1U,  ///< the id of a profile (of Field::choices[0]'s kind), or a path ending in .toml
    choice = 1U << 2U,   ///< one word of Field::choices
    boolean = 1U << 3U,
    date = 1U << 4U,
    day_of_year = 1U << 5U,  ///< "02-15"
    period = 1U << 6U,
    money = 1U << 7U,         ///< in the file's currency
    stock_money = 1U << 8U,   ///< in the stock's currency
    price = 1U << 9U,         ///< of one share, in the stock's currency
    rate = 1U << 10U,         ///< at least 0
    growth_rate = 1U << 11U,  ///< above -100%
    share = 1U << 12U,        ///< a rate of at most 100%
    number = 1U << 13U,
    count = 1U << 14U,  ///< whole, at least 0
    currency = 1U << 15U,
    table = 1U << 16U,   ///< one table of Field::table
    tables = 1U << 17U,  ///< an array of tables of Field::table
    list = 1U << 18U,    ///< a list of what the other bits accept
    pairs = 1U << 19U,   ///< a list of pairs: a curve [[number, rate], ...] or tiers [[rate, rate], ...]
    rows = 1U << 20U,  ///< a list of pairs of a threshold and what counts from there: a rate, also below 0, or a number
    vest_day = 1U << 21U,      ///< "02-15", "03-3wed"
    correlation = 1U << 22U,   ///< a rate from -100% to 100%
    number_pairs = 1U << 24U,  ///< a list of pairs of numbers: [[4.4, 6.3], [1, 1]]
};

[[nodiscard]] constexpr Accepts operator|(Accepts a, Accepts b) noexcept {
    return static_cast<Accepts>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
[[nodiscard]] constexpr bool accepts(Accepts set, Accepts one) noexcept {
    return (static_cast<std::uint32_t>(set) & static_cast<std::uint32_t>(one)) != 0;
}

struct Schema;

/// One key of a file: the single source of reading it, of hints, of the JSON schema for editors, of the `init` template
/// and of the reference page.
struct Field {
    std::string_view key;
    Accepts accepts = Accepts::text;
    std::string_view fallback{};                  ///< the default as one would write it; empty: none
    std::string_view doc{};                       ///< one sentence, no final full stop
    std::span<const std::string_view> choices{};  ///< the words of a choice; the kind of a profile
    const Schema* table = nullptr;                ///< of a table or tables
    bool required = false;
    std::string_view sample{};              ///< an example value as TOML, for the template and the reference
    std::string_view assumption{};          ///< what using the default means, in words; empty: not worth a line
    std::int64_t least = 0;                 ///< smallest count
    std::int64_t most = 1'000'000'000'000;  ///< largest count
};

/// The largest number of shares that is kept exactly.
inline constexpr std::int64_t most_shares = 999'999'999'999'999'999;

/// The keys of one table.
struct Schema {
    std::string_view name;  ///< as people write it: "[stock]", "[[grant]]", "vesting"
    std::string_view doc;
    std::span<const Field> fields;
    const Field* any_key =
        nullptr;  ///< what a key that is not in `fields` means, where people choose keys: [fx], [factors]
    /// What one value in place of the whole table may have meant, likeliest first: `bonus = "10%"` is its `target`.
    std::span<const std::string_view> short_for{};
};

[[nodiscard]] const Field* find_field(const Schema& schema, std::string_view key) noexcept;

/// The keys of an offer file, of a priorities file, of a file of a search and of each kind of profile.
[[nodiscard]] const Schema& offer_schema() noexcept;
[[nodiscard]] const Schema& priorities_schema() noexcept;
[[nodiscard]] const Schema& pipeline_schema() noexcept;
/// The schema of "vesting", "ladders", "bands", "market", "companies", "claims", "priorities", "negotiation", "taxes",
/// "places", "stocks" or "exits"; null for another kind.
[[nodiscard]] const Schema* profile_schema(std::string_view kind) noexcept;
/// The kinds of profiles, in the order in which they are listed.
[[nodiscard]] std::span<const std::string_view> profile_kinds() noexcept;

/// The standard rungs that levels of all companies are put on, lowest first.
[[nodiscard]] std::span<const std::string_view> standard_rungs() noexcept;

}  // namespace offerkit::model
