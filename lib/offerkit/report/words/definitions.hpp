#pragma once

#include <span>
#include <string_view>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/cash_flow.hpp>

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

/// One part of pay as a heading calls it: "Sign-on".
struct CategoryWords {
    timeline::Category category;
    std::string_view name;
};

/// All parts of pay, in the order of columns.
[[nodiscard]] std::span<const CategoryWords> category_words() noexcept;
[[nodiscard]] const CategoryWords& words_of(timeline::Category category) noexcept;

/// The three classes of certainty as a screen calls them, and what is in them.
struct CertaintyWords {
    std::string_view name;
    std::string_view meaning;
};
[[nodiscard]] const CertaintyWords& words_of(timeline::Certainty certainty) noexcept;

}  // namespace offerkit::report
