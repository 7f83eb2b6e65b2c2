#include <offerkit/report/career/words.hpp>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <offerkit/calendar/period.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::report {

namespace paths = choice::paths;

std::string input_name(const paths::Move& move) {
    using paths::MoveKind;
    switch (move.kind) {
        case MoveKind::pay: return "pay";
        case MoveKind::later_pay: return "later_pay";
        case MoveKind::exit: return "exit " + move.name;
        case MoveKind::ever: return "ever " + move.name;
        case MoveKind::downturns: break;
    }
    return "downturns";
}

std::string move_words(const paths::Move& move) {
    using paths::MoveKind;
    switch (move.kind) {
        case MoveKind::pay: return "pay of the rungs";
        case MoveKind::later_pay: return "later pay";
        case MoveKind::exit: return "a paying exit of " + move.name;
        case MoveKind::ever: return move.name + " ever reached";
        case MoveKind::downturns: break;
    }
    return "downturns";
}

std::string years_or_months(int months) { return calendar::to_string(calendar::Period::months(months)); }

std::string whole_percent(double share) { return fmt::format("{:.0f}%", std::floor(share * 100 + 0.5)); }

std::string seen_words(const CareerView& view, const paths::TurnFigures& turn, const paths::TurnGroup& group) {
    if (!group.seen) {
        return "anything else";
    }
    const auto& seen = *group.seen;
    const auto differs = [&](auto part) {
        return std::any_of(turn.groups.begin(), turn.groups.end(), [&](const paths::TurnGroup& other) {
            return other.seen && part(*other.seen) != part(seen);
        });
    };
    std::vector<std::string> parts;
    parts.emplace_back(seen.first_job        ? "still in the first job"
                       : seen.months_out > 0 ? fmt::format("out of work for {} more months", seen.months_out)
                                             : "in a later job");
    if (differs([](const paths::Seen& one) { return one.rung; })) {
        parts.push_back("as " + view.terms.rungs[seen.rung].id);
    }
    if (seen.paid) {
        parts.emplace_back("an exit has paid");
    }
    if (differs([](const paths::Seen& one) { return one.downturn; })) {
        parts.emplace_back(seen.downturn ? "in a downturn" : "in a normal year");
    }
    if (seen.heard != paths::Heard::nothing) {
        parts.emplace_back(seen.heard == paths::Heard::success ? "heard of success" : "heard of failure");
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

bool about_even(const paths::Estimated& lead, double larger) noexcept {
    const double size = std::abs(lead.value);
    return size < 2 * lead.error || size < 0.03 * std::abs(larger);
}

std::string rough_amount(const paths::Estimated& amount) {
    // The power of ten above the standard error.
    double unit = 1000;
    while (unit <= amount.error) {
        unit *= 10;
    }
    const double rounded = std::copysign(std::floor(std::abs(amount.value) / unit + 0.5) * unit, amount.value);
    const std::string sign = rounded < 0 ? "-" : "";
    const double size = std::abs(rounded);
    if (size >= 1e6) {
        const int decimals = unit >= 1e6 ? 0 : unit >= 1e5 ? 1 : 2;
        return sign + fmt::format("{:.{}f}M", size / 1e6, decimals);
    }
    return sign + (size >= 1000 ? fmt::format("{:.0f},000", size / 1000) : "0");
}

std::vector<std::string> counted_as_none(const CareerView& view) {
    std::vector<std::string> none;
    const auto& all = view.plan.paths;
    const auto each = [&](auto states) { return std::any_of(all.begin(), all.end(), states); };
    if (!each([](const model::CareerPath& path) {
            return path.job_loss && (!path.job_loss->per_year.is_zero() ||
                                     !path.job_loss->in_downturn.value_or(quantity::Rate{}).is_zero());
        })) {
        none.emplace_back("job loss");
    }
    if (view.plan.downturn.is_zero()) {
        none.emplace_back("downturns");
    }
    if (!each([](const model::CareerPath& path) { return !path.promotions.empty(); })) {
        none.emplace_back("promotion");
    }
    return none;
}

std::vector<std::string> career_assumptions(const CareerView& view) {
    std::vector<std::string> lines;
    for (const auto& assumption : view.plan.assumptions) {
        lines.push_back(fmt::format("{} = {}: {}", assumption.key, assumption.value, assumption.meaning));
    }
    lines.emplace_back(
        "money is nominal and before tax, and years already served on a rung are not known: every clock "
        "starts at 0");
    lines.emplace_back(
        "every world has one level of pay for all rungs, and one set of draws for all paths: a "
        "difference between paths is one of the paths, not of luck");
    lines.emplace_back("a promotion in the first job lifts all that it pays, its shares too");
    for (const std::string& none : counted_as_none(view)) {
        lines.push_back(none + " counts as none, because no rate is stated");
    }
    for (std::size_t i = 0; i < view.career.paths.size(); ++i) {
        const auto& tie = view.career.paths[i].break_even;
        if (tie && tie->inherited) {
            lines.push_back("what would have to be believed of " + view.terms.paths[i].id +
                            " moves its own tables alone: the paths that go over to it by `then` keep their figures");
        }
    }
    return lines;
}

}  // namespace offerkit::report
