#pragma once

#include <span>
#include <string_view>

namespace offerkit::file {

/// One profile carried by the program: profiles/<kind>/<id>.toml, byte for byte.
struct BuiltinProfile {
    std::string_view kind;
    std::string_view id;
    std::string_view text;
};

/// All built-in profiles, ordered by kind and then id. The texts are not
/// parsed here: a profile is read when a file names it, not at start-up.
std::span<const BuiltinProfile> builtin_profiles();

}  // namespace offerkit::file
