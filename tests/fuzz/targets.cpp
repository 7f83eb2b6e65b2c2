#include "targets.hpp"

#include <algorithm>
#include <array>

namespace fuzz {

namespace {

constexpr std::array<Target, 6> all{{{"read_and_vest", read_and_vest},
                                     {"everything", everything},
                                     {"open_cap_format", open_cap_format},
                                     {"priorities", priorities},
                                     {"profiles", profiles},
                                     {"command_line", command_line}}};

}  // namespace

std::span<const Target> targets() { return all; }

const Target* find_target(std::string_view name) {
    const auto* const found = std::find_if(all.begin(), all.end(), [&](const Target& one) { return one.name == name; });
    return found == all.end() ? nullptr : found;
}

bool& thorough() {
    static bool value = false;
    return value;
}

}  // namespace fuzz
