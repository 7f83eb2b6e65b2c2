#include <cli/session/plan_files.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>
#include <vector>

#include <cli/line/option_values.hpp>
#include <offerkit/choice/paths/offer_jobs.hpp>
#include <offerkit/choice/paths/plan_review.hpp>
#include <offerkit/choice/paths/plan_terms.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli {

const std::optional<std::string>& PlanFiles::text_of(const std::string& path, diagnostic::Diagnostics& problems) {
    const auto known = texts_.find(path);
    return known != texts_.end() ? known->second
                                 : texts_.emplace(path, session_.read_argument(path, problems)).first->second;
}

std::optional<model::CareerPlan> PlanFiles::plan(const Into& into, std::span<const file::Override> further) {
    // Beside offers, a setting that names no file is for them.
    std::vector<file::Override> settings;
    std::copy_if(session_.overrides().begin(), session_.overrides().end(), std::back_inserter(settings),
                 [&](const file::Override& setting) { return !session_.invocation().career || !setting.file.empty(); });
    settings.insert(settings.end(), further.begin(), further.end());
    const auto& text = text_of(file_, into.problems);
    return text ? file::read_plan_text({into.sources, into.problems, session_.profiles(), settings}, file_, *text)
                : std::nullopt;
}

std::optional<choice::paths::Terms> PlanFiles::terms(const Into& into, const model::CareerPlan& plan,
                                                     std::span<const file::Override> further) {
    std::vector<file::Override> settings;
    const auto names_file = [](const file::Override& setting) { return !setting.file.empty(); };
    std::copy_if(session_.overrides().begin(), session_.overrides().end(), std::back_inserter(settings), names_file);
    std::copy_if(further.begin(), further.end(), std::back_inserter(settings), names_file);
    std::vector<choice::paths::NamedOffer> named;
    std::map<std::string, std::optional<model::Offer>> read;
    const auto folder = std::filesystem::path{file_}.parent_path();
    bool all = true;
    for (std::size_t i = 0; i < plan.paths.size(); ++i) {
        if (!plan.paths[i].offer) {
            continue;
        }
        const std::string file = (folder / plan.paths[i].offer->value).string();
        if (!read.contains(file)) {
            const auto& text = text_of(file, into.problems);
            if (!text) {
                into.problems.note(
                    diagnostic::codes::unreadable_file, plan.paths[i].offer->span,
                    diagnostic::formatted("path `{}` begins with the offer of this file", plan.paths[i].id),
                    "offers are named from the folder that the plan lies in");
            }
            read.emplace(
                file, text ? file::read_offer({into.sources, into.problems, session_.profiles(), settings}, file, *text)
                           : std::nullopt);
        }
        const auto& offer = read.at(file);
        all = all && offer.has_value();
        if (offer) {
            named.push_back({i, *offer});
        }
    }
    if (!all) {
        return std::nullopt;
    }
    const auto valuation = session_.valuation(named.empty() ? nullptr : &named.front().offer);
    const auto jobs = choice::paths::offer_jobs(plan, named, valuation, into.problems);
    return jobs ? std::optional{choice::paths::terms_of(plan, *jobs)} : std::nullopt;
}

bool PlanFiles::knows_settings(const model::CareerPlan& plan) {
    std::vector<std::string> files{file_};
    for (const auto& path : plan.paths) {
        if (path.offer) {
            files.push_back((std::filesystem::path{file_}.parent_path() / path.offer->value).string());
        }
    }
    const auto known = [&](std::string_view option, const file::Override& setting) {
        if (setting.file.empty() || std::any_of(files.begin(), files.end(), [&](const std::string& file) {
                return file::concerns(setting, file);
            })) {
            return true;
        }
        const std::vector<std::string_view> names(files.begin(), files.end());
        const std::string near = diagnostic::did_you_mean(setting.file, names);
        session_.complain(
            {diagnostic::formatted("{} names a file that the plan does not: {}", ticked(option), ticked(setting.file)),
             near.empty() ? "it is the plan or one of its offers, or is left out" : near});
        return false;
    };
    const auto& sweeps = session_.invocation().sweeps;
    return std::all_of(session_.overrides().begin(), session_.overrides().end(),
                       [&](const auto& setting) { return known("--set", setting); }) &&
           std::all_of(sweeps.begin(), sweeps.end(), [&](const GivenSweep& sweep) {
               return known("--sweep", {.file = sweep.file, .path = sweep.path, .value = {}});
           });
}

std::vector<std::string> PlanFiles::warn(const model::CareerPlan& plan, const choice::paths::Terms& terms,
                                         diagnostic::Diagnostics& problems) const {
    std::vector<std::string> texts;
    for (auto& warning : choice::paths::review(plan, terms)) {
        texts.push_back(warning.message);
        problems.warning(warning.code, warning.span, std::move(warning.message), std::move(warning.help));
    }
    return texts;
}

}  // namespace offerkit::cli
