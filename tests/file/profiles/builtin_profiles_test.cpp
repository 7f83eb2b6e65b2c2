#include <algorithm>
#include <filesystem>
#include <tuple>

#include <offerkit/file/profiles/builtin_profiles.hpp>
#include <support/catch.hpp>
#include <support/files.hpp>

using offerkit::file::builtin_profiles;
using offerkit::file::BuiltinProfile;

TEST_CASE("every profile in the repository is built in, byte for byte") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{support::source_path("profiles")}) {
        if (entry.path().extension() != ".toml") {
            continue;
        }
        ++files;
        const std::string kind = entry.path().parent_path().filename();
        const std::string id = entry.path().stem();
        CAPTURE(kind, id);
        const auto found = std::ranges::find_if(builtin_profiles(), [&](const BuiltinProfile& profile) {
            return profile.kind == kind && profile.id == id;
        });
        REQUIRE(found != builtin_profiles().end());
        CHECK(found->text == support::read_file(entry.path()));
    }
    CHECK(files > 0);
    CHECK(files == builtin_profiles().size());
}

TEST_CASE("built-in profiles are ordered by kind and id, so that they can be searched and listed as they are") {
    CHECK(std::ranges::is_sorted(builtin_profiles(), [](const BuiltinProfile& a, const BuiltinProfile& b) {
        return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
    }));
}
