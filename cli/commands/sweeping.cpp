#include <cli/commands/sweeping.hpp>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <cli/line/option_values.hpp>

namespace offerkit::cli::commands {
namespace {

/// "stock.price=300": what a row of the sweep sets.
std::string settings_text(std::span<const GivenSweep> sweeps, std::span<const choice::SweepValue> values) {
    std::string text;
    for (std::size_t i = 0; i < sweeps.size(); ++i) {
        text += (i == 0 ? "" : ", ") + sweeps[i].axis.path + "=" + values[i].text;
    }
    return text;
}

}  // namespace

std::optional<choice::Sweep> swept(Session& session, const choice::Comparison& compared) {
    const auto& sweeps = session.invocation().sweeps;
    if (sweeps.empty()) {
        return std::nullopt;
    }
    std::vector<choice::SweepAxis> axes;
    for (const auto& given : sweeps) {
        axes.push_back(given.axis);
    }
    diagnostic::Diagnostic why;
    std::string last;
    const auto evaluate =
        [&](std::span<const choice::SweepValue> values) -> std::optional<std::vector<quantity::Money>> {
        last = settings_text(sweeps, values);
        std::vector<file::Override> settings;
        for (std::size_t i = 0; i < sweeps.size(); ++i) {
            settings.push_back({sweeps[i].file, sweeps[i].path, values[i].text, {}});
        }
        auto offers = session.read_again(settings, why);
        if (!offers) {
            return std::nullopt;
        }
        if (compared.removed) {
            static_cast<void>(choice::keep_what_all_state(*offers));
        }
        diagnostic::Diagnostics problems;
        const auto ranked = choice::rank(*offers, compared.valuation, problems);
        if (!ranked) {
            why = problems.all().empty() ? why : problems.all().back();
            return std::nullopt;
        }
        std::vector<quantity::Money> figures;
        for (std::size_t i = 0; i < ranked->offers.size(); ++i) {
            figures.push_back(ranked->figure(i));
        }
        return figures;
    };
    auto result = choice::sweep(axes, evaluate);
    if (!result) {
        session.complain({"`--sweep` stops at " + ticked(last) + ": " + why.message, why.help});
    }
    return result;
}

}  // namespace offerkit::cli::commands
