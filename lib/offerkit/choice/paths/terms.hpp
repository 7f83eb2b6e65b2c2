#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <offerkit/choice/paths/promotion.hpp>

/// The terms of a career plan as numbers that a simulation reads: months, fractions, and amounts in major units of one
/// currency. They are estimates of years to come, so that binary fractions are exact enough. What each means:
/// docs/numbers.md, "Careers".
namespace offerkit::choice::paths {

/// What has no place: no path, no company.
inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// A low, a likely and a high value, with chances of 30%, 40% and 30%.
struct ThreePoint {
    std::array<double, 3> values{};

    [[nodiscard]] static ThreePoint certain(double value) noexcept { return {{value, value, value}}; }
    [[nodiscard]] bool varies() const noexcept { return values[0] != values[1] || values[1] != values[2]; }
    [[nodiscard]] double operator[](std::size_t level) const noexcept { return values[level]; }
};

/// The three levels of a three-point value.
[[nodiscard]] constexpr std::size_t level_of(double uniform) noexcept {
    return uniform < 0.3 ? 0 : uniform < 0.7 ? 1 : 2;
}

/// What may happen in any job of a path.
struct Rules {
    std::vector<Promotion> promotions{};  ///< by the place of the rung they lead to; `Promotion::none` where none does
    double hazard = 0;                    ///< a month
    double hazard_in_downturn = 0;
    int months_out = 0;
    ThreePoint comeback = ThreePoint::certain(1);
    int switch_every = 0;  ///< 0: never
    ThreePoint gain{};
};

/// One way in which the first employer may end or be sold.
struct Exit {
    std::string name{};
    double chance = 0;
    int after = 0;  ///< month of the job
    double worth = 0;
    bool ends = false;
    /// By months served, from 0 on: the part of `worth` that stays with who left earlier. The last entry counts for
    /// all later months; empty: nothing stays.
    std::vector<double> kept{};
};

/// The job that a path starts with.
struct FirstJob {
    std::vector<double> pay{};  ///< by month of the job; afterwards, or where empty, the rung's pay
    /// By month of the job: what its present value on the first day has more than money of that month, as of shares.
    /// Empty: nothing.
    std::vector<double> more_value{};
    /// By months served: what is received on leaving by choice, and on a job loss, less what is to be paid back. The
    /// last entry counts for all later months; empty: nothing.
    std::vector<double> on_leaving{};
    std::vector<double> on_loss{};
    std::vector<Exit> exits{};      ///< their chances add to 1; empty: none
    std::size_t company = nowhere;  ///< among `Terms::companies`
    int leave_after = 0;            ///< months; 0: no such plan
};

struct Path {
    std::string id{};
    std::size_t rung = 0;
    bool has_first_job = false;  ///< stated by an offer or by pay
    FirstJob job{};
    Rules rules{};
    ThreePoint later_pay{};
    int rungs_moved = 0;  ///< by leaving the first job
    double one_up = 0;
    double one_up_after_success = 0;
    std::size_t then = nowhere;  ///< the path whose rules hold after the first job
    bool then_offer = false;     ///< and whose first job is taken up
};

struct Turn {
    int at = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    double open = 1;
    double cost = 0;
    double reading = 0.5;
};

struct Rung {
    std::string id{};
    ThreePoint pay{};  ///< a year, today
};

struct Terms {
    int horizon = 0;           ///< months, whole years
    std::vector<int> looks{};  ///< months, rising, the horizon last
    double discount_rate = 0;
    double pay_growth = 0;
    double downturn = 0;  ///< chance of a year
    bool has_spending = false;
    double spending = 0;  ///< a year
    double savings = 0;
    double keep = 1;
    bool has_wealth = false;
    double wealth = 0;
    double risk_aversion = 0;
    std::vector<Rung> rungs{};
    std::vector<Path> paths{};
    std::vector<Turn> turns{};
    std::vector<std::string> companies{};

    [[nodiscard]] int years() const noexcept { return horizon / 12; }
};

}  // namespace offerkit::choice::paths
