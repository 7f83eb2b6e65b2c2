#include <offerkit/choice/paths/plan_terms.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <offerkit/numeric/philox32.hpp>

namespace offerkit::choice::paths {

namespace {

using model::CareerPath;
using model::CareerPlan;

ThreePoint three(const model::RateRange& range) noexcept {
    return {{range.low.approximate(), range.likely.approximate(), range.high.approximate()}};
}

/// The hazard of a month that comes to a chance a year.
double monthly_hazard(const quantity::Rate& per_year) noexcept { return -std::log1p(-per_year.approximate()) / 12; }

Rules rules_of(const CareerPlan& plan, const CareerPath& path) {
    Rules rules{.promotions = std::vector<Promotion>(plan.rungs.size())};
    for (const auto& stated : path.promotions) {
        Promotion promotion = Promotion::of(stated.ever.approximate(), stated.median, stated.slow, plan.horizon);
        promotion.pay_over = stated.pay_over;
        promotion.out_after = stated.out_after.value_or(0);
        rules.promotions[stated.rung] = std::move(promotion);
    }
    if (path.job_loss) {
        rules.hazard = monthly_hazard(path.job_loss->per_year);
        rules.hazard_in_downturn = monthly_hazard(path.job_loss->in_downturn.value_or(path.job_loss->per_year));
        rules.months_out = path.job_loss->months_out;
        rules.comeback = three(path.job_loss->comeback);
    }
    if (path.moves) {
        rules.switch_every = path.moves->every;
        rules.gain = three(path.moves->gain);
    }
    return rules;
}

/// The part of an exit that stays with who leaves after 0, 1, ... months, up to the month before it.
std::vector<double> kept_part(const CareerPath& path, int after) {
    std::vector<double> kept;
    const auto vested = [&](int months) {
        return path.vests_over == 0 ? 1.0 : std::min(1.0, static_cast<double>(months) / path.vests_over);
    };
    for (int months = 0; months < after; ++months) {
        kept.push_back(vested(months) / vested(after));
    }
    return kept;
}

FirstJob stated_job(const CareerPath& path) {
    FirstJob job;
    for (const quantity::Money& yearly : path.pay) {
        job.pay.insert(job.pay.end(), 12, in_major_units(yearly) / 12);
    }
    return job;
}

std::size_t company_place(Terms& terms, const std::string& name) {
    const auto hash = numeric::name_hash(name);
    for (std::size_t i = 0; i < terms.companies.size(); ++i) {
        if (numeric::name_hash(terms.companies[i]) == hash) {
            return i;
        }
    }
    terms.companies.push_back(name);
    return terms.companies.size() - 1;
}

Path path_of(const CareerPlan& plan, const CareerPath& path, const std::optional<OfferJob>& offer, Terms& terms) {
    Path made{.id = path.id,
              .rung = path.rung,
              .has_first_job = path.has_first_job(),
              .job = offer ? offer->job : stated_job(path),
              .rules = rules_of(plan, path)};
    for (const auto& exit : path.exits) {
        made.job.exits.push_back({exit.name, exit.chance.approximate(), exit.after, in_major_units(exit.worth),
                                  exit.ends,
                                  path.keeps.value_or(false) ? kept_part(path, exit.after) : std::vector<double>{}});
    }
    const std::string company = path.company ? *path.company : offer ? offer->company : path.id;
    made.job.company = company_place(terms, company);
    made.job.leave_after = path.leave_after.value_or(0);
    if (path.later_pay) {
        made.later_pay = three(*path.later_pay);
    }
    made.rungs_moved = path.next.rung ? static_cast<int>(*path.next.rung) - static_cast<int>(path.rung) : 0;
    made.one_up = path.next.one_up.approximate();
    made.one_up_after_success = path.next.one_up_after_success.value_or(path.next.one_up).approximate();
    made.then = path.then.value_or(nowhere);
    made.then_offer = path.then_offer;
    return made;
}

}  // namespace

double in_major_units(quantity::Money amount) noexcept {
    return static_cast<double>(amount.minor()) / std::pow(10.0, amount.currency().decimals());
}

quantity::Money in_money(double amount, quantity::Currency currency) noexcept {
    const double minor = std::clamp(amount * std::pow(10.0, currency.decimals()), -9e18, 9e18);
    return {std::llround(minor), currency};
}

Terms terms_of(const CareerPlan& plan, std::span<const std::optional<OfferJob>> jobs) {
    Terms terms{.horizon = plan.horizon,
                .looks = plan.looks,
                .discount_rate = plan.discount_rate.approximate(),
                .pay_growth = plan.pay_growth.approximate(),
                .downturn = plan.downturn.approximate(),
                .has_spending = plan.spending.has_value(),
                .spending = plan.spending ? in_major_units(*plan.spending) : 0,
                .savings = plan.savings ? in_major_units(*plan.savings) : 0,
                .keep = plan.keep.approximate(),
                .has_wealth = plan.wealth && plan.risk_aversion,
                .wealth = plan.wealth ? in_major_units(*plan.wealth) : 0,
                .risk_aversion = plan.risk_aversion ? plan.risk_aversion->approximate() : 0};
    terms.looks.push_back(plan.horizon);
    for (const auto& rung : plan.rungs) {
        terms.rungs.push_back(
            {rung.id,
             {{in_major_units(rung.total.low), in_major_units(rung.total.likely), in_major_units(rung.total.high)}}});
    }
    for (std::size_t i = 0; i < plan.paths.size(); ++i) {
        terms.paths.push_back(path_of(plan, plan.paths[i], i < jobs.size() ? jobs[i] : std::nullopt, terms));
    }
    for (const auto& turn : plan.turns) {
        terms.turns.push_back({turn.at, turn.from, turn.to, turn.open.approximate(), in_major_units(turn.cost),
                               turn.reading.approximate()});
    }
    return terms;
}

}  // namespace offerkit::choice::paths
