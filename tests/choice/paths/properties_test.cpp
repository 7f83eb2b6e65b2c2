// What holds for every plan (docs/career.md), over random ones.

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <offerkit/choice/paths/figures.hpp>
#include <offerkit/choice/paths/walk.hpp>

#include "support/catch.hpp"
#include "support/random_plans.hpp"

using namespace offerkit::choice::paths;
using careers::RandomPlans;

namespace {

constexpr std::uint64_t seed = 5;

/// Of sums that are added in another order or scale.
bool same(double a, double b, double scale = 1) {
    return std::abs(a - b) <= 1e-9 * std::max({std::abs(a), std::abs(b), scale});
}
bool at_most(double a, double b) { return a < b || same(a, b); }

/// Each path in a few worlds: all that it brings, month by month.
std::vector<Walk> walks(const Terms& terms, std::uint32_t worlds) {
    std::vector<Walk> all;
    World world{terms, seed};
    Walker walker{terms};
    for (std::uint32_t number = 0; number < worlds; ++number) {
        world.enter(number);
        for (std::size_t path = 0; path < terms.paths.size(); ++path) {
            walker.walk(world, path, all.emplace_back());
        }
    }
    return all;
}

double value_of(const Terms& terms, const Walk& walk) {
    double value = 0;
    for (std::size_t month = 1; month < walk.money.size(); ++month) {
        value += walk.money[month] * std::pow(1 + terms.discount_rate, -static_cast<double>(month) / 12);
    }
    return value;
}

void scale(ThreePoint& range, double by) {
    for (double& value : range.values) {
        value *= by;
    }
}

/// The same plan in money that is worth less.
Terms scaled(Terms terms, double by) {
    for (Rung& rung : terms.rungs) {
        scale(rung.pay, by);
    }
    for (Path& path : terms.paths) {
        for (auto* amounts : {&path.job.pay, &path.job.more_value, &path.job.on_leaving, &path.job.on_loss}) {
            for (double& amount : *amounts) {
                amount *= by;
            }
        }
        for (Exit& exit : path.job.exits) {
            exit.worth *= by;
        }
    }
    for (Turn& turn : terms.turns) {
        turn.cost *= by;
    }
    for (double* amount : {&terms.spending, &terms.savings, &terms.wealth}) {
        *amount *= by;
    }
    return terms;
}

/// Without what takes a job away or changes the rung when one is left: more of anything is then never worse.
void calm(Terms& terms) {
    for (Path& path : terms.paths) {
        path.rules.hazard = path.rules.hazard_in_downturn = 0;
        path.rules.switch_every = 0;
        path.rungs_moved = 0;
        path.one_up = path.one_up_after_success = 0;
        // What goes back grows with the pay.
        path.job.on_leaving.clear();
        path.job.on_loss.clear();
        for (Promotion& promotion : path.rules.promotions) {
            promotion.out_after = 0;
        }
    }
}

void set_ever(Promotion& promotion, double ever) {
    for (double& by : promotion.by) {
        by *= ever / promotion.ever;
    }
    promotion.ever = ever;
}

bool joined(const Terms& terms, std::size_t a, std::size_t b) {
    const auto leads_to = [&](std::size_t from, std::size_t to) {
        while (terms.paths[from].then != nowhere) {
            from = terms.paths[from].then;
            if (from == to) {
                return true;
            }
        }
        return false;
    };
    return leads_to(a, b) || leads_to(b, a);
}

std::size_t other_best(const Career& career, std::size_t but) {
    std::size_t best = nowhere;
    for (std::size_t path = 0; path < career.paths.size(); ++path) {
        if (path != but &&
            (best == nowhere || career.paths[path].value().mean.value > career.paths[best].value().mean.value)) {
            best = path;
        }
    }
    return best;
}

const PairFigures& pair_of(const Career& career, std::size_t a, std::size_t b) {
    return *std::find_if(career.pairs.begin(), career.pairs.end(), [&](const PairFigures& pair) {
        return (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a);
    });
}

}  // namespace

