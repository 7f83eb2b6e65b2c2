#pragma once

#include <cli/registry/options.hpp>

/// `offerkit negotiate` and what it alone takes.
namespace offerkit::cli::options {

inline constexpr Option negotiate_after_tax{.id = OptionId::after_tax,
                                            .name = "--after-tax",
                                            .takes = Takes::nothing,
                                            .meaning = "Count what stays after tax in the place of each offer"};
inline constexpr Option against{
    .id = OptionId::against,
    .name = "--against",
    .value = "FILE",
    .takes = Takes::offer_file,
    .meaning = "Another way to go: an offer, the job you hold now, interviews under way, or going on looking",
    .repeatable = true};
inline constexpr Option mail{.id = OptionId::mail,
                             .name = "--mail",
                             .takes = Takes::nothing,
                             .meaning = "Write a short mail that asks for it, in plain text"};
inline constexpr Option negotiate_detail{.id = OptionId::detail,
                                         .name = "--detail",
                                         .takes = Takes::nothing,
                                         .meaning = "More: each part alone, what to ask and say, and what it rests on"};
inline constexpr Argument one_offer[] = {
    {.name = "FILE", .takes = Takes::offer_file, .meaning = "An offer file; `-` reads it from standard input"}};
inline constexpr std::string_view negotiate_description[] = {
    "One screen to take into the call: what to ask for in one piece, why, how far they can go, your floor, and what to "
    "answer. `--detail` shows what each part would take alone, what to ask them and how to put it, and what to clear "
    "up "
    "before you sign; `--mail` writes the mail.",
    "Every amount is solved on the same model that `compare` uses, to the cent and to the share: the `--set` argument "
    "beside it shows what the offer would then be. `--against` names the ways you could go instead; the best of them "
    "is what you need not go below. The job you hold counts with what is still to come, an interview with its chance.",
    "How far they can go is your [band], else what such an employer usually gives (`employer`); rules of thumb are "
    "labelled with who says so: `offerkit profiles negotiation` lists them. Nothing here is a promise.",
    "`--format markdown` makes a page to print.",
};
inline constexpr const Option* negotiate_options[] = {&against, &target,          &metric, &negotiate_after_tax,
                                                      &mail,    &negotiate_detail};
inline constexpr Example negotiate_examples[] = {
    {"offerkit negotiate examples/negotiation/northwind.toml", "What to ask for, from the offer alone"},
    {"offerkit negotiate examples/negotiation/northwind.toml --against examples/negotiation/contoso.toml --against "
     "examples/negotiation/current.toml",
     "With another offer and the job you hold"},
    {"offerkit negotiate examples/negotiation/northwind.toml --target 400000 --format markdown",
     "A page to print, for a target of your own"},
};

inline constexpr Command negotiate_command{.name = "negotiate",
                                           .summary = "Work out what to ask for, in which part, and when to stop",
                                           .description = negotiate_description,
                                           .arguments = one_offer,
                                           .options = negotiate_options,
                                           .common_options = money_common,
                                           .examples = negotiate_examples,
                                           .values_pay = true};

}  // namespace offerkit::cli::options
