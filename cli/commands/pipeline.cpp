#include <offerkit/report/pipeline/pipeline.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/one_screen.hpp>
#include <offerkit/choice/pipeline/pipeline.hpp>
#include <offerkit/diagnostic/codes.hpp>

namespace offerkit::cli::commands {
namespace {

/// How offers are valued on the day that counts as today: that of `--as-of`, else of the pipeline file, else today's.
model::Valuation valuation_on(Session& session, const model::Offer* first, const model::SearchPlan* plan) {
    model::Valuation valuation = session.valuation(first);
    if (plan != nullptr && plan->as_of && !session.invocation().as_of) {
        valuation.as_of = plan->as_of->value;
        std::erase_if(valuation.assumptions, [](const auto& each) { return each.key == "as_of"; });
    }
    return valuation;
}

/// The page on one screen: where names are long they are cut, and then lists are.
report::Page page_of(const choice::Pipeline& found, const Invocation& invocation) {
    report::Page page = report::pipeline_page(found, invocation.detail);
    if (invocation.format != Format::table || invocation.detail) {
        return page;
    }
    for (const report::PipelineRoom room : {report::PipelineRoom{24, 3}, report::PipelineRoom{16, 3},
                                            report::PipelineRoom{16, 2}, report::PipelineRoom{12, 1}}) {
        if (fits_one_screen(page, invocation)) {
            break;
        }
        page = report::pipeline_page(found, false, room);
    }
    return page;
}

}  // namespace

Answer pipeline(Session& session) {
    const auto& invocation = session.invocation();
    const auto files = session.read_search();
    const auto* plan = files.plan ? &*files.plan : nullptr;
    const auto* first = files.offers.empty() ? nullptr : &files.offers.front();
    const auto valuation = valuation_on(session, first, plan);
    if (session.failed()) {
        return {};
    }
    const auto metric = invocation.metric.value_or(choice::negotiation::Metric::present_value);
    const auto found = choice::pipeline(files.offers, plan, valuation, metric, session.problems());
    if (!found || session.failed()) {
        return {};
    }
    return {rendered(
        invocation, [&] { return page_of(*found, invocation); }, [&] { return report::pipeline_document(*found); },
        [&] { return report::pipeline_sheet(*found); })};
}

}  // namespace offerkit::cli::commands
