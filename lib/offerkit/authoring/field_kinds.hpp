#pragma once

#include <span>
#include <string>
#include <string_view>

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::authoring {

/// One kind of literal, told to people: what editors show and the reference page explains.
struct FieldKind {
    model::Accepts accepts;
    std::string_view name;     ///< "rate"
    std::string_view written;  ///< how it is written, as Markdown: "`\"15%\"`, `\"1/3\"` or `0.15`"
    std::string_view rules;    ///< what is allowed, one sentence without a full stop
};

/// Every kind of literal, in the order in which they are explained. Tables and lists are not literals.
[[nodiscard]] std::span<const FieldKind> field_kinds() noexcept;

/// What a field takes in a few words: "rate", "period or table", "list of days of the year".
[[nodiscard]] std::string kinds_of(const model::Field& field);

}  // namespace offerkit::authoring
