#include <cli/line/parse.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cli/line/option_values.hpp>
#include <cli/registry/completion_words.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli {
namespace {

auto complaint(std::string message, std::string help) {
    return failure(Complaint{std::move(message), std::move(help)});
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

/// `--format` of `--format=json`, `-o` of `-ofile`.
std::string_view name_of(std::string_view word) {
    return word.starts_with("--") ? word.substr(0, word.find('=')) : word.substr(0, 2);
}

bool carries_value(std::string_view word) {
    return word.starts_with("--") ? word.find('=') != std::string_view::npos : word.size() > 2;
}

/// The option of that name of any command; for words that stand before the command.
const Option* find_anywhere(std::string_view name) {
    for (const auto& command : all_commands()) {
        if (const Option* option = find_option(command, name)) {
            return option;
        }
    }
    return nullptr;
}

/// Near words by letters, or those that the written one begins.
std::string near(std::string_view written, std::vector<std::string_view> candidates) {
    std::string hint = diagnostic::did_you_mean(written, candidates);
    if (hint.empty() && written.size() > 2) {
        std::erase_if(candidates, [&](std::string_view candidate) { return !candidate.starts_with(written); });
        hint = candidates.size() == 1 ? diagnostic::formatted("did you mean {}?", ticked(candidates.front())) : "";
    }
    return hint;
}

Complaint unknown_option(std::string_view name, const Command* command) {
    std::vector<std::string_view> names;
    for (const auto& each : all_commands()) {
        if (command == nullptr || command == &each) {
            for (const Option* option : options_of(each)) {
                if (std::find(names.begin(), names.end(), option->name) == names.end()) {
                    names.push_back(option->name);
                }
            }
        }
    }
    const std::string hint = near(name, names);
    if (command == nullptr) {
        return {"there is no option " + ticked(name),
                hint.empty() ? "`offerkit help` lists the commands and their options" : hint};
    }
    const std::string where = diagnostic::formatted("`offerkit help {}` lists its options", command->name);
    if (hint.empty() && find_anywhere(name) != nullptr) {
        return {diagnostic::formatted("{} has no option {}; other commands do", ticked(command->name), ticked(name)),
                where};
    }
    return {diagnostic::formatted("{} has no option {}", ticked(command->name), ticked(name)),
            hint.empty() ? where : hint};
}

Complaint unknown_command(std::string_view word) {
    std::vector<std::string_view> names;
    for (const auto& command : all_commands()) {
        names.push_back(command.name);
    }
    const std::string hint = near(word, names);
    if (!hint.empty()) {
        return {"there is no command " + ticked(word), hint};
    }
    if (word.ends_with(".toml")) {
        return {"a command comes first, then the file " + ticked(word),
                diagnostic::formatted("write `offerkit show {}`, or {} in place of `show`", word,
                                      diagnostic::listed(names, "or"))};
    }
    return {"there is no command " + ticked(word), "the commands are " + diagnostic::listed(names, "and")};
}

/// Where the command stands among the words, and what keeps it from being found.
struct Search {
    std::size_t position = 0;  ///< the number of words where there is none
    std::string_view unknown_option{};
};

Search find_command_word(std::span<const std::string> words) {
    Search search{words.size(), {}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (!is_option(word) || word == "--") {
            search.position = word == "--" ? words.size() : i;
            break;
        }
        const Option* option = find_anywhere(name_of(word));
        if (option == nullptr) {
            search.unknown_option = name_of(word);
            break;
        }
        if (option->takes != Takes::nothing && !carries_value(word)) {
            ++i;
        }
    }
    return search;
}

/// What CLI11 made of the words of a command: the values of each option, the rest in order.
struct Split {
    std::map<const Option*, std::vector<std::string>> given;
    std::vector<std::string> arguments;
};

/// What made CLI11 stop, in our words: an option without its value at the end, or a flag with one.
Complaint explain_failure(const Command& command, std::span<const std::string> words, std::string_view reason) {
    for (const auto& word : words) {
        const Option* option = is_option(word) ? find_option(command, name_of(word)) : nullptr;
        if (option != nullptr && option->takes == Takes::nothing && carries_value(word)) {
            return {ticked(option->name) + " takes no value",
                    diagnostic::formatted("write {} alone, or leave it out", ticked(option->name))};
        }
    }
    const Option* last =
        words.empty() || !is_option(words.back()) ? nullptr : find_option(command, name_of(words.back()));
    if (last != nullptr && last->takes != Takes::nothing) {
        const std::string words_taken = last->choices.empty() ? "" : ": " + listed(last->choices);
        return {ticked(last->name) + " needs a value",
                diagnostic::formatted("write `{} {}`{}", last->name, last->value, words_taken)};
    }
    return {std::string(reason), diagnostic::formatted("`offerkit help {}` explains the command", command.name)};
}

Result<Split, Complaint> split(const Command& command, std::vector<std::string> words) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::pair<const Option*, CLI::Option*>> options;
    const auto accept = [](const CLI::results_t&) { return true; };
    for (const Option* option : options_of(command)) {
        const std::string names =
            (option->letter != 0 ? std::string{'-', option->letter, ','} : std::string()) + std::string(option->name);
        CLI::Option* added = nullptr;
        if (option->takes == Takes::nothing) {
            added = app.add_flag(names)->disable_flag_override();
        } else {
            added = app.add_option(names, accept)->expected(1)->take_all();
        }
        options.emplace_back(option, added);
    }
    CLI::Option* rest = app.add_option("words", accept)->expected(-1)->take_all();
    try {
        std::vector<std::string> reversed(words.rbegin(), words.rend());
        app.parse(reversed);
    } catch (const CLI::Error& error) {
        return failure(explain_failure(command, words, error.what()));
    }
    for (const auto& word : app.remaining()) {
        if (is_option(word) && word != "--") {
            return failure(unknown_option(name_of(word), &command));
        }
    }
    Split result;
    for (const auto& [option, added] : options) {
        if (added->count() > 0) {
            result.given.emplace(option, added->results());
        }
    }
    result.arguments = rest->results();
    return result;
}

std::optional<Complaint> take_options(const Command& command, const Split& split, Invocation& invocation) {
    for (const Option* option : options_of(command)) {
        const auto found = split.given.find(option);
        if (found == split.given.end()) {
            continue;
        }
        const auto& values = found->second;
        if (values.size() > 1 && !option->repeatable && option->takes != Takes::nothing) {
            return Complaint{diagnostic::formatted("{} is given twice: {} and {}", ticked(option->name),
                                                   ticked(values[0]), ticked(values[1])),
                             "leave one of them out"};
        }
        for (const auto& value : values) {
            if (is_option(value) && value.size() > 2 && option->takes != Takes::nothing &&
                find_option(command, name_of(value)) != nullptr) {
                return Complaint{
                    diagnostic::formatted("{} needs a value, and {} is an option", ticked(option->name), ticked(value)),
                    diagnostic::formatted("write `{} {}`", option->name, option->value)};
            }
            if (auto wrong = take_value(*option, value, invocation)) {
                return wrong;
            }
        }
    }
    return std::nullopt;
}

std::optional<Complaint> check_arguments(const Command& command, const Invocation& invocation) {
    const std::vector<std::string>& arguments = invocation.arguments;
    std::size_t least = 0;
    std::size_t most = 0;
    for (const auto& argument : command.arguments) {
        least += argument.least;
        most = argument.most == any_number ? any_number : most + argument.most;
    }
    const std::string see = diagnostic::formatted("`offerkit help {}` shows how it is used", command.name);
    if (arguments.size() < least) {
        const auto& missing = command.arguments[arguments.size()];
        const std::string words = missing.choices.empty() ? "" : ": " + listed(missing.choices);
        return Complaint{diagnostic::formatted("{} needs {}{}", ticked(command.name), missing.name, words), see};
    }
    if (arguments.size() > most) {
        const std::string taken = most == 0   ? "none"
                                  : most == 1 ? diagnostic::formatted("one {}", command.arguments[0].name)
                                              : std::to_string(most) + " at most";
        const bool sets_against = most == 1 && find_option(command, "--against") != nullptr;
        return Complaint{diagnostic::formatted("unexpected argument {}: {} takes {}", ticked(arguments[most]),
                                               ticked(command.name), taken),
                         sets_against ? "give other offers as " + ticked("--against " + arguments[most]) : see};
    }
    for (std::size_t i = 0; i < command.arguments.size() && i < arguments.size(); ++i) {
        const auto& words = command.arguments[i].choices;
        if (!words.empty() && std::none_of(words.begin(), words.end(),
                                           [&](const Choice& choice) { return choice.word == arguments[i]; })) {
            std::vector<std::string_view> names;
            for (const auto& choice : words) {
                names.push_back(choice.word);
            }
            const std::string hint = diagnostic::did_you_mean(arguments[i], names);
            return Complaint{
                diagnostic::formatted("{} is not an argument of {}", ticked(arguments[i]), ticked(command.name)),
                diagnostic::formatted("{}it takes {}", hint.empty() ? "" : hint + " ", listed(words))};
        }
    }
    const auto stdin_uses = std::count(arguments.begin(), arguments.end(), "-") +
                            std::count(invocation.against.begin(), invocation.against.end(), "-");
    if (stdin_uses > 1) {
        return Complaint{"standard input (`-`) can be read only once", "give the other offers as files"};
    }
    return std::nullopt;
}

}  // namespace

