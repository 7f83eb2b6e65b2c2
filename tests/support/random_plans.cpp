#include "random_plans.hpp"

#include <algorithm>

namespace careers {

using namespace offerkit;
using model::CareerPath;
using quantity::Rate;

Rate RandomPlans::percent(int of_hundred) { return Rate::of(of_hundred, 100).value(); }

quantity::Money RandomPlans::money(int thousands) {
    return {std::int64_t{100'000} * thousands, *quantity::Currency::of("USD")};
}

model::RateRange RandomPlans::range(int middle, int spread) {
    const int off = chance() ? 0 : spread;
    return {percent(middle - off), percent(middle), percent(middle + off)};
}

RandomPlan RandomPlans::next() {
    RandomPlan made{.plan = {.file = "plan.toml", .currency = *quantity::Currency::of("USD")}};
    auto& plan = made.plan;
    plan.horizon = 12 * pick(1, 12);
    plan.discount_rate = percent(5);
    plan.pay_growth = percent(pick(-2, 6));
    plan.downturn = percent(10 * pick(0, 4));
    const int rungs = pick(1, 4);
    for (int i = 0; i < rungs; ++i) {
        const int likely = 100 + 60 * i;
        const int off = chance() ? 0 : 20;
        plan.rungs.push_back({"r" + std::to_string(i), {money(likely - off), money(likely), money(likely + off)}});
    }
    const int paths = pick(2, 4);
    for (int i = 0; i < paths; ++i) {
        plan.paths.push_back(path(plan, i, paths));
        made.jobs.push_back(plan.paths.back().offer ? std::optional{offer_job(plan.horizon)} : std::nullopt);
    }
    for (CareerPath& one : plan.paths) {
        one.then_offer = one.then && plan.paths[*one.then].has_first_job() && chance();
    }
    return made;
}

CareerPath RandomPlans::path(const model::CareerPlan& plan, int place, int paths) {
    const auto rungs = plan.rungs.size();
    const auto any_rung = [&] { return static_cast<std::size_t>(pick(0, static_cast<int>(rungs) - 1)); };
    CareerPath path{.id = "p" + std::to_string(place), .rung = any_rung()};
    add_first_job(plan.horizon, path);
    if (chance()) {
        path.later_pay = range(pick(-20, 20), 5);
    }
    if (chance()) {
        path.next.rung = any_rung();
    }
    path.next.one_up = percent(25 * pick(0, 4));
    if (chance()) {
        path.next.one_up_after_success = percent(25 * pick(0, 4));
    }
    if (place + 1 < paths && chance()) {
        path.then = static_cast<std::size_t>(pick(place + 1, paths - 1));
    }
    add_rules(rungs, path);
    return path;
}

void RandomPlans::add_first_job(int horizon, CareerPath& path) {
    const int kind = pick(0, 2);
    if (kind == 1) {
        for (int year = 0, years = pick(1, 5); year < years; ++year) {
            path.pay.push_back(money(60 + pick(0, 240)));
        }
    } else if (kind == 2) {
        path.offer = model::Stated<std::string>{"offer.toml"};
    }
    if (chance()) {
        path.company = "company " + std::to_string(pick(0, 1));
    }
    if (chance()) {
        path.leave_after = pick(1, horizon);
    }
    if (!path.offer && chance()) {
        add_exits(horizon, path);
    }
}

void RandomPlans::add_exits(int horizon, CareerPath& path) {
    for (const int chance_of : {50, 30, 20}) {
        model::CareerExit exit{
            .name = "exit", .chance = percent(chance_of), .worth = money(chance() ? 0 : 40 * pick(1, 9))};
        exit.after = pick(1, horizon + 6);
        exit.ends = chance();
        path.exits.push_back(exit);
    }
    if (chance()) {
        path.keeps = chance();
    }
    path.vests_over = pick(0, 5) * 12;
}

void RandomPlans::add_rules(std::size_t rungs, CareerPath& path) {
    for (std::size_t rung = 1; rung < rungs; ++rung) {
        if (chance()) {
            const int median = pick(1, 40);
            model::CareerPromotion promotion{.rung = rung, .ever = percent(10 * pick(0, 10)), .median = median};
            promotion.slow = median + (chance() ? 0 : pick(1, 40));
            promotion.pay_over = chance() ? 0 : pick(1, 30);
            if (chance()) {
                promotion.out_after = pick(1, 60);
            }
            path.promotions.push_back(promotion);
        }
    }
    if (chance()) {
        path.job_loss = model::CareerJobLoss{.per_year = percent(pick(0, 9) == 9 ? 100 : pick(0, 30))};
        if (chance()) {
            path.job_loss->in_downturn = percent(pick(0, 9) == 9 ? 100 : pick(0, 60));
        }
        path.job_loss->months_out = pick(0, 7);
        path.job_loss->comeback = range(95, 5);
    }
    if (chance()) {
        path.moves = model::CareerSwitch{.every = pick(1, 40), .gain = range(3, 5)};
    }
}

choice::paths::OfferJob RandomPlans::offer_job(int horizon) {
    choice::paths::OfferJob made{.company = "Company " + std::to_string(pick(0, 1))};
    auto& job = made.job;
    for (int month = 0, months = std::min(horizon, 12 * pick(1, 5)); month < months; ++month) {
        job.pay.push_back(5'000.0 + 1'000 * pick(0, 20));
    }
    // The last entry counts for all later months.
    for (int months = 0, stated = chance() ? pick(1, 24) : 0; months < stated; ++months) {
        job.on_leaving.push_back(-1'000.0 * pick(0, 9));
        job.on_loss.push_back(1'000.0 * pick(-4, 9));
    }
    const bool keeps = chance();
    for (const double share : {0.5, 0.3, 0.2}) {
        choice::paths::Exit exit{"exit", share, pick(1, horizon + 6), chance() ? 0.0 : 40'000.0 * pick(1, 9)};
        exit.ends = exit.worth == 0;
        for (int month = 0; keeps && month < exit.after; ++month) {
            exit.kept.push_back(static_cast<double>(month) / exit.after);
        }
        job.exits.push_back(std::move(exit));
    }
    if (chance()) {
        job.exits.clear();
    }
    return made;
}

}  // namespace careers
