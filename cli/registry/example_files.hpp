#pragma once

#include <span>
#include <string_view>

/// The examples, which the program carries.
namespace offerkit::cli {

/// One file of examples/, byte for byte.
struct ExampleFile {
    std::string_view name;  ///< from the folder of the examples: "three-offers/google.toml"
    std::string_view text;
};

/// All of them, by name.
[[nodiscard]] std::span<const ExampleFile> example_files() noexcept;

}  // namespace offerkit::cli
