#include <offerkit/choice/pipeline/pipeline.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/choice/pipeline/gather.hpp>
#include <offerkit/choice/search/rates.hpp>
#include <offerkit/choice/search/search.hpp>
#include <offerkit/choice/search/waiting.hpp>

namespace offerkit::choice {

namespace {

std::vector<std::size_t> left_aside(const search::Search& search) {
    const auto counted = search::processes_that_count(search);
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < search.processes.size(); ++i) {
        const auto& process = search.processes[i];
        const bool matters = process.chance > 0 && process.value > search.floor;
        if (matters && std::find(counted.begin(), counted.end(), i) == counted.end()) {
            result.push_back(i);
        }
    }
    return result;
}

ChannelAnswer answer_of(const model::FunnelRecord& record, const model::SearchPlan& plan) {
    constexpr double likely = 0.8;
    constexpr double very_likely = 0.9;
    const auto rates = search::learned(plan.priors, record);
    search::Applications applications{rates, plan.want};
    return {&record, rates, search::chance_from(rates, model::Stage::sent), applications.needed(likely),
            applications.needed(very_likely)};
}

}  // namespace

Money Pipeline::money(double value) const noexcept { return {std::llround(value), currency}; }

const std::string& Pipeline::name_of(search::Held held) const noexcept {
    return held.of_process ? search.processes[held.index].name : search.offers[held.index].name;
}

std::optional<Pipeline> pipeline(std::span<const model::Offer> offers, const model::SearchPlan* plan,
                                 const model::Valuation& valuation, negotiation::Metric metric,
                                 Diagnostics& diagnostics) {
    auto found = pipelines::gather(offers, plan, valuation, metric, diagnostics);
    if (!found) {
        return std::nullopt;
    }
    const auto& search = found->search;
    found->any_by = search::any_by(search);
    found->expected_best = search::expected_best(search);
    found->plan = search::best_plan(search);
    found->first_to_lapse = search::first_to_lapse(search);
    found->extensions = search::extensions(search);
    found->hurries = search::hurries(search);
    found->left_aside = left_aside(search);
    if (plan != nullptr) {
        found->want = plan->want;
        for (const auto& record : plan->funnels) {
            found->channels.push_back(answer_of(record, *plan));
        }
        if (plan->timing) {
            found->wanted = plan->timing->wanted.value;
            found->start_by = search::start_by(*plan->timing);
        }
    }
    return found;
}

}  // namespace offerkit::choice
