#pragma once

#include <span>
#include <string>

#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// Profiles by kind, each with its source and date.
[[nodiscard]] Page profiles_page(std::span<const model::ProfileHeader> profiles);
/// `{"profiles": [{kind, id, name, source, as_of, note, built_in}]}`.
[[nodiscard]] Document profiles_document(std::span<const model::ProfileHeader> profiles);
[[nodiscard]] Sheet profiles_sheet(std::span<const model::ProfileHeader> profiles);

/// What stands above the text of one profile, which says the rest itself.
[[nodiscard]] Page profile_page(const model::ProfileHeader& profile);
/// As above with one entry, which holds the whole `text` as well.
[[nodiscard]] Document profile_document(const model::ProfileHeader& profile, const std::string& text);

}  // namespace offerkit::report
