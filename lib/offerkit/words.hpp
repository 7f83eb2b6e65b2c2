#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// The words of enumerations. An enumeration that files, flags or the JSON write has a function `words` beside it that
/// lists each value with its word, in the order in which people see them. Everything that reads or writes a value uses
/// that list: the field tables and with them the readers, the hints, the schema and the reference; the JSON; the flags.
namespace offerkit {

/// A value of an enumeration and its word.
template <class E>
struct Word {
    E value;
    std::string_view word;
};

/// The word of a value; empty if the enumeration has none for it.
template <class E>
[[nodiscard]] constexpr std::string_view word(E value) noexcept {
    for (const auto& each : words(value)) {
        if (each.value == value) {
            return each.word;
        }
    }
    return {};
}

/// The value that a word stands for; nullopt for any other text.
template <class E>
[[nodiscard]] constexpr std::optional<E> from_word(std::string_view written) noexcept {
    for (const auto& each : words(E{})) {
        if (each.word == written) {
            return each.value;
        }
    }
    return std::nullopt;
}

/// The words alone, without the first `Skip` of them: what a field or a flag offers.
template <class E, std::size_t Skip = 0>
inline constexpr auto choices_of = [] {
    constexpr auto all = words(E{});
    std::array<std::string_view, all.size() - Skip> choices{};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        choices[i] = all[i + Skip].word;
    }
    return choices;
}();

}  // namespace offerkit
