#include <offerkit/choice/paths/worlds.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

#include <offerkit/choice/paths/statistics.hpp>
#include <offerkit/choice/paths/walk.hpp>
#include <offerkit/side_by_side.hpp>

namespace offerkit::choice::paths {

namespace {

/// Savings are gone below this, so that what binary fractions lose empties no account.
constexpr double empty_account = -0.005;
/// Blocks whose sums are held at a time.
constexpr std::size_t blocks_of_wave = 64;

std::size_t index(int month) noexcept { return static_cast<std::size_t>(month); }

Worlds room_for(const Terms& terms, std::uint64_t seed, std::size_t count) {
    const std::size_t columns =
        terms.paths.size() * (terms.looks.size() + index(terms.years()) + 2) + terms.turns.size() + terms.rungs.size();
    Worlds worlds{
        .memory = std::make_unique<ColumnMemory>(columns * count * sizeof(double)), .count = count, .seed = seed};
    const auto column = [&] { return worlds.memory->column(count); };
    const auto add_columns = [&](std::vector<Column>& to, std::size_t number) {
        for (std::size_t i = 0; i < number; ++i) {
            to.push_back(column());
        }
    };
    for (const Path& path : terms.paths) {
        PathWorlds room{.later = column(), .exits = column()};
        add_columns(room.values, terms.looks.size());
        add_columns(room.years, index(terms.years()));
        room.months_out.resize(count);
        room.rung.resize(count);
        room.lost.resize(count);
        room.gone.resize(terms.has_spending ? count : 0);
        room.success.resize(path.job.exits.empty() ? 0 : count);
        room.curve.resize(index(terms.horizon) + 1);
        worlds.paths.push_back(std::move(room));
    }
    const std::vector<std::uint32_t> months(index(terms.horizon) + 2);
    for (std::size_t a = 0; a < terms.paths.size(); ++a) {
        for (std::size_t b = a + 1; b < terms.paths.size(); ++b) {
            worlds.pairs.push_back({a, b, months, months});
        }
    }
    for (std::size_t turn = 0; turn < terms.turns.size(); ++turn) {
        worlds.turns.push_back({column(), std::vector<std::uint32_t>(count)});
    }
    worlds.pay_level.resize(count);
    worlds.later_level.resize(count);
    worlds.downturns.resize(count);
    add_columns(worlds.promotion, terms.rungs.size());
    return worlds;
}

/// What the worlds of one block add up to.
struct Block {
    std::vector<std::vector<double>> curves{};  ///< by path and month
    std::vector<PairWorlds> pairs{};
};

/// One thread's work: worlds of one block after the other.
class Worker {
public:
    Worker(const Terms& terms, const Calendar& calendar, Worlds& worlds)
        : terms_{&terms},
          calendar_{&calendar},
          worlds_{&worlds},
          world_{terms, worlds.seed},
          walker_{terms},
          values_(terms.paths.size(), std::vector<double>(index(terms.horizon) + 1)) {
        for (const double grown : calendar.rung_pay) {
            spending_.push_back(terms.spending * grown);
        }
    }

    void simulate(std::size_t block, Block& into) {
        into.curves.assign(terms_->paths.size(), std::vector<double>(index(terms_->horizon) + 1));
        into.pairs = worlds_->pairs;
        for (auto& pair : into.pairs) {
            std::fill(pair.a_from.begin(), pair.a_from.end(), 0);
            std::fill(pair.b_from.begin(), pair.b_from.end(), 0);
        }
        const std::size_t end = std::min(worlds_->count, (block + 1) * block_size);
        for (std::size_t number = block * block_size; number < end; ++number) {
            enter(number);
            for (std::size_t path = 0; path < terms_->paths.size(); ++path) {
                walker_.walk(world_, path, walk_);
                walk_.more_value.empty() ? record<false>(number, path, into.curves[path])
                                         : record<true>(number, path, into.curves[path]);
            }
            for (auto& pair : into.pairs) {
                compare(pair);
            }
            for (std::size_t turn = 0; turn < terms_->turns.size(); ++turn) {
                take_turn(number, turn);
            }
        }
    }

private:
    void enter(std::size_t number) {
        world_.enter(static_cast<std::uint32_t>(number));
        worlds_->pay_level[number] = static_cast<std::uint8_t>(world_.pay_level());
        worlds_->later_level[number] = static_cast<std::uint8_t>(world_.later_level());
        worlds_->downturns[number] = static_cast<std::uint8_t>(std::min(world_.downturns(), 2));
        for (std::size_t rung = 0; rung < terms_->rungs.size(); ++rung) {
            worlds_->promotion[rung][number] = world_.promotion(rung);
        }
    }

    [[nodiscard]] bool succeeds(std::size_t path) const noexcept {
        const Exit* exit = exit_of(terms_->paths[path].job, world_);
        return exit != nullptr && exit->worth > 0;
    }

