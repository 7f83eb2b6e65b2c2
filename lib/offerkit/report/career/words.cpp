#include <offerkit/report/career/words.hpp>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <offerkit/calendar/period.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/report/words/wording.hpp>

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
    return in_a_row(parts);
}

namespace {

/// The chance of an exit that pays, as the plan states it.
double stated_success(const paths::Path& path) {
    double chance = 0;
    for (const auto& exit : path.job.exits) {
        chance += exit.worth > 0 ? exit.chance : 0;
    }
    return chance;
}

}  // namespace

std::vector<std::string> beliefs_that_tie(const CareerView& view, std::size_t path) {
    const auto& tie = *view.career.paths[path].break_even;
    const auto& terms = view.terms.paths[path];
    std::vector<std::string> parts;
    if (tie.later_pay) {
        parts.push_back(fmt::format("later pay {} {}", whole_percent(std::abs(tie.later_pay->value)),
                                    tie.later_pay->value < 0 ? "worse" : "better"));
    }
    if (tie.success) {
        parts.push_back(fmt::format("a paying exit {} instead of {}", whole_percent(tie.success->value),
                                    whole_percent(stated_success(terms))));
    }
    if (tie.exit_value) {
        parts.push_back(fmt::format("exits worth {:.1f} times", tie.exit_value->value));
    }
    for (const auto& ever : tie.ever) {
        if (ever.chance) {
            parts.push_back(fmt::format("{} ever reached {} instead of {}", view.terms.rungs[ever.rung].id,
                                        whole_percent(ever.chance->value),
                                        whole_percent(terms.rules.promotions[ever.rung].ever)));
        }
    }
    return parts;
}

bool about_even(const paths::Estimated& lead, double larger) noexcept {
    const double size = std::abs(lead.value);
    return size < 2 * lead.error || size < 0.03 * std::abs(larger);
}

std::vector<std::string> counted_as_none(const CareerView& view) {
    std::vector<std::string> none;
    const auto& all = view.plan.paths;
    const auto add = [&](const std::string& what, auto states) {
        std::vector<std::string_view> without;
        for (const model::CareerPath& path : all) {
            if (!states(path)) {
                without.emplace_back(path.id);
            }
        }
        if (without.size() == all.size()) {
            none.push_back(what);
        } else if (without.size() > 2) {
            none.push_back(fmt::format("{} of {} paths", what, without.size()));
        } else if (!without.empty()) {
            none.push_back(fmt::format("{} of {}", what, fmt::join(without, " and ")));
        }
    };
    add("job loss", [](const model::CareerPath& path) {
        return path.job_loss &&
               (!path.job_loss->per_year.is_zero() || !path.job_loss->in_downturn.value_or(quantity::Rate{}).is_zero());
    });
    if (view.plan.downturn.is_zero()) {
        none.emplace_back("downturns");
    }
    add("promotion", [](const model::CareerPath& path) { return !path.promotions.empty(); });
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
        lines.push_back(fmt::format("{} counts as none, because no rate is stated", none));
    }
    for (std::size_t i = 0; i < view.career.paths.size(); ++i) {
        const auto& tie = view.career.paths[i].break_even;
        if (tie && tie->inherited) {
            lines.push_back(fmt::format(
                "what would have to be believed of {} moves its own tables alone: the paths that go over to it by "
                "`then` keep their figures",
                view.terms.paths[i].id));
        }
    }
    return lines;
}

}  // namespace offerkit::report
