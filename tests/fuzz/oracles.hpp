#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cli/line/invocation.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/render/paint.hpp>

/// What always holds, whatever the input. Whatever does not ends the program, as a fuzzer wants it.
namespace fuzz {

using Files = std::map<std::string, std::string>;

void holds(bool condition, const char* what);

/// Every problem says what is wrong and lies on a line of a source.
void check_problems(const offerkit::diagnostic::Diagnostics& problems, const offerkit::diagnostic::Sources& sources);

/// Nothing that drives a terminal or changes the direction of a text, and only ASCII where that is asked for.
void check_screen(std::string_view text, const offerkit::render::Screen& screen);

/// JSON that parses, whose chances and shares lie in 0..1, and whose scores are the sums of their parts.
void check_json(const std::string& text);

/// Rows with as many cells as there are columns, none of them a formula.
void check_csv(std::string_view text);

/// Runs a command in this process on texts that stand for files, and checks all it says.
void run_command(const offerkit::cli::Invocation& invocation, const Files& files);

/// One way of showing a result, as options of the command line and the screen for it.
struct Look {
    offerkit::cli::Format format;
    offerkit::render::Screen screen;
};
[[nodiscard]] std::span<const Look> looks();

/// Of uncertain pay: enough to come past every line, and a thousandth of the work.
inline constexpr std::uint64_t few_draws = 64;

/// The invocation of words that are known to be right, with few draws.
[[nodiscard]] offerkit::cli::Invocation invocation_of(const std::vector<std::string>& words);

/// The same with a look; nothing happens where the command does not know the format.
void run_with_look(offerkit::cli::Invocation invocation, const Look& look, const Files& files);

/// A number that follows from the bytes alone.
[[nodiscard]] std::size_t hash_of(std::string_view input) noexcept;

/// Two offers and priorities without a problem.
[[nodiscard]] const Files& sound_files();

}  // namespace fuzz
