#include <cli/help.hpp>

#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/option_values.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli::commands {

Answer help(Session& session) {
    const auto& invocation = session.invocation();
    if (invocation.man) {
        return {manual_page()};
    }
    const Screen screen = output_screen(invocation);
    if (invocation.arguments.empty()) {
        return {invocation.markdown ? markdown_index() : general_help_text(screen)};
    }
    const Command* command = find_command(invocation.arguments.front());
    if (command == nullptr) {
        std::vector<std::string_view> names;
        for (const auto& each : all_commands()) {
            names.push_back(each.name);
        }
        const std::string near = diagnostic::did_you_mean(invocation.arguments.front(), names);
        session.complain({"there is no command " + ticked(invocation.arguments.front()),
                          near.empty() ? "the commands are " + diagnostic::listed(names, "and") : near});
        return {};
    }
    return {invocation.markdown ? markdown_page(*command) : help_text(*command, screen)};
}

}  // namespace offerkit::cli::commands
