// The manual page in roff.

#include <cli/help/help.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <cli/help/roff.hpp>
#include <offerkit/version.hpp>

namespace offerkit::cli {
namespace {

std::string option_item(const Option& option) {
    std::string label = option.letter == 0 ? "" : roff_bold(std::string{'-', option.letter}) + ", ";
    label += roff_bold(option.name) + (option.value.empty() ? "" : " " + roff_italic(option.value));
    std::string meaning(option.meaning);
    if (option.repeatable) {
        meaning += "; may be given again";
    }
    if (option.choices.empty() && !option.fallback.empty()) {
        meaning += " (default: " + std::string(option.fallback) + ")";
    }
    std::string out = roff_item(label, meaning + ".");
    if (!option.choices.empty()) {
        out += ".RS\n";
        for (const auto& choice : option.choices) {
            const std::string word = roff_bold(choice.word) + (choice.word == option.fallback ? " (default)" : "");
            out += ".TP\n" + word + "\n" +
                   (choice.meaning.empty() ? "" : roff_sentences(std::string(choice.meaning) + "."));
        }
        out += ".RE\n";
    }
    return out;
}

std::string usage_line(const Command& command) {
    std::string out = "\\fBofferkit " + roff(command.name) + "\\fR";
    for (const auto& argument : command.arguments) {
        const std::string name = roff_italic(argument.name) + (argument.most == any_number ? " ..." : "");
        out += argument.least == 0 ? " [" + name + "]" : " " + name;
    }
    return out + " [\\fIOPTIONS\\fR]";
}

/// The options that several commands share, each once: where two of a name differ, the first.
std::vector<const Option*> common_options() {
    std::vector<const Option*> found;
    for (const auto& command : all_commands()) {
        for (const Option* option : command.common_options) {
            const bool known = std::any_of(found.begin(), found.end(),
                                           [&](const Option* other) { return other->name == option->name; });
            if (!known) {
                found.push_back(option);
            }
        }
    }
    return found;
}

bool is_common(const Option& option) {
    const auto common = common_options();
    return std::find(common.begin(), common.end(), &option) != common.end();
}

std::string command_part(const Command& command) {
    std::string out = ".SS " + roff(command.name) + "\n" + usage_line(command) + "\n";
    for (const auto& paragraph : command.description) {
        out += ".PP\n" + roff_sentences(paragraph);
    }
    for (const auto& argument : command.arguments) {
        out += roff_item(roff_italic(argument.name), std::string(argument.meaning) + ".");
    }
    std::string common;
    for (const auto group : {command.options, command.common_options}) {
        for (const Option* option : group) {
            if (is_common(*option)) {
                common += (common.empty() ? "" : ", ") + ("`" + std::string(option->name) + "`");
            } else {
                out += option_item(*option);
            }
        }
    }
    out += ".PP\n" +
           roff_sentences((command.options.empty() ? "Options: " : "Also ") + common + "; see `COMMON OPTIONS`.");
    if (!command.exit_note.empty()) {
        out += ".PP\n" + roff_sentences("Exit status: " + std::string(command.exit_note));
    }
    return out;
}

/// Examples as paragraphs; the `first` of a section follows its heading.
std::string examples_of(const Command& command, bool first) {
    std::string out;
    for (const auto& example : command.examples) {
        out += std::string(first ? "" : ".PP\n") + roff_sentences(std::string(example.meaning) + ":") +
               ".PP\n.RS 4\n.nf\n" + roff(example.command) + "\n.fi\n.RE\n";
        first = false;
    }
    return out;
}

std::string examples_part() {
    std::string out = ".SH EXAMPLES\n";
    bool first = true;
    for (const auto& command : all_commands()) {
        out += examples_of(command, first);
        first = first && command.examples.empty();
    }
    return out;
}

}  // namespace

std::string manual_page(const Command& command) {
    std::string name(command.name);
    std::string title = "OFFERKIT-" + name;
    std::transform(title.begin(), title.end(), title.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    std::string out = ".\\\" Printed by offerkit help " + name + " \\-\\-man.\n";
    out += ".TH " + title + " 1 \"" + std::string(manuals_changed) + "\" \"offerkit " + std::string(version()) +
           "\" \"User Commands\"\n";
    out += ".SH NAME\nofferkit\\-" + roff(name) + " \\- " + roff(command.summary) + "\n.SH SYNOPSIS\n" +
           usage_line(command) + "\n.SH DESCRIPTION\n";
    bool first = true;
    for (const auto& paragraph : command.description) {
        out += (first ? "" : ".PP\n") + roff_sentences(paragraph);
        first = false;
    }
    for (const auto& argument : command.arguments) {
        out += roff_item(roff_italic(argument.name), std::string(argument.meaning) + ".");
    }
    out += ".SH OPTIONS\n";
    for (const auto group : {command.options, command.common_options}) {
        for (const Option* option : group) {
            out += option_item(*option);
        }
    }
    out += ".SH \"EXIT STATUS\"\n";
    for (const auto& status : exit_statuses()) {
        out += roff_item(roff_bold(std::to_string(status.status)), std::string(status.meaning) + ".");
    }
    out += command.exit_note.empty() ? "" : ".PP\n" + roff_sentences(command.exit_note);
    out += command.examples.empty() ? "" : ".SH EXAMPLES\n" + examples_of(command, true);
    return out + ".SH \"SEE ALSO\"\n.BR offerkit (1),\n.BR offerkit (5)\n";
}

std::string manual_page() {
    std::string out = ".\\\" Printed by offerkit help \\-\\-man.\n";
    out += ".TH OFFERKIT 1 \"" + std::string(manuals_changed) + "\" \"offerkit " + std::string(version()) +
           "\" \"User Commands\"\n";
    out += ".SH NAME\nofferkit \\- " + roff(purpose()) + "\n.SH SYNOPSIS\n";
    bool first = true;
    for (const auto& command : all_commands()) {
        out += (first ? "" : ".br\n") + usage_line(command) + "\n";
        first = false;
    }
    out += ".SH DESCRIPTION\n" + roff_sentences(introduction());
    out +=
        ".PP\nResults go to standard output, everything else to standard error.\nOptions may stand before or after "
        "files; \\fB\\-\\-\\fR ends them.\n";
    out += ".SH COMMANDS\n";
    for (const auto& command : all_commands()) {
        out += command_part(command);
    }
    out += ".SH \"COMMON OPTIONS\"\n";
    for (const Option* option : common_options()) {
        out += option_item(*option);
    }
    out += ".SH \"EXIT STATUS\"\n";
    for (const auto& status : exit_statuses()) {
        out += roff_item(roff_bold(std::to_string(status.status)), std::string(status.meaning) + ".");
    }
    out += ".SH ENVIRONMENT\n";
    for (const auto& variable : environment_variables()) {
        out += roff_item(roff_bold(variable.name), std::string(variable.meaning) + ".");
    }
    out += ".SH FILES\n";
    for (const auto& place : places()) {
        out += roff_item(roff_italic(place.name), std::string(place.meaning) + ".");
    }
    return out + examples_part();
}

}  // namespace offerkit::cli
