#include "careers.hpp"

#include <algorithm>
#include <sstream>

#include "catch.hpp"

namespace careers {

namespace {

using namespace offerkit;
using namespace offerkit::choice::paths;

struct Desk {
    diagnostic::Sources sources{};
    diagnostic::Diagnostics problems{};
    file::ProfileStore store{{}};

    std::optional<model::CareerPlan> read(const std::string& text) {
        return file::read_plan_text({sources, problems, store}, "plan.toml", text);
    }
    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> lines;
        for (const auto& problem : problems.sorted()) {
            lines.push_back(std::to_string(problem.span.line) + ":" + std::to_string(problem.span.column) + " " +
                            std::string{problem.code} + ": " + problem.message +
                            (problem.help.empty() ? "" : " (" + problem.help + ")"));
        }
        return lines;
    }
};

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream in{text};
    for (std::string part; std::getline(in, part, at);) {
        parts.push_back(part);
    }
    return parts;
}

std::size_t path_of(const Terms& terms, const std::string& id) {
    const auto found =
        std::find_if(terms.paths.begin(), terms.paths.end(), [&](const Path& path) { return path.id == id; });
    REQUIRE(found != terms.paths.end());
    return static_cast<std::size_t>(found - terms.paths.begin());
}

std::size_t rung_of(const Terms& terms, const std::string& id) {
    const auto found =
        std::find_if(terms.rungs.begin(), terms.rungs.end(), [&](const Rung& rung) { return rung.id == id; });
    REQUIRE(found != terms.rungs.end());
    return static_cast<std::size_t>(found - terms.rungs.begin());
}

std::optional<double> value(const std::optional<Estimated>& figure) {
    return figure ? std::optional{figure->value} : std::nullopt;
}

double part(const Distribution& distribution, const std::string& name) {
    return (name == "mean"  ? distribution.mean
            : name == "p10" ? distribution.p10
            : name == "p50" ? distribution.p50
            : name == "p90" ? distribution.p90
                            : distribution.worst_20th)
        .value;
}

std::optional<double> of_path(const Terms& terms, const PathFigures& path, const std::vector<std::string>& name) {
    const std::string& what = name[2];
    if (what == "looks") {
        const auto found = std::find_if(path.looks.begin(), path.looks.end(), [&](const LookFigures& look) {
            return std::to_string(look.months) == name[3];
        });
        REQUIRE(found != path.looks.end());
        return part(found->value, name[4]);
    }
    if (what == "years") {
        return part(path.years.at(std::stoul(name[3]) - 1).money, name[4]);
    }
    if (what == "rungs") {
        return path.rungs.at(rung_of(terms, name[3])).value;
    }
    if (what == "breakeven") {
        REQUIRE(path.break_even.has_value());
        if (name[3] == "ever") {
            for (const auto& ever : path.break_even->ever) {
                if (ever.rung == rung_of(terms, name[4])) {
                    return value(ever.chance);
                }
            }
            return std::nullopt;
        }
        return value(name[3] == "success"           ? path.break_even->success
                     : name[3] == "later_pay_shift" ? path.break_even->later_pay
                                                    : path.break_even->exit_value);
    }
    return what == "lost_a_job"             ? path.lost_a_job.value
           : what == "months_without_pay"   ? path.months_without_pay.value
           : what == "best"                 ? path.best.value
           : what == "regret"               ? path.regret.value
           : what == "savings_gone"         ? value(path.savings_gone)
           : what == "certainty_equivalent" ? value(path.certainty_equivalent)
                                            : std::nullopt;
}

std::optional<double> of_pair(const Terms& terms, const PairFigures& pair, const std::vector<std::string>& name) {
    const std::string& what = name[2];
    if (what == "difference") {
        return pair.difference.value;
    }
    const auto& side = what.starts_with("a_") ? pair.a_for_good : pair.b_for_good;
    if (what.ends_with("payback_of_means")) {
        return side.of_means ? std::optional{static_cast<double>(*side.of_means)} : std::nullopt;
    }
    if (what.ends_with("ahead_for_good")) {
        return name[3] == "never" ? std::optional{side.never.value} : value(side.median_month);
    }
    const auto look = std::find(terms.looks.begin(), terms.looks.end(), std::stoi(name[3]));
    REQUIRE(look != terms.looks.end());
    return pair.ahead.at(static_cast<std::size_t>(look - terms.looks.begin())).value;
}

std::string input_of(const Move& move) {
    switch (move.kind) {
        case MoveKind::pay: return "pay";
        case MoveKind::later_pay: return "later_pay";
        case MoveKind::exit: return "exit " + move.name;
        case MoveKind::ever: return "ever " + move.name;
        case MoveKind::downturns: return "downturns";
    }
    return {};
}

}  // namespace

model::CareerPlan read(const std::string& text) {
    Desk desk;
    auto plan = desk.read(text);
    CAPTURE(desk.told());
    REQUIRE(plan.has_value());
    return *plan;
}

Terms terms(const std::string& text) { return terms_of(read(text)); }

std::vector<std::string> problems(const std::string& text) {
    Desk desk;
    (void)desk.read(text);
    return desk.told();
}

std::optional<double> figure(const Terms& terms, const Career& career, const std::string& name) {
    const auto parts = split(name, '.');
    CAPTURE(name);
    REQUIRE(parts.size() > 2);
    if (parts[0] == "paths") {
        return of_path(terms, career.paths.at(path_of(terms, parts[1])), parts);
    }
    if (parts[0] == "pairs") {
        const auto ids = split(parts[1], '/');
        for (const auto& pair : career.pairs) {
            if (pair.a == path_of(terms, ids[0]) && pair.b == path_of(terms, ids[1])) {
                return of_pair(terms, pair, parts);
            }
        }
    } else if (parts[0] == "turns") {
        for (std::size_t i = 0; i < terms.turns.size(); ++i) {
            if (terms.paths[terms.turns[i].from].id + ">" + terms.paths[terms.turns[i].to].id == parts[1]) {
                const auto& turn = career.turns.at(i);
                return (parts[2] == "value"    ? turn.value
                        : parts[2] == "right"  ? turn.right
                        : parts[2] == "seeing" ? turn.seeing
                        : parts[2] == "lead"   ? turn.lead
                                               : turn.turns)
                    .value;
            }
        }
    } else if (parts[0] == "moves") {
        for (const auto& move : career.moves) {
            if (input_of(move) != parts[1]) {
                continue;
            }
            if (parts[2] == "worth_knowing") {
                return move.worth_knowing.value;
            }
            for (const auto& lead : move.lead) {
                if (lead.path == path_of(terms, parts[3])) {
                    return value(parts[2] == "low" ? lead.low : lead.high);
                }
            }
        }
    }
    FAIL("there is no such figure");
    return std::nullopt;
}

}  // namespace careers
