// Any bytes as an export in Open Cap Format, to the end of what `vest --from-ocf` shows.

#include <string>
#include <string_view>

#include "oracles.hpp"
#include "targets.hpp"

namespace fuzz {

void open_cap_format(std::string_view input) {
    static const auto line = invocation_of({"vest", "--from-ocf", "export.json", "--as-of", "2026-06-15"});
    const Files files{{"export.json", std::string(input)}};
    if (thorough()) {
        for (const auto& look : looks()) {
            run_with_look(line, look, files);
        }
    } else {
        run_with_look(line, looks()[hash_of(input) % looks().size()], files);
    }
}

}  // namespace fuzz
