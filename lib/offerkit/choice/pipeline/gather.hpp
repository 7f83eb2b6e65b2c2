#pragma once

#include <optional>
#include <span>

#include <offerkit/choice/pipeline/pipeline.hpp>

/// A search out of files: what each is worth, which of them are in hand and which may come.
namespace offerkit::choice::pipelines {

/// The search and what is to be said about how it was read; nothing where something is wrong, which is reported.
[[nodiscard]] std::optional<Pipeline> gather(std::span<const model::Offer> offers, const model::SearchPlan* plan,
                                             const model::Valuation& valuation, negotiation::Metric metric,
                                             Diagnostics& diagnostics);

}  // namespace offerkit::choice::pipelines