TEST_CASE("what holds of the figures of every plan") {
    RandomPlans plans{3};
    for (int plan = 0; plan < 80; ++plan) {
        CAPTURE(plan);
        const Terms terms = plans.next().terms();
        const Career found = career(terms, seed, 600, 1);
        double best = 0;
        double least_regret = 1e300;
        for (const auto& path : found.paths) {
            double rungs = 0;
            for (const auto& rung : path.rungs) {
                rungs += rung.value;
            }
            CHECK(same(rungs, 1));
            best += path.best.value;
            CHECK(path.regret.value >= 0);
            least_regret = std::min(least_regret, path.regret.value);
            for (const auto& look : path.looks) {
                CHECK(look.value.p10.value <= look.value.p50.value);
                CHECK(look.value.p50.value <= look.value.p90.value);
                CHECK(at_most(look.value.worst_20th.value, look.value.p10.value));
            }
            for (const auto& year : path.years) {
                CHECK(year.money.p10.value <= year.money.p50.value);
                CHECK(year.money.p50.value <= year.money.p90.value);
                CHECK(at_most(year.money.worst_20th.value, year.money.p10.value));
            }
        }
        CHECK(same(best, 1));
        const auto& leader = found.paths[found.best];
        CHECK(same(leader.regret.value, least_regret, leader.value().mean.value));
        for (const auto& path : found.paths) {
            CHECK(path.value().mean.value <= leader.value().mean.value);
        }
        for (const auto& move : found.moves) {
            CHECK(move.worth_knowing.value >= -1e-9 * leader.value().mean.value);
        }
    }
}

TEST_CASE("in money worth a seventh every amount is seven times as large, and every chance the same") {
    RandomPlans plans{4};
    for (int plan = 0; plan < 40; ++plan) {
        CAPTURE(plan);
        Terms terms = plans.next().terms();
        terms.has_spending = true;
        terms.spending = 90'000;
        terms.savings = 30'000;
        terms.has_wealth = true;
        terms.wealth = 4'000'000;
        terms.risk_aversion = 2;
        const Career before = career(terms, seed, 300, 1);
        const Career after = career(scaled(terms, 7), seed, 300, 1);
        for (std::size_t path = 0; path < terms.paths.size(); ++path) {
            const auto& one = before.paths[path];
            const auto& seven = after.paths[path];
            const double large = one.value().p90.value;
            CHECK(same(7 * one.value().mean.value, seven.value().mean.value, large));
            CHECK(same(7 * one.value().worst_20th.value, seven.value().worst_20th.value, large));
            CHECK(same(7 * one.regret.value, seven.regret.value, large));
            CHECK(same(7 * one.certainty_equivalent->value, seven.certainty_equivalent->value, large));
            CHECK(one.savings_gone->value == seven.savings_gone->value);
            CHECK(same(one.best.value, seven.best.value));
            CHECK(one.lost_a_job.value == seven.lost_a_job.value);
        }
    }
}

TEST_CASE("without loss, moves and a next rung, better chances and more pay leave no world worse") {
    RandomPlans plans{6};
    int better = 0;
    for (int plan = 0; plan < 400; ++plan) {
        CAPTURE(plan);
        Terms terms = plans.next().terms();
        calm(terms);
        Terms more = terms;
        for (Path& path : more.paths) {
            for (Promotion& promotion : path.rules.promotions) {
                if (promotion.exists() && plans.chance()) {
                    set_ever(promotion, std::min(1.0, promotion.ever + 0.2));
                }
            }
            for (Exit& exit : path.job.exits) {
                exit.worth += plans.chance() ? 50'000 : 0;
            }
            for (double& month : path.job.pay) {
                month *= 1.1;
            }
        }
        const auto before = walks(terms, 4);
        const auto after = walks(more, 4);
        for (std::size_t i = 0; i < before.size(); ++i) {
            CHECK(at_most(value_of(terms, before[i]), value_of(more, after[i])));
            better += value_of(more, after[i]) > 1.001 * value_of(terms, before[i]) ? 1 : 0;
        }
    }
    CHECK(better > 500);
}

