#include <offerkit/choice/paths/plan_review.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/plan_codes.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::choice::paths {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::CareerPath;
using model::CareerPlan;

template <class States>
void warn_of_some(const CareerPlan& plan, std::string_view what, std::string_view table, States states,
                  std::vector<PlanWarning>& warnings) {
    std::vector<std::string_view> without;
    const CareerPath* first = nullptr;
    // What it goes over to by `then` holds after the first job alone.
    for (const CareerPath& path : plan.paths) {
        if (!states(path)) {
            without.push_back(path.id);
            first = first == nullptr ? &path : first;
        }
    }
    if (without.empty() || without.size() == plan.paths.size()) {
        return;
    }
    warnings.push_back(
        {codes::stated_for_some, first->span,
         formatted("{} counts as none for {}, and other paths state it", what, diagnostic::listed(without, "and")),
         formatted("add {} there too, or say to yourself why there is none", table)});
}

bool loses(const CareerPath& path) {
    return path.job_loss &&
           (!path.job_loss->per_year.is_zero() || !path.job_loss->in_downturn.value_or(quantity::Rate{}).is_zero());
}

void warn_of_first_job(const CareerPlan& plan, const Terms& terms, std::size_t place,
                       std::vector<PlanWarning>& warnings) {
    const CareerPath& path = plan.paths[place];
    const auto& pay = terms.paths[place].job.pay;
    const double rung = terms.rungs[path.rung].pay[1];
    if (pay.empty() || rung <= 0) {
        return;
    }
    double yearly = 0;
    for (const double month : pay) {
        yearly += month * 12 / static_cast<double>(pay.size());
    }
    const double off = yearly / rung - 1;
    constexpr double told_from = 0.15 - 1e-9;  // 460,000 of 400,000 is 15% as well
    if (std::abs(off) < told_from) {
        return;
    }
    const auto percent = std::to_string(std::lround(std::abs(off) * 100));
    warnings.push_back({codes::off_rung, path.offer ? path.offer->span : path.pay_span,
                        formatted("the first job of `{}` pays {}% {} than its rung `{}`: afterwards pay is the rung's",
                                  path.id, percent, off < 0 ? "less" : "more", plan.rungs[path.rung].id),
                        "check `rung`; if it is meant, say what it does to later pay with `later_pay`"});
}

}  // namespace

std::vector<PlanWarning> review(const CareerPlan& plan, const Terms& terms) {
    std::vector<PlanWarning> warnings;
    for (std::size_t i = 1; i < plan.rungs.size(); ++i) {
        if (plan.rungs[i].total.likely < plan.rungs[i - 1].total.likely) {
            warnings.push_back({codes::rung_pays_less, plan.rungs[i].total.span,
                                formatted("rung `{}` pays less than `{}`, which stands below it", plan.rungs[i].id,
                                          plan.rungs[i - 1].id),
                                "write rungs from the lowest to the highest"});
        }
    }
    for (std::size_t i = 0; i < plan.paths.size(); ++i) {
        warn_of_first_job(plan, terms, i, warnings);
    }
    if (std::none_of(plan.paths.begin(), plan.paths.end(), loses)) {
        warnings.push_back({codes::no_losses, plan.paths.front().span,
                            "no path ever loses a job: every figure is of a world without layoffs",
                            "add `job_loss = { per_year = \"4%\", months_out = 5 }` with rates of your own"});
    } else {
        warn_of_some(plan, "job loss", "`job_loss`", loses, warnings);
    }
    warn_of_some(
        plan, "promotion", "`promotion`", [](const CareerPath& path) { return !path.promotions.empty(); }, warnings);
    std::vector<std::string_view> with_exits;
    const CareerPath* without = nullptr;
    for (std::size_t i = 0; i < plan.paths.size(); ++i) {
        if (!terms.paths[i].job.exits.empty()) {
            with_exits.push_back(plan.paths[i].id);
        } else if (plan.paths[i].has_first_job() && without == nullptr) {
            without = &plan.paths[i];
        }
    }
    if (!with_exits.empty() && without != nullptr) {
        warnings.push_back(
            {codes::stated_for_some, without->span,
             formatted("exits are stated for {} and not for `{}`", diagnostic::listed(with_exits, "and"), without->id),
             "right for a company that is neither sold nor closed; else add [[path.exit]]"});
    }
    return warnings;
}

}  // namespace offerkit::choice::paths
