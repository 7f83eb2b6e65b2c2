#pragma once

#include <optional>
#include <string>
#include <vector>

#include <cli/dialogue/dialogue.hpp>
#include <offerkit/authoring/template.hpp>
#include <offerkit/calendar/date.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/fields/catalogue.hpp>

namespace offerkit::cli {

/// What a person read out of a letter.
struct Letter {
    std::vector<authoring::Answered> answers{};
    std::optional<model::CompanyProfile> company{};  ///< whose usual terms fill in what the letter leaves open
};

/// Asks for a letter in plain words, part by part: who, when, base, bonus, sign-on, equity and its schedule, the price
/// of a share. `none` leaves a part out. `company` is the profile to begin from; without one, a name that some profile
/// is of brings it up. Nothing when the dialogue has stopped.
[[nodiscard]] std::optional<Letter> ask_letter(Dialogue& dialogue, const file::ProfileStore& profiles,
                                               const std::optional<std::string>& company, calendar::Date today);

}  // namespace offerkit::cli
