#pragma once

#include <cli/registry/options.hpp>

/// `offerkit schema` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr std::string_view schema_description[] = {
    "Prints the JSON Schema of a kind of file, for editors that complete and check TOML. Save it, then let the first "
    "line of an offer name it: `#:schema ./offer.schema.json`. An installed program has them all in "
    "`share/offerkit/schema`, and `offerkit init` names that of offers.",
};
inline constexpr Argument schema_arguments[] = {
    {.name = "KIND",
     .takes = Takes::schema_kind,
     .meaning = "Which kind of file: offer (the default), priorities, pipeline, plan, or a kind of profile",
     .least = 0}};
inline constexpr Example schema_examples[] = {
    {"offerkit schema -o offer.schema.json", "The schema of offer files"},
    {"offerkit schema vesting", "That of vesting profiles"},
};

inline constexpr Command schema_command{.name = "schema",
                                        .summary = "Print the JSON Schema of a file, for editors",
                                        .description = schema_description,
                                        .arguments = schema_arguments,
                                        .common_options = plain_common,
                                        .examples = schema_examples};

}  // namespace offerkit::cli::options
