#include <cli/help/help.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::cli {
namespace {

constexpr std::size_t readable_width = 100;
constexpr std::size_t indent = 2;
constexpr std::size_t widest_label = 24;
constexpr std::size_t widest_row_label = 40;

/// Writes help for a screen: headings, paragraphs, and labels with their meaning beside them.
class HelpWriter {
public:
    explicit HelpWriter(const render::Screen& screen)
        : screen_(screen), width_(std::min(screen.width, readable_width)) {}

    void line(std::string_view text, std::size_t by = 0) {
        out_ += render::finished_line(std::string(by, ' ') + render::safe(text, screen_));
    }
    void blank() { out_ += '\n'; }
    void heading(std::string_view text) {
        blank();
        out_ += render::painted(text, render::Ink::bold, screen_) + "\n";
    }

    void paragraph(std::string_view text, std::size_t by = 0) {
        for (const auto& part : diagnostic::wrapped(render::safe(text, screen_), room(by))) {
            line(part, by);
        }
    }

    /// The meaning stands in a column beside the labels; below a label that is too long for that.
    void entry(std::string_view label, std::string_view meaning, std::size_t column) {
        const std::size_t taken = indent + diagnostic::display_width(label) + 2;
        const bool beside = taken <= column;
        std::string first = std::string(indent, ' ') + render::painted(label, render::Ink::cyan, screen_);
        if (!beside) {
            out_ += render::finished_line(first);
        }
        bool begun = !beside;
        for (const auto& part : diagnostic::wrapped(render::safe(meaning, screen_), room(column))) {
            const std::string lead = begun ? std::string(column, ' ') : first + std::string(column - taken + 2, ' ');
            out_ += render::finished_line(lead + part);
            begun = true;
        }
    }

    void choices(const Option& option, std::size_t column) {
        for (const auto& choice : option.choices) {
            const std::string lead =
                choice.word == option.fallback ? std::string(choice.word) + " (default)" : std::string(choice.word);
            const std::string text = lead + (choice.meaning.empty() ? "" : ": " + std::string(choice.meaning));
            bool first = true;
            for (const auto& part : diagnostic::wrapped(render::safe(text, screen_), room(column + 2))) {
                out_ += render::finished_line(std::string(first ? column : column + 2, ' ') + part);
                first = false;
            }
        }
    }

    void options(std::span<const Option* const> options) {
        std::size_t longest = 0;
        for (const Option* option : options) {
            const std::size_t width = label_of(*option).size();
            longest = std::max(longest, width <= widest_label ? width : 0);
        }
        const std::size_t column = indent + longest + 2;
        for (const Option* option : options) {
            std::string meaning(option->meaning);
            if (option->repeatable) {
                meaning += "; may be given again";
            }
            if (!option->fallback.empty() && option->choices.empty()) {
                meaning += diagnostic::formatted(" (default: {})", option->fallback);
            }
            entry(label_of(*option), meaning, column);
            choices(*option, column);
        }
    }

    template <class Rows, class Label>
    void rows(const Rows& rows, Label label) {
        std::size_t longest = 0;
        for (const auto& row : rows) {
            longest = std::max(longest, std::min(label(row).size(), widest_row_label));
        }
        for (const auto& row : rows) {
            entry(label(row), meaning_of(row), indent + longest + 2);
        }
    }

    void examples(std::span<const Example> examples) {
        for (const auto& example : examples) {
            paragraph(std::string(example.meaning) + ":", indent);
            out_ += render::finished_line(std::string(2 * indent, ' ') +
                                          render::painted(example.command, render::Ink::cyan, screen_));
        }
    }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    static std::string_view meaning_of(const Command& row) { return row.summary; }
    static std::string_view meaning_of(const Argument& row) { return row.meaning; }
    static std::string_view meaning_of(const ExitStatus& row) { return row.meaning; }
    static std::string_view meaning_of(const Place& row) { return row.meaning; }
    static std::string_view meaning_of(const Example& row) { return row.meaning; }

    [[nodiscard]] std::size_t room(std::size_t by) const { return width_ > by + 20 ? width_ - by : 20; }

    const render::Screen& screen_;
    std::size_t width_;
    std::string out_;
};

void write_overview(HelpWriter& writer) {
    writer.line("offerkit: " + std::string(purpose()));
    writer.blank();
    writer.paragraph(introduction());
    writer.heading("Start here");
    writer.rows(first_steps(), [](const Example& step) { return std::string(step.command); });
    writer.heading("Commands");
    writer.rows(all_commands(), [](const Command& command) { return std::string(command.name); });
}

void write_exit_statuses(HelpWriter& writer) {
    writer.heading("Exit status");
    writer.rows(exit_statuses(), [](const ExitStatus& status) { return std::to_string(status.status); });
}

}  // namespace

std::string usage_of(const Command& command) {
    std::string usage = "offerkit " + std::string(command.name);
    for (const auto& argument : command.arguments) {
        usage += " " + label_of(argument);
    }
    return usage + " [OPTIONS]";
}

std::string label_of(const Option& option) {
    std::string label = option.letter == 0 ? "" : std::string{'-', option.letter, ',', ' '};
    label += option.name;
    return option.value.empty() ? label : diagnostic::formatted("{} {}", label, option.value);
}

std::string label_of(const Argument& argument) {
    const std::string name = std::string(argument.name) + (argument.most == any_number ? "..." : "");
    return argument.least == 0 ? diagnostic::formatted("[{}]", name) : name;
}

std::string overview_text(const render::Screen& screen) {
    HelpWriter writer(screen);
    write_overview(writer);
    writer.blank();
    writer.paragraph("`offerkit help COMMAND` explains a command, `offerkit help` what holds for all of them.");
    return writer.take();
}

std::string general_help_text(const render::Screen& screen) {
    HelpWriter writer(screen);
    write_overview(writer);
    writer.heading("Options without a command");
    writer.options(lone_options());
    write_exit_statuses(writer);
    writer.heading("Environment");
    writer.rows(environment_variables(), [](const Place& place) { return std::string(place.name); });
    writer.heading("Files");
    writer.rows(places(), [](const Place& place) { return std::string(place.name); });
    writer.blank();
    writer.paragraph(
        "Results go to standard output, everything else to standard error. Options may stand before or after files; "
        "`--` ends "
        "them. `offerkit help COMMAND` explains a command.");
    return writer.take();
}

std::string help_text(const Command& command, const render::Screen& screen) {
    HelpWriter writer(screen);
    writer.line(diagnostic::formatted("offerkit {}: {}", command.name, command.summary));
    writer.heading("Usage");
    writer.line(usage_of(command), indent);
    for (const auto& paragraph : command.description) {
        writer.blank();
        writer.paragraph(paragraph);
    }
    if (!command.arguments.empty()) {
        writer.heading("Arguments");
        writer.rows(command.arguments, [](const Argument& argument) { return label_of(argument); });
    }
    if (!command.options.empty()) {
        writer.heading("Options");
        writer.options(command.options);
    }
    writer.heading(command.options.empty() ? "Options" : "Common options");
    writer.options(command.common_options);
    writer.heading("Examples");
    writer.examples(command.examples);
    write_exit_statuses(writer);
    if (!command.exit_note.empty()) {
        writer.blank();
        writer.paragraph(command.exit_note);
    }
    return writer.take();
}

}  // namespace offerkit::cli
