#include <cli/commands/career_pay.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cli/line/option_values.hpp>
#include <cli/session/plan_files.hpp>
#include <offerkit/choice/paths/figures.hpp>
#include <offerkit/choice/paths/level_pay.hpp>
#include <offerkit/choice/paths/plan_terms.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/plan_codes.hpp>

namespace offerkit::cli::commands {
namespace {

namespace codes = diagnostic::codes;

constexpr std::size_t worlds = 20'000;

/// Whether a name has one of the words of later money in it: "promotion prospects", "pay_growth".
bool speaks_of_pay(std::string_view name) {
    constexpr std::array<std::string_view, 5> words{"pay", "promotion", "promotions", "prospects", "prospect"};
    return diagnostic::has_word(name, words);
}

/// Reports every factor that counts what the paths pay already; false if there is one. A factor of the goal `brand` may
/// be meant for later pay, and is warned of.
bool counts_once(const model::Priorities& priorities, diagnostic::Diagnostics& problems) {
    bool once = true;
    for (const model::Factor& factor : priorities.factors) {
        const bool goal = factor.goal == model::Goal::money_later;
        if (goal || speaks_of_pay(factor.id) || speaks_of_pay(factor.name)) {
            once = false;
            problems.error(
                codes::conflict, factor.span,
                diagnostic::formatted("{} counts later money a second time{}, and `--career` counts it as pay already",
                                      ticked(factor.id), goal ? ": its goal is `money_later`" : ", by its name"),
                diagnostic::formatted(
                    "delete its [[factor]]{}, and its ratings; or leave `--career` out",
                    factor.span.line > 0 ? ", whose id stands in line " + std::to_string(factor.span.line) : ""));
        } else if (factor.goal == model::Goal::brand) {
            problems.warning(codes::conflict, factor.span,
                             ticked(factor.id) +
                                 " may count later pay a second time: a name opens doors, and "
                                 "`later_pay` of a path is that",
                             "rate it for what else a name is worth to you, or delete it");
        }
    }
    return once;
}

/// Which offer a path's file is; nullopt for one that is not given.
std::optional<std::size_t> offer_named(const std::string& file, std::span<const model::Offer> offers) {
    for (std::size_t i = 0; i < offers.size(); ++i) {
        std::error_code error;
        if (offers[i].file == file || std::filesystem::equivalent(offers[i].file, file, error)) {
            return i;
        }
    }
    return std::nullopt;
}

/// The path of each offer; nullopt where two paths begin with the same one, which is reported.
std::optional<std::vector<std::optional<std::size_t>>> paths_of(const model::CareerPlan& plan,
                                                                std::span<const model::Offer> offers,
                                                                diagnostic::Diagnostics& problems) {
    std::vector<std::optional<std::size_t>> path_of(offers.size());
    const auto folder = std::filesystem::path{plan.file}.parent_path();
    bool single = true;
    for (std::size_t i = 0; i < plan.paths.size(); ++i) {
        const auto& named = plan.paths[i].offer;
        const auto offer = named ? offer_named((folder / named->value).string(), offers) : std::nullopt;
        if (!offer) {
            continue;
        }
        if (path_of[*offer]) {
            single = false;
            problems.error(
                codes::conflict, named->span,
                diagnostic::formatted("two paths begin with {}, and an offer has one pay", ticked(named->value)),
                "leave one of them out of the plan");
        }
        path_of[*offer] = i;
    }
    return single ? std::optional{std::move(path_of)} : std::nullopt;
}

/// Whether the options go together, and some path begins with an offer that is given; else a complaint.
bool can_count(Session& session, const model::CareerPlan& plan, std::span<const std::optional<std::size_t>> path_of,
               const choice::Comparison& comparison) {
    const auto& invocation = session.invocation();
    if (invocation.after_tax || invocation.definition == model::Definition::survival_weighted) {
        session.complain(
            {diagnostic::formatted("`--career` counts pay over years before tax, and {} has another figure for it",
                                   invocation.after_tax ? "`--after-tax`" : "`--by survival_weighted`"),
             "leave one of them out"});
        return false;
    }
    if (std::none_of(path_of.begin(), path_of.end(), [](const auto& path) { return path.has_value(); })) {
        session.complain(
            {diagnostic::formatted("no path of {} begins with one of these offers", ticked(plan.file)),
             diagnostic::formatted("name an offer's file in a path, such as `offer = \"{}\"`",
                                   std::filesystem::path{comparison.offers.front().offer->file}.filename().string())});
        return false;
    }
    if (plan.currency != comparison.currency) {
        session.complain({diagnostic::formatted("the plan is in {} and the offers are compared in {}",
                                                plan.currency.code(), comparison.currency.code()),
                          "write both in one currency"});
        return false;
    }
    return true;
}

}  // namespace

bool count_careers(Session& session, std::span<const model::Offer> offers, choice::Comparison& comparison,
                   const model::Priorities& priorities) {
    auto& problems = session.problems();
    const bool once = counts_once(priorities, problems);
    PlanFiles files{session, *session.invocation().career};
    const auto plan = files.plan({session.sources(), problems});
    const auto path_of = plan ? paths_of(*plan, offers, problems) : std::nullopt;
    const auto terms = path_of ? files.terms({session.sources(), problems}, *plan) : std::nullopt;
    if (!once || !terms || session.failed() || !can_count(session, *plan, *path_of, comparison)) {
        return false;
    }
    static_cast<void>(files.warn(*plan, *terms, problems));
    const auto seed = static_cast<std::uint64_t>(session.invocation().seed.value_or(1));
    const auto found = choice::paths::career(*terms, seed, worlds);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        auto& valued = comparison.offers[i];
        if (!(*path_of)[i]) {
            problems.warning(codes::stated_for_some, offers[i].span,
                             diagnostic::formatted(
                                 "no path begins with {}: its own pay counts, beside pay over years for the others",
                                 ticked(offers[i].company)),
                             "add a [[path]] with its file as `offer`, or leave the offer out");
            continue;
        }
        const auto& path = found.paths[*(*path_of)[i]];
        const auto pay = choice::paths::in_money(choice::paths::level_yearly_pay(path, *terms), comparison.currency);
        valued.definitions.average = pay;
        valued.with_refreshers.reset();
        comparison.valuation.assumptions.push_back(
            {offers[i].company, "pay", to_plain(pay),
             diagnostic::formatted("level yearly pay worth as much as path `{}` over {} years, {}",
                                   terms->paths[*(*path_of)[i]].id, std::to_string(terms->years()),
                                   path.certainty_equivalent ? "as a certainty equivalent" : "on average"),
             plan->paths[*(*path_of)[i]].span});
    }
    comparison.break_even.clear();
    comparison.asymmetries.clear();
    std::iota(comparison.ranking.begin(), comparison.ranking.end(), std::size_t{0});
    std::stable_sort(comparison.ranking.begin(), comparison.ranking.end(),
                     [&](std::size_t a, std::size_t b) { return comparison.figure(a) > comparison.figure(b); });
    return true;
}

}  // namespace offerkit::cli::commands
