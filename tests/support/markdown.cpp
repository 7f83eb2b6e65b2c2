#include "markdown.hpp"

#include <algorithm>
#include <sstream>

namespace support {
namespace {

constexpr std::string_view fence = "```";

bool starts(const std::string& line, std::string_view with) { return std::string_view{line}.starts_with(with); }

}  // namespace

bool FencedBlock::has(std::string_view word) const {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string FencedBlock::value_of(std::string_view name) const {
    for (const auto& word : words) {
        if (word.size() > name.size() && starts(word, name) && word[name.size()] == '=') {
            return word.substr(name.size() + 1);
        }
    }
    return {};
}

std::string FencedBlock::text() const {
    std::string out;
    for (const auto& line : lines) {
        out += line + "\n";
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto feed = text.find('\n');
        lines.emplace_back(text.substr(0, feed));
        text.remove_prefix(feed == std::string_view::npos ? text.size() : feed + 1);
    }
    return lines;
}

std::vector<FencedBlock> fenced_blocks(std::string_view text) {
    std::vector<FencedBlock> blocks;
    bool inside = false;
    std::size_t number = 0;
    for (const auto& line : lines_of(text)) {
        ++number;
        if (!starts(line, fence)) {
            if (inside) {
                blocks.back().lines.push_back(line);
            }
        } else if (inside) {
            inside = false;
        } else {
            inside = true;
            FencedBlock block;
            block.first_line = number;
            std::istringstream info{line.substr(fence.size())};
            info >> block.language;
            for (std::string word; info >> word;) {
                block.words.push_back(word);
            }
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

std::vector<ConsoleCommand> console_commands(const FencedBlock& block) {
    std::vector<ConsoleCommand> commands;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const std::string& line = block.lines[i];
        if (starts(line, "$ ")) {
            commands.push_back({line.substr(2), i, i + 1, {}});
        } else if (commands.empty()) {
            // Output before any command: shown as that of nothing, which the test refuses.
            commands.push_back({"", i, i, {line}});
        } else if (commands.back().output.empty() && starts(line, "> ")) {
            commands.back().script += "\n" + line.substr(2);
            commands.back().output_line = i + 1;
        } else {
            commands.back().output.push_back(line);
        }
    }
    // An empty line before the next command is for the eye.
    for (std::size_t i = 0; i + 1 < commands.size(); ++i) {
        if (!commands[i].output.empty() && commands[i].output.back().empty()) {
            commands[i].output.pop_back();
        }
    }
    return commands;
}

bool shows(const std::vector<std::string>& shown, const std::vector<std::string>& written) {
    // reached[j]: the lines of `shown` so far can stand for the first j lines of `written`.
    std::vector<bool> reached(written.size() + 1, false);
    reached[0] = true;
    for (const auto& line : shown) {
        std::vector<bool> next(written.size() + 1, false);
        bool any = false;
        for (std::size_t j = 0; j <= written.size(); ++j) {
            any = any || reached[j];
            next[j] = line == "..." ? any : j > 0 && reached[j - 1] && written[j - 1] == line;
        }
        reached = std::move(next);
    }
    return reached[written.size()];
}

std::vector<std::string> reshown(const std::vector<std::string>& shown, const std::vector<std::string>& written) {
    std::vector<std::string> result;
    auto at = written.begin();
    for (auto part = shown.begin(); part != shown.end();) {
        if (*part == "...") {
            result.push_back(*part++);
            continue;
        }
        const auto next_dots = std::find(part, shown.end(), "...");
        const auto first = part == shown.begin() ? at : std::find(at, written.end(), *part);
        const auto last = next_dots == shown.end() ? written.end() : std::find(first, written.end(), *(next_dots - 1));
        if (first == written.end() || (next_dots != shown.end() && last == written.end())) {
            return written;
        }
        at = next_dots == shown.end() ? last : last + 1;
        result.insert(result.end(), first, at);
        part = next_dots;
    }
    return shows(result, written) ? result : written;
}

std::vector<std::string> link_targets(std::string_view text) {
    std::vector<std::string> targets;
    bool inside = false;
    for (const auto& line : lines_of(text)) {
        if (starts(line, fence)) {
            inside = !inside;
            continue;
        }
        bool code = false;
        for (std::size_t i = 0; !inside && i < line.size(); ++i) {
            code = line[i] == '`' ? !code : code;
            if (code || line.compare(i, 2, "](") != 0) {
                continue;
            }
            const auto end = line.find(')', i);
            if (end != std::string::npos) {
                targets.push_back(line.substr(i + 2, end - i - 2));
            }
        }
    }
    return targets;
}

std::vector<std::string> anchors(std::string_view text) {
    std::vector<std::string> names;
    bool inside = false;
    for (const auto& line : lines_of(text)) {
        inside = starts(line, fence) ? !inside : inside;
        // An anchor written out: <a id="grant-segment"></a>.
        for (auto at = line.find("<a id=\""); !inside && at != std::string::npos; at = line.find("<a id=\"", at + 1)) {
            names.push_back(line.substr(at + 7, line.find('"', at + 7) - at - 7));
        }
        const auto level = line.find_first_not_of('#');
        if (inside || level == 0 || level == std::string::npos || line[level] != ' ') {
            continue;
        }
        std::string name;
        for (const char c : line.substr(level + 1)) {
            if (c >= 'A' && c <= 'Z') {
                name += static_cast<char>(c - 'A' + 'a');
            } else if (c == ' ') {
                name += '-';
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
                name += c;
            }
        }
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace support
