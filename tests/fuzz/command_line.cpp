// The words of a command line, one a line, beside two offers and priorities without a problem. A line that is not an
// option with a dash and holds a `=` is given to `--set`.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cli/line/invocation.hpp>
#include <cli/line/parse.hpp>

#include "oracles.hpp"
#include "targets.hpp"

namespace fuzz {

namespace {

using offerkit::cli::Invocation;

std::vector<std::string> words_of(std::string_view input) {
    std::vector<std::string> words;
    while (!input.empty() && words.size() < 50) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        const std::string_view word = input.substr(0, end);
        // A word of a command line holds no zero byte.
        if (word.find('\0') == std::string_view::npos) {
            if (!word.starts_with('-') && word.find('=') != std::string_view::npos) {
                words.emplace_back("--set");
            }
            words.emplace_back(word);
        }
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return words;
}

/// Whether it stays in this process: no standard input, no questions, no file but the texts at hand.
bool stays_here(const Invocation& invocation) {
    const auto at_hand = [](const std::string& file) { return sound_files().contains(file); };
    const auto& name = invocation.command->name;
    // Without a file `batch` reads standard input.
    return name != "examples" && (name != "batch" || !invocation.arguments.empty()) && !invocation.weights &&
           !invocation.blind && !invocation.output && !invocation.profiles_folder &&
           std::all_of(invocation.arguments.begin(), invocation.arguments.end(),
                       [&](const std::string& word) { return at_hand(word) || word.find_first_of("/-.") != 0; }) &&
           std::all_of(invocation.against.begin(), invocation.against.end(), at_hand) &&
           (!invocation.offer || at_hand(*invocation.offer));
}

}  // namespace

void command_line(std::string_view input) {
    auto invocation = offerkit::cli::parse(words_of(input));
    if (!invocation) {
        holds(!invocation.error().message.empty(), "a refusal has a reason");
        return;
    }
    if (invocation->ask != Invocation::Ask::run || !stays_here(*invocation)) {
        return;
    }
    constexpr std::int64_t most_samples = 50;
    invocation->samples = std::min(invocation->samples.value_or(most_samples), most_samples);
    invocation->draws = few_draws;
    invocation->screen = offerkit::render::Screen{};
    if (!invocation->as_of) {
        invocation->as_of = offerkit::calendar::Date::clamped(2026, 6, 15);
    }
    run_command(*invocation, sound_files());
}

}  // namespace fuzz
