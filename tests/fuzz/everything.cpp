// Two offers and priorities through the commands and the ways of showing a result, in this process and without a disk.
// The search takes a few of the command lines for each input, in one look that follows from its bytes; the replaying
// takes all of them.

#include <string>
#include <string_view>
#include <vector>

#include "oracles.hpp"
#include "targets.hpp"

namespace fuzz {

namespace {

using offerkit::cli::Invocation;

constexpr std::string_view day = "2026-06-15";

Invocation dated(std::vector<std::string> words) {
    words.insert(words.end(), {"--as-of", std::string{day}});
    return invocation_of(words);
}

const std::vector<Invocation>& command_lines() {
    const std::string a = "a.toml";
    const std::string b = "b.toml";
    const std::string me = "me.toml";
    static const std::vector<Invocation> all{
        dated({"check", a, b, "--priorities", me}),
        dated({"show", a}),
        dated({"show", b, "--explain", "--refreshers"}),
        dated({"vest", a, b}),
        dated({"vest", a, b, "--by", "quarter", "--explain"}),
        dated({"vest", a, b, "--by", "year", "--refreshers"}),
        dated({"compare", a, b}),
        dated({"compare", a, b, "--priorities", me, "--explain", "--refreshers"}),
        dated({"leave", a, b, "--on", "2027-08-15"}),
        dated({"leave", a, "--by", "month", "--horizon", "3 years", "--reason", "without_cause"}),
        dated({"decide", a, b, "--priorities", me, "--samples", "50"}),
        dated({"decide", a, b, "--priorities", me, "--samples", "50", "--detail", "--explain"}),
        dated({"negotiate", a, "--against", b, "--priorities", me}),
        dated({"negotiate", b, "--explain"}),
        dated({"levels", "--offer", a}),
        dated({"tax", a, b, "--priorities", me, "--explain"}),
        dated({"compare", a, b, "--priorities", me, "--after-tax"}),
        dated({"pipeline", a, b, "--detail"}),
    };
    return all;
}

/// The parts between lines that say `%%`; what is missing is empty, what is more belongs to the last.
std::vector<std::string> parts_of(std::string_view input, std::size_t count) {
    constexpr std::string_view line = "\n%%\n";
    std::vector<std::string> parts;
    while (parts.size() + 1 < count) {
        const std::size_t end = input.find(line);
        parts.emplace_back(input.substr(0, end));
        input = end == std::string_view::npos ? std::string_view{} : input.substr(end + line.size());
    }
    parts.emplace_back(input);
    return parts;
}

}  // namespace

void everything(std::string_view input) {
    auto parts = parts_of(input, 3);
    const Files files{{"a.toml", parts[0] + "\n"}, {"b.toml", parts[1] + "\n"}, {"me.toml", parts[2] + "\n"}};
    const auto& lines = command_lines();
    if (thorough()) {
        for (const auto& line : lines) {
            for (const auto& look : looks()) {
                run_with_look(line, look, files);
            }
        }
        return;
    }
    constexpr std::size_t at_once = 3;
    const std::size_t hash = hash_of(input);
    const auto& look = looks()[hash % looks().size()];
    for (std::size_t i = 0; i < at_once; ++i) {
        run_with_look(lines[(hash / looks().size() + i * (lines.size() / at_once)) % lines.size()], look, files);
    }
}

}  // namespace fuzz