    /// What the walk of a path comes to, in one pass over its months. Plain pointers, and a function of its own for
    /// jobs with more value: this is where the time goes, and all columns have a place for every month.
    template <bool has_more>
    void record(std::size_t number, std::size_t path, std::vector<double>& curve) {
        PathWorlds& room = worlds_->paths[path];
        auto& value = values_[path];
        const double* const paid = walk_.money.data();
        const double* const discount = calendar_->discount.data();
        const double* const spending = spending_.data();
        const double* const more = walk_.more_value.data();
        double* const values = value.data();
        double* const values_summed = curve.data();
        const double keep = terms_->keep;
        double sum = 0;
        double account = terms_->savings;
        double lowest = account;
        std::size_t month = 1;
        for (auto& year : room.years) {
            double money = 0;
            for (const std::size_t end = month + 12; month < end; ++month) {
                money += paid[month];
                sum += paid[month] * discount[month];
                if constexpr (has_more) {
                    sum += more[month];
                }
                values[month] = sum;
                values_summed[month] += sum;
                account += keep * paid[month] - spending[month];
                lowest = account < lowest ? account : lowest;
            }
            year[number] = money;
        }
        for (std::size_t look = 0; look < terms_->looks.size(); ++look) {
            room.values[look][number] = value[index(terms_->looks[look])];
        }
        room.later[number] = walk_.later_value;
        room.exits[number] = walk_.exit_value;
        room.months_out[number] = static_cast<std::uint16_t>(walk_.months_out);
        room.rung[number] = static_cast<std::uint8_t>(walk_.rung);
        room.lost[number] = walk_.lost_a_job ? 1 : 0;
        if (!room.success.empty()) {
            room.success[number] = succeeds(path) ? 1 : 0;
        }
        if (terms_->has_spending) {
            room.gone[number] = lowest < empty_account ? 1 : 0;
        }
    }

    void compare(PairWorlds& pair) const {
        const double* const a = values_[pair.a].data();
        const double* const b = values_[pair.b].data();
        const std::size_t horizon = values_[pair.a].size() - 1;
        const auto never = horizon + 1;
        if (tie(a[horizon], b[horizon])) {
            ++pair.a_from[never];
            ++pair.b_from[never];
            return;
        }
        const bool a_leads = a[horizon] > b[horizon];
        const double* const leader = a_leads ? a : b;
        const double* const other = a_leads ? b : a;
        std::size_t from = horizon;
        while (from > 1 && leads(leader[from - 1], other[from - 1])) {
            --from;
        }
        ++(a_leads ? pair.a_from : pair.b_from)[from];
        ++(a_leads ? pair.b_from : pair.a_from)[never];
    }

    void take_turn(std::size_t number, std::size_t place) {
        const Turn& turn = terms_->turns[place];
        walker_.turned(world_, turn, walk_);
        double value = -turn.cost * calendar_->discount[index(turn.at)];
        for (std::size_t month = 1; month < walk_.money.size(); ++month) {
            value += walk_.money[month] * calendar_->discount[month];
            value += walk_.more_value.empty() ? 0 : walk_.more_value[month];
        }
        Seen seen{walk_.sight.first_job, walk_.sight.months_out, walk_.sight.rung, walk_.sight.paid,
                  walk_.sight.downturn};
        if (turn.reading != 0.5 && !terms_->paths[turn.from].job.exits.empty()) {
            const bool right = world_.reading(place) < turn.reading;
            seen.heard = succeeds(turn.from) == right ? Heard::success : Heard::failure;
        }
        worlds_->turns[place].value[number] = value;
        worlds_->turns[place].sight[number] = sight_key(seen);
    }

    const Terms* terms_;
    const Calendar* calendar_;
    Worlds* worlds_;
    World world_;
    Walker walker_;
    Walk walk_{};
    std::vector<std::vector<double>> values_;
    std::vector<double> spending_{};  ///< by month
};

void add(const Block& block, Worlds& worlds) {
    for (std::size_t path = 0; path < worlds.paths.size(); ++path) {
        auto& curve = worlds.paths[path].curve;
        for (std::size_t month = 0; month < curve.size(); ++month) {
            curve[month] += block.curves[path][month];
        }
    }
    for (std::size_t pair = 0; pair < worlds.pairs.size(); ++pair) {
        auto& into = worlds.pairs[pair];
        for (std::size_t month = 0; month < into.a_from.size(); ++month) {
            into.a_from[month] += block.pairs[pair].a_from[month];
            into.b_from[month] += block.pairs[pair].b_from[month];
        }
    }
}

}  // namespace

std::uint32_t sight_key(const Seen& seen) noexcept {
    return (seen.first_job ? 0U : 1U) | static_cast<std::uint32_t>(seen.heard) << 1U | (seen.paid ? 8U : 0U) |
           (seen.downturn ? 16U : 0U) | static_cast<std::uint32_t>(seen.rung) << 5U |
           static_cast<std::uint32_t>(seen.months_out) << 13U;
}

Seen seen_of(std::uint32_t key) noexcept {
    return {.first_job = (key & 1U) == 0,
            .months_out = static_cast<int>(key >> 13U),
            .rung = (key >> 5U) & 0xFFU,
            .paid = (key & 8U) != 0,
            .downturn = (key & 16U) != 0,
            .heard = static_cast<Heard>((key >> 1U) & 3U)};
}

Worlds simulate(const Terms& terms, std::uint64_t seed, std::size_t count, unsigned threads) {
    Worlds worlds = room_for(terms, seed, count);
    const Calendar calendar{terms};
    const std::size_t blocks = (count + block_size - 1) / block_size;
    const std::size_t wanted = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t crew = std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(blocks, 1));
    std::vector<Worker> workers(crew, Worker{terms, calendar, worlds});
    std::vector<Block> sums(std::min(blocks, blocks_of_wave));
    for (std::size_t wave = 0; wave < blocks; wave += blocks_of_wave) {
        const std::size_t end = std::min(blocks, wave + blocks_of_wave);
        std::atomic<std::size_t> next{wave};
        side_by_side(crew, [&](std::size_t hand) {
            for (std::size_t block = next++; block < end; block = next++) {
                workers[hand].simulate(block, sums[block - wave]);
            }
        });
        for (std::size_t block = wave; block < end; ++block) {
            add(sums[block - wave], worlds);
        }
    }
    for (auto& path : worlds.paths) {
        for (double& value : path.curve) {
            value /= static_cast<double>(std::max<std::size_t>(count, 1));
        }
    }
    return worlds;
}

}  // namespace offerkit::choice::paths
