// The walk from event to event against a walk month by month, written from the rules alone and slow on purpose
// (docs/numbers.md, "Careers").

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <vector>

#include <offerkit/choice/paths/walk.hpp>
#include <offerkit/numeric/philox32.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

constexpr std::uint64_t seed = 11;

struct Life {
    std::vector<double> money{};
    int months_out = 0;
    bool lost = false;
    std::size_t rung = 0;
    bool first_job_at_turn = false;
};

/// A life, lived month by month.
class Slow {
public:
    Slow(const Terms& terms, std::uint32_t world, std::size_t path, const Turn* turn)
        : terms_{terms}, world_{world}, path_{path}, turn_{turn}, rules_{path}, job_{path}, rung_{path_of().rung} {
        life_.money.assign(static_cast<std::size_t>(terms.horizon) + 1, 0.0);
    }

    Life live() {
        for (month_ = 1; month_ <= terms_.horizon; ++month_) {
            if (!employed_ && wait_ == 0) {
                begin();
            }
            earn(kept_[month_]);
            if (employed_) {
                work();
            } else {
                ++life_.months_out;
                --wait_;
            }
            if (turn_ != nullptr && month_ == turn_->at) {
                turn();
            }
        }
        life_.rung = rung_;
        return life_;
    }

private:
    struct Raise {
        int month;
        int over;
        double by;
    };

    [[nodiscard]] const Path& path_of() const { return terms_.paths[path_]; }
    [[nodiscard]] double u(std::uint32_t purpose, std::size_t index) const {
        return offerkit::numeric::keyed_uniform(seed, world_, purpose, static_cast<std::uint32_t>(index));
    }
    [[nodiscard]] double drawn(const ThreePoint& range, std::uint32_t purpose, std::size_t index) const {
        const double x = u(purpose, index);
        return range.values[x < 0.3 ? 0 : x < 0.7 ? 1 : 2];
    }
    [[nodiscard]] double rung_pay(std::size_t rung) const { return drawn(terms_.rungs[rung].pay, 2, 0); }
    [[nodiscard]] double grown(int month) const { return std::pow(1 + terms_.pay_growth, (month - 1) / 12); }
    void earn(double amount) { life_.money[static_cast<std::size_t>(month_)] += amount; }
    [[nodiscard]] int served() const { return month_ - began_ + 1; }

    void begin() {
        employed_ = true;
        number_ = employments_++;
        began_ = month_;
        since_ = month_ - 1;
        hazard_ = 0;
        raises_.clear();
        if (job_) {
            rung_ = std::max(rung_, terms_.paths[*job_].rung);
        }
        base_ = rung_pay(rung_);
    }

    [[nodiscard]] double level() const {
        double pay = base_;
        for (const Raise& raise : raises_) {
            const int passed = month_ - raise.month;
            if (passed > 0) {
                pay += raise.over == 0 ? raise.by : raise.by * std::min(1.0, static_cast<double>(passed) / raise.over);
            }
        }
        return pay;
    }

    [[nodiscard]] const Exit* exit() const {
        const FirstJob& job = terms_.paths[*job_].job;
        const double x = u(4, offerkit::numeric::name_hash(terms_.companies[job.company]));
        double sum = 0;
        for (const Exit& one : job.exits) {
            sum += one.chance;
            if (sum > x) {
                return &one;
            }
        }
        return job.exits.empty() ? nullptr : &job.exits.back();
    }

    void work() {
        const Rules& rules = terms_.paths[rules_].rules;
        const double l = level();
        const auto at = static_cast<std::size_t>(served() - 1);
        if (job_ && at < terms_.paths[*job_].job.pay.size()) {
            const Path& first = terms_.paths[*job_];
            earn(first.job.pay[at] * grown(began_) * l / rung_pay(first.rung));
        } else {
            earn(l / 12 * grown(month_) * factor_);
        }
        bool loss = false;
        if (rung_ + 1 < terms_.rungs.size() && rules.promotions[rung_ + 1].exists()) {
            const Promotion& next = rules.promotions[rung_ + 1];
            const int months = month_ - since_;
            if (next.by[static_cast<std::size_t>(months)] > u(6, rung_ + 1)) {
                raises_.push_back({month_, next.pay_over, rung_pay(rung_ + 1) - rung_pay(rung_)});
                ++rung_;
                since_ = month_;
            } else if (next.out_after == months) {
                loss = true;
            }
        }
        if (job_) {
            const Exit* one = exit();
            if (one != nullptr && one->after == served()) {
                earn(one->worth);
                paid_ = paid_ || one->worth > 0;
                loss = loss || one->ends;
            }
        }
        const double year = u(1, static_cast<std::size_t>((month_ - 1) / 12));
        hazard_ += year < terms_.downturn ? rules.hazard_in_downturn : rules.hazard;
        loss = loss || (hazard_ > 0 && hazard_ >= -std::log1p(-u(5, number_)));
        const bool planned = job_ && terms_.paths[*job_].job.leave_after == served();
        const bool change = rules.switch_every == served();
        if (loss) {
            life_.lost = true;
            wait_ = rules.months_out;
            factor_ *= drawn(rules.comeback, 3, 1);
            leave(true);
        } else if (planned) {
            leave(false);
        } else if (change) {
            factor_ *= 1 + drawn(rules.gain, 7, switches_++);
            leave(false);
        }
    }

