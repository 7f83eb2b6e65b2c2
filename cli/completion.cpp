#include <cli/completion.hpp>

#include <string_view>
#include <vector>

#include <cli/profile_words.hpp>
#include <cli/registry.hpp>

namespace offerkit::cli {
namespace {

std::vector<const Option*> options_of(const Command& command) {
    std::vector<const Option*> all(command.options.begin(), command.options.end());
    all.insert(all.end(), command.common_options.begin(), command.common_options.end());
    return all;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view between = " ") {
    std::string out;
    for (const auto word : words) {
        out += (out.empty() ? "" : std::string(between)) + std::string(word);
    }
    return out;
}

std::string words_of(std::span<const Choice> choices) {
    std::vector<std::string_view> words;
    for (const auto& choice : choices) {
        words.push_back(choice.word);
    }
    return joined(words);
}

std::string command_words() {
    std::vector<std::string_view> words;
    for (const auto& command : all_commands()) {
        words.push_back(command.name);
    }
    return joined(words);
}

/// `text` between single quotes of a shell, without the marks of `code`.
std::string shell_quoted(std::string_view text, std::string_view quote) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += quote;
        } else if (c != '`') {
            out += c;
        }
    }
    return out + "'";
}

/// What may stand for an argument, as words of the shell; empty where files or nothing may.
std::string argument_words(const Argument& argument) {
    switch (argument.takes) {
        case Takes::choice: return words_of(argument.choices);
        case Takes::profile_kind: return joined(profile_kind_words());
        case Takes::schema_kind: return joined(schema_kind_words());
        case Takes::command: return command_words();
        default: return "";
    }
}

// bash

/// The lines that decide what follows an option, which differ between commands only for a choice.
std::string bash_value_cases() {
    std::string out;
    std::vector<const Option*> seen;
    for (const auto& command : all_commands()) {
        for (const Option* option : options_of(command)) {
            bool known = option->takes == Takes::nothing;
            for (const Option* other : seen) {
                known = known || (other->name == option->name && option->takes != Takes::choice) || other == option;
            }
            if (known) {
                continue;
            }
            seen.push_back(option);
            std::string pattern = option->id == OptionId::by ? std::string(command.name) + ":" : "*:";
            pattern += option->name;
            if (option->letter != 0) {
                pattern += " | *:-" + std::string(1, option->letter);
            }
            std::string action;
            switch (option->takes) {
                case Takes::choice: action = "words='" + words_of(option->choices) + "'"; break;
                case Takes::any_file: action = "kind='file'"; break;
                case Takes::folder: action = "kind='folder'"; break;
                case Takes::profile: action = "words=$(_offerkit_profiles " + std::string(option->profile_kind) + ")"; break;
                default: action = "return"; break;
            }
            out += "        " + pattern + ") " + action + " ;;\n";
        }
    }
    return out;
}

std::string bash_options_with_value() {
    std::vector<std::string_view> names;
    for (const auto& command : all_commands()) {
        for (const Option* option : options_of(command)) {
            bool known = option->takes == Takes::nothing;
            for (const auto name : names) {
                known = known || name == option->name;
            }
            if (!known) {
                names.push_back(option->name);
                if (option->letter != 0) {
                    names.push_back(option->letter == 'o' ? "-o" : "-h");
                }
            }
        }
    }
    return joined(names, " | ");
}

std::string bash_command_cases() {
    std::string out;
    for (const auto& command : all_commands()) {
        std::vector<std::string_view> names;
        for (const Option* option : options_of(command)) {
            names.push_back(option->name);
        }
        out += "        " + std::string(command.name) + ")\n            options='" + joined(names) + "'\n";
        if (command.arguments.size() == 1 && command.arguments[0].takes == Takes::offer_file) {
            out += command.arguments[0].most == 1 ? "            [ \"$count\" -eq 0 ] && arguments=offers\n" : "            arguments=offers\n";
        } else if (!command.arguments.empty()) {
            out += "            case $count in\n";
            for (std::size_t i = 0; i < command.arguments.size(); ++i) {
                const auto& argument = command.arguments[i];
                const std::string words = argument.takes == Takes::profile ? "$(_offerkit_profiles \"$first\")" : "'" + argument_words(argument) + "'";
                out += "                " + std::to_string(i) + ") arguments=" + words + " ;;\n";
            }
            out += "            esac\n";
        }
        out += "            ;;\n";
    }
    return out;
}

// zsh

std::string zsh_quoted(std::string_view text) { return shell_quoted(text, "'\\''"); }

/// An explanation between brackets may hold none of its own.
std::string zsh_explanation(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '[' ? '(' : c == ']' ? ')' : c;
    }
    return out;
}

std::string zsh_action(const Option& option) {
    const std::string message = ":" + std::string(option.value) + ":";
    switch (option.takes) {
        case Takes::nothing: return "";
        case Takes::choice: return ":" + std::string(option.name.substr(2)) + ":(" + words_of(option.choices) + ")";
        case Takes::any_file: return message + "_files";
        case Takes::folder: return message + "_files -/";
        case Takes::profile: return message + " _offerkit_profiles " + std::string(option.profile_kind);
        case Takes::setting: return ":setting: ";
        default: return message + " ";
    }
}

std::string zsh_arguments(const Command& command) {
    std::string out;
    std::size_t place = 1;
    for (const auto& argument : command.arguments) {
        std::string spec = argument.most == any_number ? "*:" : std::to_string(place) + (argument.least == 0 ? "::" : ":");
        spec += std::string(argument.name) + ":";
        switch (argument.takes) {
            case Takes::offer_file: spec += "_files -g \"*.toml\""; break;
            case Takes::profile: spec += " _offerkit_profiles $words[2]"; break;
            default: spec += "(" + argument_words(argument) + ")"; break;
        }
        out += " \\\n                        " + shell_quoted(spec, "'\\''");
        ++place;
    }
    return out;
}

