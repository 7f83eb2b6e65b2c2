#include <cli/help/help.hpp>

#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <offerkit/authoring/keys.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/model/fields/key_tables.hpp>

namespace offerkit::cli::commands {

namespace {

/// Every key of a table, or which tables there are.
Answer help_with_keys(Session& session) {
    const auto& invocation = session.invocation();
    const auto in_words = [&](const report::Page& page) {
        return invocation.markdown ? render::to_markdown(page) : render::to_terminal(page, output_screen(invocation));
    };
    if (invocation.man) {
        return {keys_manual_page()};
    }
    if (invocation.arguments.size() == 1) {
        return {in_words(authoring::key_tables_page())};
    }
    const auto& name = invocation.arguments[1];
    const auto tables = model::tables_called(name);
    if (tables.empty()) {
        std::vector<std::string_view> names;
        for (const auto& table : model::key_tables()) {
            names.push_back(table.name);
        }
        const std::string near = diagnostic::did_you_mean(name, names);
        session.complain({"there is no table of keys called " + ticked(name),
                          near.empty() ? "`offerkit help keys` lists the tables" : near});
        return {};
    }
    return {in_words(authoring::keys_page(tables))};
}

}  // namespace

Answer help(Session& session) {
    const auto& invocation = session.invocation();
    if (!invocation.arguments.empty() && invocation.arguments.front() == "keys") {
        return help_with_keys(session);
    }
    if (invocation.arguments.size() > 1) {
        session.complain(
            {diagnostic::formatted("`help` explains one command, and {} is one too many",
                                   ticked(invocation.arguments[1])),
             diagnostic::formatted("`offerkit help keys {}` explains a table of keys", invocation.arguments[1])});
        return {};
    }
    if (invocation.man && invocation.arguments.empty()) {
        return {manual_page()};
    }
    const render::Screen screen = output_screen(invocation);
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
                          near.empty() ? diagnostic::formatted(
                                             "the commands are {}; `offerkit help keys` explains the keys of files",
                                             diagnostic::listed(names, "and", names.size()))
                                       : near});
        return {};
    }
    if (invocation.man) {
        return {manual_page(*command)};
    }
    return {invocation.markdown ? markdown_page(*command) : help_text(*command, screen)};
}

}  // namespace offerkit::cli::commands
