#include <offerkit/file/read_career.hpp>

#include <filesystem>
#include <utility>

#include <offerkit/file/document/document.hpp>
#include <offerkit/file/overrides.hpp>
#include <offerkit/file/plan/read_plan.hpp>
#include <offerkit/model/fields/career_fields.hpp>

namespace offerkit::file {

std::optional<model::CareerPlan> read_plan_text(const Reading& reading, std::string name, std::string text) {
    auto document = read_document(name, std::move(text), reading.sources, reading.diagnostics);
    if (!document) {
        return std::nullopt;
    }
    const bool applied =
        apply_overrides(*document, model::career_schema(), name, reading.overrides, reading.diagnostics);
    const auto usd = *quantity::Currency::of("USD");
    Context context{.sources = reading.sources,
                    .diagnostics = reading.diagnostics,
                    .profiles = reading.profiles,
                    .find_schedule = schedule_named,
                    .folder = std::filesystem::path{name}.parent_path().string(),
                    .currency = usd,
                    .stock_currency = usd,
                    .complete = document->complete};
    auto plan = read_plan_tree(context, document->root, std::move(name));
    return applied && document->complete ? std::move(plan) : std::nullopt;
}

std::optional<model::CareerPlan> read_plan_file(const Reading& reading, const std::string& path) {
    auto text = read_text_file(path, reading.sources, reading.diagnostics);
    return text ? read_plan_text(reading, path, std::move(*text)) : std::nullopt;
}

}  // namespace offerkit::file