    void leave(bool loss) {
        employed_ = false;
        if (!job_) {
            return;
        }
        const Path& first = terms_.paths[*job_];
        const auto& settled = loss ? first.job.on_loss : first.job.on_leaving;
        if (!settled.empty()) {
            const auto place = std::min(static_cast<std::size_t>(served()), settled.size() - 1);
            earn(settled[place] * grown(began_) * base_ / rung_pay(first.rung));
        }
        if (const Exit* one = exit(); one != nullptr && one->after > served() && !one->kept.empty()) {
            kept_[began_ - 1 + one->after] += one->worth * one->kept[static_cast<std::size_t>(served())];
        }
        factor_ *= 1 + drawn(first.later_pay, 3, 0);
        int rung = static_cast<int>(rung_) + first.rungs_moved;
        rung += u(8, 0) < (paid_ ? first.one_up_after_success : first.one_up) ? 1 : 0;
        rung_ = static_cast<std::size_t>(std::clamp(rung, 0, static_cast<int>(terms_.rungs.size()) - 1));
        own_left_ = true;
        job_.reset();
        if (first.then != nowhere) {
            rules_ = first.then;
            if (first.then_offer) {
                job_ = first.then;
            }
        }
    }

    void turn() {
        life_.first_job_at_turn = employed_ && !own_left_;
        if (employed_) {
            leave(false);
        } else {
            ++employments_;  // the one not begun counts
            wait_ = 0;
        }
        rules_ = turn_->to;
        job_ = turn_->to;
    }

    const Terms& terms_;
    std::uint32_t world_;
    std::size_t path_;
    const Turn* turn_;
    std::size_t rules_;
    std::optional<std::size_t> job_;
    std::size_t rung_;
    Life life_{};
    int month_ = 0;
    bool employed_ = false;
    int wait_ = 0;
    int began_ = 0;
    int since_ = 0;
    double hazard_ = 0;
    double base_ = 0;
    double factor_ = 1;
    std::size_t employments_ = 0;
    std::size_t number_ = 0;
    std::size_t switches_ = 0;
    bool paid_ = false;
    bool own_left_ = false;
    std::vector<Raise> raises_{};
    std::map<int, double> kept_{};
};

/// Plans with every key, stated or not by chance.
class RandomPlans {
public:
    Terms next() {
        Terms terms{.horizon = 12 * pick(1, 12), .pay_growth = 0.01 * pick(-2, 6), .downturn = 0.1 * pick(0, 4)};
        terms.looks = {terms.horizon};
        terms.discount_rate = 0.05;
        const int rungs = pick(1, 4);
        for (int i = 0; i < rungs; ++i) {
            terms.rungs.push_back({"r" + std::to_string(i), range(100.0 + 60 * i, 20)});
        }
        const int paths = pick(2, 4);
        for (int i = 0; i < paths; ++i) {
            terms.companies.push_back("company " + std::to_string(i));
        }
        for (int i = 0; i < paths; ++i) {
            terms.paths.push_back(path(terms, i, paths));
        }
        for (Path& one : terms.paths) {
            one.then_offer = one.then != nowhere && terms.paths[one.then].has_first_job && chance();
        }
        return terms;
    }
    int pick(int from, int to) { return std::uniform_int_distribution{from, to}(random_); }
    bool chance() { return pick(0, 1) == 1; }

private:
    ThreePoint range(double middle, double spread) {
        return chance() ? ThreePoint::certain(middle) : ThreePoint{{middle - spread, middle, middle + spread}};
    }

    Path path(const Terms& terms, int place, int paths) {
        const int rungs = static_cast<int>(terms.rungs.size());
        Path path{.id = "p" + std::to_string(place), .rung = static_cast<std::size_t>(pick(0, rungs - 1))};
        path.has_first_job = chance();
        path.job = job(terms, place, path.has_first_job);
        path.rules = rules(terms);
        path.later_pay = range(0.01 * pick(-20, 20), 0.05);
        path.rungs_moved = pick(-1, 1);
        path.one_up = 0.25 * pick(0, 4);
        path.one_up_after_success = 0.25 * pick(0, 4);
        if (place + 1 < paths && chance()) {
            path.then = static_cast<std::size_t>(pick(place + 1, paths - 1));
        }
        return path;
    }

