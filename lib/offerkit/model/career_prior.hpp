#pragma once

#include <string>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

/// How good a source is: official statistics or refereed; a survey of a vendor, press or a book; community pages.
enum class SourceGrade { a, b, c };
[[nodiscard]] constexpr auto words(SourceGrade) noexcept {
    using enum SourceGrade;
    return std::to_array<Word<SourceGrade>>({{a, "A"}, {b, "B"}, {c, "C"}});
}

/// What somebody measured of a rate that plans ask for. A plan uses it by its `input`, and never without naming it.
struct CareerPrior {
    std::string input;  ///< "pay_growth"
    /// Rates as they are written, such as "3.2%"; all empty where the source gives no single rate, all the same where
    /// it gives one.
    std::string low{};
    std::string likely{};
    std::string high{};
    SourceGrade grade = SourceGrade::c;
    std::string source{};
    calendar::Date as_of;
    std::string note{};
    std::string profile{};  ///< the id of the profile that holds it
    bool built_in = true;

    [[nodiscard]] bool has_rate() const noexcept { return !likely.empty(); }
    [[nodiscard]] bool is_range() const noexcept { return low != high; }
};

}  // namespace offerkit::model
