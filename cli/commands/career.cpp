#include <offerkit/report/career/career.hpp>

#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <offerkit/choice/paths/offer_jobs.hpp>
#include <offerkit/choice/paths/plan_review.hpp>
#include <offerkit/choice/paths/plan_terms.hpp>

namespace offerkit::cli::commands {
namespace {

constexpr std::int64_t usual_worlds = 20'000;
constexpr std::int64_t most_worlds = 5'000'000;

/// Whether the number of worlds can be walked through; a complaint where there are too many.
bool few_enough(Session& session, std::int64_t worlds) {
    if (worlds <= most_worlds) {
        return true;
    }
    // An error falls with the root of the number of worlds.
    const double gain = std::sqrt(static_cast<double>(worlds) / static_cast<double>(most_worlds));
    const auto tenths = std::lround(gain * 10);
    session.complain({"`--samples` is at most 5,000,000: so many worlds would make standard errors " +
                          std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
                          " times smaller than those, which are a sixteenth of the usual ones",
                      "write `--samples 5000000`, or fewer"});
    return false;
}

/// What the offer files of the plan make of its first jobs. An offer that is named twice is read once.
std::optional<std::vector<std::optional<choice::paths::OfferJob>>> first_jobs(Session& session,
                                                                              const model::CareerPlan& plan) {
    std::vector<choice::paths::NamedOffer> named;
    std::map<std::string, std::optional<model::Offer>> read;
    const auto folder = std::filesystem::path{plan.file}.parent_path();
    for (std::size_t i = 0; i < plan.paths.size(); ++i) {
        if (!plan.paths[i].offer) {
            continue;
        }
        const std::string file = (folder / plan.paths[i].offer->value).string();
        if (!read.contains(file)) {
            read.emplace(file, session.read_named_offer(file));
        }
        if (const auto& offer = read.at(file)) {
            named.push_back({i, *offer});
        }
    }
    if (session.failed()) {
        return std::nullopt;
    }
    const auto valuation = session.valuation(named.empty() ? nullptr : &named.front().offer);
    return choice::paths::offer_jobs(plan, named, valuation, session.problems());
}

}  // namespace

Answer career(Session& session) {
    const auto& invocation = session.invocation();
    const std::int64_t worlds = invocation.samples.value_or(usual_worlds);
    if (!few_enough(session, worlds)) {
        return {};
    }
    const auto plan = session.read_plan(invocation.arguments.front());
    if (!plan || session.failed()) {
        return {};
    }
    const auto jobs = first_jobs(session, *plan);
    if (!jobs || session.failed()) {
        return {};
    }
    const auto terms = choice::paths::terms_of(*plan, *jobs);
    std::vector<std::string> warnings;
    for (auto& warning : choice::paths::review(*plan, terms)) {
        warnings.push_back(warning.message);
        session.problems().warning(warning.code, warning.span, std::move(warning.message), std::move(warning.help));
    }
    const auto found = choice::paths::career(terms, static_cast<std::uint64_t>(invocation.seed.value_or(1)),
                                             static_cast<std::size_t>(worlds));
    const report::CareerView view{*plan, terms, found, std::move(warnings), invocation.detail};
    return {rendered(
        invocation, [&] { return report::career_page(view); }, [&] { return report::career_document(view); },
        [&] { return report::career_sheet(view); })};
}

}  // namespace offerkit::cli::commands
