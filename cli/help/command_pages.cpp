// The command pages of the documentation. A test keeps docs/commands/ equal to what this prints.

#include <cli/help/help.hpp>

#include <string_view>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli {
namespace {

constexpr std::string_view origin =
    "<!-- Printed by `offerkit help --markdown`; what it says stands in cli/registry/registry.cpp. -->\n\n";

/// A cell of a table: a bar would end it.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '|' ? "\\|" : std::string(1, c);
    }
    return out;
}

std::string code(std::string_view text) { return diagnostic::formatted("`{}`", text); }

std::string meaning_of(const Option& option) {
    std::string text(option.meaning);
    if (option.repeatable) {
        text += "; may be given again";
    }
    for (std::size_t i = 0; i < option.choices.size(); ++i) {
        const auto& choice = option.choices[i];
        text += (i == 0 ? ":<br>" : "<br>") + code(choice.word) + (choice.word == option.fallback ? " (default)" : "");
        text += choice.meaning.empty() ? "" : " " + std::string(choice.meaning);
    }
    if (option.choices.empty() && !option.fallback.empty()) {
        text += diagnostic::formatted(" (default: {})", option.fallback);
    }
    return text;
}

std::string options_table(std::span<const Option* const> options) {
    std::string out = "| option | meaning |\n|---|---|\n";
    for (const Option* option : options) {
        out += diagnostic::formatted("| {} | {} |\n", cell(code(label_of(*option))), cell(meaning_of(*option)));
    }
    return out;
}

std::string examples(std::span<const Example> examples) {
    std::string out;
    for (const auto& example : examples) {
        out += diagnostic::formatted("\n{}:\n\n```console\n$ {}\n```\n", example.meaning, example.command);
    }
    return out;
}

std::string statuses_table() {
    std::string out = "| status | when |\n|---|---|\n";
    for (const auto& status : exit_statuses()) {
        out += diagnostic::formatted("| {} | {} |\n", std::to_string(status.status), cell(status.meaning));
    }
    return out;
}

std::string places_table(std::string_view title, std::span<const Place> places) {
    std::string out = diagnostic::formatted("| {} | meaning |\n|---|---|\n", title);
    for (const auto& place : places) {
        out += diagnostic::formatted("| {} | {} |\n", code(place.name), cell(place.meaning));
    }
    return out;
}

}  // namespace

std::string markdown_page(const Command& command) {
    std::string out(origin);
    out += diagnostic::formatted("# offerkit {}\n\n{}.\n", command.name, command.summary);
    out += diagnostic::formatted("\n```text\n{}\n```\n", usage_of(command));
    for (const auto& paragraph : command.description) {
        out += diagnostic::formatted("\n{}\n", paragraph);
    }
    if (!command.arguments.empty()) {
        out += "\n## Arguments\n\n| argument | meaning |\n|---|---|\n";
        for (const auto& argument : command.arguments) {
            out += diagnostic::formatted("| {} | {} |\n", cell(code(label_of(argument))), cell(argument.meaning));
        }
    }
    out += "\n## Options\n\n";
    if (!command.options.empty()) {
        out += options_table(command.options) + "\nCommon options:\n\n";
    }
    out += options_table(command.common_options);
    out += "\n## Examples\n" + examples(command.examples);
    out += "\n## Exit status\n\n" + statuses_table();
    if (!command.exit_note.empty()) {
        out += diagnostic::formatted("\n{}\n", command.exit_note);
    }
    return out;
}

std::string markdown_index() {
    std::string out(origin);
    out += diagnostic::formatted("# Commands\n\n{}\n\n| command | what it does |\n|---|---|\n", introduction());
    for (const auto& command : all_commands()) {
        out += diagnostic::formatted("| [{}]({}.md) | {} |\n", command.name, command.name, cell(command.summary));
    }
    out +=
        "\nResults go to standard output, everything else to standard error. Options may stand before or after files; "
        "`--` ends them.\n";
    out += "\n## Exit status\n\n" + statuses_table();
    out += "\n## Environment\n\n" + places_table("variable", environment_variables());
    out += "\n## Files\n\n" + places_table("place", places());
    return out;
}

}  // namespace offerkit::cli
