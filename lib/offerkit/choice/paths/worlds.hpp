#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <offerkit/choice/paths/column_memory.hpp>
#include <offerkit/choice/paths/terms.hpp>

/// Many worlds at once, in threads that change no bit of them: docs/numbers.md, "Careers".
namespace offerkit::choice::paths {

/// What one path brings in each world.
struct PathWorlds {
    std::vector<Column> values{};  ///< by look: present values
    std::vector<Column> years{};   ///< by year: the money of the year
    Column later{};                ///< `Walk::later_value`
    Column exits{};                ///< `Walk::exit_value`
    std::vector<std::uint16_t> months_out{};
    std::vector<std::uint8_t> rung{};
    std::vector<std::uint8_t> lost{};
    std::vector<std::uint8_t> gone{};     ///< savings were, in some month; empty without spending
    std::vector<std::uint8_t> success{};  ///< the draw of the path's first company means an exit that pays
    std::vector<double> curve{};          ///< by month: the mean of the value so far
};

/// From which month on each of two paths is ahead in all later months: worlds by that month; the last entry, behind the
/// horizon, for never.
struct PairWorlds {
    std::size_t a = 0;
    std::size_t b = 0;
    std::vector<std::uint32_t> a_from{};
    std::vector<std::uint32_t> b_from{};
};

/// What turning brings in each world, its cost taken off, and what the person sees.
struct TurnWorlds {
    Column value{};
    std::vector<std::uint32_t> sight{};  ///< see `sight_key`
};

struct Worlds {
    std::unique_ptr<ColumnMemory> memory{};  ///< of the columns
    std::size_t count = 0;
    std::uint64_t seed = 0;
    std::vector<PathWorlds> paths{};
    std::vector<PairWorlds> pairs{};
    std::vector<TurnWorlds> turns{};
    std::vector<std::uint8_t> pay_level{};
    std::vector<std::uint8_t> later_level{};
    std::vector<std::uint8_t> downturns{};  ///< 0, 1, or 2 for more
    std::vector<Column> promotion{};        ///< by rung: its draw
};

/// What one hears about success before a turn.
enum class Heard { nothing, success, failure };

struct Seen {
    bool first_job = false;
    int months_out = 0;
    std::size_t rung = 0;
    bool paid = false;
    bool downturn = false;
    Heard heard = Heard::nothing;
};
[[nodiscard]] std::uint32_t sight_key(const Seen& seen) noexcept;
[[nodiscard]] Seen seen_of(std::uint32_t key) noexcept;

/// Simulates worlds 0 to `count` - 1. `threads` 0: as many as the machine has.
[[nodiscard]] Worlds simulate(const Terms& terms, std::uint64_t seed, std::size_t count, unsigned threads = 0);

}  // namespace offerkit::choice::paths
