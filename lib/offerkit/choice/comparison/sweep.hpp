#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>

/// One value of the files moved step by step, and what that does to the ranking (docs/numbers.md, "Sweeps").
namespace offerkit::choice {

using quantity::Money;

/// One value that a path takes, as it is written in a file.
struct SweepValue {
    std::string text;
    std::optional<quantity::Number> number{};  ///< of "5%" it is 0.05; absent for what is no number
    bool percent = false;
};

struct SweepAxis {
    std::string path;  ///< as it is named to people: of one file only, "a.toml:stock.price"
    std::vector<SweepValue> values{};
};

/// The chosen figure of every offer with the paths at these values.
struct SweepRow {
    std::vector<SweepValue> values{};    ///< one for each axis
    std::vector<Money> figures{};        ///< one for each offer
    std::vector<std::size_t> leaders{};  ///< the best, and all that tie with it
};

/// Where the lead passes from one offer to another, between two neighbouring values of the last axis.
struct Crossing {
    std::vector<SweepValue> before{};
    std::vector<SweepValue> after{};
    std::optional<SweepValue> at{};  ///< of the last axis; absent where that is not a number
    std::size_t from = 0;            ///< who leads before
    std::size_t to = 0;              ///< who leads after
};

struct Sweep {
    std::vector<std::string> paths{};
    std::vector<SweepRow> rows{};
    std::vector<Crossing> crossings{};
};

/// So many rows at most: a thousand are read in a second or two.
inline constexpr std::size_t most_sweep_rows = 10'000;

/// The figures at some values; nothing where the files cannot be read or valued with them.
using Evaluate = std::function<std::optional<std::vector<Money>>(std::span<const SweepValue>)>;

/// Evaluates one axis or the grid of two. Crossings are solved on the model itself, to two decimals more than the
/// values have. Nothing where a row cannot be evaluated, where there is no axis or one without a value, and of more
/// than `most_sweep_rows`.
[[nodiscard]] std::optional<Sweep> sweep(std::span<const SweepAxis> axes, const Evaluate& evaluate);

}  // namespace offerkit::choice