std::string zsh_options(const Command& command) {
    std::string out;
    for (const Option* option : options_of(command)) {
        const std::string rest = "[" + zsh_explanation(option->meaning) + "]" + zsh_action(*option);
        const std::string star = option->repeatable ? "*" : "";
        const std::string name(option->name);
        std::string spec;
        if (option->letter != 0) {
            const std::string letter = "-" + std::string(1, option->letter);
            spec = "'(" + letter + " " + name + ")'{" + letter + "," + name + "}" + zsh_quoted(rest);
        } else {
            spec = zsh_quoted(star + name + rest);
        }
        out += " \\\n                        " + spec;
    }
    return out;
}

// fish

std::string fish_quoted(std::string_view text) { return shell_quoted(text, "\\'"); }

std::string fish_option(const Command& command, const Option& option) {
    std::string out = "complete -c offerkit -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    out += option.letter != 0 ? " -s " + std::string(1, option.letter) : "";
    out += " -l " + std::string(option.name.substr(2));
    switch (option.takes) {
        case Takes::nothing: break;
        case Takes::choice: out += " -x -a '" + words_of(option.choices) + "'"; break;
        case Takes::any_file: out += " -r -F"; break;
        case Takes::folder: out += " -x -a '(__fish_complete_directories)'"; break;
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
            out += "complete -c offerkit -n '" + seen + "; and __fish_seen_subcommand_from " + std::string(kind) + "' -a '(__offerkit_profiles " +
                   std::string(kind) + ")'\n";
        }
        return out;
    }
    const std::string words = argument_words(argument);
    return "complete -c offerkit -n '" + seen + "; and not __fish_seen_subcommand_from " +
           (argument.takes == Takes::command ? "nothing" : words) + "' -a '" + words + "'\n";
}

}  // namespace

std::string bash_completion() {
    std::string out = R"(# bash completion for offerkit; printed by `offerkit completion bash`.

_offerkit_profiles() {
    offerkit profiles "$1" --format csv 2>/dev/null | tail -n +2 | cut -d, -f2
}

_offerkit() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local command='' first='' options='' arguments='' words='' kind='' i
    local -i count=0
    COMPREPLY=()

    # The shell splits --format=json at the sign.
    if [ "$cur" = "=" ]; then
        cur=''
    elif [ "$prev" = "=" ]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    fi

    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            )";
    out += bash_options_with_value();
    out += R"()
                [ "${COMP_WORDS[i+1]}" = "=" ] && ((i++))
                ((i++))
                ;;
            -* | =) ;;
            *)
                if [ -z "$command" ]; then
                    command=${COMP_WORDS[i]}
                else
                    [ "$count" -eq 0 ] && first=${COMP_WORDS[i]}
                    ((count++))
                fi
                ;;
        esac
    done

    case $command:$prev in
)";
    out += bash_value_cases();
    out += R"(    esac
    case $kind in
        file)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            return
            ;;
        folder)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$cur")
            return
            ;;
    esac
    if [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
        return
    fi

    case $command in
        '')
            options='--help --version'
            arguments=')";
    out += command_words();
    out += R"('
            ;;
)";
    out += bash_command_cases();
    out += R"(    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
    elif [ "$arguments" = offers ]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -X '!*.toml' -- "$cur"; compgen -d -- "$cur")
    elif [ -n "$arguments" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$arguments" -- "$cur")
    fi
}

complete -F _offerkit offerkit
)";
    return out;
}

std::string zsh_completion() {
    std::string out = R"zsh(#compdef offerkit
# zsh completion for offerkit; printed by `offerkit completion zsh`.

_offerkit_profiles() {
    local -a ids
    ids=(${(f)"$(offerkit profiles "$1" --format csv 2>/dev/null | tail -n +2 | cut -d, -f2)"})
    compadd -a ids
}

_offerkit() {
    local context state state_descr line
    typeset -A opt_args

    _arguments -C \
        '(- *)'{-h,--help}'[Explain the program]' \
        '(- *)--version[Print the version]' \
        '1: :->command' \
        '*:: :->rest'

    case $state in
        command)
            local -a offerkit_commands
            offerkit_commands=(
)zsh";
    for (const auto& command : all_commands()) {
        out += "                " + zsh_quoted(std::string(command.name) + ":" + std::string(command.summary)) + "\n";
    }
    out += R"zsh(            )
            _describe -t commands command offerkit_commands
            ;;
        rest)
            case $words[1] in
)zsh";
    for (const auto& command : all_commands()) {
        out += "                " + std::string(command.name) + ")\n                    _arguments" + zsh_options(command) + zsh_arguments(command) +
               "\n                    ;;\n";
    }
    out += R"zsh(            esac
            ;;
    esac
}

if [ "$funcstack[1]" = "_offerkit" ]; then
    _offerkit "$@"
else
    compdef _offerkit offerkit
fi
)zsh";
    return out;
}

std::string fish_completion() {
    std::string out = R"(# fish completion for offerkit; printed by `offerkit completion fish`.

function __offerkit_profiles
    offerkit profiles $argv[1] --format csv 2>/dev/null | tail -n +2 | cut -d, -f2
end

complete -c offerkit -f
complete -c offerkit -n __fish_use_subcommand -s h -l help -d 'Explain the program'
complete -c offerkit -n __fish_use_subcommand -l version -d 'Print the version'
)";
    for (const auto& command : all_commands()) {
        out += "complete -c offerkit -n __fish_use_subcommand -a " + std::string(command.name) + " -d " + fish_quoted(command.summary) + "\n";
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
