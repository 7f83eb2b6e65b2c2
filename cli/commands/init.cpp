#include <offerkit/authoring/template.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/new_file.hpp>
#include <cli/system/input.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli::commands {
namespace {

/// What to do with the file that was written; nothing where it went to standard output.
std::string next_step(const Invocation& invocation) {
    if (!invocation.output || *invocation.output == "-") {
        return {};
    }
    return "wrote " + *invocation.output + "; fill it in, then run " +
           ticked("offerkit check " + typed(*invocation.output));
}

std::string company_file(Session& session, const std::string& company) {
    const auto& profiles = session.profiles();
    const auto ids = profiles.ids("companies");
    if (!company.ends_with(".toml") && std::find(ids.begin(), ids.end(), company) == ids.end()) {
        const std::vector<std::string_view> known(ids.begin(), ids.end());
        const std::string near = diagnostic::did_you_mean(company, known);
        session.complain(
            {"there is no company profile " + ticked(company),
             near.empty() ? "`offerkit profiles companies` lists them; without `--company` the file is for any company"
                          : near});
        return {};
    }
    const auto source = session.sources().add("--company", company);
    const diagnostic::Span span{source, 1, 1, static_cast<std::uint32_t>(company.size())};
    return authoring::company_template(profiles, company, {session.sources(), session.problems(), "", span},
                                       session.today())
        .value_or("");
}

/// For editors: where the schema of offers is installed. Nothing where it is not.
std::string schema_line() {
    const std::string schema = installed_schema("offer");
    return schema.empty() ? "" : "#:schema " + schema + "\n";
}

}  // namespace

Answer init(Session& session) {
    const auto& invocation = session.invocation();
    if (cannot_write_output(session)) {
        return {};
    }
    const std::string file =
        invocation.company ? company_file(session, *invocation.company) : authoring::offer_template(session.today());
    return {
        .output = file.empty() ? file : schema_line() + file, .once_written = next_step(invocation), .new_file = true};
}

}  // namespace offerkit::cli::commands
