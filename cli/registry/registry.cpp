#include <cli/registry/registry.hpp>

#include <algorithm>

#include <cli/registry/batch_command.hpp>
#include <cli/registry/career_command.hpp>
#include <cli/registry/check_command.hpp>
#include <cli/registry/compare_command.hpp>
#include <cli/registry/completion_command.hpp>
#include <cli/registry/decide_command.hpp>
#include <cli/registry/examples_command.hpp>
#include <cli/registry/help_command.hpp>
#include <cli/registry/init_command.hpp>
#include <cli/registry/leave_command.hpp>
#include <cli/registry/levels_command.hpp>
#include <cli/registry/negotiate_command.hpp>
#include <cli/registry/pipeline_command.hpp>
#include <cli/registry/profiles_command.hpp>
#include <cli/registry/report_command.hpp>
#include <cli/registry/schema_command.hpp>
#include <cli/registry/show_command.hpp>
#include <cli/registry/tax_command.hpp>
#include <cli/registry/vest_command.hpp>

namespace offerkit::cli {
namespace {

using namespace options;

/// In the order in which they are listed.
constexpr Command table[] = {check_command,    show_command,   vest_command,       compare_command,   leave_command,
                             tax_command,      career_command, decide_command,     negotiate_command, pipeline_command,
                             report_command,   levels_command, batch_command,      init_command,      examples_command,
                             profiles_command, schema_command, completion_command, help_command};

constexpr const Option* lone[] = {&help, &version};
constexpr ExitStatus statuses[] = {
    {0, "Done; there may have been warnings"},
    {1, "The input was read and is wrong"},
    {2, "The command line is wrong"},
    {3, "A file could not be read or written, whatever else was wrong"},
};
constexpr Place variables[] = {
    {"NO_COLOR", "When set, `--color auto` means `never`"},
    {"COLUMNS", "How wide to write where the terminal does not tell"},
    {"XDG_CONFIG_HOME", "Where your configuration lies; without it `~/.config`"},
    {"HOME", "Your home folder"},
};
constexpr Place folders[] = {
    {"~/.config/offerkit/profiles",
     "Your own profiles, in folders by kind: `vesting`, `ladders`, `bands`, `market`, `companies`, `claims`, "
     "`priorities`"},
};
constexpr Example steps[] = {
    {"offerkit init -o offer.toml", "Write an offer file, then fill it in from your letter"},
    {"offerkit check offer.toml", "See whether all of it was understood"},
    {"offerkit compare offer.toml other.toml", "Put offers side by side"},
};

}  // namespace

std::span<const Command> all_commands() noexcept { return table; }

const Command* find_command(std::string_view name) noexcept {
    const auto found =
        std::find_if(std::begin(table), std::end(table), [&](const Command& command) { return command.name == name; });
    return found == std::end(table) ? nullptr : found;
}

std::span<const Option* const> lone_options() noexcept { return lone; }

const Option* find_option(const Command& command, std::string_view name) noexcept {
    for (const auto& group : {command.options, command.common_options}) {
        for (const Option* option : group) {
            if (option->name == name ||
                (option->letter != 0 && name.size() == 2 && name[0] == '-' && name[1] == option->letter)) {
                return option;
            }
        }
    }
    return nullptr;
}

std::span<const ExitStatus> exit_statuses() noexcept { return statuses; }
std::span<const Place> environment_variables() noexcept { return variables; }
std::span<const Place> places() noexcept { return folders; }

std::string_view purpose() noexcept { return "what a job offer is worth, when, and how sure that is"; }

std::string_view introduction() noexcept {
    return "offerkit reads job offers from plain text files that you keep beside your letters, and tells you what each "
           "pays in which year, by which "
           "definition, and how sure that is. It works offline and sends nothing anywhere.";
}

std::span<const Example> first_steps() noexcept { return steps; }

}  // namespace offerkit::cli
