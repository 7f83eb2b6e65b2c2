#pragma once

#include <cstddef>
#include <vector>

#include <offerkit/choice/paths/draws.hpp>
#include <offerkit/choice/paths/terms.hpp>

/// One path through one world, from one event to the next: docs/numbers.md, "Careers".
namespace offerkit::choice::paths {

/// What follows from the terms alone, for all worlds: by month, from 1 on.
struct Calendar {
    std::vector<double> rung_pay{};    ///< what a rung of 1 a year pays in the month
    std::vector<double> discount{};    ///< of the month's money
    std::vector<double> discounted{};  ///< rung pay up to the month, discounted

    explicit Calendar(const Terms& terms);
};

/// What a person sees at a turn.
struct Sight {
    bool first_job = false;  ///< of the path itself
    int months_out = 0;      ///< still to come
    std::size_t rung = 0;
    bool paid = false;  ///< an exit has
    bool downturn = false;
};

/// What a path brings in a world.
struct Walk {
    std::vector<double> money{};  ///< by month, from 1 on; entry 0 is not used
    /// By month: present value beyond what the money comes to, as of shares. Empty where no first job states any.
    std::vector<double> more_value{};
    double exit_value = 0;   ///< the present value of exits of the path's own first employer
    double later_value = 0;  ///< the present value of rung pay after its own first job, as if later pay changed nothing
    int months_out = 0;
    bool lost_a_job = false;
    std::size_t rung = 0;
    Sight sight{};  ///< where a turn was asked for
};

/// Walks paths through worlds. An object belongs to one thread.
class Walker {
public:
    explicit Walker(const Terms& terms);

    /// The path as it goes by itself.
    void walk(World& world, std::size_t path, Walk& into) { go(world, path, nullptr, into); }
    /// The path that a person takes who turns, without the turn's cost. The same up to its month.
    void turned(World& world, const Turn& turn, Walk& into) { go(world, turn.from, &turn, into); }

private:
    /// Why an employment ends; of two in one month the earlier here counts.
    enum class End { loss, choice, change, turn, none };
    /// Where a person stands between two events.
    struct State;
    /// What a rung pays over an employment.
    class Levels;

    void go(World& world, std::size_t path, const Turn* turn, Walk& into);
    static void begin_turn(const Turn& turn, State& state, const World& world, Walk& into);
    void work(World& world, State& state, const Turn* turn, Walk& into);
    void climb(World& world, State& state);
    void pay(const World& world, const State& state, std::size_t from_rung, int end, Walk& into) const;
    int pay_stated(const Levels& levels, const State& state, int end, Walk& into) const;
    double pay_rung(const Levels& levels, double factor, int month, int end, Walk& into) const;
    [[nodiscard]] bool pay_exit(const World& world, const State& state, Walk& into) const;
    void leave(World& world, State& state, const Turn* turn, Walk& into) const;
    void leave_first_job(const World& world, State& state) const;
    void settle(const State& state, Walk& into) const;
    [[nodiscard]] int lost_in(World& world, const State& state) const;

    struct Raise {
        int after;  ///< the month of the promotion
        int over;
        double from;
        double by;
    };

    const Terms* terms_;
    Calendar calendar_;
    bool has_more_value_ = false;  ///< some first job states more than money
    std::vector<Raise> raises_{};
};

}  // namespace offerkit::choice::paths
