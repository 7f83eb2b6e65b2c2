// What the documentation shows is what the program does: each command of each page is run, and what the page shows
// below it is compared with what came out.
//
// In a ```console block a line that begins with `$ ` is a command, `> ` goes on with it, and what follows is its
// output. No output: only the status counts. `...` alone on a line stands for any lines, `?` for "fill this in". The
// fence may say `status=1` for a command that is meant to fail, or `no-test`. A ```toml block with file=NAME becomes a
// file for the commands after it; any other is a piece of an offer, which must be free of errors, unless it says
// `no-test`. A ```cpp block with file=PATH is that file.
//
// OFFERKIT_UPDATE_GOLDEN=1 writes what came out into the pages.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"
#include "support/markdown.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;
using support::ConsoleCommand;
using support::FencedBlock;

namespace {

/// Every page, from the top of the repository, in the order of their names.
std::vector<std::string> pages() {
    std::vector<std::string> found{"README.md"};
    for (const char* folder : {"docs", "examples"}) {
        for (const auto& entry : fs::recursive_directory_iterator{support::source_path(folder)}) {
            if (entry.path().extension() == ".md") {
                found.push_back(fs::relative(entry.path(), support::source_path("")).generic_string());
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool updating() {
    const char* value = std::getenv("OFFERKIT_UPDATE_GOLDEN");
    return value != nullptr && std::string_view{value} == "1";
}

/// A folder that looks like the top of the repository and may be written to.
class Desk {
public:
    Desk() {
        for (const auto& entry : fs::directory_iterator{support::source_path("")}) {
            const auto name = entry.path().filename();
            if (name != "build" && name.string().front() != '.') {
                fs::create_symlink(entry.path(), scratch_.path() / name);
            }
        }
    }
    [[nodiscard]] fs::path folder() const { return scratch_.path(); }
    void write(const std::string& name, const std::string& text) const { scratch_.write(name, text); }

private:
    support::ScratchFolder scratch_;
};

/// What a page shows, with the output of the commands that did something else replaced.
class Page {
public:
    explicit Page(std::string name)
        : name_{std::move(name)},
          text_{support::read_file(support::source_path(name_))},
          lines_{support::lines_of(text_)} {}

    void run() {
        for (const auto& block : support::fenced_blocks(text_)) {
            if (block.has("no-test")) {
                continue;
            }
            if (block.language == "console") {
                run_console(block);
            } else if (block.language == "toml") {
                run_toml(block);
            } else if (block.language == "cpp" && !block.value_of("file").empty()) {
                INFO(name_ << ":" << block.first_line << ": the program shown is not the one that is compiled");
                CHECK(golden::first_difference(support::read_file(support::source_path(block.value_of("file"))),
                                               block.text()) == "");
            } else {
                const bool hidden = std::any_of(block.lines.begin(), block.lines.end(),
                                                [](const std::string& line) { return line.starts_with("$ "); });
                INFO(name_ << ":" << block.first_line << ": commands stand in ```console blocks, or nobody runs them");
                CHECK_FALSE(hidden);
            }
        }
        if (updating() && !changes_.empty()) {
            rewrite();
        }
    }

    /// Every command of the page and what it wrote, as one text.
    [[nodiscard]] const std::string& transcript() const { return transcript_; }

private:
    void run_console(const FencedBlock& block) {
        const std::string stated = block.value_of("status");
        const int status = stated.empty() ? 0 : std::stoi(stated);
        for (const auto& command : support::console_commands(block)) {
            INFO(name_ << ":" << block.first_line + command.first_line + 1 << ": $ " << command.script);
            REQUIRE_FALSE(command.script.empty());
            const auto outcome = support::shell(command.script, desk_.folder());
            transcript_ += (transcript_.empty() ? "$ " : "\n$ ") + command.script + "\n" + outcome.text;
            INFO("it wrote:\n" << outcome.text);
            CHECK(outcome.status == status);
            compare(block, command, support::lines_of(outcome.text));
        }
    }

    void compare(const FencedBlock& block, const ConsoleCommand& command, const std::vector<std::string>& written) {
        const std::vector<std::string> fill_in{"?"};
        if (command.output.empty() || (command.output != fill_in && support::shows(command.output, written))) {
            return;
        }
        if (updating()) {
            changes_[block.first_line + command.output_line] = {command.output.size(),
                                                                support::reshown(command.output, written)};
            return;
        }
        std::string shown;
        std::string real;
        for (const auto& line : command.output) {
            shown += line + "\n";
        }
        for (const auto& line : written) {
            real += line + "\n";
        }
        FAIL_CHECK(golden::first_difference(shown, real)
                   << "\nOFFERKIT_UPDATE_GOLDEN=1 writes what it wrote into the page.");
    }

    void run_toml(const FencedBlock& block) {
        const std::string file = block.value_of("file");
        if (!file.empty()) {
            desk_.write(file, block.text());
            return;
        }
        std::string offer = block.text();
        const auto has = [&](std::string_view what) {
            return ("\n" + offer).find("\n" + std::string{what}) != std::string::npos;
        };
        if (!has("company")) {
            // Keys of the top go before any table, and so do those of the piece.
            offer = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n" + offer;
        }
        if (!has("[stock]") && (has("[[grant") || has("[refresher]"))) {
            offer += "\n[stock]\nprice = 100.00\nas_of = 2026-01-15\n";
        }
        desk_.write("piece.toml", offer);
        const auto outcome = support::shell("offerkit check piece.toml --as-of 2026-01-20", desk_.folder());
        INFO(name_ << ":" << block.first_line + 1 << ": this piece of an offer has problems:\n" << outcome.text);
        CHECK(outcome.status == 0);
    }

    void rewrite() const {
        std::string text;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto change = changes_.find(i);
            if (change != changes_.end()) {
                for (const auto& line : change->second.written) {
                    text += line + "\n";
                }
                i += change->second.old_lines;
            }
            text += lines_[i] + "\n";
        }
        support::write_file(support::source_path(name_), text);
    }

    struct Change {
        std::size_t old_lines = 0;
        std::vector<std::string> written{};
    };

    std::string name_;
    std::string text_;
    std::vector<std::string> lines_;
    Desk desk_;
    std::map<std::size_t, Change> changes_{};
    std::string transcript_{};
};

}  // namespace

TEST_CASE("every command that a page shows does what the page says") {
    for (const auto& name : pages()) {
        // What diagnostics.md shows is generated from files of its own, and tested with them.
        if (name != "docs/diagnostics.md") {
            Page page{name};
            page.run();
            // Each set of examples keeps all of its output beside it.
            if (name.starts_with("examples/") && name != "examples/README.md") {
                golden::check_source_file(fs::path{name}.replace_filename("expected.txt").generic_string(),
                                          page.transcript());
            }
        }
    }
}

TEST_CASE("three dots stand for any lines of an output, and everything else for itself") {
    using Lines = std::vector<std::string>;
    CHECK(support::shows(Lines{"a", "..."}, Lines{"a", "b", "c"}));
    CHECK(support::shows(Lines{"a", "..."}, Lines{"a"}));
    CHECK(support::shows(Lines{"...", "b", "...", "d"}, Lines{"a", "b", "b", "c", "d"}));
    CHECK_FALSE(support::shows(Lines{"a"}, Lines{"a", "b"}));
    CHECK_FALSE(support::shows(Lines{"...", "b"}, Lines{"a", "b", "c"}));
    CHECK_FALSE(support::shows(Lines{"a "}, Lines{"a"}));
    CHECK(support::shows(Lines{}, Lines{}));
}

TEST_CASE("a page that leaves lines out goes on leaving them out when it is rewritten") {
    using Lines = std::vector<std::string>;
    const Lines written{"title", "a 2", "end", "x", "more", "b 2", "last"};
    CHECK(support::reshown(Lines{"title", "a 1", "end", "...", "more", "b 1", "last"}, written) ==
          Lines{"title", "a 2", "end", "...", "more", "b 2", "last"});
    CHECK(support::reshown(Lines{"title", "a 1", "end", "..."}, written) == Lines{"title", "a 2", "end", "..."});
    CHECK(support::reshown(Lines{"...", "more", "b 1"}, written) == Lines{"...", "more", "b 2", "last"});
    CHECK(support::reshown(Lines{"title", "...", "gone", "..."}, written) == written);
    CHECK(support::reshown(Lines{"title 1"}, written) == written);
}

TEST_CASE("a console block is taken apart into its commands and their outputs") {
    const auto blocks = support::fenced_blocks("text\n```console status=1\n$ one\n> more\nout\n\n$ two\n```\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].value_of("status") == "1");
    const auto commands = support::console_commands(blocks[0]);
    REQUIRE(commands.size() == 2);
    CHECK(commands[0].script == "one\nmore");
    CHECK(commands[0].output == std::vector<std::string>{"out"});
    CHECK(commands[0].output_line == 2);
    CHECK(commands[1].script == "two");
    CHECK(commands[1].output.empty());
}
