// What can only be seen of a career plan as a whole.

#include <algorithm>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/plan/detail/plan_parts.hpp>

namespace offerkit::file::plan {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::CareerPath;
using model::CareerPlan;

/// Paths that lead into each other by `then`, as the circle that they are.
void check_circles(Context& context, const CareerPlan& plan) {
    std::vector<bool> told(plan.paths.size());
    for (std::size_t start = 0; start < plan.paths.size(); ++start) {
        std::vector<std::size_t> way{start};
        while (plan.paths[way.back()].then) {
            const std::size_t next = *plan.paths[way.back()].then;
            const auto met = std::find(way.begin(), way.end(), next);
            if (met == way.end()) {
                way.push_back(next);
                continue;
            }
            const bool known = std::any_of(met, way.end(), [&](std::size_t path) { return told[path]; });
            if (!known) {
                std::string circle;
                for (auto path = met; path != way.end(); ++path) {
                    circle += plan.paths[*path].id + " -> ";
                    told[*path] = true;
                }
                context.error(codes::conflict, plan.paths[way.back()].then_span,
                              formatted("`then` goes round in a circle: {}{}", circle, plan.paths[next].id),
                              "take `then` out of one of these paths");
            }
            break;
        }
    }
}

void check_path(Context& context, const CareerPlan& plan, const CareerPath& path, bool has_downturn) {
    if (path.then_offer && path.then && !plan.paths[*path.then].has_first_job()) {
        const auto& next = plan.paths[*path.then].id;
        context.error(codes::missing_key, path.then_span,
                      formatted("`{}` states no first job that could be taken up", next),
                      formatted("add `offer` or `pay` to path `{}`, or leave `then_offer` out", next));
    }
    if (path.job_loss && path.job_loss->in_downturn && !has_downturn) {
        context.missing(codes::missing_key, path.job_loss->span,
                        "`in_downturn` needs to know how often a year is one of a downturn",
                        "add `downturn = \"15%\"` to [market]");
    }
}

}  // namespace

void check_plan(Context& context, const View& root, const CareerPlan& plan) {
    check_circles(context, plan);
    const Node* market = root.find("market");
    const bool has_downturn =
        market != nullptr && (market->kind != NodeKind::table || find_entry(*market, "downturn") != nullptr);
    for (const CareerPath& path : plan.paths) {
        check_path(context, plan, path, has_downturn);
    }
}

}  // namespace offerkit::file::plan
