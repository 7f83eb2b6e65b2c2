#include <cli/help/completion.hpp>

#include <string_view>

#include <cli/registry/completion_words.hpp>

namespace offerkit::cli {
namespace {

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
        case Takes::any_file:
            return option.profile_kind.empty()
                       ? message + "_files"
                       : message + "{_offerkit_profiles " + std::string(option.profile_kind) + "; _files}";
        case Takes::folder: return message + "_files -/";
        case Takes::profile: return message + " _offerkit_profiles " + std::string(option.profile_kind);
        case Takes::setting: return ":setting: _offerkit_settings";
        default: return message + " ";
    }
}

std::string zsh_arguments(const Command& command) {
    std::string out;
    std::size_t place = 1;
    for (const auto& argument : command.arguments) {
        std::string spec =
            argument.most == any_number ? "*:" : std::to_string(place) + (argument.least == 0 ? "::" : ":");
        spec += std::string(argument.name) + ":";
        switch (argument.takes) {
            case Takes::offer_file: spec += "_files -g \"*.toml\""; break;
            case Takes::profile: spec += " _offerkit_profiles $words[2]"; break;
            default:
                spec += argument.profile_kind == "levels" ? " _offerkit_levels $words[2]"
                        : !argument.profile_kind.empty()
                            ? "{_offerkit_profiles " + std::string(argument.profile_kind) + "; _files -g \"*.toml\"}"
                            : "(" + argument_words(argument) + ")";
                break;
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

}  // namespace

std::string zsh_completion() {
    std::string out = R"zsh(#compdef offerkit
# zsh completion for offerkit; printed by `offerkit completion zsh`.

_offerkit_profiles() {
    local -a ids
    ids=(${(f)"$(offerkit profiles "$1" --format csv 2>/dev/null | tail -n +2 | cut -d, -f2)"})
    compadd -a ids
}

_offerkit_levels() {
    local -a names
    names=(${(uf)"$(offerkit levels "$1" --format csv 2>/dev/null | tail -n +2 | cut -d, -f2)"})
    compadd -a names
}

# What follows --set: a place by its name, other values as they are typed.
_offerkit_settings() {
    local -a ids
    if [[ $PREFIX == (*:|)place=* ]]; then
        compset -P '*place='
        ids=(${(f)"$(offerkit profiles places --format csv 2>/dev/null | tail -n +2 | cut -d, -f2)"})
        compadd -a ids
    else
        _message 'PATH=VALUE'
    fi
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
        out += "                " + std::string(command.name) + ")\n                    _arguments" +
               zsh_options(command) + zsh_arguments(command) + "\n                    ;;\n";
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

}  // namespace offerkit::cli
