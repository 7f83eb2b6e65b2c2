#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <offerkit/calendar/day_rule.hpp>
#include <offerkit/file/tree/tree.hpp>
#include <offerkit/model/stated.hpp>

/// The words of Open Cap Format in our own.
namespace offerkit::file {

/// An allocation rule under our name for it; nullopt for a word that Open Cap Format does not have.
[[nodiscard]] std::optional<std::string> allocation_of(std::string_view word);

/// A day of the month: our key's value, and the rule itself.
struct DayOfMonth {
    Node node;
    calendar::DayRule rule;
};

/// A day of the month as VESTING_DAY_OF_MONTH writes it; nullopt for a word that it does not have.
[[nodiscard]] std::optional<DayOfMonth> day_of_month_of(const model::Stated<std::string>& word);

}  // namespace offerkit::file
