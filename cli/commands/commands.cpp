#include <cli/commands/commands.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace offerkit::cli::commands {

Run find(std::string_view name) noexcept {
    static constexpr std::array<std::pair<std::string_view, Run>, 19> runs{{
        {"check", check},       {"show", show},           {"vest", vest},
        {"compare", compare},   {"leave", leave},         {"career", career},
        {"decide", decide},     {"negotiate", negotiate}, {"pipeline", pipeline},
        {"tax", tax},           {"report", report},       {"levels", levels},
        {"batch", batch},       {"init", init},           {"examples", examples},
        {"profiles", profiles}, {"schema", schema},       {"completion", completion},
        {"help", help},
    }};
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const auto& entry) { return entry.first == name; });
    return found == runs.end() ? nullptr : found->second;
}

}  // namespace offerkit::cli::commands
