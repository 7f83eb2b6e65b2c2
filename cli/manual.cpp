// The manual page in roff.

#include <cli/help.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <offerkit/version.hpp>

namespace offerkit::cli {
namespace {

/// The day on which what the page says last changed; a manual page carries one, and the build reads no clock.
constexpr std::string_view last_changed = "2026-11-22";

/// `text` for roff: backslashes, hyphens of options and quotes as they are typed, `code` in bold.
std::string roff(std::string_view text) {
    std::string out;
    bool bold = false;
    for (const char c : text) {
        switch (c) {
            case '\\': out += "\\e"; break;
            case '-': out += "\\-"; break;
            case '"': out += "\\(dq"; break;
            case '\'': out += "\\(aq"; break;
            case '~': out += "\\(ti"; break;
            case '^': out += "\\(ha"; break;
            case '`':
                out += bold ? "\\fR" : "\\fB";
                bold = !bold;
                break;
            default: out += c;
        }
    }
    return out;
}

/// Lines of at most 80 bytes, broken at spaces; what is bold stays so over a break.
std::string filled(std::string_view text) {
    constexpr std::size_t most = 78;
    std::string out;
    std::size_t taken = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        // A word at the beginning of a line must not look like a request.
        const std::string_view guard = text.front() == '.' ? "\\&" : "";
        if (taken > 0) {
            const bool fits = taken + 1 + guard.size() + end <= most;
            out += fits ? ' ' : '\n';
            taken = fits ? taken + 1 : 0;
        }
        out += taken == 0 ? guard : "";
        out += text.substr(0, end);
        taken += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + "\n";
}

/// One sentence a line, as roff wants it to space them.
std::string sentences(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = text.find(". ");
        if (end == std::string_view::npos) {
            return out + filled(roff(text));
        }
        out += filled(roff(text.substr(0, end + 1)));
        text.remove_prefix(end + 2);
    }
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string item(const std::string& label, std::string_view meaning) {
    return ".TP\n" + label + "\n" + sentences(meaning);
}

std::string option_item(const Option& option) {
    std::string label = option.letter == 0 ? "" : bold(std::string{'-', option.letter}) + ", ";
    label += bold(option.name) + (option.value.empty() ? "" : " " + italic(option.value));
    std::string meaning(option.meaning);
    if (option.repeatable) {
        meaning += "; may be given again";
    }
    if (option.choices.empty() && !option.fallback.empty()) {
        meaning += " (default: " + std::string(option.fallback) + ")";
    }
    std::string out = item(label, meaning + ".");
    if (!option.choices.empty()) {
        out += ".RS\n";
        for (const auto& choice : option.choices) {
            const std::string word = bold(choice.word) + (choice.word == option.fallback ? " (default)" : "");
            out += ".TP\n" + word + "\n" + (choice.meaning.empty() ? "" : sentences(std::string(choice.meaning) + "."));
        }
        out += ".RE\n";
    }
    return out;
}

std::string usage_line(const Command& command) {
    std::string out = "\\fBofferkit " + roff(command.name) + "\\fR";
    for (const auto& argument : command.arguments) {
        const std::string name = italic(argument.name) + (argument.most == any_number ? " ..." : "");
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
        out += ".PP\n" + sentences(paragraph);
    }
    for (const auto& argument : command.arguments) {
        out += item(italic(argument.name), std::string(argument.meaning) + ".");
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
    out += ".PP\n" + sentences((command.options.empty() ? "Options: " : "Also ") + common + "; see `COMMON OPTIONS`.");
    if (!command.exit_note.empty()) {
        out += ".PP\n" + sentences("Exit status: " + std::string(command.exit_note));
    }
    return out;
}

std::string examples_part() {
    std::string out = ".SH EXAMPLES\n";
    bool first = true;
    for (const auto& command : all_commands()) {
        for (const auto& example : command.examples) {
            out += std::string(first ? "" : ".PP\n") + sentences(std::string(example.meaning) + ":") +
                   ".PP\n.RS 4\n.nf\n" + roff(example.command) + "\n.fi\n.RE\n";
            first = false;
        }
    }
    return out;
}

}  // namespace

std::string manual_page() {
    std::string out = ".\\\" Printed by offerkit help \\-\\-man.\n";
    out += ".TH OFFERKIT 1 \"" + std::string(last_changed) + "\" \"offerkit " + std::string(version()) +
           "\" \"User Commands\"\n";
    out += ".SH NAME\nofferkit \\- " + roff(purpose()) + "\n.SH SYNOPSIS\n";
    bool first = true;
    for (const auto& command : all_commands()) {
        out += (first ? "" : ".br\n") + usage_line(command) + "\n";
        first = false;
    }
    out += ".SH DESCRIPTION\n" + sentences(introduction());
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
        out += item(bold(std::to_string(status.status)), std::string(status.meaning) + ".");
    }
    out += ".SH ENVIRONMENT\n";
    for (const auto& variable : environment_variables()) {
        out += item(bold(variable.name), std::string(variable.meaning) + ".");
    }
    out += ".SH FILES\n";
    for (const auto& place : places()) {
        out += item(italic(place.name), std::string(place.meaning) + ".");
    }
    return out + examples_part();
}

}  // namespace offerkit::cli
