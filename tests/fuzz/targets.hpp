#pragma once

#include <span>
#include <string_view>

/// What is searched for input that breaks it: `./dev fuzz` with libFuzzer, and every test run over what is kept.
namespace fuzz {

struct Target {
    std::string_view name;
    void (*run)(std::string_view input);
};

[[nodiscard]] std::span<const Target> targets();
/// Null where there is none of that name.
[[nodiscard]] const Target* find_target(std::string_view name);

/// An offer file: read, vested, compared with itself.
void read_and_vest(std::string_view input);
/// Two offers and priorities, with a line `%%` between them: through the commands and the ways of showing a result.
void everything(std::string_view input);
/// An export in Open Cap Format.
void open_cap_format(std::string_view input);
/// A priorities file beside two sound offers.
void priorities(std::string_view input);
/// The kind of a profile on the first line, then its file.
void profiles(std::string_view input);
/// The words of a command line, one a line, beside two sound offers and priorities.
void command_line(std::string_view input);

/// Whether a target that takes turns does all at once: the replaying of what is kept does, the search does not.
[[nodiscard]] bool& thorough();

}  // namespace fuzz