Result<Invocation, Complaint> parse(std::span<const std::string> words) {
    Invocation invocation;
    if (words.empty()) {
        invocation.ask = Invocation::Ask::overview;
        return invocation;
    }
    const Search search = find_command_word(words);
    if (!search.unknown_option.empty()) {
        return failure(unknown_option(search.unknown_option, nullptr));
    }
    if (search.position == words.size()) {
        for (const auto& word : words) {
            for (const Option* option : lone_options()) {
                if (word == option->name || (option->letter != 0 && word == std::string{'-', option->letter})) {
                    invocation.ask = option->id == OptionId::version ? Invocation::Ask::version : Invocation::Ask::help;
                    return invocation;
                }
            }
        }
        return complaint("no command is given", "`offerkit help` lists the commands");
    }
    invocation.command = find_command(words[search.position]);
    if (invocation.command == nullptr) {
        return failure(unknown_command(words[search.position]));
    }
    std::vector<std::string> rest(words.begin(), words.end());
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(search.position));
    auto parts = split(*invocation.command, std::move(rest));
    if (!parts) {
        return failure(std::move(parts.error()));
    }
    invocation.arguments = std::move(parts->arguments);
    if (auto wrong = take_options(*invocation.command, *parts, invocation)) {
        return failure(std::move(*wrong));
    }
    if (invocation.ask != Invocation::Ask::run) {
        return invocation;
    }
    if (auto wrong = check_arguments(*invocation.command, invocation)) {
        return failure(std::move(*wrong));
    }
    return invocation;
}

}  // namespace offerkit::cli
