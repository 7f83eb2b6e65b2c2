#include <offerkit/choice/paths/offer_jobs.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/timeline/years.hpp>
#include <offerkit/value/exits.hpp>
#include <offerkit/value/leaving.hpp>

namespace offerkit::choice::paths {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;

constexpr int usual_window = 48;
/// Later than any horizon: an exit behind it is named, and counts for nothing.
constexpr int most_months = 1200;

/// The month of the job in which a day lies: (b + (j - 1) months, b + j months], the first day in month 1.
int month_of(Date first, Date day, int most) {
    int month = 1;
    while (month <= most && first.plus_months(month) < day) {
        ++month;
    }
    return month;
}

/// What an amount on a day counts for in present value, where it is no money (docs/numbers.md, "Present value").
double weight_of(const timeline::CashFlow& flow, Date first, double discount_rate, double dividend_yield) {
    if (flow.timing.kind == timeline::Timing::Kind::gain) {
        return 1;
    }
    const double years = timeline::years_between(first, flow.date);
    const double as_money = flow.timing.converted ? timeline::years_between(first, *flow.timing.converted) : 0;
    return std::pow(1 + discount_rate, -as_money) * std::pow(1 + dividend_yield, as_money - years);
}

void add_pay(const value::ValuedOffer& valued, int months, double discount_rate, FirstJob& job) {
    job.pay.assign(static_cast<std::size_t>(months), 0.0);
    job.more_value.assign(static_cast<std::size_t>(months), 0.0);
    const auto* stock = valued.stock();
    const double yield = stock != nullptr && stock->dividend_yield ? stock->dividend_yield->approximate() : 0;
    const Date first = valued.window.start();
    for (const auto& flow : valued.flows) {
        const int month = month_of(first, flow.date, months);
        if (!flow.payable || month > months) {
            continue;
        }
        const auto place = static_cast<std::size_t>(month - 1);
        const double amount = in_major_units(flow.amount);
        job.pay[place] += amount;
        if (flow.timing.kind != timeline::Timing::Kind::money) {
            job.more_value[place] +=
                amount * (weight_of(flow, first, discount_rate, yield) - std::pow(1 + discount_rate, -month / 12.0));
        }
    }
}

/// What leaving after each month takes back and brings.
bool add_leaving(value::LeavingBook& book, Date first, int months, FirstJob& job,
                 diagnostic::Diagnostics& diagnostics) {
    const auto after = [&](int month, model::LeavingReason reason) -> std::optional<double> {
        const auto leaving = book.on({first.plus_months(month), reason}, diagnostics);
        return leaving ? std::optional{in_major_units(leaving->received()) - in_major_units(leaving->clawback)}
                       : std::nullopt;
    };
    for (int month = 0; month <= months; ++month) {
        const auto choice = after(month, model::LeavingReason::voluntary);
        const auto loss = after(month, model::LeavingReason::without_cause);
        if (!choice || !loss) {
            return false;
        }
        job.on_leaving.push_back(*choice);
        job.on_loss.push_back(*loss);
    }
    return true;
}

/// Whether the exits of a company stand in one place; else they are reported.
bool exits_agree(const model::CareerPath& path, const model::Offer& offer, diagnostic::Diagnostics& diagnostics) {
    if (!offer.stock || offer.stock->exits.empty() || path.exits.empty()) {
        return true;
    }
    diagnostics.error(codes::conflict, path.exits.front().span,
                      diagnostic::formatted("`{}` states exits of its own: they are one company's", path.offer->value),
                      "keep either [[exit]] in the offer or [[path.exit]] in the plan");
    return false;
}

/// Whether what has vested stays with who leaves before an exit, where the plan does not say.
bool stays_after_leaving(const model::Offer& offer) {
    return std::any_of(offer.grants.begin(), offer.grants.end(),
                       [](const model::Grant& grant) { return grant.after_leaving == model::AfterLeaving::keep; });
}

/// By months served, up to the month before the exit: the part of its worth that stays with who left then, which is
/// what had vested of what vests by the exit.
std::vector<double> kept_of(const value::ValuedOffer& valued, const value::ExitScenario& scenario, int after) {
    std::vector<double> kept;
    const double all = scenario.vested.exact().approximate();
    for (int months = 0; months < after && all > 0; ++months) {
        const double left = value::earned_by(valued, valued.window.start().plus_months(months)).exact().approximate();
        kept.push_back(std::min(1.0, left / all));
    }
    return kept;
}

/// The scenarios of the offer (docs/numbers.md, "Exits"), each in its month of the job.
void add_exits(const value::ValuedOffer& valued, const model::CareerPath& path, FirstJob& job) {
    if (!valued.exits) {
        return;
    }
    const bool keeps = path.keeps.value_or(stays_after_leaving(*valued.offer));
    for (const auto& scenario : valued.exits->scenarios) {
        const int after = month_of(valued.window.start(), scenario.exit->on, most_months);
        job.exits.push_back({scenario.name, scenario.chance.approximate(), after, in_major_units(scenario.worth),
                             scenario.worth.is_zero(),
                             keeps ? kept_of(valued, scenario, after) : std::vector<double>{}});
    }
}

}  // namespace

std::optional<std::vector<std::optional<OfferJob>>> offer_jobs(const model::CareerPlan& plan,
                                                               std::span<const NamedOffer> named,
                                                               model::Valuation valuation,
                                                               diagnostic::Diagnostics& diagnostics) {
    std::vector<std::optional<OfferJob>> jobs(plan.paths.size());
    if (named.empty()) {
        return jobs;
    }
    std::vector<model::Offer> offers;
    bool agree = true;
    for (const auto& one : named) {
        offers.push_back(one.offer);
        agree = exits_agree(plan.paths[one.path], one.offer, diagnostics) && agree;
    }
    if (!agree) {
        return std::nullopt;
    }
    valuation.count_refreshers = true;
    valuation.discount_rate = plan.discount_rate;
    valuation.currency = plan.currency;
    // Each offer is valued for its own window, beside the others: the job held now begins with the earliest of them.
    std::map<int, Comparison> by_window;
    for (const auto& one : named) {
        const int months = plan.paths[one.path].window.value_or(usual_window);
        valuation.horizon = calendar::Period::months(months);
        if (by_window.contains(months)) {
            continue;
        }
        // What is wrong with an offer is wrong in every window, and told once.
        diagnostic::Diagnostics unheard;
        auto compared = rank(offers, valuation, by_window.empty() ? diagnostics : unheard);
        if (!compared) {
            return std::nullopt;
        }
        by_window.emplace(months, std::move(*compared));
    }
    const double discount_rate = plan.discount_rate.approximate();
    for (std::size_t i = 0; i < named.size(); ++i) {
        const model::CareerPath& path = plan.paths[named[i].path];
        const int window = path.window.value_or(usual_window);
        const auto& valued = by_window.at(window).offers[i];
        const int months = std::min(window, plan.horizon);
        OfferJob job{.company = offers[i].company};
        add_pay(valued, months, discount_rate, job.job);
        add_exits(valued, path, job.job);
        const auto sources = rate_sources(offers, i, valuation);
        auto book = value::LeavingBook::open(offers[i], valued.window, {valuation, plan.currency, sources},
                                             valued.window.start().plus_months(months), diagnostics);
        if (!book || !add_leaving(*book, valued.window.start(), months, job.job, diagnostics)) {
            return std::nullopt;
        }
        jobs[named[i].path] = std::move(job);
    }
    return jobs;
}

}  // namespace offerkit::choice::paths
