#pragma once

#include <span>
#include <string_view>

#include <offerkit/model/offer.hpp>

namespace offerkit::report {

/// One definition of total compensation for people.
struct DefinitionWords {
    model::Definition definition;
    std::string_view name;     ///< "Present value"
    std::string_view meaning;  ///< one line, no full stop
    std::string_view rule;     ///< how it is computed, for `--explain`
};

/// All of them, in the order in which they are shown.
[[nodiscard]] std::span<const DefinitionWords> definition_words() noexcept;
[[nodiscard]] const DefinitionWords& words_of(model::Definition definition) noexcept;

}  // namespace offerkit::report
