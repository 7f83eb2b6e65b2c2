#pragma once

#include <cli/registry/options.hpp>

/// `offerkit examples` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr std::string_view examples_description[] = {
    "Copies the examples into a folder: offers, priorities and plans, a folder for each question, with a README that "
    "asks "
    "it. Copy the file nearest to your letter and change the numbers.",
    "What is in the folder already stays: where one of the files exists, nothing is written.",
};
inline constexpr Argument examples_arguments[] = {
    {.name = "DIR", .takes = Takes::folder, .meaning = "The folder, which is made where there is none"}};
inline constexpr Example examples_examples[] = {
    {"offerkit examples my-offers", "All of them, in a folder of their own"}};

inline constexpr Command examples_command{.name = "examples",
                                          .summary = "Copy the examples, to look at and to begin from",
                                          .description = examples_description,
                                          .arguments = examples_arguments,
                                          .common_options = plain_common,
                                          .examples = examples_examples,
                                          .exit_note = "It is 3 when one of the files exists."};

}  // namespace offerkit::cli::options