TEST_CASE("where jobs are lost more often, nobody is out of work for fewer months") {
    RandomPlans plans{8};
    int more_out = 0;
    for (int plan = 0; plan < 300; ++plan) {
        CAPTURE(plan);
        Terms terms{.horizon = 120, .looks = {120}};
        terms.rungs = {{"one", ThreePoint::certain(100'000)}};
        terms.paths = {{.id = "only", .job = {.company = 0}, .rules = {.promotions = std::vector<Promotion>(1)}}};
        terms.companies = {"only"};
        terms.downturn = 0.1 * plans.pick(0, 5);
        Rules& rules = terms.paths[0].rules;
        rules.hazard = 0.001 * plans.pick(0, 20);
        rules.hazard_in_downturn = rules.hazard + 0.001 * plans.pick(0, 20);
        rules.months_out = plans.pick(1, 14);
        Terms worse = terms;
        worse.paths[0].rules.hazard += 0.001 * plans.pick(0, 10);
        worse.paths[0].rules.hazard_in_downturn += 0.012;
        const auto before = walks(terms, 8);
        const auto after = walks(worse, 8);
        for (std::size_t i = 0; i < before.size(); ++i) {
            CHECK(before[i].months_out <= after[i].months_out);
            more_out += before[i].months_out < after[i].months_out ? 1 : 0;
        }
    }
    CHECK(more_out > 100);
}

TEST_CASE("a turn is worth no less than none, more with the door open, less at a cost") {
    RandomPlans plans{9};
    int turns = 0;
    for (int plan = 0; plan < 40; ++plan) {
        CAPTURE(plan);
        Terms terms = plans.next().terms();
        if (terms.horizon < 24 || !terms.paths[1].has_first_job) {
            continue;
        }
        terms.turns = {{.at = plans.pick(1, terms.horizon - 1), .from = 0, .to = 1, .reading = 0.8}};
        const auto turned = [&](double open, double cost) {
            terms.turns[0].open = open;
            terms.turns[0].cost = cost;
            return career(terms, seed, 500, 1);
        };
        const double scale = std::abs(turned(0, 0).paths[0].value().mean.value);
        TurnFigures last;
        for (const double open : {0.0, 0.3, 0.7, 1.0}) {
            const Career found = turned(open, 5'000);
            const TurnFigures& turn = found.turns[0];
            CHECK(turn.right.value >= -1e-9 * scale);
            CHECK(turn.seeing.value >= -1e-9 * scale);
            if (open == 0) {
                CHECK(same(turn.value.value, found.paths[0].value().mean.value));
                CHECK(std::abs(turn.right.value) <= 1e-9 * scale);
            } else {
                CHECK(turn.right.value >= last.right.value - 1e-9 * scale);
                CHECK(turn.seeing.value >= last.seeing.value - 1e-9 * scale);
                turns += turn.right.value > last.right.value ? 1 : 0;
            }
            last = turn;
        }
        const auto dear = turned(1, 25'000).turns[0];
        CHECK(dear.value.value <= last.value.value + 1e-9 * scale);
        CHECK(dear.right.value <= last.right.value + 1e-9 * scale);
    }
    CHECK(turns > 12);
}

TEST_CASE("the later pay and the worth of exits at which two paths tie, put back, make them tie") {
    RandomPlans plans{12};
    std::multiset<std::string> kinds;
    for (int plan = 0; plan < 25; ++plan) {
        const Terms terms = plans.next().terms();
        const Career before = career(terms, seed, 2'000, 1);
        for (std::size_t path = 0; path < terms.paths.size(); ++path) {
            const std::size_t rival = other_best(before, path);
            const auto& tie = *before.paths[path].break_even;
            REQUIRE(tie.against == rival);
            if (joined(terms, path, rival)) {
                continue;
            }
            const auto check = [&](const std::string& kind, const Terms& changed) {
                CAPTURE(plan, path, kind);
                const Career after = career(changed, seed, 2'000, 1);
                const auto& was = pair_of(before, path, rival).difference;
                const auto& is = pair_of(after, path, rival).difference;
                CHECK(std::abs(is.value) <= 4 * std::hypot(was.error, is.error) + 1e-6);
                kinds.insert(kind);
            };
            if (tie.later_pay) {
                Terms changed = terms;
                for (double& value : changed.paths[path].later_pay.values) {
                    value += tie.later_pay->value;
                }
                check("later pay", changed);
            }
            if (tie.exit_value && tie.exit_value->value > 0) {
                Terms changed = terms;
                for (Exit& exit : changed.paths[path].job.exits) {
                    exit.worth *= tie.exit_value->value;
                }
                check("exit value", changed);
            }
        }
    }
    for (const char* kind : {"later pay", "exit value"}) {
        CAPTURE(kind);
        CHECK(kinds.count(kind) >= 5);
    }
}

TEST_CASE("the chances of a rung and of success at which two paths tie, put back, make them tie") {
    RandomPlans plans{13};
    int ties = 0;
    const auto check = [&](const Career& before, const Terms& changed) {
        const Career after = career(changed, seed, 2'000, 1);
        CHECK(std::abs(after.pairs[0].difference.value) <=
              4 * std::hypot(before.pairs[0].difference.error, after.pairs[0].difference.error) + 1e-6);
        ++ties;
    };
    for (int plan = 0; plan < 30; ++plan) {
        CAPTURE(plan);
        Terms terms{.horizon = 120, .looks = {120}, .discount_rate = 0.05, .pay_growth = 0.01 * plans.pick(0, 4)};
        terms.rungs = {{"one", ThreePoint::certain(100'000)}, {"two", {{150'000, 160'000, 170'000}}}};
        terms.companies = {"risky", "flat"};
        Path risky{.id = "risky", .job = {.company = 0}, .rules = {.promotions = std::vector<Promotion>(2)}};
        const int median = plans.pick(12, 48);
        auto& promotion = risky.rules.promotions[1];
        promotion = Promotion::of(0.01 * plans.pick(25, 75), median, median + plans.pick(0, 48), terms.horizon);
        promotion.pay_over = plans.pick(0, 24);
        const double sold = 0.01 * plans.pick(25, 75);
        risky.job.exits = {{"closed", 1 - sold, plans.pick(12, 48), 0, true},
                           {"sold", sold, plans.pick(24, 96), 100'000.0 * plans.pick(1, 4), false}};
        Path flat{.id = "flat", .has_first_job = true, .job = {.company = 1}};
        flat.rules.promotions.resize(2);
        flat.job.pay.assign(120, 10'000.0 + 100 * plans.pick(0, 30));
        terms.paths = {risky, flat};
        const Career before = career(terms, seed, 2'000, 1);
        const auto& tie = *before.paths[0].break_even;
        REQUIRE(tie.ever.size() == 1);
        if (tie.ever[0].chance) {
            Terms changed = terms;
            set_ever(changed.paths[0].rules.promotions[1], tie.ever[0].chance->value);
            check(before, changed);
        }
        if (tie.success) {
            Terms changed = terms;
            changed.paths[0].job.exits[0].chance = 1 - tie.success->value;
            changed.paths[0].job.exits[1].chance = tie.success->value;
            check(before, changed);
        }
    }
    CHECK(ties >= 15);
}

TEST_CASE("a path's twin ties with it in every world, and the order of paths changes no figure") {
    RandomPlans plans{14};
    for (int plan = 0; plan < 40; ++plan) {
        CAPTURE(plan);
        Terms terms = plans.next().terms();
        const auto last = terms.paths.size() - 1;
        Path twin = terms.paths[last];
        twin.id = "twin";
        terms.paths.push_back(twin);
        const Career both = career(terms, seed, 400, 1);
        CHECK(pair_of(both, last, last + 1).difference.value == 0);
        CHECK(pair_of(both, last, last + 1).ahead.back().value == 0.5);
        CHECK(both.paths[last].best.value == both.paths[last + 1].best.value);

        Terms turned = terms;
        std::reverse(turned.paths.begin(), turned.paths.end());
        const auto count = terms.paths.size();
        for (Path& path : turned.paths) {
            path.then = path.then == nowhere ? nowhere : count - 1 - path.then;
        }
        const Career other = career(turned, seed, 400, 2);
        for (std::size_t path = 0; path < count; ++path) {
            const auto& a = both.paths[path];
            const auto& b = other.paths[count - 1 - path];
            CHECK(a.value().mean.value == b.value().mean.value);
            CHECK(a.value().worst_20th.value == b.value().worst_20th.value);
            CHECK(a.regret.value == b.regret.value);
            CHECK(a.best.value == b.best.value);
        }
    }
}
