#include <offerkit/report/template.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/option_values.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli::commands {
namespace {

/// Whether a file is in the way that nobody asked to replace. A pipe or a device is no such file.
bool in_the_way(const Invocation& invocation) {
    if (!invocation.output || *invocation.output == "-" || invocation.force) {
        return false;
    }
    std::error_code error;
    const auto status = std::filesystem::symlink_status(*invocation.output, error);
    return std::filesystem::is_regular_file(status) || std::filesystem::is_symlink(status);
}

/// The path as it is typed into a shell.
std::string typed(const std::string& path) {
    const bool plain = std::all_of(path.begin(), path.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || std::string_view("._-/+@%").find(letter) != std::string_view::npos ||
               static_cast<unsigned char>(letter) >= 0x80;
    });
    if (plain) {
        return path;
    }
    std::string quoted = "'";
    for (const char letter : path) {
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return quoted + "'";
}

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
    return report::company_template(profiles, company, {session.sources(), session.problems(), "", span}).value_or("");
}

}  // namespace

Answer init(Session& session) {
    const auto& invocation = session.invocation();
    if (in_the_way(invocation)) {
        session.complain(
            {ticked(*invocation.output) + " exists already and is left as it is", "`--force` replaces it", true});
        return {};
    }
    return {.text = invocation.company ? company_file(session, *invocation.company) : report::offer_template(),
            .once_written = next_step(invocation)};
}

}  // namespace offerkit::cli::commands
