#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/paths/statistics.hpp>
#include <offerkit/choice/paths/terms.hpp>
#include <offerkit/choice/paths/worlds.hpp>

/// What a run of worlds says about the paths of a plan: docs/numbers.md, "Careers". Amounts are in major units; a
/// figure that does not apply is `nullopt`.
namespace offerkit::choice::paths {

struct LookFigures {
    int months = 0;
    Distribution value{};  ///< present value up to here
};

struct YearFigures {
    int year = 0;
    Distribution money{};
};

/// What would have to be believed for a path to tie with the best other one.
struct BreakEven {
    struct Ever {
        std::size_t rung = 0;
        std::optional<Estimated> chance{};
    };
    std::size_t against = nowhere;
    std::optional<Estimated> success{};     ///< chance of an exit that pays
    std::vector<Ever> ever{};               ///< of the path's own promotions
    std::optional<Estimated> later_pay{};   ///< added to all its points
    std::optional<Estimated> exit_value{};  ///< a factor on what every exit brings
    /// Another path inherits the path's rules or first job by `then`, and its figures are kept all the same.
    bool inherited = false;
};

struct PathFigures {
    std::vector<LookFigures> looks{};
    std::vector<YearFigures> years{};
    std::vector<Estimated> rungs{};
    Estimated lost_a_job{};
    Estimated months_without_pay{};
    Estimated best{};
    Estimated regret{};
    std::optional<Estimated> savings_gone{};
    std::optional<Estimated> certainty_equivalent{};
    std::optional<BreakEven> break_even{};

    [[nodiscard]] const Distribution& value() const noexcept { return looks.back().value; }
};

/// When a path is ahead of another and stays so.
struct ForGood {
    std::optional<Estimated> median_month{};
    Estimated never{};
    std::optional<int> of_means{};
};

struct PairFigures {
    std::size_t a = 0;
    std::size_t b = 0;
    Estimated difference{};
    std::vector<Estimated> ahead{};  ///< by look: the chance that `a` is
    ForGood a_for_good{};
    ForGood b_for_good{};
};

struct TurnGroup {
    std::optional<Seen> seen{};  ///< nullopt for what was seen too seldom, taken together
    Estimated chance{};
    Estimated stay{};
    Estimated go{};
    [[nodiscard]] bool goes() const noexcept { return go.value > stay.value && !tie(go.value, stay.value); }
};

struct TurnFigures {
    Estimated value{};
    Estimated right{};
    Estimated seeing{};
    Estimated lead{};
    Estimated turns{};
    std::vector<TurnGroup> groups{};  ///< the most frequent first
};

enum class MoveKind { pay, later_pay, exit, ever, downturns };

struct Move {
    struct Lead {
        std::size_t path = 0;
        std::optional<Estimated> low{};
        std::optional<Estimated> high{};
    };
    MoveKind kind{};
    std::string name{};  ///< of the company or rung
    std::vector<Lead> lead{};
    Estimated worth_knowing{};
};

/// An exit that lies behind the horizon when its job starts with the path.
struct BeyondHorizon {
    std::size_t path = 0;
    std::string exit{};
    int after = 0;
};

struct Career {
    std::size_t worlds = 0;
    std::uint64_t seed = 0;
    std::size_t best = 0;  ///< the path of the largest mean
    std::vector<PathFigures> paths{};
    std::vector<PairFigures> pairs{};
    std::vector<TurnFigures> turns{};
    std::vector<Move> moves{};
    std::vector<BeyondHorizon> beyond_horizon{};
};

/// All figures of a plan. At least one path, and `count` at least 1.
[[nodiscard]] Career career(const Terms& terms, std::uint64_t seed, std::size_t count, unsigned threads = 0);

}  // namespace offerkit::choice::paths
