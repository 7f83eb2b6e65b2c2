#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// A block between ``` fences.
struct FencedBlock {
    std::string language;            ///< "console"; empty when the fence says nothing
    std::vector<std::string> words;  ///< what else the fence says: "no-test", "status=1", "file=offer.toml"
    std::size_t first_line = 0;      ///< of the text, from 0: the line after the opening fence
    std::vector<std::string> lines;

    [[nodiscard]] bool has(std::string_view word) const;
    /// What follows `name=` on the fence; empty when it is not there.
    [[nodiscard]] std::string value_of(std::string_view name) const;
    [[nodiscard]] std::string text() const;
};

std::vector<std::string> lines_of(std::string_view text);
std::vector<FencedBlock> fenced_blocks(std::string_view text);

/// One command of a console block and what the block shows below it.
struct ConsoleCommand {
    std::string script;           ///< without `$ ` and `> `
    std::size_t first_line = 0;   ///< of the block, from 0
    std::size_t output_line = 0;  ///< the first line of what it shows
    std::vector<std::string> output;
};

/// The commands of a console block: `$ ` begins one, `> ` goes on with it.
std::vector<ConsoleCommand> console_commands(const FencedBlock& block);

/// Whether what a command wrote is what the documentation shows; `...` alone on a line stands for any number of lines.
bool shows(const std::vector<std::string>& shown, const std::vector<std::string>& written);

/// What a page should show instead of `shown` when a command writes `written`: as much of it, told by the first and the
/// last line between the dots. All of it where those are not found.
std::vector<std::string> reshown(const std::vector<std::string>& shown, const std::vector<std::string>& written);

/// The targets of links and images, outside of code.
std::vector<std::string> link_targets(std::string_view text);

/// The anchors that headings of the text make, as they are written after # in a link.
std::vector<std::string> anchors(std::string_view text);

}  // namespace support
