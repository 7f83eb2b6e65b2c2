#pragma once

#include <optional>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::file {

/// What a form says, from its text with all that it takes over. Every problem is reported where it is written. What its
/// lines read is checked apart, against the forms that it uses.
[[nodiscard]] std::optional<tax::Form> read_tax_form(Context& context, const WrittenForm& written);

/// What a place says beside its header.
[[nodiscard]] std::optional<model::PlaceProfile> read_place(const View& view, model::ProfileHeader header);

}  // namespace offerkit::file
