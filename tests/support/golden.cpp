#include "golden.hpp"

#include "catch.hpp"
#include "files.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace golden {
namespace {

/// Control characters, and spaces at the end of the line, made visible.
std::string visible(std::string_view line) {
    const auto last = line.find_last_not_of(' ');
    const std::size_t text_end = last == std::string_view::npos ? 0 : last + 1;
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        if (byte < 0x20 || byte == 0x7f || i >= text_end) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\x%02x", byte);
            out += escaped;
        } else {
            out += line[i];
        }
    }
    return out;
}

struct Lines {
    std::string_view rest;
    bool ended = false;

    /// The next line with its line feed, or nothing after the last.
    std::string_view next() {
        if (rest.empty()) {
            ended = true;
            return {};
        }
        const auto feed = rest.find('\n');
        const auto size = feed == std::string_view::npos ? rest.size() : feed + 1;
        const auto line = rest.substr(0, size);
        rest.remove_prefix(size);
        return line;
    }
};

std::string described(std::string_view line, bool ended) {
    if (ended) {
        return "(the text ends before this line)";
    }
    if (line.ends_with('\n')) {
        return visible(line.substr(0, line.size() - 1));
    }
    return visible(line) + "  (no line feed at the end)";
}

bool updating() {
    const char* value = std::getenv("OFFERKIT_UPDATE_GOLDEN");
    return value != nullptr && std::string_view{value} == "1";
}

void compare_or_write(const std::filesystem::path& file, std::string_view text) {
    if (updating()) {
        std::filesystem::create_directories(file.parent_path());
        support::write_file(file, text);
        SUCCEED("wrote " << file.string());
        return;
    }
    if (!std::filesystem::exists(file)) {
        FAIL_CHECK("there is no " << file.string() << "; OFFERKIT_UPDATE_GOLDEN=1 writes it with this text:\n" << text);
        return;
    }
    const std::string difference = first_difference(support::read_file(file), text);
    if (!difference.empty()) {
        FAIL_CHECK(file.string() << " differs from what was printed.\n"
                                 << difference << "\nOFFERKIT_UPDATE_GOLDEN=1 writes what was printed.");
        return;
    }
    SUCCEED();
}

}  // namespace

std::string first_difference(std::string_view expected, std::string_view actual) {
    Lines old_lines{expected};
    Lines new_lines{actual};
    std::string_view before;
    for (int number = 1;; ++number) {
        const auto old_line = old_lines.next();
        const auto new_line = new_lines.next();
        if (old_lines.ended && new_lines.ended) {
            return {};
        }
        if (old_line != new_line || old_lines.ended != new_lines.ended) {
            std::string out = "First difference at line " + std::to_string(number) + ":\n";
            if (number > 1) {
                out += "  before:   " + described(before, false) + "\n";
            }
            out += "  expected: " + described(old_line, old_lines.ended) + "\n";
            out += "  actual:   " + described(new_line, new_lines.ended);
            return out;
        }
        before = old_line;
    }
}

void check(std::string_view path, std::string_view text) {
    compare_or_write(support::source_path("tests/golden") / path, text);
}

void check_source_file(std::string_view path, std::string_view text) {
    compare_or_write(support::source_path(path), text);
}

}  // namespace golden
