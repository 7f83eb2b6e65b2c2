#include <cli/help/completion.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <cli/registry/completion_words.hpp>

namespace offerkit::cli {
namespace {

/// Which options a line of the script is for: `*:--fx`, or where commands have different options of one name those that
/// have this one: `check:--format | show:--format`.
std::string bash_pattern(const Option& option) {
    std::vector<std::string> commands;
    bool one_of_its_name = true;
    for (const auto& command : all_commands()) {
        for (const Option* other : options_of(command)) {
            if (other == &option) {
                commands.emplace_back(command.name);
            }
            one_of_its_name =
                one_of_its_name && (other == &option || other->name != option.name || option.takes != Takes::choice);
        }
    }
    if (one_of_its_name) {
        commands.assign(1, "*");
    }
    std::string pattern;
    for (const auto& command : commands) {
        pattern += (pattern.empty() ? "" : " | ") + command + ":" + std::string(option.name);
        if (option.letter != 0) {
            pattern += " | " + command + ":-" + std::string(1, option.letter);
        }
    }
    return pattern;
}

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
            const std::string pattern = bash_pattern(*option);
            std::string action;
            switch (option->takes) {
                case Takes::choice: action = "words='" + words_of(option->choices) + "'"; break;
                case Takes::any_file:
                    action = std::string(option->profile_kind.empty() ? "" : "words=$(_offerkit_profiles ") +
                             std::string(option->profile_kind) + (option->profile_kind.empty() ? "" : ") ") +
                             "kind='file'";
                    break;
                case Takes::folder: action = "kind='folder'"; break;
                case Takes::profile:
                    action = "words=$(_offerkit_profiles " + std::string(option->profile_kind) + ")";
                    break;
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
            out += command.arguments[0].most == 1 ? "            [ \"$count\" -eq 0 ] && arguments=offers\n"
                                                  : "            arguments=offers\n";
        } else if (!command.arguments.empty()) {
            out += "            case $count in\n";
            for (std::size_t i = 0; i < command.arguments.size(); ++i) {
                const auto& argument = command.arguments[i];
                const std::string_view kind = argument.profile_kind;
                const std::string words = argument.takes == Takes::profile ? "$(_offerkit_profiles \"$first\")"
                                          : kind == "levels"               ? "$(_offerkit_levels \"$first\")"
                                          : !kind.empty()
                                              ? "$(_offerkit_profiles " + std::string(kind) + ") kind='offers'"
                                              : "'" + argument_words(argument) + "'";
                out += "                " + std::to_string(i) + ") arguments=" + words + " ;;\n";
            }
            out += "            esac\n";
        }
        out += "            ;;\n";
    }
    return out;
}

}  // namespace

std::string bash_completion() {
    std::string out = R"(# bash completion for offerkit; printed by `offerkit completion bash`.

_offerkit_profiles() {
    offerkit profiles "$1" --format csv 2>/dev/null | tail -n +2 | cut -d, -f2
}

_offerkit_levels() {
    offerkit levels "$1" --format csv 2>/dev/null | tail -n +2 | cut -d, -f2 | uniq
}

_offerkit() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local command='' first='' options='' arguments='' words='' kind='' i
    local -i count=0
    COMPREPLY=()

    # A place by its name, after --set place= and --set FILE:place=.
    if [[ ${COMP_LINE:0:COMP_POINT} =~ --set[\ =]+([^\ ]*:)?place=([^\ ]*)$ ]]; then
        words=$(_offerkit_profiles places)
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "${BASH_REMATCH[2]}")
        return
    fi

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
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"; compgen -f -- "$cur")
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
        mapfile -t COMPREPLY < <(compgen -W "$arguments" -- "$cur"
            [ "$kind" = offers ] && compgen -f -X '!*.toml' -- "$cur")
    fi
}

complete -F _offerkit offerkit
)";
    return out;
}

}  // namespace offerkit::cli
