#include <offerkit/report/career/career.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/plan_files.hpp>
#include <offerkit/choice/comparison/sweep.hpp>
#include <offerkit/choice/paths/plan_terms.hpp>
#include <offerkit/choice/paths/room_needed.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/career/short_names.hpp>
#include <offerkit/report/career/words.hpp>
#include <offerkit/report/sweep/plan_sweep.hpp>

namespace offerkit::cli::commands {
namespace {

constexpr std::int64_t usual_worlds = 20'000;
constexpr std::int64_t most_worlds = 5'000'000;

/// The standard error of a chance of 50%, which no other chance exceeds, in percentage points.
std::string error_of_chances(std::int64_t count) {
    return fmt::format("{:.4f}", 50 / std::sqrt(static_cast<double>(count)));
}

/// Whether so many worlds of a plan can be walked through; a complaint where there are too many, before any memory is
/// taken for them.
bool few_enough(Session& session, std::int64_t worlds, const choice::paths::Terms& terms) {
    const auto that_fit = static_cast<std::int64_t>(choice::paths::most_worlds_of(terms));
    if (worlds <= std::min(most_worlds, that_fit)) {
        return true;
    }
    // In round numbers: what takes less is no nearer to the bound than that.
    const std::int64_t step = that_fit >= 100'000 ? 10'000 : that_fit >= 1'000 ? 100 : 1;
    const std::int64_t most = std::min(most_worlds, that_fit / step * step);
    const std::string would_buy = diagnostic::formatted(
        "`--samples {}`, or fewer: a chance of 50% then has a standard error of {} percentage points",
        std::to_string(most), error_of_chances(most));
    if (worlds > most_worlds) {
        session.complain(
            {diagnostic::formatted("`--samples` is at most 5,000,000, where a chance of 50% has a standard error of {} "
                                   "percentage points: {} worlds would make it {}",
                                   error_of_chances(most_worlds), std::to_string(worlds), error_of_chances(worlds)),
             "write " + would_buy});
        return false;
    }
    const auto megabytes = [](std::size_t bytes) { return std::to_string(bytes / 1'000'000); };
    session.complain(
        {diagnostic::formatted("{} worlds of {}{}{}{} would take {} MB of memory, and a run takes at most {} MB",
                               std::to_string(worlds), std::to_string(terms.paths.size()),
                               terms.paths.size() == 1 ? " path over " : " paths over ", std::to_string(terms.years()),
                               terms.years() == 1 ? " year" : " years",
                               megabytes(static_cast<std::size_t>(worlds) * choice::paths::bytes_of_world(terms)),
                               megabytes(choice::paths::most_bytes)),
         diagnostic::formatted("write {}; fewer paths or years leave room for more", would_buy)});
    return false;
}

/// What a sweep found, and how sure its rows are.
struct Swept {
    choice::Sweep sweep;
    std::vector<double> errors{};
    std::vector<bool> even{};
};

/// How sure a run is of who leads: the largest standard error of its means, and whether its lead is about none.
void judge(const choice::paths::Career& found, Swept& swept) {
    double error = 0;
    bool even = false;
    for (const auto& path : found.paths) {
        error = std::max(error, path.value().mean.error);
    }
    const double most = found.paths[found.best].value().mean.value;
    for (const auto& pair : found.pairs) {
        even = even || ((pair.a == found.best || pair.b == found.best) && report::about_even(pair.difference, most));
    }
    swept.errors.push_back(error);
    swept.even.push_back(even);
}

/// What `--sweep` asks for, the files read anew at each value; nullopt without one, and where a value cannot be
/// followed, which is complained of.
std::optional<Swept> swept_plan(Session& session, PlanFiles& files, std::uint64_t seed, std::size_t worlds) {
    const auto& sweeps = session.invocation().sweeps;
    if (sweeps.empty()) {
        return std::nullopt;
    }
    std::vector<choice::SweepAxis> axes;
    std::size_t rows = 1;
    for (const auto& given : sweeps) {
        axes.push_back(given.axis);
        rows *= given.axis.values.size();
    }
    Swept result;
    std::string last;
    std::optional<diagnostic::Diagnostic> why;
    const auto evaluate =
        [&](std::span<const choice::SweepValue> values) -> std::optional<std::vector<quantity::Money>> {
        std::vector<file::Override> settings;
        last.clear();
        for (std::size_t i = 0; i < sweeps.size(); ++i) {
            settings.push_back({sweeps[i].file, sweeps[i].path, values[i].text, {}});
            last += (i == 0 ? "" : ", ") + sweeps[i].axis.path + "=" + values[i].text;
        }
        // What holds for one value of many is no problem of the run.
        diagnostic::Sources sources;
        diagnostic::Diagnostics problems;
        const auto plan = files.plan({sources, problems}, settings);
        const auto terms = plan ? files.terms({sources, problems}, *plan, settings) : std::nullopt;
        if (!terms) {
            const auto& all = problems.all();
            const auto first = std::find_if(all.begin(), all.end(), [](const auto& problem) {
                return problem.severity <= diagnostic::Severity::error;
            });
            why = first != all.end() ? std::optional{*first} : std::nullopt;
            return std::nullopt;
        }
        if (worlds > choice::paths::most_worlds_of(*terms)) {
            why.emplace();
            why->message = "so many worlds would take too much memory there";
            why->help = "write a smaller `--samples`";
            return std::nullopt;
        }
        const auto found = choice::paths::career(*terms, seed, worlds);
        if (result.errors.size() < rows) {  // crossings are looked for after the rows
            judge(found, result);
        }
        std::vector<quantity::Money> figures;
        for (const auto& path : found.paths) {
            figures.push_back(choice::paths::in_money(path.value().mean.value, plan->currency));
        }
        return figures;
    };
    auto found = choice::sweep(axes, evaluate);
    if (!found) {
        session.complain({diagnostic::formatted("`--sweep` stops at `{}`{}", last, why ? ": " + why->message : ""),
                          why ? why->help : "give fewer values"});
        return std::nullopt;
    }
    result.sweep = std::move(*found);
    return result;
}

/// The page on one screen: where names are long, they are cut first, and then what counts least is left out.
report::Page page_of(const report::CareerView& view, const Invocation& invocation) {
    report::Page page = report::career_page(view);
    if (invocation.format != Format::table || invocation.detail) {
        return page;
    }
    constexpr std::size_t shortest = 12;
    for (const std::size_t longest : {std::size_t{24}, std::size_t{16}, shortest}) {
        if (fits_one_screen(page, invocation)) {
            return page;
        }
        page = report::career_page(report::ShortNamed{view, longest}.view());
    }
    const report::ShortNamed named{view, shortest};
    for (std::size_t left_out = 1; left_out <= report::most_left_out && !fits_one_screen(page, invocation);
         ++left_out) {
        page = report::career_page(named.view(), left_out);
    }
    return page;
}

}  // namespace

Answer career(Session& session) {
    const auto& invocation = session.invocation();
    const std::int64_t worlds = invocation.samples.value_or(usual_worlds);
    PlanFiles files{session, invocation.arguments.front()};
    const PlanFiles::Into into{session.sources(), session.problems()};
    const auto plan = files.plan(into);
    if (!plan || session.failed()) {
        return {};
    }
    const auto terms = files.terms(into, *plan);
    if (!files.knows_settings(*plan) || !terms || session.failed() || !few_enough(session, worlds, *terms)) {
        return {};
    }
    auto warnings = files.warn(*plan, *terms, session.problems());
    const auto seed = static_cast<std::uint64_t>(invocation.seed.value_or(1));
    const auto rows = swept_plan(session, files, seed, static_cast<std::size_t>(worlds));
    if (session.failed()) {
        return {};
    }
    std::vector<std::string> ids;
    for (const auto& path : plan->paths) {
        ids.push_back(path.id);
    }
    const auto of_sweep = [&] {
        return report::PlanSweep{rows->sweep, ids, plan->currency, plan->horizon / 12, rows->errors, rows->even};
    };
    if (rows && invocation.format != Format::json) {
        const auto view = of_sweep();
        return {rendered(
            invocation, [&] { return report::plan_sweep_page(view); }, [&] { return report::Document::null(); },
            [&] { return report::plan_sweep_sheet(view); })};
    }
    const auto found = choice::paths::career(*terms, seed, static_cast<std::size_t>(worlds));
    const report::CareerView view{*plan, *terms, found, std::move(warnings), invocation.detail};
    return {rendered(
        invocation, [&] { return page_of(view, invocation); },
        [&] {
            auto document = report::career_document(view);
            if (rows) {
                report::add_plan_sweep(document, of_sweep());
            }
            return document;
        },
        [&] { return report::career_sheet(view); })};
}

}  // namespace offerkit::cli::commands
