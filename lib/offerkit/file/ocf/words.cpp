#include <offerkit/file/ocf/words.hpp>

#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/file/tree/tree_parts.hpp>

namespace offerkit::file {

std::optional<std::string> allocation_of(std::string_view word) {
    for (const std::string_view known : {"CUMULATIVE_ROUNDING", "CUMULATIVE_ROUND_DOWN", "FRONT_LOADED", "BACK_LOADED",
                                         "FRONT_LOADED_TO_SINGLE_TRANCHE", "BACK_LOADED_TO_SINGLE_TRANCHE"}) {
        if (known == word) {
            return diagnostic::to_lower(word);
        }
    }
    return std::nullopt;
}

std::optional<DayOfMonth> day_of_month_of(const model::Stated<std::string>& word) {
    const std::string_view text = word.value;
    if (text == "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH") {
        return DayOfMonth{text_node("vesting_start_day", word.span), {}};
    }
    const bool digits = text.size() >= 2 && text[0] >= '0' && text[0] <= '3' && text[1] >= '0' && text[1] <= '9';
    const int day = digits ? (text[0] - '0') * 10 + (text[1] - '0') : 0;
    const bool clamped = day >= 29 && day <= 31 && text.substr(2) == "_OR_LAST_DAY_OF_MONTH";
    if (!clamped && !(day >= 1 && day <= 28 && text.size() == 2)) {
        return std::nullopt;
    }
    return DayOfMonth{number_node(std::to_string(day), word.span), calendar::DayRule::fixed(day)};
}

}  // namespace offerkit::file