    FirstJob job(const Terms& terms, int place, bool stated) {
        FirstJob job{.company = static_cast<std::size_t>(chance() ? place : 0)};
        for (int month = 0; stated && month < 12 * pick(1, 5); ++month) {
            job.pay.push_back(5.0 + pick(0, 20));
        }
        if (stated && chance()) {
            for (int month = 0; month <= pick(1, 24); ++month) {
                job.on_leaving.push_back(-1.0 * pick(0, 9));
                job.on_loss.push_back(1.0 * pick(-4, 9));
            }
        }
        job.leave_after = chance() ? 0 : pick(1, terms.horizon);
        if (chance()) {
            for (const double share : {0.5, 0.3, 0.2}) {
                Exit exit{"exit", share, pick(1, terms.horizon + 6), chance() ? 0.0 : 40.0 * pick(1, 9)};
                exit.ends = chance();
                for (int month = 0; chance() && month < exit.after; ++month) {
                    exit.kept.push_back(static_cast<double>(month) / exit.after);
                }
                // What is kept is stated for every month or for none.
                if (static_cast<int>(exit.kept.size()) != exit.after) {
                    exit.kept.clear();
                }
                job.exits.push_back(std::move(exit));
            }
        }
        return job;
    }

    Rules rules(const Terms& terms) {
        Rules rules{.promotions = std::vector<Promotion>(terms.rungs.size())};
        for (Promotion& promotion : rules.promotions) {
            if (chance()) {
                const int median = pick(1, 40);
                promotion =
                    Promotion::of(0.1 * pick(0, 10), median, median + (chance() ? 0 : pick(1, 40)), terms.horizon);
                promotion.pay_over = chance() ? 0 : pick(1, 30);
                promotion.out_after = chance() ? 0 : pick(1, 60);
            }
        }
        rules.hazard = chance() ? 0 : 0.002 * pick(0, 20);
        rules.hazard_in_downturn = chance() ? rules.hazard : 0.002 * pick(0, 60);
        rules.months_out = pick(0, 7);
        rules.comeback = range(0.95, 0.05);
        rules.switch_every = chance() ? 0 : pick(1, 40);
        rules.gain = range(0.03, 0.05);
        return rules;
    }

    std::mt19937 random_{20261127};
};

void check_same(const Walk& quick, const Life& slow, int horizon) {
    bool same = quick.months_out == slow.months_out && quick.lost_a_job == slow.lost && quick.rung == slow.rung;
    for (int month = 1; month <= horizon; ++month) {
        const auto at = static_cast<std::size_t>(month);
        same = same && std::abs(quick.money[at] - slow.money[at]) <= 1e-9 * std::max(1.0, std::abs(slow.money[at]));
    }
    CHECK(same);
}

}  // namespace

TEST_CASE("a walk from event to event pays what a life month by month pays, in every world") {
    RandomPlans plans;
    int losses = 0;
    for (int plan = 0; plan < 3'000; ++plan) {
        const Terms terms = plans.next();
        World world{terms, seed};
        Walker walker{terms};
        Walk walk;
        for (std::uint32_t number = 0; number < 3; ++number) {
            world.enter(number);
            for (std::size_t path = 0; path < terms.paths.size(); ++path) {
                CAPTURE(plan, number, path);
                walker.walk(world, path, walk);
                const Life life = Slow{terms, number, path, nullptr}.live();
                check_same(walk, life, terms.horizon);
                losses += life.lost ? 1 : 0;
            }
        }
    }
    CHECK(losses > 1'000);
}

TEST_CASE("who turns round lives as the path does until then, and by the other's terms afterwards") {
    RandomPlans plans;
    int turns = 0;
    for (int plan = 0; plan < 2'000; ++plan) {
        const Terms terms = plans.next();
        if (terms.horizon < 24 || !terms.paths[1].has_first_job) {
            continue;
        }
        const Turn turn{.at = plans.pick(1, terms.horizon - 1), .from = 0, .to = 1};
        World world{terms, seed};
        Walker walker{terms};
        Walk walk;
        for (std::uint32_t number = 0; number < 3; ++number) {
            CAPTURE(plan, number, turn.at);
            world.enter(number);
            walker.turned(world, turn, walk);
            const Life life = Slow{terms, number, 0, &turn}.live();
            bool same = walk.rung == life.rung && walk.sight.first_job == life.first_job_at_turn;
            for (std::size_t month = 1; month < life.money.size(); ++month) {
                same = same && std::abs(walk.money[month] - life.money[month]) <=
                                   1e-9 * std::max(1.0, std::abs(life.money[month]));
            }
            CHECK(same);
            ++turns;
        }
    }
    CHECK(turns > 500);
}
