// Help, manual page, command pages and completions say what the registry says, all of it and nothing else.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <cli/help/completion.hpp>
#include <cli/help/help.hpp>
#include <cli/registry/registry.hpp>
#include <offerkit/diagnostic/text.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"
#include "support/markdown.hpp"
#include "support/run.hpp"
#include "support/shell.hpp"

using namespace offerkit::cli;
using offerkit::render::Screen;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<const Option*> options_of(const Command& command) {
    std::vector<const Option*> all(command.options.begin(), command.options.end());
    all.insert(all.end(), command.common_options.begin(), command.common_options.end());
    return all;
}

/// The roff of what is typed: hyphens as they are.
std::string in_roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '-' ? "\\-" : std::string(1, c);
    }
    return out;
}

/// What a terminal shows of a manual page: bold is a letter struck twice over itself.
std::string plain(const std::string& struck) {
    std::string out;
    for (const char c : struck) {
        if (c == '\b' && !out.empty()) {
            out.pop_back();
        } else if (c != '\b') {
            out += c;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("every command and option is described as the others are: one line, a capital first, no full stop") {
    const auto check_line = [](std::string_view text) {
        INFO(text);
        REQUIRE_FALSE(text.empty());
        CHECK((text.front() >= 'A' && text.front() <= 'Z'));
        CHECK(text.back() != '.');
    };
    for (const auto& command : all_commands()) {
        INFO(command.name);
        check_line(command.summary);
        CHECK(command.summary.size() <= 64);
        CHECK_FALSE(command.description.empty());
        for (const auto paragraph : command.description) {
            CHECK((paragraph.back() == '.' || paragraph.back() == ':'));
        }
        CHECK_FALSE(command.examples.empty());
        for (const auto& argument : command.arguments) {
            check_line(argument.meaning);
        }
        std::set<std::string_view> names;
        for (const Option* option : options_of(command)) {
            check_line(option->meaning);
            CHECK(names.insert(option->name).second);
            CHECK(option->name.starts_with("--"));
            CHECK(option->value.empty() == (option->takes == Takes::nothing));
            CHECK(option->choices.empty() == (option->takes != Takes::choice));
            if (!option->choices.empty()) {
                CHECK(std::any_of(option->choices.begin(), option->choices.end(),
                                  [&](const Choice& choice) { return choice.word == option->fallback; }));
            }
        }
    }
}

TEST_CASE("help, the manual page, the command pages and the completions name every command and every option") {
    const Screen screen{80, false, true};
    const std::string manual = manual_page();
    const std::string bash = bash_completion();
    const std::string zsh = zsh_completion();
    const std::string fish = fish_completion();
    for (const auto& command : all_commands()) {
        INFO(command.name);
        CHECK(holds(overview_text(screen), "\n  " + std::string(command.name) + " "));
        CHECK(holds(manual, "\n.SS " + std::string(command.name) + "\n"));
        CHECK(holds(bash, "        " + std::string(command.name) + ")\n"));
        CHECK(holds(zsh, "                " + std::string(command.name) + ")\n"));
        CHECK(holds(fish, "-a " + std::string(command.name) + " "));
        const std::string help = help_text(command, screen);
        const std::string page = markdown_page(command);
        for (const Option* option : options_of(command)) {
            INFO(option->name);
            CHECK(holds(help, label_of(*option)));
            CHECK(holds(page, "`" + label_of(*option) + "`"));
            CHECK(holds(manual, in_roff(option->name)));
            CHECK(holds(bash, std::string(option->name)));
            CHECK(holds(zsh, std::string(option->name)));
            CHECK(holds(fish, "__fish_seen_subcommand_from " + std::string(command.name) + "'" +
                                  (option->letter == 0 ? "" : " -s " + std::string(1, option->letter)) + " -l " +
                                  std::string(option->name.substr(2)) +
                                  (option->takes == Takes::nothing ? " -d" : " ")));
            for (const auto& choice : option->choices) {
                CHECK(holds(help, std::string(choice.word)));
                CHECK(holds(page, "`" + std::string(choice.word) + "`"));
            }
        }
    }
}

TEST_CASE("help fits the screen: 80 columns where there are 80") {
    for (const std::size_t width : {40U, 80U, 100U}) {
        const Screen screen{width, false, true};
        std::vector<std::string> texts{overview_text(screen), general_help_text(screen)};
        for (const auto& command : all_commands()) {
            texts.push_back(help_text(command, screen));
        }
        for (const auto& text : texts) {
            for (const auto& line : support::lines_of(text)) {
                // A command to be copied is never broken.
                const bool command = holds(line, "  offerkit ") || holds(line, "  -");
                INFO(width << ": " << line);
                CHECK((command || width < 80 || offerkit::diagnostic::display_width(line) <= width));
            }
        }
    }
}

TEST_CASE("help, --help and -h of a command are the same text, on standard output with status 0") {
    for (const auto& command : all_commands()) {
        const std::string name(command.name);
        const auto help = support::run({"help", name});
        CHECK(help.status == 0);
        CHECK(help.err.empty());
        CHECK(support::run({name, "--help"}).out == help.out);
        CHECK(support::run({"-h", name}).out == help.out);
    }
    CHECK(support::run({"help"}).out == support::run({"--help"}).out);
    const auto overview = support::run(std::vector<std::string>{});
    CHECK(overview.status == 0);
    CHECK(overview.err.empty());
    CHECK(holds(overview.out, "Start here"));
    const auto version = support::run({"--version"});
    CHECK(version.out.starts_with("offerkit "));
    CHECK(version.out.ends_with("\n"));
}

TEST_CASE("the command pages of the documentation are those that the program prints") {
    const auto check_page = [](const std::string& name, const std::string& text) {
        golden::check_source_file("docs/commands/" + name + ".md", text);
    };
    std::set<std::string> pages{"README.md"};
    check_page("README", markdown_index());
    for (const auto& command : all_commands()) {
        check_page(std::string(command.name), support::run({"help", "--markdown", std::string(command.name)}).out);
        pages.insert(std::string(command.name) + ".md");
    }
    for (const auto& entry : std::filesystem::directory_iterator(support::source_path("docs/commands"))) {
        INFO(entry.path() << " is the page of no command");
        CHECK(pages.count(entry.path().filename().string()) == 1);
    }
}

TEST_CASE("mandoc finds nothing to say about the manual page") {
    const support::ScratchFolder folder;
    folder.write("offerkit.1", support::run({"help", "--man"}).out);
    const auto lint = support::shell("mandoc -T lint offerkit.1", folder.path());
    CHECK(lint.text.empty());
    CHECK(lint.status == 0);
    const std::string shown = plain(support::shell("mandoc -T ascii offerkit.1", folder.path()).text);
    CHECK(holds(shown, "offerkit compare FILE ... [OPTIONS]"));
    CHECK(holds(shown, "EXIT STATUS"));
}
