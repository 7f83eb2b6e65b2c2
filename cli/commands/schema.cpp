#include <offerkit/authoring/json_schema.hpp>

#include <algorithm>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/registry/profile_words.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace offerkit::cli::commands {

Answer schema(Session& session) {
    const auto& arguments = session.invocation().arguments;
    const std::string_view kind = arguments.empty() ? "offer" : std::string_view(arguments.front());
    const auto kinds = schema_kind_words();
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        const std::string near = diagnostic::did_you_mean(kind, kinds);
        session.complain({"there is no kind of file called " + ticked(kind),
                          diagnostic::formatted("{}the kinds are {}", near.empty() ? "" : near + " ",
                                                diagnostic::listed(kinds, "and"))});
        return {};
    }
    if (kind == "offer") {
        return {authoring::json_schema(model::offer_schema())};
    }
    if (kind == "plan") {
        return {authoring::json_schema(model::career_schema())};
    }
    if (kind == "pipeline") {
        return {authoring::json_schema(model::pipeline_schema())};
    }
    return {authoring::json_schema(kind == "priorities" ? model::priorities_schema() : *model::profile_schema(kind))};
}

}  // namespace offerkit::cli::commands
