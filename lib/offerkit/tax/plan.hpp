#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <offerkit/tax/assessment.hpp>

/// What a plan is made of, as evaluating reads it.
namespace offerkit::tax {

struct Plan::Band {
    Exact from{};
    Exact value{};   ///< the rate, or what a step gives
    Exact before{};  ///< of bands: what the slices below come to
};

struct Plan::Bound {
    std::uint32_t reads = 0;
    Exact at{};
    enum class Is { over, from, under, up_to } is = Is::over;
};

struct Plan::Fall {
    std::uint32_t reads = 0;
    Exact from{};
    std::optional<Exact> rate{};
    Exact by{};
    Exact each{1};
    quantity::RoundingWay way = quantity::RoundingWay::up;
    Exact floor{};
};

struct Plan::Step {
    Exact to{1};
    quantity::RoundingWay way = quantity::RoundingWay::down;
};

/// A line of one status and year. What it reads are places among the values: inputs first, then all lines.
struct Plan::Ready {
    const Line* line = nullptr;
    std::uint32_t form = 0;
    std::vector<std::uint32_t> reads{};  ///< `of`, or `plus`
    std::vector<std::uint32_t> less{};   ///< `minus`
    std::optional<std::uint32_t> times{};
    Exact value{};
    std::optional<Fall> fall{};
    std::vector<Band> bands{};
    std::vector<Bound> only{};
    std::optional<Exact> at_least{};
    std::optional<Exact> at_most{};
    std::optional<Step> round{};
    std::optional<Step> round_of{};
    std::optional<Exact> split{};
};

/// How many years a line's numbers have to be raised for a year; 0 when its table is of that year or later.
[[nodiscard]] int years_after_table(const Line& line, int asked) noexcept;

}  // namespace offerkit::tax
