#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <offerkit/choice/paths/terms.hpp>

/// What chance decides in one world, the same for every path: docs/numbers.md, "Careers".
namespace offerkit::choice::paths {

/// What a draw is for. The numbers are part of the contract that the same seed gives the same worlds.
enum class Purpose : std::uint32_t {
    downturn = 1,  ///< by year
    pay = 2,
    later = 3,      ///< 0: later pay, 1: comeback
    exit = 4,       ///< by company
    job_loss = 5,   ///< by employment
    promotion = 6,  ///< by rung
    gain = 7,       ///< by switch
    one_up = 8,
    reading = 10,  ///< by turn
};

/// The draws of one world. One object serves many worlds, one after the other.
class World {
public:
    World(const Terms& terms, std::uint64_t seed);

    void enter(std::uint32_t number);

    [[nodiscard]] bool downturn(std::size_t year) const noexcept { return downturns_[year] != 0; }
    [[nodiscard]] int downturns() const noexcept { return downturn_count_; }
    [[nodiscard]] std::size_t pay_level() const noexcept { return pay_level_; }
    [[nodiscard]] std::size_t later_level() const noexcept { return later_level_; }
    [[nodiscard]] std::size_t comeback_level() const noexcept { return comeback_level_; }
    [[nodiscard]] double company(std::size_t place) const noexcept { return companies_[place]; }
    [[nodiscard]] double promotion(std::size_t rung) const noexcept { return promotions_[rung]; }
    /// The months on the rung below after which the rules of a path lead to a rung: see `Promotion::months`.
    [[nodiscard]] int promoted_after(std::size_t path, std::size_t rung);
    [[nodiscard]] double one_up() const noexcept { return one_up_; }
    /// The cumulated hazard at which an employment ends.
    [[nodiscard]] double endurance(std::size_t employment);
    [[nodiscard]] std::size_t gain_level(std::size_t switches);
    [[nodiscard]] double reading(std::size_t turn) const noexcept;

private:
    [[nodiscard]] double draw(Purpose purpose, std::uint32_t index) const noexcept;

    const Terms* terms_;
    std::uint64_t seed_;
    std::uint32_t number_ = 0;
    std::size_t pay_level_ = 0;
    std::size_t later_level_ = 0;
    std::size_t comeback_level_ = 0;
    double one_up_ = 0;
    int downturn_count_ = 0;
    std::vector<std::uint32_t> hashes_{};
    std::vector<double> companies_{};
    std::vector<double> promotions_{};
    std::vector<std::uint8_t> downturns_{};
    // Drawn when they are first asked for, and kept for the other paths of the world.
    std::vector<double> endurance_{};
    std::vector<std::uint8_t> gains_{};
    std::vector<int> promoted_after_{};  ///< by path and rung; below 0 where nobody has asked
};

/// The exit that a company's draw means; null for none.
[[nodiscard]] const Exit* exit_of(const FirstJob& job, const World& world) noexcept;

}  // namespace offerkit::choice::paths
