// Any bytes as a priorities file, beside two offers without a problem.

#include <array>
#include <string>
#include <string_view>

#include "oracles.hpp"
#include "targets.hpp"

namespace fuzz {

void priorities(std::string_view input) {
    static const std::array lines{
        invocation_of(
            {"decide", "a.toml", "b.toml", "--priorities", "me.toml", "--samples", "50", "--as-of", "2026-06-15"}),
        invocation_of({"decide", "a.toml", "b.toml", "--priorities", "me.toml", "--samples", "50", "--detail",
                       "--explain", "--as-of", "2026-06-15"}),
        invocation_of({"compare", "a.toml", "b.toml", "--priorities", "me.toml", "--as-of", "2026-06-15"}),
        invocation_of({"check", "--priorities", "me.toml"})};
    Files files = sound_files();
    files["me.toml"] = std::string(input);
    if (thorough()) {
        for (const auto& line : lines) {
            for (const auto& look : looks()) {
                run_with_look(line, look, files);
            }
        }
        return;
    }
    const std::size_t hash = hash_of(input);
    run_with_look(lines[hash / looks().size() % lines.size()], looks()[hash % looks().size()], files);
}

}  // namespace fuzz
