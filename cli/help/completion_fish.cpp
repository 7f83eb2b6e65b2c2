#include <cli/help/completion.hpp>

#include <string_view>

#include <cli/registry/completion_words.hpp>
#include <cli/registry/profile_words.hpp>

namespace offerkit::cli {
namespace {

std::string fish_quoted(std::string_view text) { return shell_quoted(text, "\\'"); }

std::string fish_option(const Command& command, const Option& option) {
    std::string out = "complete -c offerkit -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    out += option.letter != 0 ? " -s " + std::string(1, option.letter) : "";
    out += " -l " + std::string(option.name.substr(2));
    switch (option.takes) {
        case Takes::nothing: break;
        case Takes::choice: out += " -x -a '" + words_of(option.choices) + "'"; break;
        case Takes::any_file:
            out += " -r -F";
            if (!option.profile_kind.empty()) {
                out += " -a '(__offerkit_profiles " + std::string(option.profile_kind) + ")'";
            }
            break;
        case Takes::folder: out += " -x -a '(__fish_complete_directories)'"; break;
        case Takes::setting: out += " -x -a '(printf \"place=%s\\\\n\" (__offerkit_profiles places))'"; break;
        case Takes::profile: out += " -x -a '(__offerkit_profiles " + std::string(option.profile_kind) + ")'"; break;
        default: out += " -x"; break;
    }
    return out + " -d " + fish_quoted(option.meaning) + "\n";
}

std::string fish_argument(const Command& command, const Argument& argument) {
    const std::string seen = "__fish_seen_subcommand_from " + std::string(command.name);
    if (argument.takes == Takes::offer_file) {
        return "complete -c offerkit -n '" + seen + "' -k -a '(__fish_complete_suffix .toml)'\n";
    }
    if (argument.takes == Takes::profile) {
        std::string out;
        for (const auto kind : profile_kind_words()) {
            out += "complete -c offerkit -n '" + seen + "; and __fish_seen_subcommand_from " + std::string(kind) +
                   "' -a '(__offerkit_profiles " + std::string(kind) + ")'\n";
        }
        return out;
    }
    if (!argument.profile_kind.empty()) {
        const std::string from = argument.profile_kind == "levels"
                                     ? "__offerkit_levels (commandline -opc)[3]"
                                     : "__offerkit_profiles " + std::string(argument.profile_kind);
        return "complete -c offerkit -n '" + seen + "' -a '(" + from + ")'\n";
    }
    const std::string words = argument_words(argument);
    if (argument.takes == Takes::key_table) {
        return "complete -c offerkit -n '" + seen + "; and __fish_seen_subcommand_from keys' -a '" + words + "'\n";
    }
    return "complete -c offerkit -n '" + seen + "; and not __fish_seen_subcommand_from " +
           (argument.takes == Takes::command ? "nothing" : words) + "' -a '" + words + "'\n";
}

}  // namespace

std::string fish_completion() {
    std::string out = R"(# fish completion for offerkit; printed by `offerkit completion fish`.

function __offerkit_profiles
    offerkit profiles $argv[1] --format csv 2>/dev/null | tail -n +2 | cut -d, -f2
end

function __offerkit_levels
    test -n "$argv[1]"; and offerkit levels $argv[1] --format csv 2>/dev/null | tail -n +2 | cut -d, -f2 | uniq
end

complete -c offerkit -f
complete -c offerkit -n __fish_use_subcommand -s h -l help -d 'Explain the program'
complete -c offerkit -n __fish_use_subcommand -l version -d 'Print the version'
)";
    for (const auto& command : all_commands()) {
        out += "complete -c offerkit -n __fish_use_subcommand -a " + std::string(command.name) + " -d " +
               fish_quoted(command.summary) + "\n";
    }
    for (const auto& command : all_commands()) {
        out += "\n";
        for (const Option* option : options_of(command)) {
            out += fish_option(command, *option);
        }
        for (const auto& argument : command.arguments) {
            out += fish_argument(command, argument);
        }
    }
    return out;
}

}  // namespace offerkit::cli
