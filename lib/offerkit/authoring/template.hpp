#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::authoring {

/// An offer file to fill in: what every letter says stands there with example values, what fewer say is commented out
/// with a line on what it means. It is read without errors as it is, and after any of its commented parts is
/// uncommented. Its dates follow from `today`.
[[nodiscard]] std::string offer_template(calendar::Date today);

/// The same with the usual terms of a company, each marked as such, and their source. The vesting profile and the
/// ladder are those that the company's profile names; null where it names none.
[[nodiscard]] std::string offer_template(const model::CompanyProfile& company, const model::VestingProfile* vesting,
                                         const model::Ladder* ladder, calendar::Date today);

/// The same for a company profile by name. An unknown name, and what is wrong inside the profiles, are diagnostics.
[[nodiscard]] std::optional<std::string> company_template(const file::ProfileStore& profiles, const std::string& name,
                                                          const file::Naming& naming, calendar::Date today);

/// What a person answered about a letter: a key of an offer file, the table it stands in (empty: the top), and its
/// value as TOML.
struct Answered {
    std::string table;
    std::string key;
    std::string value;
};
/// The same file with what was answered in place of the examples, all other keys commented out. With the profile of
/// the company, its usual terms stay in the parts that were answered, marked as such.
[[nodiscard]] std::string answered_offer(std::span<const Answered> answers, const model::CompanyProfile* company,
                                         calendar::Date today);

}  // namespace offerkit::authoring
